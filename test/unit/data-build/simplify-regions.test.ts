import type {MultiPolygon, Position} from 'geojson';
import {describe, expect, it} from 'vitest';
import {findCrossings, type GridPoint} from '../../../data/build/planar.js';
import {simplifyRegions} from '../../../data/build/simplify-regions.js';

const GRID = {lon: 100, lat: 100};
const OPTIONS = {minBorderTriangleKm2: 20, minCoastTriangleKm2: 20, grid: GRID, minPartKm2: 50};

function region(...rings: readonly Position[][]): MultiPolygon {
  return {type: 'MultiPolygon', coordinates: rings.map((ring) => [[...ring, ring[0] ?? []]])};
}

const cornersOf = ({coordinates}: MultiPolygon): string[] => coordinates.flat(2).map(String);

describe('simplifyRegions', () => {
  //  +---+---+
  //  | a > b |     a dent of 0.01° in the border of two squares of 1°
  //  +---+---+
  const a = region([
    [0, 0],
    [1, 0],
    [1.01, 0.5],
    [1, 1],
    [0, 1],
  ]);
  const b = region([
    [1, 0],
    [2, 0],
    [2, 1],
    [1, 1],
    [1.01, 0.5],
  ]);

  it('takes small corners off both sides of a border', () => {
    const {regions} = simplifyRegions([a, b], {...OPTIONS, minBorderTriangleKm2: 100});
    for (const simplified of regions) expect(cornersOf(simplified)).not.toContain('1.01,0.5');
  });

  it('keeps corners that matter, on both sides', () => {
    const {regions} = simplifyRegions([a, b], OPTIONS);
    for (const simplified of regions) expect(cornersOf(simplified)).toContain('1.01,0.5');
  });

  it('drops islands below the limit and says which', () => {
    const island: Position[] = [
      [3, 0],
      [3.05, 0],
      [3.05, 0.05],
      [3, 0.05],
    ];
    const {regions, dropped} = simplifyRegions(
      [
        region(
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 1],
          ],
          island,
        ),
        b,
      ],
      OPTIONS,
    );
    expect(regions[0]?.coordinates).toHaveLength(1);
    expect(dropped).toMatchObject([{kind: 'island', region: 0, at: [3, 0]}]);
  });

  //  +---+---+
  //  | a >)b |     a lies in a bay of b: simplified to lines alone, both borders would be one
  //  +---+---+
  it('keeps an area between two borders with the same ends', () => {
    const land = region([
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ]);
    const strip = region([
      [1, 0],
      [1.02, 0.5],
      [1, 1],
    ]);
    const {regions} = simplifyRegions([land, strip], {...OPTIONS, minCoastTriangleKm2: 1000, minPartKm2: 0});
    expect(cornersOf(regions[1] ?? a)).toContain('1.02,0.5');
  });
});

describe('findCrossings', () => {
  it.each([
    [
      'lines apart',
      [
        [
          [0, 0],
          [2, 0],
        ],
        [
          [0, 1],
          [2, 1],
        ],
      ],
      0,
    ],
    [
      'lines that share an end',
      [
        [
          [0, 0],
          [2, 0],
        ],
        [
          [2, 0],
          [2, 2],
        ],
      ],
      0,
    ],
    [
      'lines that cross',
      [
        [
          [0, 0],
          [2, 2],
        ],
        [
          [0, 2],
          [2, 0],
        ],
      ],
      1,
    ],
    [
      'an end in the middle of a line',
      [
        [
          [0, 0],
          [4, 0],
        ],
        [
          [2, 0],
          [2, 2],
        ],
      ],
      1,
    ],
    [
      'a line over part of another',
      [
        [
          [0, 0],
          [4, 0],
        ],
        [
          [2, 0],
          [6, 0],
        ],
      ],
      1,
    ],
    [
      'a line that runs back over itself',
      [
        [
          [0, 0],
          [4, 0],
          [2, 0],
        ],
      ],
      1,
    ],
    [
      'a line twice',
      [
        [
          [0, 0],
          [4, 0],
        ],
        [
          [4, 0],
          [0, 0],
        ],
      ],
      1,
    ],
    [
      'a line that goes straight on',
      [
        [
          [0, 0],
          [2, 0],
          [4, 0],
        ],
      ],
      0,
    ],
  ] as const)('%s: %#', (_, lines, expected) => {
    expect(findCrossings(lines as unknown as GridPoint[][])).toHaveLength(expected);
  });
});

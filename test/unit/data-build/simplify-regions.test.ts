import {area} from '@turf/turf';
import type {MultiPolygon, Position} from 'geojson';
import {describe, expect, it} from 'vitest';
import {checkShapes} from '../../../data/build/check-shapes.js';
import {prepareLocate} from '../../../data/build/locate.js';
import {countBadMeetings, findCrossings, type GridPoint, segmentsOf} from '../../../data/build/planar.js';
import {ProblemList} from '../../../data/build/problems.js';
import {simplifyRegions} from '../../../data/build/simplify-regions.js';

const GRID = {lon: 100, lat: 100};
const OPTIONS = {minBorderTriangleKm2: 20, minCoastTriangleKm2: 20, grid: GRID, minPartKm2: 50};

function region(...rings: readonly Position[][]): MultiPolygon {
  return {type: 'MultiPolygon', coordinates: rings.map((ring) => [[...ring, ring[0] ?? []]])};
}

const cornersOf = ({coordinates}: MultiPolygon): string[] => coordinates.flat().flat().map(String);

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

  it('removes small corners from both sides of a border', () => {
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

describe('simplifyRegions on a dike', () => {
  //  +---+      ____
  //  |   |_____/    \____     a dike 0.6 steps of the grid wide, in bends, and an island at its end
  //  |   |-----\____/----o
  //  +---+
  const middle: Position[] = Array.from({length: 41}, (_, i) => [1 + i / 20, 0.5 + 0.4 * Math.sin((i / 40) * 9)]);
  const [south, north] = [-0.003, 0.003].map((aside) => middle.map(([x = 0, y = 0]) => [x, y + aside]));
  const island: Position[] = [
    [3, 0.4],
    [3.2, 0.4],
    [3.2, 0.8],
    [3, 0.8],
  ];
  const land = region([[0, 0], [1, 0], ...(south ?? []), ...island, ...(north ?? []).reverse(), [1, 1], [0, 1]]);
  const {regions} = simplifyRegions([land], {...OPTIONS, minCoastTriangleKm2: 50, minPartKm2: 0});

  it('keeps about its width', () => {
    expect(regions[0]?.coordinates).toHaveLength(1);
    const gainedKm2 = (area(regions[0] ?? land) - area(land)) / 1e6;
    expect(Math.abs(gainedKm2)).toBeLessThan(50);
  });

  it('leaves no lines that touch', () => {
    const rings = regions[0]?.coordinates.flat() ?? [];
    const onGrid = rings.map((ring) =>
      ring.map(([x = 0, y = 0]): GridPoint => [Math.round(x * 100), Math.round(y * 100)]),
    );
    expect(findCrossings(onGrid)).toEqual([]);
  });
});

describe('countBadMeetings', () => {
  const lines: GridPoint[][] = [
    [
      [0, 0],
      [4, 0],
      [4, 4],
    ],
    [
      [0, 2],
      [2, 2],
      [2, 4],
    ],
  ];

  it.each<[string, GridPoint, number]>([
    ['none for a corner that stays clear', [1, 2], 0],
    ['each line that is touched', [4, 2], 2],
    ['each line that is crossed', [6, 1], 2],
    ['a corner that folds a line back on itself', [3, 2], 0],
  ])('counts %s', (_, corner, expected) => {
    const fresh = segmentsOf([[0, 2], corner, [2, 4]], 1);
    expect(countBadMeetings(fresh, lines)).toBe(expected);
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

describe('simplifyRegions on a strip narrower than the grid', () => {
  const problemsOf = (before: readonly MultiPolygon[], after: readonly MultiPolygon[]): readonly unknown[] => {
    const problems = new ProblemList();
    const ids = before.map((_, index) => `region ${index}`);
    checkShapes(after, {file: 'test', grid: GRID, ids, locateOriginal: prepareLocate(before)}, problems);
    return problems.items;
  };
  const all = {minBorderTriangleKm2: 0, minCoastTriangleKm2: 0, grid: GRID, minPartKm2: 0};
  const elsewhere: Position[] = [
    [4, 0],
    [5, 0],
    [5, 1],
    [4, 1],
  ];

  //    ____/    a strip of 0.5 steps along the side of a triangle: the grid draws its two sides apart, but the outer one
  //   /strip    inside, so that the strip would lie on the triangle. No lines cross
  //  /_land_|
  it('does not let it turn inside out onto its neighbour', () => {
    const inner: Position[] = [
      [0.3049, 0.3951],
      [0.6049, 0.6951],
    ];
    const land = region([[0, 0], [1, 0], [1, 1], ...[...inner].reverse()]);
    const strip = region([[0, 0], ...inner, [1, 1], [0.6001, 0.6949], [0.3001, 0.3949]]);
    const {regions, dropped} = simplifyRegions([land, strip], all);
    expect(dropped).toEqual([]);
    expect(problemsOf([land, strip], regions)).toEqual([]);
  });

  //   (3, 2)
  //    //|      a sliver between the coast and two regions, all of whose corners are those of others
  //   J  |
  //  //\ |
  it('drops it from the coast where it lies between three corners that cannot move', () => {
    const meeting: Position = [1.4949, 0.9951];
    const south: Position = [1.5, -1];
    const west = region([[0, 0], south, meeting]);
    const east = region([meeting, south, [3, 2]]);
    const sliver = region([[0, 0], meeting, [3, 2]], elsewhere);
    const {regions, dropped} = simplifyRegions([west, east, sliver], all);
    expect(dropped).toMatchObject([{kind: 'island', region: 2}]);
    expect(problemsOf([west, east, sliver], regions)).toEqual([]);
  });
});

import type {MultiPolygon, Position} from 'geojson';
import {describe, expect, it} from 'vitest';
import {checkShapes} from '../../../data/build/check-shapes.js';
import {prepareLocate} from '../../../data/build/locate.js';
import {formatProblem, ProblemList} from '../../../data/build/problems.js';

const GRID = {lon: 100_000, lat: 100_000};

/** A region from the corners of its outer rings; each ring is closed here. */
function region(...rings: readonly Position[][]): MultiPolygon {
  return {type: 'MultiPolygon', coordinates: rings.map((ring) => [[...ring, ring[0] ?? []]])};
}

function problemsOf(regions: readonly MultiPolygon[], originals = regions): readonly string[] {
  const problems = new ProblemList();
  const check = {file: 'shapes', grid: GRID, ids: ['a', 'b'], locateOriginal: prepareLocate(originals)};
  checkShapes(regions, check, problems);
  return problems.items.map(formatProblem);
}

const left = region([
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
]);
const right = region([
  [1, 0],
  [2, 0],
  [2, 1],
  [1, 1],
]);

/** The squares, with a hole in the middle of their border as wide as twice the bulge. */
function bulging(bulge: number): [MultiPolygon, MultiPolygon] {
  const border = (side: number): Position[] => [
    [1, 0.2],
    [1 + side * bulge, 0.5],
    [1, 0.8],
  ];
  return [
    region([[0, 0], [1, 0], ...border(-1), [1, 1], [0, 1]]),
    region([[1, 0], [2, 0], [2, 1], [1, 1], ...border(1).reverse()]),
  ];
}

describe('checkShapes', () => {
  //  +---+---+
  //  | a | b |
  //  +---+---+
  it('accepts squares side by side', () => {
    expect(problemsOf([left, right])).toEqual([]);
  });

  //  +---+-+---+
  //  | a |#| b |
  //  +---+-+---+
  it('finds an overlap', () => {
    const wide = region([
      [0.9, 0],
      [2, 0],
      [2, 1],
      [0.9, 1],
    ]);
    expect(problemsOf([left, wide]).join()).toContain('a and b near');
  });

  it('finds a region on top of another', () => {
    expect(problemsOf([left, left]).join()).toContain('two regions on the same side of an edge (overlap)');
  });

  //  +---+---+
  //  | a / b |     the right region has a corner in its border that the left one lacks
  //  +---+---+
  it('finds a corner that only one side of a border has', () => {
    const bent = region([
      [1, 0],
      [2, 0],
      [2, 1],
      [1, 1],
      [1, 0.5],
    ]);
    expect(problemsOf([left, bent]).join()).toContain('edges that cross (overlap or gap)');
  });

  //  +---+---+
  //  | a <> b|     part of the border bulges away on both sides
  //  +---+---+
  it('finds a gap where the original regions have land, and accepts it where they have none', () => {
    const [a, b] = bulging(0.2);
    expect(problemsOf([a, b], [left, right]).join()).toMatch(/got a gap of \d+\.\d+ km² on land of [ab]/);
    expect(problemsOf([a, b])).toEqual([]);
  });

  it('treats a hole of a few metres as a gap, not as water', () => {
    expect(problemsOf(bulging(0.00002)).join()).toContain('got a gap of');
  });

  it('finds rings that are open, too short, flat or reversed', () => {
    const open: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 1],
          ],
        ],
      ],
    };
    expect(problemsOf([open]).join()).toContain('a ring of 4 corners that is not closed');
    expect(
      problemsOf([
        region([
          [0, 0],
          [1, 0],
        ]),
      ]).join(),
    ).toContain('a ring of 3 corners that is too short');
    expect(
      problemsOf([
        region([
          [0, 0],
          [1, 0],
          [2, 0],
        ]),
      ]).join(),
    ).toContain('a ring without area');
    expect(
      problemsOf([
        region([
          [0, 0],
          [0, 1],
          [1, 1],
          [1, 0],
        ]),
      ]).join(),
    ).toContain('runs the wrong way');
    expect(problemsOf([region()]).join()).toContain('got no area');
  });
});

import {describe, expect, it} from 'vitest';
import {findNeighbours, measureBorders} from '../../../data/build/find-neighbours.js';
import {toTopology} from '../../../data/build/outlines-topology.js';
import type {LonLat, RegionShape} from '../../../src/core/geometry.js';

const GRID = {lon: 10, lat: 10};

/** A box in tenths of a degree from [5, 52]; an edge needs a corner wherever another box ends on it. */
function shape(...corners: readonly (readonly [number, number])[]): RegionShape {
  const ring = [...corners, corners[0] ?? ([0, 0] as const)].map(([x, y]): LonLat => [5 + x / 10, 52 + y / 10]);
  return {polygons: [[ring]], bbox: [5, 52, 6, 53], labelPoint: [5, 52]};
}

// d d d d . .
// a a b b . .    a and c meet in a point alone
// a a b b . .
// . . c c . f    f is an island
const SHAPES = {
  a: shape([0, 2], [2, 2], [2, 4], [0, 4]),
  b: shape([2, 2], [4, 2], [4, 4], [2, 4]),
  c: shape([2, 1], [4, 1], [4, 2], [2, 2]),
  d: shape([0, 4], [2, 4], [4, 4], [4, 5], [0, 5]),
  f: shape([8, 0], [9, 0], [9, 1], [8, 1]),
};

describe('findNeighbours', () => {
  const ids = Object.keys(SHAPES);
  const topology = toTopology(
    Object.values(SHAPES),
    ids.map((id) => ({id, label: id})),
    GRID,
  );
  const neighbours = findNeighbours(topology).map((own) => own.map((index) => ids[index]));

  it.each([
    // A tenth of a degree is 11 km from south to north, 7 km from west to east.
    ['a', ['b', 'd'], 'the border that runs north is the longer one'],
    ['b', ['a', 'c', 'd'], 'a parallel is shorter the further north it lies'],
    ['c', ['b'], 'a point is no border'],
    ['d', ['a', 'b'], 'equal borders go in the order of the regions'],
    ['f', [], 'an island has none'],
  ])('%s borders on %j: %s', (id, expected) => {
    expect(neighbours[ids.indexOf(id)]).toEqual(expected);
  });
});

describe('measureBorders', () => {
  it('counts each border once, and no coast', () => {
    const pair = [SHAPES.a, SHAPES.b].map((_, index) => ({id: `${index}`, label: `${index}`}));
    // Two tenths of a degree of latitude.
    expect(measureBorders(toTopology([SHAPES.a, SHAPES.b], pair, GRID))).toBeCloseTo(22.26, 1);
    expect(measureBorders(toTopology([SHAPES.f], pair.slice(1), GRID))).toBe(0);
  });
});

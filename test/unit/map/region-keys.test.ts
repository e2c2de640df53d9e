import {describe, expect, it} from 'vitest';
import type {LonLat} from '../../../src/core/geometry.js';
import type {RegionId} from '../../../src/core/region.js';
import {arrowKeys, type Direction, findBorders, neighbour} from '../../../src/map/region-keys.js';
import {squares} from '../../fixtures/squares.js';

const shapes = squares.map(({shape}) => ({...shape, borders: []}));
const names = squares.map(({id}) => id as string);

/** Regions so small that only their label points count. */
const dots = (...points: readonly LonLat[]): Parameters<typeof neighbour>[0][number][] =>
  points.map(([lon, lat]) => ({labelPoint: [lon, lat], bbox: [lon, lat, lon, lat], borders: []}));

describe('neighbour', () => {
  // noordwest | noordoost
  // ----------+----------
  // zuidwest  | zuidoost
  const rows: [from: string, direction: Direction, to: string][] = [
    ['noordwest', 'right', 'noordoost'],
    ['noordwest', 'down', 'zuidwest'],
    ['noordwest', 'up', 'noordwest'],
    ['noordwest', 'left', 'noordwest'],
    ['zuidoost', 'left', 'zuidwest'],
    ['zuidoost', 'up', 'noordoost'],
    ['zuidoost', 'right', 'zuidoost'],
    ['zuidoost', 'down', 'zuidoost'],
  ];
  for (const [from, direction, to] of rows) {
    it(`goes ${direction} from ${from} to ${to}`, () => {
      expect(names[neighbour(shapes, names.indexOf(from), direction)]).toBe(to);
    });
  }

  it('prefers a region straight ahead over a nearer one to the side', () => {
    //          1 (near, 60 degrees off)
    //   0 ---------- 2 (straight on)
    expect(neighbour(dots([5, 0], [5.5, 0.87], [6.5, 0]), 0, 'right')).toBe(2);
  });

  it('counts a degree of longitude as shorter than one of latitude', () => {
    // At 60 degrees north, two degrees of longitude are as long as one degree of latitude.
    const places = dots([0, 60], [2, 60.6], [0.7, 61]);
    expect(neighbour(places, 0, 'up')).toBe(2);
    expect(neighbour(places, 0, 'right')).toBe(1);
  });

  it('finds a large region by its nearest part, not by its label', () => {
    //   0
    //   +-----------------------+   1 (a dot, nearer than the label of 2)
    //   |           2           |
    //   +-----------------------+
    const large = {labelPoint: [6, 51], bbox: [2, 50.5, 10, 51.5], borders: []} as const;
    expect(neighbour([...dots([4, 52], [5.6, 51.3]), large], 0, 'down')).toBe(2);
    expect(neighbour(dots([4, 52], [5.6, 51.3], [6, 51]), 0, 'down')).toBe(1);
  });

  it('prefers a region that shares a border over a nearer one that does not', () => {
    const places = dots([5, 52], [5, 51.9], [5.5, 51]);
    expect(neighbour(places, 0, 'down')).toBe(1);
    const bordering = places.map((place, index) => (index === 0 ? {...place, borders: [2]} : place));
    expect(neighbour(bordering, 0, 'down')).toBe(2);
    // There is none to the left, with or without a border.
    expect(neighbour(bordering, 0, 'left')).toBe(0);
  });

  it('stays if there is no region in that direction, or no such region', () => {
    expect(neighbour(dots([5, 52]), 0, 'up')).toBe(0);
    expect(neighbour([], 3, 'up')).toBe(3);
  });

  it('stays if two regions have the same point', () => {
    expect(neighbour(dots([5, 52], [5, 52]), 0, 'left')).toBe(0);
  });
});

describe('findBorders', () => {
  it('finds the regions with a side in common, not those that meet in a corner', () => {
    expect(findBorders(squares)).toEqual([
      [1, 2],
      [0, 3],
      [0, 3],
      [1, 2],
    ]);
  });

  it('uses the neighbours in the data, without unknown ones', () => {
    const [first, ...others] = squares;
    const told = {...first, neighbours: ['zuidoost', 'nergens'] as unknown as RegionId[]};
    expect(findBorders([told, ...others])[0]).toEqual([3]);
  });
});

describe('arrowKeys', () => {
  it('knows the four arrow keys and no other', () => {
    expect(Object.keys(arrowKeys)).toEqual(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);
    expect(arrowKeys['a']).toBeUndefined();
  });
});

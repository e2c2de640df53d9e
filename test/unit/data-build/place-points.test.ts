import {describe, expect, it} from 'vitest';
import {placeOnGrid} from '../../../data/build/place-points.js';

const GRID = {lon: 10, lat: 10};

describe('placeOnGrid', () => {
  it('rounds a point to the grid', () => {
    expect(placeOnGrid([[5.04, 52.06]], GRID, () => true)).toEqual([5, 52.1]);
  });

  it('uses the nearest grid point inside if the rounded one is not', () => {
    expect(placeOnGrid([[5.04, 52.06]], GRID, ([lon]) => lon > 5.05)).toEqual([5.1, 52.1]);
  });

  it('uses the next point if the first has no grid point inside near it', () => {
    expect(
      placeOnGrid(
        [
          [5, 52],
          [6, 52],
        ],
        GRID,
        ([lon]) => lon > 5.5,
      ),
    ).toEqual([6, 52]);
  });

  it('rounds the first point if none has a grid point inside', () => {
    expect(
      placeOnGrid(
        [
          [5.04, 52.06],
          [6, 52],
        ],
        GRID,
        () => false,
      ),
    ).toEqual([5, 52.1]);
  });
});

import {booleanPointInPolygon} from '@turf/boolean-point-in-polygon';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {LonLat, RegionShape} from '../../../src/core/geometry.js';
import {regionFinder} from '../../../src/core/region-finder.js';
import {outlines as regionShapes} from '../../../src/data/outlines.js';

const square = (west: number, south: number, size: number): LonLat[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

const shape = (...rings: LonLat[][]): RegionShape => ({
  polygons: rings.map((ring) => [ring]),
  bbox: [0, 0, 3, 2],
  labelPoint: [0.5, 0.5],
});

/** Searches each region in turn, without an index. */
const plainly = (shapes: readonly RegionShape[], [lon, lat]: LonLat) =>
  shapes.findIndex(({polygons}) =>
    polygons.some((rings) =>
      booleanPointInPolygon([lon, lat], {
        type: 'Polygon',
        coordinates: rings.map((ring) => ring.map(([x, y]) => [x, y])),
      }),
    ),
  );

describe('regionFinder', () => {
  //  +---+---+   +---+
  //  | 0 | 1 |   | 0 |     0 has an exclave beyond the water
  //  +---+---+   +---+
  const shapes = [shape(square(0, 0, 1), square(2.5, 0, 0.5)), shape(square(1, 0, 1))];
  const find = regionFinder(shapes);

  it.each([
    ['inside the first', [0.5, 0.5], 0],
    ['inside the second', [1.5, 0.5], 1],
    ['in the exclave', [2.7, 0.2], 0],
    ['in the water between', [2.25, 0.5], -1],
    ['north of all', [0.5, 1.5], -1],
    ['outside the box', [-1, 0.5], -1],
    ['far away', [179, -89], -1],
    ['no number', [Number.NaN, 0.5], -1],
    ['endless', [Number.POSITIVE_INFINITY, 0], -1],
  ] as const)('%s', (_, lonLat, expected) => {
    expect(find(lonLat)).toBe(expected);
  });

  it('gives the same as a search through every region, on the real outlines', () => {
    const findReal = regionFinder(regionShapes);
    fc.assert(
      fc.property(
        fc.double({min: 3.2, max: 7.4, noNaN: true}),
        fc.double({min: 50.6, max: 53.7, noNaN: true}),
        (lon, lat) => {
          expect(findReal([lon, lat])).toBe(plainly(regionShapes, [lon, lat]));
        },
      ),
      {numRuns: 3000},
    );
  });

  it('gives the same close to a border', () => {
    const findReal = regionFinder(regionShapes);
    const corners = regionShapes.flatMap(({polygons}) => polygons.flatMap((rings) => rings.flat()));
    for (let i = 0; i < corners.length; i += 7) {
      const [lon, lat] = corners[i]!;
      for (const step of [-1e-4, 1e-4]) {
        const beside: LonLat = [lon + step, lat + step / 3];
        expect(findReal(beside), JSON.stringify(beside)).toBe(plainly(regionShapes, beside));
      }
    }
  });
});

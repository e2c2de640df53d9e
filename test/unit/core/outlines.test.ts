import {describe, expect, it} from 'vitest';
import {RegionDataError} from '../../../src/core/errors.js';
import type {LonLat} from '../../../src/core/geometry.js';
import {type RegionFeature, shapesOf} from '../../../src/core/outlines.js';

const square = (west: number, south: number): LonLat[] => [
  [west, south],
  [west + 1, south],
  [west + 1, south + 1],
  [west, south + 1],
  [west, south],
];

// . . . .   west is a square with an island, oost a square beside it
// w w o .
// . . . w
const WEST: RegionFeature = {
  id: 'west',
  properties: {name: 'West', label: [4.5, 52.5]},
  geometry: {type: 'MultiPolygon', coordinates: [[square(4, 52)], [square(7, 51)]]},
};
const OOST: RegionFeature = {
  id: 'oost',
  properties: {name: 'Oost', label: [5.5, 52.5]},
  geometry: {type: 'MultiPolygon', coordinates: [[square(5, 52)]]},
};

describe('shapesOf', () => {
  it('gives polygons, bounds of all parts, and the label point', () => {
    expect(shapesOf([WEST, OOST], ['west', 'oost'])).toEqual([
      {polygons: [[square(4, 52)], [square(7, 51)]], bbox: [4, 51, 8, 53], labelPoint: [4.5, 52.5]},
      {polygons: [[square(5, 52)]], bbox: [5, 52, 6, 53], labelPoint: [5.5, 52.5]},
    ]);
  });

  const withRing = (ring: readonly (readonly number[])[]): RegionFeature => ({
    ...OOST,
    geometry: {type: 'MultiPolygon', coordinates: [[ring]]},
  });

  it.each<[string, RegionFeature[], string]>([
    ['a region too few', [WEST], 'regions.json, regions: got 1 outlines, expected 2'],
    ['regions in another order', [OOST, WEST], 'region 0: got "oost", expected "west"'],
    ['a point', [WEST, {...OOST, geometry: {type: 'Point', coordinates: [5, 52]}}], 'oost: got Point'],
    ['an open ring', [WEST, withRing(square(5, 52).slice(0, 4))], 'oost: got a ring of 4 corners from 5,52 to 5,53'],
    [
      'a ring of three corners',
      [
        WEST,
        withRing([
          [5, 52],
          [6, 52],
          [5, 52],
        ]),
      ],
      'a ring of 3 corners',
    ],
    [
      'a corner that is no number',
      [
        WEST,
        withRing([
          [5, 52],
          [6, Number.NaN],
          [6, 53],
          [5, 52],
        ]),
      ],
      'a corner at 6, NaN',
    ],
    [
      'a label elsewhere',
      [WEST, {...OOST, properties: {label: [4, 40]}}],
      'oost, label: got [4,40], expected a point within',
    ],
    ['no label', [WEST, {...OOST, properties: null}], 'oost, label: got undefined'],
  ])('refuses %s', (_name, features, message) => {
    const read = () => shapesOf(features, ['west', 'oost']);
    expect(read).toThrow(RegionDataError);
    expect(read).toThrow(message);
  });
});

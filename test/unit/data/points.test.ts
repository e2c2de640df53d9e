import {describe, expect, it} from 'vitest';
import {postcodePoint} from '../../../src/data/points.js';

describe('postcodePoint', () => {
  it.each([
    [1316, 'Almere', 5.2, 52.4],
    [9727, 'Groningen', 6.5, 53.2],
    [4301, 'Schouwen-Duiveland', 3.9, 51.6],
    [6211, 'Maastricht', 5.7, 50.9],
  ])('knows where %i lies', (pc4, gemeente, lon, lat) => {
    const place = postcodePoint(pc4);
    expect(place?.gemeente).toBe(gemeente);
    expect(place?.point[0]).toBeCloseTo(lon, 0);
    expect(place?.point[1]).toBeCloseTo(lat, 0);
  });

  it.each([1300, 1234, 999, 10_000, Number.NaN])('has no point for %i', (pc4) => {
    expect(postcodePoint(pc4)).toBeNull();
  });
});

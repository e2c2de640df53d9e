import {describe, expect, it} from 'vitest';
import {liesNear} from '../../../data/build/accuracy.js';

describe('liesNear', () => {
  // Region 0 west of 5°, region 1 east of it; steps of 0.01°.
  const grid = {lon: 100, lat: 100};
  const locate = ([lon]: readonly [number, number]): number | null => (lon > 6 ? null : lon < 5 ? 0 : 1);

  it.each([
    [4.5, true, 'inside'],
    [5.005, true, 'across the border by half a step'],
    [5.02, false, 'across the border by two steps'],
    [7, false, 'in no region'],
  ])('at %d is %s for region 0: %s', (lon, expected) => {
    expect(liesNear([lon, 52], [0], locate, grid)).toBe(expected);
  });
});

import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {RegionDataError} from '../../../src/core/errors.js';
import {decodePoints, encodePoints, POINT_GRID, type PostcodePoint} from '../../../src/core/point-codec.js';

const points = fc
  .uniqueArray(
    fc.record({
      pc4: fc.integer({min: 1000, max: 9999}),
      x: fc.integer({min: 2300, max: 5200}),
      y: fc.integer({min: 56_000, max: 60_000}),
      municipality: fc.nat(341),
    }),
    {selector: ({pc4}) => pc4, maxLength: 200},
  )
  .map((list) =>
    list
      .sort((a, b) => a.pc4 - b.pc4)
      .map(
        ({pc4, x, y, municipality}): PostcodePoint => ({
          pc4,
          point: [x / POINT_GRID.lon, y / POINT_GRID.lat],
          municipality,
        }),
      ),
  );

describe('encodePoints', () => {
  it('gives text that decodes to the same points, when they lie on the grid', () => {
    fc.assert(
      fc.property(points, (list) => {
        expect(decodePoints(encodePoints(list))).toEqual(list);
      }),
    );
  });

  it('rounds to the nearest grid point', () => {
    const [point] = decodePoints(encodePoints([{pc4: 1012, point: [4.8937, 52.3731], municipality: 3}]));
    expect(Math.abs(point!.point[0] - 4.8937)).toBeLessThanOrEqual(0.5 / POINT_GRID.lon);
    expect(Math.abs(point!.point[1] - 52.3731)).toBeLessThanOrEqual(0.5 / POINT_GRID.lat);
  });

  it('refuses codes out of order, twice, or no PC4', () => {
    const at = (pc4: number): PostcodePoint => ({pc4, point: [5, 52], municipality: 0});
    expect(() => encodePoints([at(2000), at(1999)])).toThrow('Got pc4 1999 after 2000');
    expect(() => encodePoints([at(2000), at(2000)])).toThrow(RangeError);
    expect(() => encodePoints([at(999)])).toThrow(RangeError);
    expect(() => encodePoints([at(10_000)])).toThrow(RangeError);
    expect(() => encodePoints([at(Number.NaN)])).toThrow(RangeError);
  });
});

describe('decodePoints', () => {
  it('refuses altered, cut or foreign text', () => {
    const list: PostcodePoint[] = [1011, 1012, 1057, 9999].map((pc4, index) => ({
      pc4,
      point: [5 + index / POINT_GRID.lon, 52],
      municipality: index * 7,
    }));
    const text = encodePoints(list);
    for (let at = 0; at < text.length; at++) {
      const other = text[at] === 'A' ? 'B' : 'A';
      expect(() => decodePoints(text.slice(0, at) + other + text.slice(at + 1))).toThrow(RegionDataError);
      expect(() => decodePoints(text.slice(0, at))).toThrow(RegionDataError);
    }
    expect(() => decodePoints(`T${text.slice(1)}`)).toThrow(RegionDataError);
  });
});

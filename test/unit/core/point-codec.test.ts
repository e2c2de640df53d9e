import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {RegionDataError} from '../../../src/core/errors.js';
import {decodePoints, encodePoints, type PostcodePoint} from '../../../src/core/point-codec.js';
import type {PostcodeTable} from '../../../src/core/postcode-table.js';
import {finish} from '../../../src/core/steps.js';

const unpack = (text: string, table?: PostcodeTable) => finish(decodePoints(text, table));

const GRID = {lon: 714, lat: 1111};

const points = fc
  .uniqueArray(
    fc.record({
      pc4: fc.integer({min: 1000, max: 9999}),
      x: fc.integer({min: 2300, max: 5200}),
      y: fc.integer({min: 56_000, max: 60_000}),
      gemeente: fc.constantFrom('Aa en Hunze', "'s-Gravenhage", 'Súdwest-Fryslân', 'Bergen (L.)', 'Bergen (NH.)', 'Ee'),
    }),
    {selector: ({pc4}) => pc4, maxLength: 200},
  )
  .map((list) =>
    list
      .sort((a, b) => a.pc4 - b.pc4)
      .map(
        ({pc4, x, y, gemeente}): PostcodePoint => ({
          pc4,
          point: [x / GRID.lon, y / GRID.lat],
          gemeente,
        }),
      ),
  );

describe('encodePoints', () => {
  it('gives text that decodes to the same points, when they lie on the grid', () => {
    fc.assert(
      fc.property(points, (list) => {
        expect(unpack(encodePoints(list, GRID))).toEqual(list);
      }),
    );
  });

  it('gives the same points with a table, and needs that table to read them', () => {
    fc.assert(
      fc.property(points, fc.uint8Array({minLength: 9000, maxLength: 9000}), (list, noise) => {
        const table = noise.map((value, index) => (list.some(({pc4}) => pc4 === index + 1000) ? 1 + (value % 9) : 0));
        const text = encodePoints(list, GRID, table);
        expect(unpack(text, table)).toEqual(list);
        if (list.length > 9) expect(() => unpack(text)).toThrow(RegionDataError);
      }),
      {numRuns: 30},
    );
  });

  it('spends nearly nothing on which codes have a point when the table says it', () => {
    const list = Array.from({length: 900}, (_, index): PostcodePoint => {
      return {pc4: 1000 + Math.imul(index, 7) + (index % 3), point: [5, 52], gemeente: 'Urk'};
    });
    const table = new Uint8Array(9000);
    for (const {pc4} of list) table[pc4 - 1000] = 1;
    expect(encodePoints(list, GRID, table).length).toBeLessThan(100);
  });

  it('rounds to the nearest grid point', () => {
    const [point] = unpack(encodePoints([{pc4: 1012, point: [4.8937, 52.3731], gemeente: 'Amsterdam'}], GRID));
    expect(Math.abs(point!.point[0] - 4.8937)).toBeLessThanOrEqual(0.5 / GRID.lon);
    expect(Math.abs(point!.point[1] - 52.3731)).toBeLessThanOrEqual(0.5 / GRID.lat);
  });

  it('refuses codes out of order, twice, or no PC4', () => {
    const at = (pc4: number): PostcodePoint => ({pc4, point: [5, 52], gemeente: 'Urk'});
    expect(() => encodePoints([at(2000), at(1999)], GRID)).toThrow('Got pc4 1999 after 2000');
    expect(() => encodePoints([at(2000), at(2000)], GRID)).toThrow(RangeError);
    expect(() => encodePoints([at(999)], GRID)).toThrow(RangeError);
    expect(() => encodePoints([at(10_000)], GRID)).toThrow(RangeError);
    expect(() => encodePoints([at(Number.NaN)], GRID)).toThrow(RangeError);
    expect(() => encodePoints([at(1000.5)], GRID)).toThrow(RangeError);
  });

  it('refuses places, gemeenten and grids that are no such thing', () => {
    const good: PostcodePoint = {pc4: 1012, point: [5, 52], gemeente: 'Urk'};
    expect(() => encodePoints([{...good, point: [Number.NaN, 52]}], GRID)).toThrow('Got pc4 1012 at NaN,52');
    expect(() => encodePoints([{...good, point: [52_000, 5]}], GRID)).toThrow(RangeError);
    expect(() => encodePoints([{...good, gemeente: ''}], GRID)).toThrow('in gemeente ""');
    expect(() => encodePoints([{...good, gemeente: 'Łódź'}], GRID)).toThrow(RangeError);
    expect(() => encodePoints([good], {lon: 0.5, lat: 100})).toThrow('Got a grid of 0.5 steps');
  });
});

describe('decodePoints', () => {
  it('refuses altered, cut or foreign text', () => {
    const list: PostcodePoint[] = [1011, 1012, 1057, 9999].map((pc4, index) => ({
      pc4,
      point: [5 + index / GRID.lon, 52],
      gemeente: `Gemeente ${index}`,
    }));
    const text = encodePoints(list, GRID);
    for (let at = 0; at < text.length; at++) {
      const other = text[at] === 'A' ? 'B' : 'A';
      expect(() => unpack(text.slice(0, at) + other + text.slice(at + 1))).toThrow(RegionDataError);
      expect(() => unpack(text.slice(0, at))).toThrow(RegionDataError);
    }
    expect(() => unpack(`T${text.slice(1)}`)).toThrow(RegionDataError);
  });
});

import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {RegionDataError} from '../../../src/core/errors.js';
import {AMBIGUOUS, decodePostcodeTable, encodePostcodeTable} from '../../../src/core/postcode-table.js';

/** Tables as real ones are: runs of one value, of any length. */
const tables = fc
  .array(fc.tuple(fc.oneof(fc.constant(0), fc.integer({min: 0, max: 255})), fc.integer({min: 1, max: 400})), {
    minLength: 1,
    maxLength: 300,
  })
  .map((runs) => {
    const table = new Uint8Array(9000);
    let at = 0;
    for (const [value, length] of runs) {
      table.fill(value, at, at + length);
      at += length;
    }
    return table;
  });

describe('encodePostcodeTable', () => {
  it('gives text that decodes to the same table', () => {
    fc.assert(
      fc.property(tables, (table) => {
        expect(Buffer.compare(decodePostcodeTable(encodePostcodeTable(table)), table)).toBe(0);
      }),
      {numRuns: 60},
    );
  });

  it.each([
    ['nothing in use', () => 0],
    ['one region', () => 1],
    ['all ambiguous', () => AMBIGUOUS],
    ['254 regions in turn', (index: number) => (index % 254) + 1],
    ['no order at all', (index: number) => (Math.imul(index, 2654435761) >>> 7) & 255],
  ])('keeps a table with %s', (_name, value) => {
    const table = Uint8Array.from({length: 9000}, (_, index) => value(index));
    expect(Buffer.compare(decodePostcodeTable(encodePostcodeTable(table)), table)).toBe(0);
  });

  it('takes a division into as many regions as there are gemeenten in half the country', () => {
    // 250 regions of 36 codes: near a byte each time that a region starts.
    const table = Uint8Array.from({length: 9000}, (_, index) => Math.floor(index / 36) + 1);
    expect(decodePostcodeTable(encodePostcodeTable(table))).toEqual(table);
  });

  it('leaves its argument as it was', () => {
    const table = new Uint8Array(9000).fill(3, 100, 200);
    const before = table.slice();
    encodePostcodeTable(table);
    expect(table).toEqual(before);
  });

  it('refuses a table of another length', () => {
    expect(() => encodePostcodeTable(new Uint8Array(8999))).toThrow(RangeError);
    expect(() => encodePostcodeTable(new Uint8Array(8999))).toThrow('8999');
  });
});

describe('decodePostcodeTable', () => {
  it.each(['', 'T1', 'T1AAAA', 'T0AAAAAAAA', '<!doctype html>', 'S1AAAAAAAAAAAA'])('refuses %j', (text) => {
    expect(() => decodePostcodeTable(text)).toThrow(RegionDataError);
  });
});

import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type LookupData, lookupText} from '../../../src/core/lookup.js';
import {AMBIGUOUS} from '../../../src/core/postcode-table.js';
import type {RegionId, RegionName} from '../../../src/core/region.js';
import {type LookupResult, lookupPoint, lookupPostcode, regions} from '../../../src/lookup.js';

const region = (id: string): RegionName => ({id: id as RegionId, name: id.toUpperCase()});
const [east, west] = [region('east'), region('west')];

/** Three codes in use: 1000 in the east, 1001 in the west, 1002 on the border. */
const small: LookupData<RegionName> = {
  regions: [east, west],
  table: Uint16Array.from({length: 9000}, (_, at) => [1, 2, AMBIGUOUS, AMBIGUOUS][at] ?? 0),
  borders: new Map([
    [
      1002,
      [
        {region: west, gemeenten: ['Westdorp']},
        {region: east, gemeenten: ['Oostdorp', 'Oosthoek']},
      ],
    ],
  ]),
};

describe('lookupText', () => {
  it('finds the region of a code', () => {
    expect(lookupText('1000 AB', small)).toEqual({status: 'found', pc4: 1000, region: east});
    expect(lookupText('1001', small)).toEqual({status: 'found', pc4: 1001, region: west});
  });

  it('finds the only code of a longer text, wherever it is', () => {
    expect(lookupText('Postcode 1001', small)).toEqual({status: 'found', pc4: 1001, region: west});
    expect(lookupText('Dorpsstraat 1234, 1000 AB Oostdorp', small)).toMatchObject({status: 'found', pc4: 1000});
  });

  it('answers neither of two codes', () => {
    expect(lookupText('1000 of 1001', small)).toMatchObject({status: 'invalid', reason: 'not-a-postcode'});
    expect(lookupText('1000 AB, 1001 CD', small)).toMatchObject({status: 'invalid', reason: 'not-a-postcode'});
  });

  it('gives the candidates of a border code in their order', () => {
    expect(lookupText('1002', small)).toEqual({
      status: 'ambiguous',
      pc4: 1002,
      candidates: small.borders.get(1002),
    });
  });

  it('calls a code without a region unknown', () => {
    expect(lookupText('1004', small)).toEqual({status: 'unknown', pc4: 1004});
    expect(lookupText('9999', small)).toEqual({status: 'unknown', pc4: 9999});
  });

  it('calls a border code without candidates unknown rather than guess', () => {
    expect(lookupText('1003', small)).toEqual({status: 'unknown', pc4: 1003});
  });

  it('keeps the text that is not a postcode', () => {
    expect(lookupText(' 13', small)).toEqual({status: 'invalid', reason: 'incomplete', text: ' 13'});
    expect(lookupText(null, small)).toEqual({status: 'invalid', reason: 'empty', text: ''});
  });
});

/** Checks what is true of every outcome. */
function expectWhole(result: LookupResult): void {
  switch (result.status) {
    case 'invalid':
      expect(result.text).toBeTypeOf('string');
      break;
    case 'unknown':
      expect(result.pc4).toBeGreaterThanOrEqual(1000);
      break;
    case 'found':
      expect(regions).toContain(result.region);
      break;
    case 'ambiguous': {
      const {candidates} = result;
      expect(candidates.length).toBeGreaterThanOrEqual(2);
      expect(new Set(candidates.map(({region: {id}}) => id)).size).toBe(candidates.length);
      for (const candidate of candidates) {
        expect(regions).toContain(candidate.region);
        expect(candidate.gemeenten.length).toBeGreaterThan(0);
        for (const gemeente of candidate.gemeenten) expect(candidate.region.gemeenten).toContain(gemeente);
      }
      break;
    }
    default:
      throw new Error(`got the outcome ${JSON.stringify(result)}`);
  }
}

describe('lookupPostcode', () => {
  it('gives each of the 9,000 texts 1000 to 9999 exactly one outcome, none of them invalid', () => {
    const counts: Record<string, number> = {};
    for (let pc4 = 1000; pc4 <= 9999; pc4++) {
      const result = lookupPostcode(String(pc4));
      expectWhole(result);
      counts[result.status] = (counts[result.status] ?? 0) + 1;
      if (result.status !== 'invalid') expect(result.pc4).toBe(pc4);
    }
    expect(Object.keys(counts).sort()).toEqual(['ambiguous', 'found', 'unknown']);
    expect((counts['found'] ?? 0) + (counts['ambiguous'] ?? 0)).toBeGreaterThan(4000);
  });

  it('gives any text an outcome and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({unit: 'binary'}), fc.anything()), (text) => {
        expectWhole(lookupPostcode(text as string));
      }),
      {numRuns: 1000},
    );
  });

  const known: readonly [text: string, id: string, because: string][] = [
    ['1316', 'flevoland', 'Almere'],
    ['9701', 'groningen-friesland-drenthe', 'PO boxes of Groningen, no addresses'],
    ['9166', 'groningen-friesland-drenthe', 'Schiermonnikoog, an island'],
    ['1791', 'amsterdam-noord-holland-noord', 'Texel, an island'],
    ['1382', 'amsterdam-noord-holland-noord', 'Weesp, part of Amsterdam since 2022'],
    ['6211', 'limburg', 'Maastricht, between two borders'],
    ['5111', 'noord-brabant', 'Baarle-Nassau, around parts of Belgium'],
    ['4501', 'zeeland', 'Oostburg, only joined to Belgium'],
    ['8171', 'oost-nederland', 'Vaassen, Gelderland by province but not by region'],
  ];
  for (const [text, id, because] of known) {
    it(`finds ${id} for ${text}: ${because}`, () => {
      const result = lookupPostcode(text);
      expect(result.status === 'found' && result.region.id).toBe(id);
    });
  }

  it('offers both regions of 7351, where the addresses lie in Apeldoorn and Ede', () => {
    const result = lookupPostcode('7351');
    const candidates = result.status === 'ambiguous' ? result.candidates : [];
    expect(candidates.map((each) => [each.region.id, each.gemeenten])).toEqual([
      ['oost-nederland', ['Apeldoorn']],
      ['gelderland', ['Ede']],
    ]);
  });
});

describe('lookupPoint', () => {
  const places: readonly [lonLat: readonly [number, number], id: string | null, because: string][] = [
    [[5.22, 52.37], 'flevoland', 'Almere'],
    [[4.9, 52.373], 'amsterdam-noord-holland-noord', 'the Dam in Amsterdam'],
    [[6.57, 53.22], 'groningen-friesland-drenthe', 'the Martini tower in Groningen'],
    [[6.16, 53.48], 'groningen-friesland-drenthe', 'Schiermonnikoog, an island'],
    [[5.69, 50.85], 'limburg', 'Maastricht'],
    [[3.58, 51.455], 'zeeland', 'Vlissingen'],
    [[3.5, 52.5], null, 'the North Sea'],
    [[4.4, 50.85], null, 'Brussels'],
    [[7.1, 51.4], null, 'Bochum'],
    [[52.37, 5.22], null, 'Almere with latitude first: the Indian Ocean'],
    [[-68.27, 12.15], null, 'Bonaire'],
    [[180, 90], null, 'a pole'],
    [[1e9, -1e9], null, 'no place on earth'],
    [[Number.NaN, 52], null, 'no longitude'],
    [[5, Number.NaN], null, 'no latitude'],
    [[Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY], null, 'the infinite'],
  ];
  for (const [lonLat, id, because] of places) {
    it(`gives ${id} for [${lonLat}]: ${because}`, async () => {
      expect((await lookupPoint([...lonLat]))?.id ?? null).toBe(id);
    });
  }

  for (const value of [null, undefined, [], [5], ['a', 'b'], {}, '5,52', 5]) {
    it(`gives null for ${JSON.stringify(value)} from a script`, async () => {
      expect(await lookupPoint(value as unknown as [number, number])).toBeNull();
    });
  }
});

import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {findPostcodes, isForeignPostcode} from '../../../src/core/find-postcodes.js';
import {isNameText} from '../../../src/core/names/index.js';

describe('findPostcodes', () => {
  it.each<readonly [text: string, codes: readonly number[]]>([
    ['1316', [1316]],
    ['Postcode 1316', [1316]],
    ['mijn postcode is 1316ab', [1316]],
    ['postcode: NL1316AB', [1316]],
    ['NL-1316 AB', [1316]],
    ['Almere 1316', [1316]],
    ['1316 Almere', [1316]],
    ['Almere, 1316 AB.', [1316]],
    ['Stationsplein 1, 1315 AB Almere', [1315]],
    ['Stationsplein 1 1315 AB Almere', [1315]],
    ['Stationsplein 1 1315 Almere', [1315]],
    ['Almere 1316 12', [1316]],
    ['1000 Brussel', [1000]],
  ])('finds the one code of "%s"', (text, codes) => {
    expect(findPostcodes(text)).toEqual(codes);
  });

  it('uses the digits with letters if a house number has four digits', () => {
    expect(findPostcodes('Dorpsstraat 1234, 1315 AB Almere')).toEqual([1315]);
    expect(findPostcodes('1315 AB Almere, Dorpsstraat 1234')).toEqual([1315]);
  });

  it.each<readonly [text: string, codes: readonly number[]]>([
    ['1316 en 3511', [1316, 3511]],
    ['1316, 3511', [1316, 3511]],
    ['1316 3511', [1316, 3511]],
    ['1316AB, 3511 CD', [1316, 3511]],
    ['tussen 1316 en 1315', [1316, 1315]],
    ['1316 of 1316', [1316]],
  ])('finds each code of "%s" once, in order', (text, codes) => {
    expect(findPostcodes(text)).toEqual(codes);
  });

  it.each([
    '06 1234 5678',
    'bel 06 1234 5678',
    '088 1234 5678',
    '036 1234567',
    '26-11-2026',
    '13165',
    '131',
    '0999',
    'B-1000',
    'D-10115',
    '75001 Paris',
    'Almere',
    '',
  ])('finds none in "%s"', (text) => {
    expect(findPostcodes(text)).toEqual([]);
  });

  it('never throws, and gives only codes from 1000 to 9999', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({unit: 'binary'}), fc.anything()), (text) => {
        for (const code of findPostcodes(text)) {
          expect(code).toBeGreaterThanOrEqual(1000);
          expect(code).toBeLessThanOrEqual(9999);
        }
        isForeignPostcode(text);
      }),
      {numRuns: 200},
    );
  });
});

describe('isForeignPostcode', () => {
  it.each([
    '10115',
    'D-10115',
    '10115 Berlin',
    '75001 Paris',
    'F-75001',
    'B-1000',
    'BE 1000',
    'L-1234',
    'CH-8000',
    'A-1010 Wien',
    'SW1A 1AA',
    'sw1a1aa',
    'EH1 1YZ',
    'M5V 3L9',
    'D02 AF30',
    '00-950',
    '00-950 Warszawa',
    '1000-001',
    '01310-100',
    '90210',
    '10001-1234',
    '110 00 Praha',
    '110001',
    '01001 Київ',
  ])('knows %s', (text) => {
    expect(isForeignPostcode(text)).toBe(true);
  });

  it.each(['1000', '1000 Brussel', '1316', '1316 AB', '1316AB Almere', 'NL-1316', '131', 'Almere', '', '06 12345678'])(
    'leaves %s alone',
    (text) => {
      expect(isForeignPostcode(text)).toBe(false);
    },
  );
});

describe('isNameText', () => {
  it.each(['Almere', "'s-Gravenhage", "'", '2e Exloërmond', 'a', 'Амстердам', 'أمستردام', '(Ede)', '12 Ede'])(
    'is for %s',
    (text) => {
      expect(isNameText(text)).toBe(true);
    },
  );

  it.each(['', '1', '1316', '1316 a', 'l3l6', 'Almere 1316', '10115', 'SW1A 1AA', '?', '12', 'B-1000'])(
    'is not for "%s"',
    (text) => {
      expect(isNameText(text)).toBe(false);
    },
  );
});

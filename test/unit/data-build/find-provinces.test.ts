import {describe, expect, it} from 'vitest';
import {findProvinces} from '../../../data/build/find-provinces.js';
import type {ListedCode, ListedPlace} from '../../../data/build/read-postcodes.js';

const gemeente = (code: string) => ({code, name: code, regioPlus: 'RA0101', row: 2});
const place = (pc4: number, municipality: string, province: string | null): ListedPlace => ({
  pc4,
  place: 'Dorp',
  municipality,
  province,
  point: [5, 52],
  row: 1,
});
const listed: ListedCode[] = [
  {pc4: 3221, woonplaats: 'Dorp', spellings: [], province: 'Zuid-Holland', kind: 'Adres', row: 2},
];

describe('findProvinces', () => {
  it.each([
    ['as GeoNames has it', [place(3221, 'GM0001', null), place(3222, 'GM0001', 'Zeeland')], 'Zeeland'],
    [
      'as 4pp has it where GeoNames has none',
      [place(3222, 'GM0001', null), place(3221, 'GM0001', null)],
      'Zuid-Holland',
    ],
    ['not at all where neither has one', [place(3222, 'GM0001', null)], undefined],
  ])('takes a provincie %s', (_, places, expected) => {
    expect(findProvinces([gemeente('GM0001')], places, listed).get('GM0001')).toBe(expected);
  });
});

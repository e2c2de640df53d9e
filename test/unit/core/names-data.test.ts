import {describe, expect, it} from 'vitest';
import {RegionDataError} from '../../../src/core/errors.js';
import {assertNames, type GemeenteNames, type NamesData} from '../../../src/core/names/names-data.js';

const almere: GemeenteNames = {
  names: ['Almere'],
  provincie: 0,
  region: 0,
  places: ['Almere', 'Zeewolde'],
  sizes: [30, 20],
  others: [[], []],
  wijken: [['Haven'], []],
};

const namesWith = (gemeente: Partial<GemeenteNames> = {}): NamesData => ({
  provincies: [{names: ['Flevoland'], short: ['Fl']}],
  regions: [['Flevoland']],
  areas: [],
  generic: [],
  hints: [],
  gemeenten: [{...almere, ...gemeente}],
});

describe('assertNames', () => {
  it('accepts names in this format', () => {
    expect(() => assertNames(namesWith(), 1)).not.toThrow();
  });

  it.each([
    ['of another division', namesWith(), 14, 'names.json, regions: got 1, expected 14'],
    ['with a size too few', namesWith({sizes: [30]}), 1, 'names.json, Almere: got 1, expected 2'],
    ['with districts of one more place', namesWith({wijken: [[], [], []]}), 1, 'names.json, Almere: got 3, expected 2'],
    [
      'without the other names',
      namesWith({others: undefined as unknown as []}),
      1,
      'names.json, Almere: got undefined, expected 2',
    ],
  ])('refuses names %s, and says what was got and expected', (_, data, regionCount, message) => {
    expect(() => assertNames(data, regionCount)).toThrow(new RegionDataError(message));
  });
});

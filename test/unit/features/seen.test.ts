import {describe, expect, it} from 'vitest';
import type {Organisation} from '../../../src/core/region.js';
import {listOf, monthOf, seenFacts} from '../../../src/features/seen.js';

const facts: Organisation = {
  name: {value: 'Voorbeeld', source: 'https://nieuws.nl/a', date: '2020-03'},
  phone: {value: '050 123 45 67', source: 'https://voorbeeld.nl', date: '2026-11-21', undated: true},
  website: {value: 'https://voorbeeld.nl', source: 'https://voorbeeld.nl', date: '2026-11-21', undated: true},
  address: {value: 'Straat 1, 1234 AB Dorp', source: 'https://voorbeeld.nl', date: '2026-11-21'},
};
const shown = {
  name: 'Voorbeeld',
  phone: '050 123 45 67',
  website: 'https://voorbeeld.nl',
  address: 'Straat 1, 1234 AB Dorp',
};

describe('seenFacts', () => {
  it('puts together what was seen in one place at one time, what is looked for first at the top', () => {
    expect(seenFacts(facts, shown)).toEqual([
      {fields: ['phone', 'website'], source: 'https://voorbeeld.nl', date: '2026-11-21', undated: true},
      {fields: ['address'], source: 'https://voorbeeld.nl', date: '2026-11-21', undated: false},
      {fields: ['name'], source: 'https://nieuws.nl/a', date: '2020-03', undated: false},
    ]);
  });

  it('says nothing of what is not shown, or shown otherwise', () => {
    expect(seenFacts(facts, {name: 'Voorbeeld', phone: '050 999 99 99'}).flatMap(({fields}) => fields)).toEqual([
      'name',
    ]);
    expect(seenFacts({}, shown)).toEqual([]);
  });
});

describe('monthOf', () => {
  it.each([
    ['2020-03-05', 'nl', 'maart 2020'],
    ['2020-03', 'nl', 'maart 2020'],
    ['2018', 'nl', '2018'],
    ['2026-11-30', 'en', 'November 2026'],
    ['2021-01-01', 'en', 'January 2021'],
  ])('reads %s in %s as %s', (date, language, expected) => {
    expect(monthOf(date, language)).toBe(expected);
  });
});

describe('listOf', () => {
  it.each([
    [['telefoon'], 'nl', 'Telefoon'],
    [['e-mail', 'adres'], 'nl', 'E-mail en adres'],
    [['telefoon', 'website', 'adres'], 'nl', 'Telefoon, website en adres'],
    [['phone', 'website'], 'en', 'Phone and website'],
    [[], 'nl', ''],
  ])('begins a sentence with %j in %s', (words, language, expected) => {
    expect(listOf(words, language)).toBe(expected);
  });
});

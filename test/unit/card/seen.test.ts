import {describe, expect, it} from 'vitest';
import {listOf, monthOf} from '../../../src/card/dates.js';
import {seenFacts} from '../../../src/card/seen.js';
import {cardNl} from '../../../src/card/texts.js';
import {cardEn} from '../../../src/card/texts-en.js';
import type {Organisation} from '../../../src/core/region.js';

const facts: Organisation = {
  name: {value: 'Voorbeeld', source: 'https://nieuws.nl/a', date: '2020-03'},
  phone: {value: '050 123 45 67', source: 'https://voorbeeld.nl', date: '2026-11-21', undated: true},
  website: {value: 'https://voorbeeld.nl', source: 'https://voorbeeld.nl', date: '2026-11-21', undated: true},
  address: {value: 'Straat 1, 1234 AB Dorp', source: 'https://voorbeeld.nl', date: '2026-11-21'},
};

describe('seenFacts', () => {
  it('groups facts by source and date, in the given order', () => {
    expect(seenFacts(facts, ['phone', 'website', 'address', 'name'])).toEqual([
      {fields: ['phone', 'website'], source: 'https://voorbeeld.nl', date: '2026-11-21', undated: true},
      {fields: ['address'], source: 'https://voorbeeld.nl', date: '2026-11-21', undated: false},
      {fields: ['name'], source: 'https://nieuws.nl/a', date: '2020-03', undated: false},
    ]);
  });

  it('leaves out facts that are not requested or not known', () => {
    expect(seenFacts(facts, ['name', 'email']).flatMap(({fields}) => fields)).toEqual(['name']);
    expect(seenFacts({}, ['name'])).toEqual([]);
  });
});

describe('monthOf', () => {
  it.each([
    ['2020-03-05', cardNl, 'maart 2020'],
    ['2020-03', cardNl, 'maart 2020'],
    ['2018', cardNl, '2018'],
    ['2026-11-30', cardEn, 'November 2026'],
    ['2021-01-01', cardEn, 'January 2021'],
    ['2021-13', cardNl, '2021-13'],
  ])('formats %s as is usual in the language', (date, {months}, expected) => {
    expect(monthOf(date, months)).toBe(expected);
  });
});

describe('the names of the months', () => {
  it.each([
    ['nl', cardNl],
    ['en', cardEn],
  ])('are those of %s', (language, {months}) => {
    const {format} = new Intl.DateTimeFormat(language, {month: 'long', timeZone: 'UTC'});
    expect(months.split(' ')).toEqual(Array.from({length: 12}, (_, month) => format(Date.UTC(2026, month))));
  });
});

describe('listOf', () => {
  it.each([
    [['telefoon'], cardNl, 'Telefoon'],
    [['e-mail', 'adres'], cardNl, 'E-mail en adres'],
    [['telefoon', 'website', 'adres'], cardNl, 'Telefoon, website en adres'],
    [['naam', 'telefoon', 'website', 'adres'], cardNl, 'Naam, telefoon, website en adres'],
    [['phone', 'website'], cardEn, 'Phone and website'],
    [[], cardNl, ''],
  ])('begins a sentence with %j', (words, {and}, expected) => {
    expect(listOf(words, and)).toBe(expected);
  });
});

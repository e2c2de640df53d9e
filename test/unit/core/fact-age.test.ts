import {describe, expect, it} from 'vitest';
import {listFacts} from '../../../src/core/fact-age.js';
import type {Organisation} from '../../../src/core/region.js';

const seen = (date: string, value = 'x') => ({value, source: 'https://voorbeeld.nl/contact', date});

/** State and age of one fact with a date. */
function ageOf(date: string, now: string, olderThan?: number): string {
  const found = listFacts([{id: 'west', organisation: {name: seen(date)}}], now, olderThan);
  const name = found.find(({field}) => field === 'name');
  return `${name?.state} ${name?.months}`;
}

describe('listFacts', () => {
  it.each([
    ['2026-11-26', '2026-11-26', 'current 0'],
    ['2025-11-26', '2026-11-26', 'current 12'],
    ['2025-11-25', '2026-11-26', 'old 12'],
    ['2025-11', '2026-11-30', 'current 11'],
    ['2025-10', '2026-11-26', 'old 12'],
    ['2025', '2026-11-26', 'current 10'],
    ['2024', '2026-11-26', 'old 22'],
    ['2016-02-29', '2026-11-26', 'old 128'],
    ['2027-01-01', '2026-11-26', 'current 0'],
  ])('a fact of %s is on %s: %s', (date, now, expected) => {
    expect(ageOf(date, now)).toBe(expected);
  });

  it.each([
    [6, 'old 9'],
    [9, 'current 9'],
    [24, 'current 9'],
    [0, 'old 9'],
  ])('takes another limit: %i months', (months, expected) => {
    expect(ageOf('2026-02-26', '2026-11-26', months)).toBe(expected);
  });

  it('counts back over the turn of a year', () => {
    expect(ageOf('2025-12-01', '2026-01-01', 1)).toBe('current 1');
    expect(ageOf('2025-11-30', '2026-01-01', 1)).toBe('old 1');
    expect(ageOf('2024-12-15', '2026-12-15', 24)).toBe('current 24');
  });

  const regions: readonly {id: string; organisation: Organisation}[] = [
    {id: 'west', organisation: {name: seen('2026'), website: seen('2019-05'), address: seen('2018-03-04')}},
    {id: 'oost', organisation: {phone: seen('2026-01', '030 123 45 67'), formerName: seen('2020')}},
  ];

  it('lists the regions in order, with missing facts first, then the oldest', () => {
    expect(listFacts(regions, '2026-11-26').map(({region, field, state}) => `${region} ${field} ${state}`)).toEqual([
      'west phone missing',
      'west email missing',
      'west contactPage missing',
      'west vacancies missing',
      'west about missing',
      'west address old',
      'west website old',
      'west name current',
      'oost name missing',
      'oost phoneHours missing',
      'oost email missing',
      'oost contactPage missing',
      'oost website missing',
      'oost vacancies missing',
      'oost address missing',
      'oost about missing',
      'oost formerName old',
      'oost phone current',
    ]);
  });

  it('gives everything about a known fact, and nothing about a missing one', () => {
    const all = listFacts(regions, '2026-11-26');
    expect(all.find(({region, field}) => region === 'oost' && field === 'phone')).toEqual({
      region: 'oost',
      field: 'phone',
      value: '030 123 45 67',
      source: 'https://voorbeeld.nl/contact',
      date: '2026-01',
      months: 9,
      state: 'current',
    });
    expect(all[0]).toEqual({
      region: 'west',
      field: 'phone',
      value: null,
      source: null,
      date: null,
      months: null,
      state: 'missing',
    });
  });
});

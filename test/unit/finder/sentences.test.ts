import {describe, expect, it} from 'vitest';
import type {FinderState} from '../../../src/core/finder-state.js';
import type {RegionCard} from '../../../src/core/region.js';
import {regions} from '../../../src/data/index.js';
import {stateOf} from '../../../src/finder/find-state.js';
import {errorOf, summaryOf} from '../../../src/finder/sentences.js';
import {kaartNl as text} from '../../../src/finder/texts.js';

const summary = (state: FinderState<RegionCard>) =>
  summaryOf(state, text, ({organisation}) => organisation.name ?? '?');
const flevoland = regions.find(({id}) => id === 'flevoland') as RegionCard;

describe('errorOf', () => {
  it('is about digits, places or other countries, depending on the text', () => {
    const of = (typed: string) => errorOf(stateOf(typed), text);
    expect(of('13')).toBe(text.incomplete);
    expect(of('0999')).toBe(text['not-a-postcode']);
    expect(of('abcd')).toBe(text.placesNone);
    expect(of('10115')).toBe(`${text['too-long']} ${text.foreign}`);
    expect(of('SW1A 1AA')).toBe(`${text['not-a-postcode']} ${text.foreign}`);
    expect(of('1316')).toBe('');
    expect(of('1004')).toBe('');
  });
});

describe('summaryOf', () => {
  it('contains the typed text, so that another postcode of the same region gives another sentence', () => {
    expect(summary(stateOf('1316'))).toBe('1316: Flever, regio Flevoland.');
    expect(summary(stateOf('1317'))).toBe('1317: Flever, regio Flevoland.');
    expect(summary({kind: 'region', region: flevoland})).toBe('Flever, regio Flevoland.');
    const place = {name: 'Almere', kind: 'woonplaats', gemeente: 'Almere', regions: [3]} as const;
    expect(summary({kind: 'region', region: flevoland, place})).toBe('Almere: Flever, regio Flevoland.');
  });

  it('names the regions of a border code, and the codes of a text with several', () => {
    expect(summary(stateOf('7351'))).toBe('Postcode 7351 ligt in meer dan één regio: Oost-Nederland en Gelderland');
    expect(summary(stateOf('1316 / 3511'))).toBe('Hier staan meer postcodes: 1316, 3511');
  });

  it('is empty at the start', () => {
    expect(summary({kind: 'start'})).toBe('');
  });
});

describe('stateOf', () => {
  it('offers no choice between codes of one region', () => {
    expect(stateOf('1316 / 1317')).toEqual({kind: 'region', region: flevoland});
  });
});

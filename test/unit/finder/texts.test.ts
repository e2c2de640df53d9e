import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {cardNl} from '../../../src/card/texts.js';
import {cardEn} from '../../../src/card/texts-en.js';
import {locationNl} from '../../../src/finder/location-texts.js';
import {locationEn} from '../../../src/finder/location-texts-en.js';
import {fill, type Strings} from '../../../src/finder/strings.js';
import {nl} from '../../../src/finder/texts.js';
import {en} from '../../../src/finder/texts-en.js';
import {textsFor} from '../../../src/finder/texts-loader.js';
import {mapNl} from '../../../src/map/texts.js';
import {mapEn} from '../../../src/map/texts-en.js';
import {placesNl} from '../../../src/names/texts.js';
import {placesEn} from '../../../src/names/texts-en.js';

type Table = Readonly<Record<string, string>>;

/** Each table of texts with its English twin, by the room that it belongs to. */
const tables: readonly (readonly [name: string, dutch: Table, english: Table])[] = [
  ['core', nl, Object.fromEntries(Object.keys(nl).map((key) => [key, (en as unknown as Table)[key] ?? '']))],
  ['card', {...cardNl}, {...cardEn}],
  ['location', {...locationNl}, {...locationEn}],
  ['map', {...mapNl}, {...mapEn}],
  ['names', {...placesNl}, {...placesEn}],
];

/** The places for values in a text. */
const holes = (text: string | undefined) => [...new Set(text?.match(/\{\w+\}/g))].sort();

for (const [name, dutch, english] of tables) {
  describe(`the texts of ${name}`, () => {
    it('are in both languages, key by key', () => {
      expect(Object.keys(dutch).length).toBeGreaterThan(0);
      expect(Object.keys(english).sort()).toEqual(Object.keys(dutch).sort());
      for (const text of [...Object.values(dutch), ...Object.values(english)]) expect(text.trim()).not.toBe('');
    });

    it('take the same values in both languages', () => {
      for (const [key, text] of Object.entries(dutch)) expect([key, holes(english[key])]).toEqual([key, holes(text)]);
    });

    it('are part of the whole English interface', () => {
      for (const [key, text] of Object.entries(english)) expect((en as unknown as Table)[key]).toBe(text);
    });

    it('address a Dutch reader with je', () => {
      for (const text of Object.values(dutch)) expect(text).not.toMatch(/\b(u|uw)\b/i);
    });
  });
}

describe('all texts together', () => {
  it('use each key once', () => {
    const keys = tables.flatMap(([, dutch]) => Object.keys(dutch));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    expect(Object.keys(en).sort()).toEqual(keys.sort());
  });
});

describe('fill', () => {
  it('puts values in, wherever and however often', () => {
    expect(fill('{a} en {b}, {a}', {a: 1, b: 'x'})).toBe('1 en x, 1');
  });

  it('leaves a hole without a value as it stands', () => {
    expect(fill('Regio {name}', {})).toBe('Regio {name}');
  });

  it('takes a value for text alone', () => {
    expect(fill('{a}', {a: '{b} $& <i>', b: 'no'})).toBe('{b} $& <i>');
  });
});

describe('textsFor', () => {
  beforeEach(() => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  const warnings = () => vi.mocked(console.warn).mock.calls.map(([message]) => String(message));

  it('adds nothing to Dutch', () => {
    expect(textsFor('nl', 'nl', null)).toEqual({language: 'nl', translations: {}});
  });

  it('gives all of English', () => {
    expect(textsFor('en', '', null)).toEqual({language: 'en', translations: en});
  });

  it('lays the texts of the host over either', () => {
    expect(textsFor('nl', '', {submit: 'Vind'}).translations).toEqual({submit: 'Vind'});
    expect(textsFor('en', '', {submit: 'Find'}).translations).toEqual({...en, submit: 'Find'});
  });

  it('follows a page in another language in Dutch, without a word', () => {
    expect(textsFor('fr', '', null)).toEqual({language: 'nl', translations: {}});
    expect(warnings()).toEqual([]);
  });

  it('warns once of a language of the element that there is not', () => {
    textsFor('xx', 'xx', null);
    expect(textsFor('xx', 'xx', null).language).toBe('nl');
    expect(warnings()).toEqual(['regiokaart: lang is "xx", expected nl or en; using nl']);
  });

  it('warns once of each text that is none, and keeps the rest', () => {
    const wrong = {submit: 5, heading: null, hint: {text: 'x'}, label: 'Code'} as unknown as Partial<Strings>;
    textsFor('nl', '', wrong);
    expect(textsFor('nl', '', wrong).translations).toEqual({label: 'Code'});
    expect(warnings()).toHaveLength(3);
    for (const warning of warnings())
      expect(warning).toMatch(/^regiokaart: strings\.\w+ is .*, expected a text for a key that there is/);
  });

  it('warns of a key that there is not, also of one that every object has', () => {
    expect(textsFor('nl', '', {nope: 'x', toString: 'y'} as Partial<Strings>).translations).toEqual({});
    expect(warnings()).toHaveLength(2);
  });

  it('warns of values that cannot be written down as JSON', () => {
    const ring: Record<string, unknown> = {};
    ring['self'] = ring;
    const wrong = {submit: ring, label: 1n, hint: () => 'x', start: Symbol('s'), list: undefined};
    expect(textsFor('nl', '', wrong as unknown as Partial<Strings>).translations).toEqual({});
    expect(warnings()).toHaveLength(5);
    expect(warnings().every((warning, at) => warning.includes(Object.keys(wrong)[at] ?? '?'))).toBe(true);
  });
});

import {describe, expect, it} from 'vitest';
import {cardNl} from '../../../src/card/texts.js';
import {cardEn} from '../../../src/card/texts-en.js';
import {kaartEn} from '../../../src/finder/kaart-texts-en.js';
import {kaartNl} from '../../../src/finder/texts.js';
import {mapNl} from '../../../src/map/texts.js';
import {mapEn} from '../../../src/map/texts-en.js';
import {namesNl} from '../../../src/names/texts.js';
import {namesEn} from '../../../src/names/texts-en.js';
import {fill} from '../../../src/shared/fill.js';

type Table = Readonly<Record<string, string>>;

const without = (table: Table, ...others: readonly object[]): Table =>
  Object.fromEntries(Object.entries(table).filter(([key]) => !others.some((other) => Object.hasOwn(other, key))));

/** Each table of texts with its English version, by folder. */
const tables: readonly (readonly [name: string, dutch: Table, english: Table])[] = [
  ['finder', without({...kaartNl}, cardNl, namesNl), without({...kaartEn}, cardEn, namesEn)],
  ['card', {...cardNl}, {...cardEn}],
  ['names', {...namesNl}, {...namesEn}],
  ['map', {...mapNl}, {...mapEn}],
];

/** The placeholders in a text. */
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

    it('address a Dutch reader with je', () => {
      for (const text of Object.values(dutch)) expect(text).not.toMatch(/\b(u|uw)\b/i);
    });
  });
}

describe('all texts together', () => {
  it('use each key once', () => {
    const keys = [mapNl, cardNl, namesNl].flatMap((table) => Object.keys(table));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    const own = Object.keys(tables[0]?.[1] ?? {});
    expect(own.filter((key) => keys.includes(key))).toEqual([]);
    expect(Object.keys(kaartNl)).toHaveLength(own.length + Object.keys(cardNl).length + Object.keys(namesNl).length);
  });
});

describe('fill', () => {
  it('puts values in, wherever and however often', () => {
    expect(fill('{a} en {b}, {a}', {a: 1, b: 'x'})).toBe('1 en x, 1');
  });

  it('leaves a placeholder without a value as it is', () => {
    expect(fill('Regio {name}', {})).toBe('Regio {name}');
  });

  it('treats a value as plain text', () => {
    expect(fill('{a}', {a: '{b} $& <i>', b: 'no'})).toBe('{b} $& <i>');
  });
});

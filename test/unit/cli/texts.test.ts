import {describe, expect, it} from 'vitest';
import {type CliStrings, cliNl} from '../../../src/cli/texts.js';
import {cliEn} from '../../../src/cli/texts-en.js';

const flat = ({rules, kinds, answers, ...texts}: CliStrings): Readonly<Record<string, string>> => ({
  ...texts,
  ...rules,
  ...answers,
  ...Object.fromEntries(
    Object.entries(kinds).flatMap(([kind, words]) =>
      Object.entries(words).map(([key, text]) => [`${kind} ${key}`, text]),
    ),
  ),
});
const holes = (text: string | undefined) => [...new Set(text?.match(/\{\w+\}/g))].sort();

describe('the texts of the command line', () => {
  const [dutch, english] = [flat(cliNl), flat(cliEn)];

  it('are in both languages, key by key', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(dutch).sort());
    for (const text of [...Object.values(dutch), ...Object.values(english)]) expect(text.trim()).not.toBe('');
  });

  it('take the same values and name the same options in both languages', () => {
    const options = (text: string | undefined) => text?.match(/--\w+/g);
    for (const [key, text] of Object.entries(dutch)) {
      expect([key, holes(english[key]), options(english[key])]).toEqual([key, holes(text), options(text)]);
    }
  });

  it('address a Dutch reader with je', () => {
    for (const text of Object.values(dutch)) expect(text).not.toMatch(/\b(u|uw)\b/i);
  });
});

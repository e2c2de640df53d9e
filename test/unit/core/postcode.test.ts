import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type InvalidReason, parsePostcode, toText} from '../../../src/core/postcode.js';

/** A text, its result, and the reason for the case. */
type Case = readonly [typed: string, gives: number | InvalidReason, because: string];

const FORGIVEN: readonly Case[] = [
  ['1316', 1316, 'four digits'],
  ['1000', 1000, 'the first code'],
  ['9999', 9999, 'the last code'],
  [' 1316 ', 1316, 'spaces around'],
  ['1316AB', 1316, 'a full postcode'],
  ['1316 ab', 1316, 'a full postcode in lower case'],
  ['9999 zz', 9999, 'the last full postcode'],
  ['1316AB Almere', 1316, 'a place behind it'],
  ['1234AB Plaats 12', 1234, 'a number in what follows'],
  ['1316\u202fAB', 1316, 'a narrow no-break space'],
  ['1316\u00a0AB', 1316, 'a no-break space'],
  ['1316-AB', 1316, 'a hyphen between the parts'],
  ['1316.', 1316, 'a full stop'],
  ['1.316', 1316, 'a number with a full stop'],
  ['12 34', 1234, 'a space among the digits'],
  ['1 3 1 6', 1316, 'spaces between all digits'],
  ['\t1316\r\n', 1316, 'tab and line end'],
  ['NL-1316 AB', 1316, 'a country before it'],
  ['nl 1316', 1316, 'a country in lower case'],
  ['１３１６', 1316, 'full-width digits'],
  ['١٣١٦', 1316, 'Arabic-Indic digits'],
  ['۱۳۱۶', 1316, 'Persian digits'],
  ['1O12', 1012, 'a capital O for zero'],
  ['1o12', 1012, 'a small o for zero'],
  ['l3l6', 1316, 'an l for one'],
  ['I316', 1316, 'a capital I for one'],
  ['1OOO AB', 1000, 'three letters O'],
  ['1316 OI', 1316, 'look-alikes behind the digits are letters'],
  ['1\u200b316', 1316, 'a zero-width space'],
  ['\ufeff1316', 1316, 'a byte order mark'],
  ['1️⃣3️⃣1️⃣6️⃣', 1316, 'keycap emoji'],
  ['📮 1316', 1316, 'an emoji before it'],
  ['"1316"', 1316, 'quotes'],
  [`1316 ${'x'.repeat(10_000)}`, 1316, '10 kB behind it'],
  [`${' '.repeat(10_000)}1316`, 1316, '10 kB of spaces before it'],
];

const REFUSED: readonly Case[] = [
  ['', 'empty', 'nothing'],
  ['   ', 'empty', 'spaces'],
  ['\u00a0\u202f\u200b', 'empty', 'spaces that cannot be seen'],
  ['1', 'incomplete', 'one digit'],
  ['131', 'incomplete', 'three digits'],
  ['13 1 ', 'incomplete', 'three digits and spaces'],
  ['099', 'incomplete', 'three digits, the first a zero'],
  ['NL 13', 'incomplete', 'a country and two digits'],
  ['12345', 'too-long', 'five digits'],
  ['1234 5', 'too-long', 'a fifth digit behind a space'],
  ['0612345678', 'too-long', 'a phone number'],
  ['1'.repeat(10_000), 'too-long', '10 kB of digits'],
  ['0999', 'not-a-postcode', 'a zero in front'],
  ['0999 AA', 'not-a-postcode', 'a full code with a zero in front'],
  ['0000', 'not-a-postcode', 'zeros'],
  ['O999', 'not-a-postcode', 'a letter O in front'],
  ['Almere', 'not-a-postcode', 'a place'],
  ['Olie', 'not-a-postcode', 'a word of look-alikes'],
  ['oil', 'not-a-postcode', 'a word of nothing but look-alikes'],
  ['13ab', 'not-a-postcode', 'letters after two digits'],
  ['AB1316', 'not-a-postcode', 'letters before the digits'],
  ['NL', 'not-a-postcode', 'a country alone'],
  ['😀', 'not-a-postcode', 'an emoji'],
  ['-', 'not-a-postcode', 'a hyphen'],
  ['null', 'not-a-postcode', 'the word null'],
  ['\ud800', 'not-a-postcode', 'half a surrogate pair'],
  ['<b>1316</b>', 'not-a-postcode', 'markup'],
  ['x'.repeat(10_000), 'not-a-postcode', '10 kB of letters'],
];

const shown = (typed: string) => JSON.stringify(typed.length > 30 ? `${typed.slice(0, 12)}…` : typed);

describe('parsePostcode', () => {
  for (const [typed, gives, because] of FORGIVEN) {
    it(`reads ${shown(typed)} as ${gives}: ${because}`, () => {
      expect(parsePostcode(typed)).toBe(gives);
    });
  }

  for (const [typed, gives, because] of REFUSED) {
    it(`calls ${shown(typed)} ${gives}: ${because}`, () => {
      expect(parsePostcode(typed)).toBe(gives);
    });
  }

  for (const value of [null, undefined, {}, [], true, Number.NaN, Symbol('1316'), 1316n, () => '1316', {pc4: 1316}]) {
    it(`treats ${String(value)} from a script as no postcode`, () => {
      expect(parsePostcode(value)).toBeTypeOf('string');
    });
  }

  it('reads a number from a script', () => {
    expect(parsePostcode(1316)).toBe(1316);
    expect(parsePostcode(999)).toBe('incomplete');
    expect(parsePostcode(-1316)).toBe(1316);
    expect(parsePostcode(13.5)).toBe('incomplete');
  });

  it('gives one PC4 or one reason for any text, and never throws', () => {
    const reasons = ['empty', 'incomplete', 'too-long', 'not-a-postcode'];
    const texts = fc.oneof(
      fc.string({unit: 'binary', maxLength: 40}),
      fc.string({unit: fc.constantFrom(...'0123456789OoIilL NLnl-.١۱１ab')}),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parsePostcode(text);
        if (typeof parsed === 'number') {
          expect(Number.isInteger(parsed) && parsed >= 1000 && parsed <= 9999).toBe(true);
        } else {
          expect(reasons).toContain(parsed);
        }
      }),
      {numRuns: 2000},
    );
  });

  it('reads every code however it is written', () => {
    const spaces = fc.string({unit: fc.constantFrom(' ', '\u00a0', '\t'), maxLength: 3});
    const letters = fc.string({unit: fc.constantFrom(...'ABab'), minLength: 0, maxLength: 2});
    const wide = (digit: string) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0);
    const arabic = (digit: string) => String.fromCharCode(digit.charCodeAt(0) - 0x30 + 0x660);
    const looks = (digit: string) => ({'0': 'O', '1': 'l'})[digit] ?? digit;
    const plain = (digit: string) => digit;
    fc.assert(
      fc.property(
        fc.integer({min: 1000, max: 9999}),
        fc.array(fc.constantFrom(plain, wide, arabic, looks), {minLength: 4, maxLength: 4}),
        spaces,
        spaces,
        letters,
        (pc4, ways, before, between, after) => {
          const digits = [...String(pc4)].map((digit, at) => (ways[at] ?? plain)(digit)).join('');
          // Four letters are a word, whatever they look like.
          fc.pre(/[^Ol]/.test(digits));
          expect(parsePostcode(before + digits + between + after)).toBe(pc4);
        },
      ),
      {numRuns: 2000},
    );
  });
});

describe('toText', () => {
  it('keeps a string, writes a number in digits, and treats anything else as empty', () => {
    expect(toText(' 13')).toBe(' 13');
    expect(toText(1316)).toBe('1316');
    for (const value of [null, undefined, {}, [1316], 1316n, true]) expect(toText(value)).toBe('');
  });
});

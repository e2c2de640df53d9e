import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {RegionDataError} from '../../../src/core/errors.js';
import {
  type BitCoder,
  codeNumber,
  createLearner,
  decodeInSteps,
  decodeText,
  encodeText,
} from '../../../src/core/range-coder.js';
import {finish} from '../../../src/core/steps.js';

const readText = <T>(marker: string, text: string, read: (code: BitCoder) => T): T =>
  decodeText(marker, text, (code, close) => {
    const content = read(code);
    close();
    return content;
  });

/** A small content of the kind that the codecs have: a count, then numbers with learnt contexts. */
function codeList(code: BitCoder, list?: readonly number[]): number[] {
  const learn = createLearner(code, 256, 60);
  const length = codeNumber(code, learn, 0, 1, list?.length ?? 0);
  const result: number[] = [];
  while (result.length < length) result.push(codeNumber(code, learn, 2, 3, list?.[result.length] ?? 0));
  return result;
}
const encode = (list: readonly number[]) => encodeText('L1', (code) => codeList(code, list));
const decode = (text: string) => readText('L1', text, (code) => codeList(code));
const lists = fc.array(fc.oneof(fc.nat(20), fc.nat(2 ** 29 - 1)), {maxLength: 60});

describe('encodeText', () => {
  it('gives text that decodes to the same numbers', () => {
    fc.assert(
      fc.property(lists, (list) => {
        expect(decode(encode(list))).toEqual(list);
      }),
    );
  });

  it('keeps bits whose probability is anywhere between its bounds', () => {
    const bits = fc.array(fc.tuple(fc.boolean(), fc.double({min: 2 ** -30, max: 1 - 2 ** -30, noNaN: true})));
    fc.assert(
      fc.property(bits, (pairs) => {
        const text = encodeText('B1', (code) => {
          for (const [bit, probability] of pairs) code(probability, bit ? 1 : 0);
        });
        const read = readText('B1', text, (code) => pairs.map(([, probability]) => code(probability, 0) === 1));
        expect(read).toEqual(pairs.map(([bit]) => bit));
      }),
    );
  });

  it('carries through a long row of full bytes', () => {
    // Always the upper part, then the lower: the low end climbs until its digits are all 255.
    for (let length = 1; length < 200; length++) {
      const bits = Array.from({length}, (_, index) => (index < length - 3 ? 0 : 1));
      const probability = 1 / 256 + 2 ** -29;
      const text = encodeText('B1', (code) => {
        for (const bit of bits) code(probability, bit);
      });
      expect(readText('B1', text, (code) => bits.map(() => code(probability, 0)))).toEqual(bits);
    }
  });

  it('spends as many characters as the bits hold information', () => {
    // 8,000 bits of probability 1/2, at log2(86) bits a character, and the check.
    const text = encodeText('B1', (code) => {
      for (let index = 0; index < 8000; index++) code(0.5, Math.imul(index, 2654435761) & 4096 ? 1 : 0);
    });
    expect(text.length).toBeLessThan(2 + 8000 / Math.log2(86) + 7);
  });

  it('uses no character that a script or a page would have to escape', () => {
    fc.assert(
      fc.property(lists, (list) => {
        expect(encode(list)).not.toMatch(/["'$\\&\s]|[^\x20-\x7e]/);
      }),
    );
  });

  it.each([0, 1, -1, Number.NaN])('refuses probability %d', (probability) => {
    expect(() => encodeText('B1', (code) => code(probability, 1))).toThrow(RangeError);
  });
});

describe('decodeInSteps', () => {
  it('finds damage at the end, and not before', () => {
    const text = encode([7, 300, 12]);
    const steps = decodeInSteps('L1', `${text.slice(0, -1)}${text.endsWith('5') ? '6' : '5'}`, function* (code) {
      yield;
      return codeList(code);
    });
    expect(steps.next()).toEqual({done: false, value: undefined});
    expect(() => steps.next()).toThrow(RegionDataError);
    expect(
      finish(
        decodeInSteps('L1', text, function* (code) {
          yield;
          return codeList(code);
        }),
      ),
    ).toEqual([7, 300, 12]);
  });
});

describe('decodeText', () => {
  const alphabet = [...Array.from({length: 130}, (_, code) => String.fromCharCode(code)), 'é', '–', '\ud800'];

  it('refuses text with any character changed', () => {
    fc.assert(
      fc.property(lists, fc.nat(), fc.constantFrom(...alphabet), (list, place, character) => {
        const text = encode(list);
        const at = place % text.length;
        fc.pre(text[at] !== character);
        expect(() => decode(text.slice(0, at) + character + text.slice(at + 1))).toThrow(RegionDataError);
      }),
      {numRuns: 3000},
    );
  });

  it('refuses text with a part cut out or put in', () => {
    fc.assert(
      fc.property(lists, fc.nat(), fc.nat(12), fc.string({maxLength: 12}), (list, place, cut, put) => {
        const text = encode(list);
        const at = place % (text.length + 1);
        const changed = text.slice(0, at) + put + text.slice(at + cut);
        fc.pre(changed !== text);
        expect(() => decode(changed)).toThrow(RegionDataError);
      }),
      {numRuns: 3000},
    );
  });

  it('refuses every shorter text', () => {
    const text = encode([1, 2, 3, 1000, 5]);
    for (let length = 0; length < text.length; length++) {
      expect(() => decode(text.slice(0, length)), `${length} characters`).toThrow(RegionDataError);
    }
  });

  it('refuses random text of the right characters, and says what it got and expected', () => {
    const character = fc.integer({min: 40, max: 126}).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.string({unit: character, maxLength: 300}), (text) => {
        expect(() => decode(`L1${text}`)).toThrow(/^Got .*expected "L1"/);
      }),
      {numRuns: 2000},
    );
  });

  it('refuses the text of another kind', () => {
    expect(() => readText('L2', encode([7]), (code) => codeList(code))).toThrow(/^Got \d+ characters from "L1/);
  });
});

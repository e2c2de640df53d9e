import {RegionDataError} from './errors.js';
import type {Steps} from './steps.js';

/**
 * Codes one bit. An encoder writes `bit` and returns it; a decoder ignores `bit` and returns the one it reads. A model
 * that is written against this type therefore serves both ways, and the two can never disagree.
 *
 * @param probability that the bit is 1, above 0 and below 1. Nothing but `+ - * /` may go into it: those give the same
 *   double in every engine, `Math.exp` and its kin do not.
 */
export type BitCoder = (probability: number, bit: number) => number;

/**
 * As `BitCoder`, with a probability learnt from the bits before.
 *
 * @param coarse stands for the little that surely matters for the bit, a whole number from 0.
 * @param fine the same with all that may matter too; equal to `coarse` when there is nothing more. No number otherwise
 *   serves as both, or for two kinds of bit.
 */
export type Learner = (coarse: number, fine: number, bit: number) => number;

/**
 * Digits of the text: the printable characters from `(` to `~` but the backslash, so that no quotes, `$` or escapes
 * occur. Not base64: within a script, where gzip has one set of code lengths for code and data, these take 85 bytes
 * less for 900 bytes of data, and no conversion to bytes. Alone, both come to what they hold.
 */
const RADIX = 86;
const FIRST = 40;
const BACKSLASH = 92;

/** The interval stays at least this wide: just above 2^32. Times `RADIX`, with room for a carry, it fits a double. */
const MIN_RANGE = RADIX ** 5;

/** How many bits of its own the coarse context counts for in a fine one. */
const TRUST = 4;

/** One step of FNV-1a, on a bit. */
const hashBit = (hash: number, bit: number) => Math.imul(hash ^ (bit + 1), 16_777_619) >>> 0;

/**
 * Reads a text made by `encodeText`: `marker`, then the digits of an arithmetic code.
 *
 * How damage shows: a hash over the decoded bits says how far into the last interval the text has to end, which is
 * written in full. The last interval is at least 2^32 wide, so this costs as much as a 32-bit checksum. Unlike a sum
 * that is read as content it also covers the slack at the end, and a decoder whose model is not the encoder's. Without
 * the hash a few texts with one character changed would pass: where a bit of probability 1/2 moves the text by a
 * round number.
 *
 * @param marker kind and version of the content: the characters that every text of the kind starts with.
 * @param read makes the content out of bits, and calls `close` when it has them all, before the content is used. It may
 *   run on nonsense until then or until the text ends, so it must not loop or allocate by a number it has read without
 *   reading on.
 * @throws RegionDataError, here or from `code` or `close`, for a text of another kind, and for one that is cut off,
 *   extended or altered in any place.
 */
export function decodeText<T>(marker: string, text: string, read: (code: BitCoder, close: () => void) => T): T {
  let position = marker.length;
  // Numbers of more than 31 bits in variables of a closure are allocated anew at each change; in an array they are not.
  // Here the width of the interval, then where in it the text lies.
  const state = new Float64Array([1, 0]);
  let hash = 0;
  const check = (whole: boolean) => {
    if (!whole) {
      throw new RegionDataError(
        `Got ${text.length} characters from "${text.slice(0, 9)}", expected "${marker}" and its data`,
      );
    }
  };
  const fill = () => {
    for (; (state[0] as number) < MIN_RANGE; (state[0] as number) *= RADIX) {
      check(position < text.length);
      const character = text.charCodeAt(position++);
      state[1] = (state[1] as number) * RADIX + character - FIRST - +(character > BACKSLASH);
    }
  };
  check(text.startsWith(marker) && !/[^(-[\]-~]/.test(text));
  fill();
  return read(
    (probability) => {
      const split = Math.floor((state[0] as number) * probability);
      const bit = (state[1] as number) < split ? 1 : 0;
      if (bit) {
        state[0] = split;
      } else {
        (state[1] as number) -= split;
        (state[0] as number) -= split;
      }
      if ((state[0] as number) < MIN_RANGE) fill();
      hash = hashBit(hash, bit);
      return bit;
    },
    () => check(state[1] === hash && position === text.length),
  );
}

/**
 * As `decodeText`, in the steps of `read`.
 *
 * @throws RegionDataError as `decodeText`, at once or in any step.
 */
export const decodeInSteps = <T>(marker: string, text: string, read: (code: BitCoder) => Steps<T>): Steps<T> =>
  decodeText(marker, text, function* (code, close) {
    const content = yield* read(code);
    close();
    return content;
  });

/**
 * Writes what `write` codes as text that `decodeText` reads with the same marker.
 *
 * @throws RangeError for a probability outside 2^-30 to 1 - 2^-30: the interval could become empty.
 */
export function encodeText(marker: string, write: (code: BitCoder) => void): string {
  const digits: number[] = [];
  let range = MIN_RANGE;
  let low = 0;
  let hash = 0;
  const shift = () => {
    digits.push(Math.floor(low / MIN_RANGE));
    low = (low % MIN_RANGE) * RADIX;
  };
  const carry = () => {
    if (low < MIN_RANGE * RADIX) return;
    low -= MIN_RANGE * RADIX;
    let index = digits.length - 1;
    for (; digits[index] === RADIX - 1; index--) digits[index] = 0;
    digits[index] = (digits[index] ?? 0) + 1;
  };
  write((probability, bit) => {
    if (!(probability >= 2 ** -30 && probability <= 1 - 2 ** -30)) {
      throw new RangeError(`Got probability ${probability}, expected 2^-30 to 1 - 2^-30`);
    }
    const split = Math.floor(range * probability);
    if (bit) {
      range = split;
    } else {
      low += split;
      range -= split;
    }
    carry();
    for (; range < MIN_RANGE; range *= RADIX) shift();
    const coded = bit ? 1 : 0;
    hash = hashBit(hash, coded);
    return coded;
  });
  low += hash;
  carry();
  for (let rest = 0; rest < 6; rest++) shift();
  // The first interval is one digit narrower than what `low` holds, so the first digit is always 0.
  const characters = digits.slice(1).map((digit) => digit + FIRST + +(digit + FIRST >= BACKSLASH));
  return marker + characters.map((character) => String.fromCharCode(character)).join('');
}

/**
 * Learns how often bits are 1 in each of their contexts. A fine context starts from what the coarse one says, and
 * weighs that as `TRUST` bits of its own: it helps from its first bits on, and never costs much. In data this small
 * that beats the best single context and, at a fifth of its code, logistic mixing.
 *
 * @param contexts how many there may be: all of them are below this number.
 * @param memory bits after which the counts are halved, so that later bits count for more.
 */
export function createLearner(code: BitCoder, contexts: number, memory: number): Learner {
  const ones = new Float64Array(contexts);
  const all = new Float64Array(contexts);
  return (coarse, fine, bit) => {
    // Loops, not a function for each context: calls cost a quarter of the time before the engine has warmed up.
    let probability = 0.5;
    for (let context = coarse; ; context = fine) {
      probability = ((ones[context] as number) + TRUST * probability) / ((all[context] as number) + TRUST);
      if (context === fine) break;
    }
    const coded = code(probability, bit);
    for (let context = coarse; ; context = fine) {
      const factor = (all[context] as number) < memory ? 1 : 0.5;
      ones[context] = ((ones[context] as number) + coded) * factor;
      all[context] = ((all[context] as number) + 1) * factor;
      if (context === fine) break;
    }
    return coded;
  };
}

/**
 * A whole number from 0 up, below 2^29, as Exp-Golomb code: how many binary digits `value + 1` has, in unary, then
 * those after the first. The unary part and the next digit are learnt; further digits are as good as random.
 *
 * @param coarse as of a `Learner`; of each the number takes 64, from 64 times its own on.
 */
export function codeNumber(code: BitCoder, learn: Learner, coarse: number, fine: number, value: number): number {
  let digits = 0;
  while (digits < 29 && learn(coarse * 64 + digits, fine * 64 + digits, +(value + 1 >= 2 << digits))) digits++;
  let number = 1;
  for (let place = digits - 1; place >= 0; place--) {
    const bit = ((value + 1) >> place) & 1;
    const node = 30 + digits;
    number = number * 2 + (number < 2 ? learn(coarse * 64 + node, fine * 64 + node, bit) : code(0.5, bit));
  }
  return number - 1;
}

/**
 * Any whole number between -2^29 and 2^29: its sign first, which is a context of its size.
 *
 * @param coarse as of a `Learner`; of each the number takes 128, from 128 times its own on.
 */
export function codeSigned(code: BitCoder, learn: Learner, coarse: number, fine: number, value: number): number {
  const negative = learn(coarse * 128 + 63, fine * 128 + 63, +(value < 0));
  const size = codeNumber(code, learn, coarse * 2 + negative, fine * 2 + negative, negative ? ~value : value);
  return negative ? ~size : size;
}

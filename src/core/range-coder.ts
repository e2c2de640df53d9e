import {RegionDataError} from './errors.js';

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
 * @param fine the same with all that may matter too. No number serves as both, or for two kinds of bit.
 */
export type Learner = (coarse: number, fine: number, bit: number) => number;

/** The interval stays at least this wide; times 256 it still fits a double with room for the carry. */
const MIN_RANGE = 2 ** 32;

/** What the encoder's register holds: five bytes. */
const REGISTER = 2 ** 40;

/** How many bits of its own the coarse context counts for in a fine one. */
const TRUST = 4;

/** One step of FNV-1a, on a bit. */
const hashBit = (hash: number, bit: number) => Math.imul(hash ^ (bit + 1), 16_777_619) >>> 0;

/**
 * Reads a text made by `encodeText`: `marker`, then base64 of an arithmetic code.
 *
 * How damage shows: a hash over the decoded bits says how far into the last interval the text has to end, which is
 * written in full. The last interval is at least 2^32 wide, so this costs the bytes of a 32-bit checksum. Unlike a sum
 * that is read as content it also covers the slack at the end and a decoder whose model is not the encoder's. Without
 * the hash a few texts with one character changed would pass: where a bit of probability 1/2 moves the text by a
 * round number.
 *
 * @param marker kind and version of the content: the characters that every text of the kind starts with.
 * @param read makes the content out of bits; it may run on nonsense until the text ends, so it must not loop or
 *   allocate by a number it has read without reading on.
 * @throws RegionDataError for a text of another kind, and for one that is cut off, extended or altered in any place.
 */
export function decodeText<T>(marker: string, text: string, read: (code: BitCoder) => T): T {
  let bytes = '';
  let position = 0;
  let range = 1;
  let value = 0;
  let hash = 0;
  const fail = (got: string): never => {
    throw new RegionDataError(`Got ${got}, expected "${marker}" and its data unaltered`);
  };
  const fill = () => {
    for (; range < MIN_RANGE; range *= 256) {
      if (position === bytes.length) fail(`${text.length} characters, too few`);
      value = value * 256 + bytes.charCodeAt(position++);
    }
  };
  try {
    bytes = atob(text.slice(marker.length));
  } catch {
    // Not base64: `bytes` stays empty and the comparison fails.
  }
  // `atob` forgives white space, missing padding and stray last bits.
  if (marker + btoa(bytes) !== text) fail(`"${text.slice(0, 9)}"`);
  fill();
  const content = read((probability) => {
    const split = Math.floor(range * probability);
    const bit = value < split ? 1 : 0;
    if (bit) {
      range = split;
    } else {
      value -= split;
      range -= split;
    }
    fill();
    hash = hashBit(hash, bit);
    return bit;
  });
  if (value !== hash || position < bytes.length) fail(`${text.length} characters with another end`);
  return content;
}

/**
 * Writes what `write` codes as text that `decodeText` reads with the same marker.
 *
 * @throws RangeError for a probability outside 2^-30 to 1 - 2^-30: the interval could become empty.
 */
export function encodeText(marker: string, write: (code: BitCoder) => void): string {
  const bytes: number[] = [];
  let range = MIN_RANGE;
  let low = 0;
  let hash = 0;
  const shift = () => {
    bytes.push(Math.floor(low / MIN_RANGE));
    low = (low % MIN_RANGE) * 256;
  };
  const carry = () => {
    if (low < REGISTER) return;
    low -= REGISTER;
    let index = bytes.length - 1;
    for (; bytes[index] === 255; index--) bytes[index] = 0;
    bytes[index] = (bytes[index] ?? 0) + 1;
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
    for (; range < MIN_RANGE; range *= 256) shift();
    const coded = bit ? 1 : 0;
    hash = hashBit(hash, coded);
    return coded;
  });
  low += hash;
  carry();
  for (let rest = 0; rest < 5; rest++) shift();
  // The first interval is one byte narrower than the register, so the first byte is always 0.
  return marker + btoa(String.fromCharCode(...bytes.slice(1)));
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
  const chance = (context: number, expected: number) =>
    ((ones[context] ?? 0) + TRUST * expected) / ((all[context] ?? 0) + TRUST);
  const count = (context: number, bit: number) => {
    const factor = (all[context] ?? 0) < memory ? 1 : 0.5;
    ones[context] = ((ones[context] ?? 0) + bit) * factor;
    all[context] = ((all[context] ?? 0) + 1) * factor;
  };
  return (coarse, fine, bit) => {
    const coded = code(chance(fine, chance(coarse, 0.5)), bit);
    count(coarse, coded);
    count(fine, coded);
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

/** Any whole number from -2^29 to 2^29: its sign first, which is a context of its size. Takes 128 contexts for each, from 128 times its own on. */
export function codeSigned(code: BitCoder, learn: Learner, coarse: number, fine: number, value: number): number {
  const negative = learn(coarse * 128 + 63, fine * 128 + 63, +(value < 0));
  const size = codeNumber(code, learn, coarse * 2 + negative, fine * 2 + negative, negative ? ~value : value);
  return negative ? ~size : size;
}

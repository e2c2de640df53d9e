import {adaptive, type BitCoder, decodeText, encodeText} from './range-coder.js';

/**
 * What is known of each PC4, index = pc4 - 1000: 0 when the code is not in use, 1 to 254 for region index + 1,
 * 255 when its addresses lie in two or more regions.
 */
export type PostcodeTable = Uint8Array;

/** Entry of a postcode with addresses in two or more regions. */
export const AMBIGUOUS = 255;

const MARKER = 'T1';
const SIZE = 9000;

function codeTable(code: BitCoder, table: PostcodeTable): PostcodeTable {
  const learn = adaptive(code);
  const recent = Array.from({length: 255}, (_, index) => index + 1);
  for (let index = 0; index < SIZE; index++) {
    const used = (back: number) => (table[index - back] ? 1 : 0);
    const digit = index % 10;
    let value = table[index] ?? 0;
    if (learn(((used(1) * 2 + used(2)) * 2 + used(10)) * 2 + used(100) + 16 * (digit ? 1 : 0), value ? 1 : 0)) {
      let rank = recent.indexOf(value);
      let at = 0;
      while (at < 254 && learn(512 + Math.min(at, 20), rank > at ? 1 : 0)) at++;
      rank = at;
      value = recent[rank] ?? 0;
      recent.splice(rank, 1);
      recent.unshift(value);
    } else {
      value = 0;
    }
    table[index] = value;
  }
  return table;
}

/**
 * Packs a table.
 *
 * @throws RangeError when it has not 9,000 entries.
 */
export function encodePostcodeTable(table: PostcodeTable): string {
  if (table.length !== SIZE) throw new RangeError(`Got a table of ${table.length} entries, expected ${SIZE}`);
  return encodeText(MARKER, (code) => codeTable(code, table.slice()));
}

/**
 * Unpacks a table.
 *
 * @throws RegionDataError for anything but a text of `encodePostcodeTable`.
 */
export function decodePostcodeTable(text: string): PostcodeTable {
  return decodeText(MARKER, text, (code) => codeTable(code, new Uint8Array(SIZE)));
}

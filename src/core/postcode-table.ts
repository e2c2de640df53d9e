import {type BitCoder, createLearner, decodeText, encodeText} from './range-coder.js';

/**
 * What is known of each PC4, index = pc4 - 1000: 0 when the code is not in use, 1 to 254 for region index + 1,
 * 255 when its addresses lie in two or more regions.
 */
export type PostcodeTable = Uint8Array;

/** Entry of a postcode with addresses in two or more regions. */
export const AMBIGUOUS = 255;

const MARKER = 'T1';
const SIZE = 9000;

/** Bits after which counts are halved: numbering habits differ between parts of the country. */
const MEMORY = 60;

/**
 * Codes the table in place: reads what it writes, or writes what it reads.
 *
 * Codes are given out in tens (1011 to 1019), the first of each hundred mostly to PO boxes (1000 to 1009). So for "in
 * use" the coarse context is how many codes the ten has skipped (saves 13 bytes) and whether the two before are in use
 * (20 for the second); the fine one adds the digit (46), whether this is a hundred's first ten (12), and whether this
 * ten and the last have any code in use (5 and 13). That takes 750 of 895 bytes.
 * A region is coded as its place in the list of regions, latest first. Place 0, the region of the code before, is nearly
 * certain but at the start of a ten and after a gap (7).
 */
function codeTable(code: BitCoder, table: PostcodeTable): PostcodeTable {
  const learn = createLearner(code, 4096, MEMORY);
  // 1 to 255.
  const recent = [...table.subarray(0, 256).keys()].slice(1);
  let ten = 0;
  let tenBefore = 0;
  let skipped = 0;
  let before = 0;
  for (let index = 0; index < SIZE; index++) {
    const digit = index % 10;
    const value = table[index];
    if (!digit) {
      tenBefore = ten;
      ten = skipped = 0;
    }
    const coarse = skipped * 4 + before;
    const used = learn(
      coarse,
      (((digit * 2 + +(index % 100 < 10)) * 2 + tenBefore) * 2 + ten) * 12 + coarse + 12,
      +!!value,
    );
    if (used) {
      let rank = 0;
      while (
        rank < 254 &&
        learn(rank ? 3000 : 4000, rank ? 3000 + rank : 4001 + +(digit === 1) * 4 + before, +(recent[rank] !== value))
      ) {
        rank++;
      }
      if (rank) recent.unshift(...recent.splice(rank, 1));
      table[index] = recent[0] ?? 0;
      ten = 1;
    } else if (digit && skipped < 2) {
      skipped++;
    }
    before = (before & 1) * 2 + used;
  }
  return table;
}

/**
 * Packs a table as text.
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
  return decodeText(MARKER, text, (code, close) => {
    const table = codeTable(code, new Uint8Array(SIZE));
    close();
    return table;
  });
}

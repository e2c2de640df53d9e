import {assertFormat, broken} from './data-file.js';

/**
 * Entry for each PC4, at index pc4 - 1000: 0 when the code is not in use, else region index + 1, or
 * {@link AMBIGUOUS} when its addresses lie in two or more regions.
 */
export type PostcodeTable = Uint16Array;

/** Entry of a postcode with addresses in two or more regions. */
export const AMBIGUOUS = 0xffff;

/** A postcode with addresses in two or more regions, the main one first. */
export interface BorderPostcode {
  readonly pc4: number;
  /** Region index, and the names of its gemeenten that have addresses under the code. */
  readonly candidates: readonly {readonly region: number; readonly gemeenten: readonly string[]}[];
}

/** `postcodes.json`: which PC4 are in use and the region of each. */
export interface PostcodesFile {
  readonly format: number;
  /** Ids of the regions; the other fields refer to regions by their index in this list. */
  readonly regions: readonly string[];
  /** For each hundred from 1000 on: so many codes in use, so many not in use, so many in use, and so on. */
  readonly inUse: readonly (readonly number[])[];
  /** Pairs of a code and a region: from this code on, the codes in use belong to this region. In ascending order. */
  readonly starts: readonly (readonly number[])[];
  readonly borders: readonly BorderPostcode[];
}

const FILE = 'postcodes.json';
const FIRST = 1000;
const LAST = 9999;

/**
 * Reads which codes are in use and the region of each.
 *
 * @throws {RegionDataError} for a malformed file.
 */
export function readPostcodeTable(file: PostcodesFile): PostcodeTable {
  assertFormat(FILE, file);
  const {regions, inUse, starts, borders} = file;
  const table: PostcodeTable = new Uint16Array(LAST - FIRST + 1);
  if (inUse.length !== 90) throw broken(FILE, 'inUse', `${inUse.length} hundreds`, '90');
  inUse.forEach((runs, hundred) => {
    let at = hundred * 100;
    runs.forEach((length, run) => {
      if (!(Number.isInteger(length) && length >= 0)) {
        throw broken(FILE, `inUse[${hundred}][${run}]`, `${length}`, 'a number of codes');
      }
      if (run % 2 === 0) table.fill(1, at, at + length);
      at += length;
    });
    if (at !== (hundred + 1) * 100) {
      throw broken(FILE, `inUse[${hundred}]`, `runs of ${at - hundred * 100} codes in all`, '100');
    }
  });
  let from = FIRST;
  starts.forEach(([first = 0, region = -1], index) => {
    const to = starts[index + 1]?.[0] ?? LAST + 1;
    if (!(Number.isInteger(first) && first >= from && first < to && to <= LAST + 1)) {
      throw broken(FILE, `starts[${index}]`, `code ${first}`, `one of ${from} to ${Math.min(to - 1, LAST)}`);
    }
    if (!(region in regions)) {
      throw broken(FILE, `starts[${index}]`, `region ${region}`, `0 to ${regions.length - 1}`);
    }
    for (let pc4 = first; pc4 < to; pc4++) if (table[pc4 - FIRST]) table[pc4 - FIRST] = region + 1;
    from = to;
  });
  borders.forEach(({pc4, candidates}, index) => {
    if (!table[pc4 - FIRST]) throw broken(FILE, `borders[${index}]`, `code ${pc4}`, 'a code in use');
    if (candidates.length < 2 || candidates.some(({region}) => !(region in regions))) {
      throw broken(
        FILE,
        `borders[${index}]`,
        `regions ${candidates.map(({region}) => region).join(', ') || 'none'}`,
        `two or more, of 0 to ${regions.length - 1}`,
      );
    }
    table[pc4 - FIRST] = AMBIGUOUS;
  });
  return table;
}

import {findPostcodes} from './find-postcodes.js';
import {type InvalidReason, parsePostcode, toText} from './postcode.js';
import {AMBIGUOUS, type PostcodeTable} from './postcode-table.js';
import type {RegionName} from './region.js';

/** One of the regions of a border postcode, with its gemeenten that have addresses under that code. */
export interface Candidate<R extends RegionName> {
  readonly region: R;
  readonly gemeenten: readonly string[];
}

/** The answer for a text. Every text has exactly one. */
export type LookupResult<R extends RegionName = RegionName> =
  | {readonly status: 'invalid'; readonly reason: InvalidReason; readonly text: string}
  /** Well formed, but not a code in use. */
  | {readonly status: 'unknown'; readonly pc4: number}
  | {readonly status: 'found'; readonly pc4: number; readonly region: R}
  /** Addresses in gemeenten of two or more regions; the region of most of them first. */
  | {readonly status: 'ambiguous'; readonly pc4: number; readonly candidates: readonly Candidate<R>[]};

/** The data that a look-up needs. */
export interface LookupData<R extends RegionName> {
  readonly regions: readonly R[];
  readonly table: PostcodeTable;
  /** Candidates of each code that the table marks as ambiguous. */
  readonly borders: ReadonlyMap<number, readonly Candidate<R>[]>;
}

/** A longer text is more than one postcode; it is searched for codes, and may hold several. */
const LONGEST_ALONE = 9;

/**
 * Reads the postcode of a text: the text itself, or the only one in a longer text. Two different codes give none, even
 * in one region, because their gemeente and point would be a guess. The finder offers both (`findPostcodes`).
 */
function readPostcode(text: unknown): number | InvalidReason {
  const alone = parsePostcode(text);
  if (typeof alone === 'number' && toText(text).length <= LONGEST_ALONE) return alone;
  // A text without letters is a postcode or a typing error, not an address: `1316 4`.
  if (typeof alone === 'string' && !/\p{L}/u.test(toText(text).slice(0, 200))) return alone;
  const [first, ...others] = findPostcodes(text);
  if (others.length > 0) return 'not-a-postcode';
  return typeof alone === 'number' ? alone : (first ?? alone);
}

/**
 * Finds who serves a postcode.
 *
 * @param text As typed; `parsePostcode` says which forms are accepted. One postcode may stand anywhere in a longer text.
 * @returns One outcome for any text. Never throws.
 */
export function lookupText<R extends RegionName>(text: unknown, data: LookupData<R>): LookupResult<R> {
  const pc4 = readPostcode(text);
  if (typeof pc4 === 'string') return {status: 'invalid', reason: pc4, text: toText(text)};
  const entry = data.table[pc4 - 1000] ?? 0;
  const candidates = entry === AMBIGUOUS && data.borders.get(pc4);
  if (candidates) return {status: 'ambiguous', pc4, candidates};
  const region = data.regions[entry - 1];
  return region ? {status: 'found', pc4, region} : {status: 'unknown', pc4};
}

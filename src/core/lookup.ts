import {findPostcodes} from './find-postcodes.js';
import {type InvalidReason, parsePostcode, toText} from './postcode.js';
import {AMBIGUOUS, type PostcodeTable} from './postcode-table.js';
import type {RegionName} from './region.js';

/** One of the regions of a border postcode, with the gemeenten of it that have addresses under that code. */
export interface Candidate<R extends RegionName> {
  readonly region: R;
  readonly gemeenten: readonly string[];
}

/** What a text leads to. Every text gives exactly one of these. */
export type LookupResult<R extends RegionName = RegionName> =
  | {readonly status: 'invalid'; readonly reason: InvalidReason; readonly text: string}
  /** Well formed, but not a code in use. */
  | {readonly status: 'unknown'; readonly pc4: number}
  | {readonly status: 'found'; readonly pc4: number; readonly region: R}
  /** Addresses in gemeenten of two or more regions; the region of most of them first. */
  | {readonly status: 'ambiguous'; readonly pc4: number; readonly candidates: readonly Candidate<R>[]};

/** What answers rest on. */
export interface LookupData<R extends RegionName> {
  readonly regions: readonly R[];
  readonly table: PostcodeTable;
  /** Candidates of each code that the table marks as ambiguous. */
  readonly borders: ReadonlyMap<number, readonly Candidate<R>[]>;
}

/** No longer text is a postcode alone; in a longer one there may be two. */
const LONGEST_ALONE = 9;

/**
 * Reads the postcode of a text: the text itself, or the only one in a longer text. Two different codes are none, even in
 * one region: whose gemeente and point to show would be a guess. The finder offers both (`findPostcodes`).
 */
function readPostcode(text: unknown): number | InvalidReason {
  const alone = parsePostcode(text);
  if (typeof alone === 'number' && toText(text).length <= LONGEST_ALONE) return alone;
  // Digits alone are a code or a slip: `1316 4` is not yet an address.
  if (typeof alone === 'string' && !/\p{L}/u.test(toText(text).slice(0, 200))) return alone;
  const [first, ...others] = findPostcodes(text);
  if (others.length > 0) return 'not-a-postcode';
  return typeof alone === 'number' ? alone : (first ?? alone);
}

/**
 * Finds who serves a postcode.
 *
 * @param text As typed; see `parsePostcode` for what is forgiven. One postcode may stand anywhere in a longer text.
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

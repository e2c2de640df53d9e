import {findPostcodes} from '../core/find-postcodes.js';
import {type Choice, type FinderState, stateOfResult} from '../core/finder-state.js';
import {type LookupData, type LookupResult, lookupText} from '../core/lookup.js';
import type {RegionCard} from '../core/region.js';
import {lookupDataOf, regions} from '../data/index.js';

let data: LookupData<RegionCard> | undefined;

/** Looks a text up in the bundled data, which is unpacked on the first call. */
export function find(text: unknown): LookupResult<RegionCard> {
  data ??= lookupDataOf(regions);
  return lookupText(text, data);
}

/** The state for a text with several postcodes: a choice of their regions; undefined for any other text. */
function stateOfCodes(text: string): FinderState<RegionCard> | undefined {
  const codes = findPostcodes(text);
  if (codes.length < 2) return undefined;
  const candidates = codes.flatMap((pc4): Choice<RegionCard>[] => {
    const result = find(pc4);
    if (result.status === 'found') return [{region: result.region, gemeenten: [], pc4}];
    return result.status === 'ambiguous' ? result.candidates.map((candidate) => ({...candidate, pc4})) : [];
  });
  const [first] = candidates;
  if (!first) return undefined;
  // Postcodes of a single region need no choice.
  if (candidates.every(({region}) => region === first.region)) return {kind: 'region', region: first.region};
  return {kind: 'choice', candidates, because: 'codes'};
}

/** What the finder shows for a text. */
export const stateOf = (text: string, result = find(text)): FinderState<RegionCard> =>
  (result.status === 'invalid' && stateOfCodes(text)) || stateOfResult(result);

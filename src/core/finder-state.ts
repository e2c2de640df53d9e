import type {Candidate, LookupResult} from './lookup.js';
import type {RegionName} from './region.js';

/** What the finder shows. One union, so that card, map, list and events cannot disagree. */
export type FinderState<R extends RegionName = RegionName> =
  | {readonly kind: 'start'}
  /** What was typed leads nowhere. */
  | ({readonly kind: 'miss'} & Extract<LookupResult<R>, {status: 'invalid' | 'unknown'}>)
  /** One region; `pc4` when a postcode led to it. */
  | {readonly kind: 'region'; readonly region: R; readonly pc4?: number}
  /** Two or more regions are possible; the visitor decides. `pc4` when a postcode led to it, else `title` says why. */
  | {
      readonly kind: 'choice';
      readonly candidates: readonly Candidate<R>[];
      readonly pc4?: number;
      readonly title?: string;
    };

export const START: FinderState<never> = {kind: 'start'};

/** State after a look-up. */
export function stateOfResult<R extends RegionName>(result: LookupResult<R>): FinderState<R> {
  switch (result.status) {
    case 'found':
      return {kind: 'region', region: result.region, pc4: result.pc4};
    case 'ambiguous':
      return {kind: 'choice', candidates: result.candidates, pc4: result.pc4};
    default:
      return {kind: 'miss', ...result};
  }
}

/** The region that is chosen, or null when none or not yet. */
export function selectedRegion<R extends RegionName>(state: FinderState<R>): R | null {
  return state.kind === 'region' ? state.region : null;
}

/** True when both states show the visitor the same thing: regions and candidates of the data are the same objects. */
export const sameState = (a: FinderState, b: FinderState): boolean =>
  Object.keys({...a, ...b}).every(
    (key) => (a as Readonly<Record<string, unknown>>)[key] === (b as Readonly<Record<string, unknown>>)[key],
  );

import type {Candidate, LookupResult} from './lookup.js';
import type {NamedPlace} from './names/named-place.js';
import type {RegionName} from './region.js';

/** A region that the visitor may choose, and whom it serves. */
export interface Choice<R extends RegionName = RegionName> extends Candidate<R> {
  /** The postcode that it serves, if the visitor typed several. */
  readonly pc4?: number;
}

/** What the finder shows. One union, so that card, map, list and events cannot disagree. */
export type FinderState<R extends RegionName = RegionName> =
  | {readonly kind: 'start'}
  /** There is no answer for what was typed. */
  | ({readonly kind: 'miss'} & Extract<LookupResult<R>, {status: 'invalid' | 'unknown'}>)
  /** One region; `pc4` when a postcode led to it, `place` when a name did. */
  | {readonly kind: 'region'; readonly region: R; readonly pc4?: number; readonly place?: NamedPlace}
  /** Two or more regions are possible; the visitor decides. */
  | {
      readonly kind: 'choice';
      readonly candidates: readonly Choice<R>[];
      /** Why: a postcode that crosses a border, several postcodes in one text, or a device near a border. */
      readonly because: 'border' | 'codes' | 'location';
      /** Only with `border`. */
      readonly pc4?: number;
    };

export const START: FinderState<never> = {kind: 'start'};

/** State after a look-up. */
export function stateOfResult<R extends RegionName>(result: LookupResult<R>): FinderState<R> {
  switch (result.status) {
    case 'found':
      return {kind: 'region', region: result.region, pc4: result.pc4};
    case 'ambiguous':
      return {kind: 'choice', candidates: result.candidates, pc4: result.pc4, because: 'border'};
    default:
      return {kind: 'miss', ...result};
  }
}

/** The selected region; null when there is none, or when the visitor still has to choose. */
export function selectedRegion<R extends RegionName>(state: FinderState<R>): R | null {
  return state.kind === 'region' ? state.region : null;
}

/** True when both states look the same to the visitor. Regions and candidates are compared by identity. */
export const sameState = (a: FinderState, b: FinderState): boolean =>
  Object.keys({...a, ...b}).every(
    (key) => (a as Readonly<Record<string, unknown>>)[key] === (b as Readonly<Record<string, unknown>>)[key],
  );

import {isForeignPostcode} from '../core/find-postcodes.js';
import type {FinderState} from '../core/finder-state.js';
import {isNameText} from '../core/names/name-text.js';
import type {RegionCard} from '../core/region.js';
import {fill} from '../shared/fill.js';
import type {KaartTexts} from './texts.js';

type State = FinderState<RegionCard>;

/** What is wrong with the text in the field; empty when nothing is. */
export function errorOf(state: State, text: KaartTexts): string {
  if (state.kind !== 'miss' || state.status !== 'invalid') return '';
  // It may also be a typing error in a Dutch postcode.
  if (isForeignPostcode(state.text)) return `${text[state.reason]} ${text.foreign}`;
  return isNameText(state.text) ? text.placesNone : text[state.reason];
}

function summaryOfChoice({because, candidates, pc4}: Extract<State, {kind: 'choice'}>, text: KaartTexts): string {
  switch (because) {
    case 'location':
      return text.locationBorder;
    case 'codes':
      return fill(text.choiceCodes, {codes: [...new Set(candidates.map((each) => each.pc4))].join(', ')});
    default:
      return fill(text.choice, {pc4, regions: candidates.map(({region}) => region.name).join(text.and)});
  }
}

/**
 * What the finder shows, in one sentence; empty at the start.
 *
 * @param nameOf Gives the name of a region's organisation.
 */
export function summaryOf(state: State, text: KaartTexts, nameOf: (region: RegionCard) => string): string {
  switch (state.kind) {
    case 'start':
      return '';
    case 'miss':
      return state.status === 'unknown' ? fill(text.unknown, state) : errorOf(state, text);
    case 'region': {
      const asked = state.pc4 ?? state.place?.alias ?? state.place?.name;
      const values = {organisation: nameOf(state.region), region: state.region.name, asked};
      return fill(asked === undefined ? text.found : text.foundFor, values);
    }
    default:
      return summaryOfChoice(state, text);
  }
}

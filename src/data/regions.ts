import type {Region} from '../core/region.js';
import {facts} from './facts.js';
import {regions as cards} from './index.js';
import {municipalitiesOf} from './municipalities.js';

/** All regions in their fixed order, with their gemeenten and with the source of each fact. */
export const regions: readonly Region[] = cards.map(({id, name}) => ({
  id,
  name,
  gemeenten: municipalitiesOf(id),
  organisation: facts[id] ?? {},
}));

import file from '../../data/generated/gemeenten.json';
import {assertFormat} from '../core/data-file.js';

assertFormat('gemeenten.json', file);

/** Names of the gemeenten of a region as CBS spells them, in alphabetical order; empty for an unknown region. */
export const municipalitiesOf = (regionId: string): readonly string[] =>
  file.gemeenten.flatMap(({name, region}) => (region === regionId ? [name] : []));

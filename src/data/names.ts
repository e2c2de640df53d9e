import generated from '../../data/generated/names.json';
import {indexNames, type NameIndex} from '../core/names/index.js';
import {assertNames} from '../core/names/names-data.js';
import {regions} from './index.js';

assertNames(generated, regions.length);

/** Every name, ready for the search. */
export const nameIndex: NameIndex = indexNames(generated);

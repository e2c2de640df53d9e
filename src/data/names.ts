import generated from '../../data/generated/names.json';
import {indexNames, type NameIndex} from '../core/names/index.js';

/** Every name, ready for the search. */
export const nameIndex: NameIndex = indexNames(generated);

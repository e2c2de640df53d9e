import file from '../../data/generated/organisations.json';
import {assertFormat} from '../core/data-file.js';
import type {Organisation} from '../core/region.js';

assertFormat('organisations.json', file);

/** Every fact on the cards with its source and date, by id of the region. */
export const facts = file.organisations as unknown as Readonly<Record<string, Organisation | undefined>>;

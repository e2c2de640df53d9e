import {facts as generatedFacts} from '../../data/generated/facts.js';
import type {Organisation} from '../core/region.js';

/** Every fact on the cards with its source and date, by id of the region. */
export const facts: Readonly<Record<string, Organisation | undefined>> = generatedFacts;

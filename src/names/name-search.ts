/** The search for names with the names of the bundled data. Loaded from the first letter on. */
import type {NameMatches, NameResult} from '../core/names/named-place.js';
import {resolveName, suggestNames} from '../core/names/search.js';
import {nameIndex} from '../data/names.js';

export {markOf} from '../core/names/mark.js';

/** What a text may become while it is typed. */
export const suggest = (text: string): NameMatches => suggestNames(text, nameIndex);

/** What a text leads to. */
export const resolve = (text: string): NameResult => resolveName(text, nameIndex);

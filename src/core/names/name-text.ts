import {parsePostcode} from '../postcode.js';

/** Whether a text is about a place: it has a letter, and is no postcode or the beginning of one. */
export const isNameText = (text: string): boolean =>
  /^\s*(\d?\p{L}|['’‘])/u.test(text) && /\p{L}/u.test(text) && typeof parsePostcode(text) !== 'number';

import {findPostcodes, isForeignPostcode} from '../find-postcodes.js';
import {parsePostcode} from '../postcode.js';

/**
 * Whether a text is about a place rather than digits: it has letters, and neither is a postcode nor holds one. One digit
 * may come first (`2e Exloërmond`), or more where a word follows.
 *
 * @param text As typed, anything. Never throws.
 */
export function isNameText(text: string): boolean {
  const start = text.slice(0, 200);
  return (
    (/^[^\p{L}\p{N}]*\d?\p{L}/u.test(start) || /^[^\p{L}\p{N}]*['’‘]/u.test(start) || /\p{L}{3}/u.test(start)) &&
    (/\p{L}/u.test(start) || /^\s*['’‘]/u.test(start)) &&
    typeof parsePostcode(start) !== 'number' &&
    !isForeignPostcode(start) &&
    findPostcodes(start).length === 0
  );
}

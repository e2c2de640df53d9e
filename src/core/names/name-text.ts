import {findPostcodes, isForeignPostcode} from '../find-postcodes.js';
import {parsePostcode} from '../postcode.js';

/**
 * Whether a text is a name rather than a postcode: it has letters, and neither is a postcode nor contains one. It may
 * begin with one digit (`2e Exloërmond`), or with more if a word follows.
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

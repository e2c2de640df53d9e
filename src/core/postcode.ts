/** Why a text is not a postcode. */
export type InvalidReason = 'empty' | 'incomplete' | 'too-long' | 'not-a-postcode';

/** The PC4 of a text, 1000 to 9999 (letters are not kept, no answer needs them), or the reason why it has none. */
export type ParsedPostcode = number | InvalidReason;

/**
 * Up to four digits, or letters O, I and L read for 0 and 1, with anything but letters and digits between and around
 * them, after an optional country prefix.
 */
const LEADING_DIGITS = /^[^\p{L}\p{N}]*(?:NL[^\p{L}\p{N}]*)?((?:[\doil][^\p{L}\p{N}]*){0,4})(.*)/isu;

/** A value as text: a string itself, a number in digits, anything else as an empty text. Never throws. */
export const toText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/**
 * Reads a Dutch postcode as typed: `1316`, ` 1316 ab`, `1316AB Almere`, `NL-1316 AB`, full-width or Arabic digits,
 * O for 0 and l for 1 among the digits. What follows the four digits is ignored unless it is another digit.
 *
 * Rule: the first digit is 1 to 9 (PostNL, postcode format).
 *
 * @param text Any value; anything but a text or a number counts as empty.
 * @returns The PC4, or why there is none. Never throws.
 */
export function parsePostcode(text: unknown): ParsedPostcode {
  const typed = toText(text);
  // Four plain digits are by far the most common text, and need no work with Unicode.
  if (/^[1-9]\d{3}$/.test(typed)) return Number(typed);

  const plain = typed
    .normalize('NFKC')
    // The last four bits of an Arabic-Indic or Persian digit are its value.
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    // Joiners, marks and variation selectors are invisible, so the visitor cannot know about them.
    .replace(/[\p{Cf}\p{Mn}\p{Me}]/gu, '');
  if (!plain.trim()) return 'empty';

  const [, lead = '', rest = ''] = LEADING_DIGITS.exec(plain) ?? [];
  const digits = lead.replace(/o/gi, '0').replace(/[il]/gi, '1').replace(/\D/g, '');
  // Only letters ("Olie") are a word, not misread digits.
  if (!/\d/.test(lead)) return 'not-a-postcode';
  if (digits.length < 4) return rest ? 'not-a-postcode' : 'incomplete';
  if (/^\d/.test(rest)) return 'too-long';
  return digits.startsWith('0') ? 'not-a-postcode' : Number(digits);
}

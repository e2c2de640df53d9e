import {parsePostcode, toText} from './postcode.js';

/** Longer than any address; the rest of a pasted text is ignored. */
const LONGEST = 200;

/** Four separate digits, with the two letters after them if there are any. */
const CODE = /(^|[^\p{L}\p{N}])((?:NL[- ]?)?)([1-9]\d{3})(?: {0,2}([A-Z]{2}))?(?![\p{L}\p{N}])/giu;

/** Two-letter words that may follow a postcode: `1316 en 1315`. In capitals they may be the letters of the postcode. */
const WORDS = /^(?:en|of|in|op|te|de|is|nl|om|bij|et|or|to|at)$/;

/** Letter pairs that no Dutch postcode has. */
const NO_LETTERS = /^(?:SA|SD|SS)$/i;

/**
 * The Dutch postcodes in a longer text, each once, in their order: `Stationsplein 1, 1315 AB Almere`. Four digits with
 * two letters are certainly a postcode. If the text has one, four digits alone are taken for house numbers. Digits in a
 * longer number (a date, a phone number, a foreign postcode) do not count.
 *
 * @param text As typed, anything. Never throws.
 */
export function findPostcodes(text: unknown): readonly number[] {
  const plain = toText(text)
    .slice(0, LONGEST)
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Mn}\p{Me}]/gu, '');
  if (isForeignPostcode(plain)) return [];
  const sure = new Set<number>();
  const likely = new Set<number>();
  for (const match of plain.matchAll(CODE)) {
    const [all, before = '', , digits = '', letters = ''] = match;
    const start = match.index + before.length;
    if (isPartOfNumber(plain.slice(0, start), plain.slice(match.index + all.length), letters !== '')) continue;
    likely.add(Number(digits));
    if (letters && !WORDS.test(letters) && !NO_LETTERS.test(letters)) sure.add(Number(digits));
  }
  return [...(sure.size ? sure : likely)];
}

/** Whether the text before or after continues the number: a phone number, a date, an amount. */
function isPartOfNumber(before: string, after: string, letters: boolean): boolean {
  // `1316 3511` is two postcodes.
  if (/^$|[^\d ] $/.test(before) && /^ [1-9]\d{3}(?!\d| \d)/.test(after)) return false;
  if (/(?:^|[^\d ] ?)[1-9]\d{3} $/.test(before) && !/^ ?\d/.test(after)) return false;
  if (!letters && /^[-./:]?\d|^ \d{3,}|^[.,]\d/.test(after)) return true;
  if (/\d[-./:]$|[+€$]$|[\p{L}]-$/u.test(before) && !/\bNL-$/i.test(before)) return true;
  const group = /(?:^|[^\d])(\d+)[- ]$/.exec(before)?.[1];
  // In `Plein 1 1315` a house number precedes the postcode.
  return group !== undefined && !letters && (group.startsWith('0') || group.length > 3 || !/\p{L}/u.test(before));
}

/** Postcodes of other countries as they are written there, alone or with the name of a place after them. */
const FOREIGN: readonly RegExp[] = [
  // Five digits: Germany, France, Spain, Italy, Turkey, Ukraine, Morocco, the United States (with four more) …
  /^\d{5}(?:-\d{4})?(?:,? \D+)?$/,
  // Six: China, India, Romania, Russia.
  /^[1-9]\d{5}(?:,? \D+)?$/,
  // With the letters of a country in front.
  /^(?:AT?|BE?|CH|CZ|DE?|DK|ES?|FI?|FR|GR|HU|IT?|LU?|LV|LT|NO?|PL|PT?|RO|SE?|SI|SK|TR|UA|US)[- ]\d{3,5}(?:-\d{3})?\b\D*$/i,
  // Great Britain, with or without the space.
  /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b\D*$/i,
  // Ireland and Canada.
  /^[A-Z]\d[\dW] ?[A-Z\d]{4}$/i,
  /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i,
  // Poland, Portugal, Brazil, Japan.
  /^\d{2}-\d{3}\b\D*$/,
  /^\d{4}-\d{3}\b\D*$/,
  /^\d{5}-\d{3}\b\D*$/,
  /^\d{3}-\d{4}$/,
  // Sweden, Czechia, Slovakia, Greece.
  /^\d{3} \d{2}(?: \D+)?$/,
];

/**
 * Whether a text is a postcode of another country. Four plain digits count as Dutch, although Belgium and others have
 * such postcodes too. So does any text that can be read as a Dutch postcode with its letters.
 *
 * @param text As typed, anything. Never throws.
 */
export function isForeignPostcode(text: unknown): boolean {
  const plain = toText(text)
    .slice(0, LONGEST)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();
  return typeof parsePostcode(plain) !== 'number' && FOREIGN.some((form) => form.test(plain));
}

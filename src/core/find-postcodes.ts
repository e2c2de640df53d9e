import {parsePostcode, toText} from './postcode.js';

/** No address is longer; what follows in a pasted text is not read. */
const LONGEST = 200;

/** Four digits that stand alone, with the two letters after them if there are any. */
const CODE = /(^|[^\p{L}\p{N}])((?:NL[- ]?)?)([1-9]\d{3})(?: {0,2}([A-Z]{2}))?(?![\p{L}\p{N}])/giu;

/** Words of two letters that may follow a postcode: `1316 en 1315`. In capitals they can be its letters. */
const WORDS = /^(?:en|of|in|op|te|de|is|nl|om|bij|et|or|to|at)$/;

/** Letters that no Dutch postcode has. */
const NO_LETTERS = /^(?:SA|SD|SS)$/i;

/**
 * The Dutch postcodes in a longer text, each once, in their order: `Stationsplein 1, 1315 AB Almere`. Four digits with
 * two letters after them are surely a code, so that house numbers of four digits do not count beside them. Digits that
 * are part of a longer number (a date, a phone number, a foreign code) are none.
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

/** Whether digits go on in what stands before or after: a phone number, a date, an amount. */
function isPartOfNumber(before: string, after: string, letters: boolean): boolean {
  // `1316 3511` are two.
  if (/^$|[^\d ] $/.test(before) && /^ [1-9]\d{3}(?!\d| \d)/.test(after)) return false;
  if (/(?:^|[^\d ] ?)[1-9]\d{3} $/.test(before) && !/^ ?\d/.test(after)) return false;
  if (!letters && /^[-./:]?\d|^ \d{3,}|^[.,]\d/.test(after)) return true;
  if (/\d[-./:]$|[+€$]$|[\p{L}]-$/u.test(before) && !/\bNL-$/i.test(before)) return true;
  const group = /(?:^|[^\d])(\d+)[- ]$/.exec(before)?.[1];
  // `Plein 1 1315` has a house number before it.
  return group !== undefined && !letters && (group.startsWith('0') || group.length > 3 || !/\p{L}/u.test(before));
}

/** Postcodes of other countries as they are written there, alone or with the name of a place after them. */
const FOREIGN: readonly RegExp[] = [
  // Five digits: Germany, France, Spain, Italy, Turkey, Ukraine, Morocco, the United States (with four more) …
  /^\d{5}(?:-\d{4})?(?:,? \D+)?$/,
  // Six: China, India, Romania, Russia.
  /^[1-9]\d{5}(?:,? \D+)?$/,
  // A country's letters before it.
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
 * Whether a text is a postcode of another country. Four plain digits stay a Dutch one, though Belgium and others have
 * such codes too. So does everything that reads as a Dutch postcode with its letters.
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

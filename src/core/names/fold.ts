/** Letters that Unicode does not decompose, and Arabic letters that people use for one another. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ـ: '',
};

/** Spellings that become one: `aan den`, `aan de`, `a/d`, `a.d.` and `ad` all become `aan`, and likewise for `van`. */
const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\ba ?[/.] ?z\b\.?/g, 'aan zee'],
  [/\b(?:a ?[/.] ?d\b\.?|a d\b|ad\b|aan (?:de[nr]?|het|t|d)\b)/g, 'aan'],
  [/\ba[/.] ?(?=\p{L}{3})/gu, 'aan '],
  [/\b(?:v ?[/.] ?d\b\.?|v\.(?=[ \p{L}])|v(?= \p{L})|van (?:de[nr]?|het|t)\b)/gu, 'van'],
  [/\b(?:st|ste|sinte)(?=[. -]+\p{L})/gu, 'sint'],
  [/\b(?:nw|nwe|nieuwe)\b(?=\.?[ -])/g, 'nieuw'],
];

/** Quick test for a short form; most names have none. */
const MAYBE_SHORT = /[/.]|\b(?:a|ad|aan|v|van|st|ste|sinte|nw|nwe|nieuwe)\b/;

/**
 * The words of a text, normalised for comparison: without case, accents, apostrophes and hyphens; `sint` for `st.`, `aan`
 * for `a/d` and `aan den`, `ij` for `y` (so that a name still begins with what was typed before the `j`).
 */
export function foldWords(text: string): string[] {
  let plain = text.toLowerCase();
  // ASCII texts skip the work with Unicode, which is slow for thousands of names.
  const ascii = /^[\x20-\x7e]*$/.test(plain);
  plain = ascii
    ? plain.replace(/['`]/g, '')
    : text
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[\p{M}\p{Cf}'’‘`´ʼ]/gu, '')
        .replace(/[ßøłđıæœةىیکـ]/g, (letter) => LETTERS[letter] ?? letter)
        // Every kind of dash is read as a hyphen.
        .replace(/[‐-―]/g, '-');
  plain = plain.replace(/[-_]/g, ' ');
  if (MAYBE_SHORT.test(plain)) plain = SHORT_FORMS.reduce((folded, [form, full]) => folded.replace(form, full), plain);
  return plain
    .replaceAll('y', 'ij')
    .split(ascii ? /[^a-z0-9]+/ : /[^\p{L}\p{N}]+/u)
    .filter((word) => word);
}

/** The letters of a text, normalised for comparison, without spaces. */
export const fold = (text: string): string => foldWords(text).join('');

/** Suffixes by which CBS tells official names apart: `Bergen (NH.)`, `Haren Gn`, `Spaarndam gem. Haarlem`. */
const ADDITION = / (?:\(.*|gem\.? .*|AC|GLD|GN|Gld|Gn|L|NB|NH|Ut)$/;

/** A name without such a suffix: `Bergen (NH.)` becomes `Bergen`. */
export const withoutAddition = (name: string): string => name.replace(ADDITION, '');

/** Articles, which people put before a name or leave out. */
const ARTICLES = new Set(['s', 't', 'd', 'de', 'den', 'der', 'het', 'the', 'it', 'la', 'el']);

/** The words without a leading article, unless nothing else would be left. */
export const withoutArticle = (words: readonly string[]): readonly string[] =>
  words.length > 1 && ARTICLES.has(words[0] ?? '') ? words.slice(1) : words;

/** Letters that sound alike in Dutch, or are often confused. */
const SOUNDS: Readonly<Record<string, string>> = {
  ph: 'f',
  sch: 'sx',
  sg: 'sx',
  sk: 'sx',
  ch: 'x',
  g: 'x',
  ck: 'k',
  c: 'k',
  q: 'k',
  x: 'ks',
  eij: 'i',
  ei: 'i',
  ij: 'i',
  ou: 'o',
  au: 'o',
  uw: 'o',
  ae: 'a',
  v: 'f',
  w: 'f',
  z: 's',
  dt: 't',
  d: 't',
  th: 't',
};
// `d` sounds like `t` at the end of a word only, but people who learn Dutch by ear confuse them elsewhere too.
const SOUND = /sch|eij|ph|s[gk]|c[hk]|ei|ij|[oa]u|uw|ae|dt|th|[gcqvwxzd]/g;

/** How a normalised text sounds: the same for `zutfen` and `zutphen`. */
export const soundOf = (key: string): string =>
  key.replace(SOUND, (letters) => SOUNDS[letters] ?? letters).replace(/(.)\1+/gu, '$1');

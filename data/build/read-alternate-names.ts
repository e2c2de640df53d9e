import {fold, foldWords, soundOf, withoutArticle} from '../../src/core/names/fold.js';

/** Least number of inhabitants of a place whose names in a script are kept. */
const LEAST_PEOPLE = {latin: 0, cyrillic: 25_000, arabic: 25_000} as const;

/** Names in Latin letters, with the accents of European languages. */
const LATIN = /^['’]?[A-ZÀ-ÖØ-Þ][\p{Script=Latin}\p{M}'’ .()/-]*$/u;
const CYRILLIC = /^[\p{Script=Cyrillic}\p{M}'’ -]+$/u;
const ARABIC = /^[\p{Script=Arabic}\p{M} \u200c]+$/u;

/** Letter-by-letter transliterations of other scripts, which nobody types. */
const TRANSLITERATED = /kh|^Eh|ehn|ehr|ehm|ehk|^Nt|ntern|[xq]|[ĥẖ]|ijhn|jhn|zh|^Ch(?:a|á|r)/i;

/** Words in GeoNames that are not part of a name. */
const NO_NAME = /khot|gemeen|gemeente|magaalada|vilojati|вилояти|хот$|شہر$|\bi nederland/i;

/**
 * Everyday names of a place, and names in other languages, from the mixed list of GeoNames: without codes of airports,
 * transliterations, and spellings that the search treats as equal anyway.
 *
 * @param own Names that are known already, the official one first.
 */
export function alternateNames(names: readonly string[], own: readonly string[], people: number): string[] {
  const known = new Set(own.map(fold));
  const bare = new Set(own.map((name) => withoutArticle(foldWords(name)).join('')));
  const sounds = new Set(own.map((name) => soundOf(fold(name))));
  const kept: string[] = [];
  for (const name of names) {
    const key = fold(name);
    if (known.has(key) || key.length < 3 || NO_NAME.test(name)) continue;
    // The search also finds a name without its article, so that spelling is not kept.
    if (bare.has(withoutArticle(foldWords(name)).join('')) || bare.has(key)) continue;
    const latin =
      LATIN.test(name) && !/^[A-Z]{3}$/.test(name) && (!TRANSLITERATED.test(name) || TRANSLITERATED.test(own[0] ?? ''));
    const kind = latin ? 'latin' : CYRILLIC.test(name) ? 'cyrillic' : ARABIC.test(name) ? 'arabic' : null;
    if (kind === null || people < LEAST_PEOPLE[kind]) continue;
    // The search finds these by sound.
    const sound = soundOf(key);
    // The search finds these even with an ending of another language (`Roterdamas`).
    if (kind === 'latin' && [...sounds].some((other) => sound.startsWith(other) && sound.length <= other.length + 2))
      continue;
    known.add(key);
    sounds.add(sound);
    kept.push(name);
  }
  return kept;
}

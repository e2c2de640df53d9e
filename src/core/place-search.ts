import type {PackedMunicipality} from './place-codec.js';
import type {Steps} from './steps.js';

/** What a visitor can look for: a woonplaats, or a whole gemeente that has no woonplaats of its name. */
export interface Place {
  readonly name: string;
  readonly kind: 'woonplaats' | 'gemeente';
  readonly gemeente: string;
  readonly province: string;
  /** Index of the region that the gemeente belongs to. */
  readonly region: number;
}

/** A place under one of its names: the official one, or another by which people look for it. */
export interface NamedPlace {
  readonly name: string;
  readonly place: Place;
}

export interface PlaceMatches {
  /** Best first; each place once. */
  readonly found: readonly NamedPlace[];
  /** Those that the text may mean as it stands: their name is the text, or begins with its words. */
  readonly named: readonly NamedPlace[];
  /** The part of the text that the names begin with, folded; empty when they only resemble the text. */
  readonly part: string;
}

interface Entry extends NamedPlace {
  /** The name, folded, without spaces. */
  readonly key: string;
  /** Where words begin in the key: 0 and on. */
  readonly starts: readonly number[];
  /** Those of them that follow a space: what a hyphen joins is one name. */
  readonly spaces: readonly number[];
  /** Where the name begins for who leaves out its article; else 0. */
  readonly bare: number;
  /** Words that tell it from its namesakes. */
  readonly around: readonly string[];
}

/** All names, largest place first. */
export type PlaceIndex = readonly Entry[];

/** No name is longer; a pasted text need not be looked at. */
const LONGEST = 60;

/** From this many letters on, one slip is forgiven. */
const MIN_SLIP = 5;

/** What may stand before a name, or be left out. */
const ARTICLE = /^(s|t|d|de|den|het|gemeente)$/;

/**
 * Words of a text as they are compared: without case, accents, apostrophes and hyphens, `sint` for `st.`, `ij` for `y`
 * (so that it still begins with what was typed before the `j`).
 */
export function foldWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’‘`´]/gu, '')
    .replace(/\ba\/d\b/g, 'aan den')
    .replace(/\bst(?=[. -]+\w)/g, 'sint')
    .replaceAll('y', 'ij')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word);
}

const fold = (text: string): string => foldWords(text).join('');

/** `Bergen (NH.)` is Bergen. */
const withoutAddition = (name: string): string => name.replace(/\(.*/, '');

/**
 * Prepares places for the search; a step is a gemeente. A gemeente is one of them unless a place of its own begins with
 * its name (`Bergen (NH.)` has `Bergen (NH)`).
 *
 * @param provinces Names that the province index of a gemeente refers to.
 */
export function* indexPlaces(
  municipalities: readonly PackedMunicipality[],
  provinces: readonly string[],
): Steps<PlaceIndex> {
  const sized: {readonly size: number; readonly entry: Entry}[] = [];
  for (const {name: gemeente, province: provinceIndex, region, places} of municipalities) {
    const province = provinces[provinceIndex] ?? '';
    const provinceWords = foldWords(province);
    const around = [...foldWords(gemeente), ...provinceWords, provinceWords.map(([initial]) => initial).join('')];
    const add = (name: string, place: Place, size: number): void => {
      const words = foldWords(name);
      const starts = words.map((_, index) => words.slice(0, index).join('').length);
      const bare = ARTICLE.test(words[0] ?? '') ? (starts[1] ?? 0) : 0;
      // With a word after it, since `St.` is only then `Sint`.
      const spaces = [...name.matchAll(/ /g)].map((space) => fold(`${name.slice(0, space.index)} x`).length - 1);
      sized.push({size, entry: {name, place, key: words.join(''), starts, spaces, bare, around}});
    };
    for (const {name, size, aliases} of places) {
      const place: Place = {name, kind: 'woonplaats', gemeente, province, region};
      for (const each of [name, ...aliases]) add(each, place, size);
    }
    const own = fold(withoutAddition(gemeente));
    if (!places.some(({name}) => fold(name).startsWith(own))) {
      add(gemeente, {name: gemeente, kind: 'gemeente', gemeente, province, region}, places[0]?.size ?? 0);
    }
    yield;
  }
  return sized.sort((a, b) => b.size - a.size).map(({entry}) => entry);
}

/** 0: the name begins with these words, or is all of them together. 1: with their letters. 2: a later word does. 3: neither. */
function rankOf({key, starts, spaces, bare}: Entry, words: readonly string[], part: string): 0 | 1 | 2 | 3 {
  let rank: 1 | 2 | 3 = 3;
  for (const start of starts) {
    if (!key.startsWith(part, start)) continue;
    const end = start + part.length;
    if (start && start !== bare) {
      if (rank === 3) rank = 2;
    } else if (
      end === key.length ||
      // `bergen` is not `Berg en Dal`.
      (spaces.includes(end) && spaces.filter((each) => each > start && each < end).length === words.length - 1)
    ) {
      return 0;
    } else {
      rank = 1;
    }
  }
  return rank;
}

/** Whether the key has the rest of `part`, from `from` on, at `at`. */
function continues(key: string, at: number, part: string, from: number): boolean {
  for (let index = from; index < part.length; index++) if (part[index] !== key[at + index - from]) return false;
  return true;
}

/** Whether the key begins with something one slip away from `part`: a letter wrong, missing, too many, or two swapped. */
function resembles({key}: Entry, part: string): boolean {
  let same = 0;
  while (same < part.length && part[same] === key[same]) same++;
  return (
    continues(key, same + 1, part, same + 1) ||
    continues(key, same + 1, part, same) ||
    continues(key, same, part, same + 1) ||
    (part[same] === key[same + 1] && part[same + 1] === key[same] && continues(key, same + 2, part, same + 2))
  );
}

/** Each place once, under the first of its names. */
function unique(entries: readonly NamedPlace[]): NamedPlace[] {
  const seen = new Set<Place>();
  return entries.filter(({place}) => !seen.has(place) && seen.add(place));
}

/** Places whose name begins with the first words of the text, while the others tell where it lies: `Laren Gelderland`. */
function findAround(words: readonly string[], index: PlaceIndex): PlaceMatches | undefined {
  for (let cut = words.length - 1; cut > 0; cut--) {
    const head = words.slice(0, cut);
    const tail = words.slice(cut);
    const part = head.join('');
    const found = unique(
      index.filter(
        (entry) =>
          rankOf(entry, head, part) === 0 && tail.every((word) => entry.around.some((other) => other.startsWith(word))),
      ),
    );
    if (found.length) return {found, named: found, part};
  }
  return undefined;
}

function findNames(words: readonly string[], index: PlaceIndex): PlaceMatches | undefined {
  const part = words.join('');
  if (!part) return undefined;
  const named: Entry[] = [];
  const begun: Entry[] = [];
  const later: Entry[] = [];
  for (const entry of index) {
    const rank = rankOf(entry, words, part);
    if (rank === 0) named.push(entry);
    if (rank < 2) begun.push(entry);
    if (rank === 2) later.push(entry);
  }
  // `bergen` is a whole name: Bergen L before Bergentheim. `nieuwe` is none: Nieuwegein before Nieuwe Pekela.
  const whole = named.some(
    ({name, key, bare}) => key === part || key.slice(bare) === part || fold(withoutAddition(name)) === part,
  );
  const found = unique([...(whole ? named : []), ...begun, ...later]);
  // `hoorn` is Hoorn rather than Den Hoorn.
  const strict = named.filter(({key}) => key.startsWith(part));
  return found.length ? {found, named: unique(strict.length ? strict : named), part} : undefined;
}

/**
 * Finds places by name. Names that begin with the text come first, then those with a later word that does; large places
 * before small ones. Where the text is a whole name, those that begin with its words go before all. When there is none: without an article, then names
 * followed by gemeente or provincie, at last with one slip from five letters on.
 *
 * @param text As typed, anything. Never throws.
 */
export function searchPlaces(text: string, index: PlaceIndex): PlaceMatches {
  const none: PlaceMatches = {found: [], named: [], part: ''};
  const words = text.length > LONGEST ? [] : foldWords(text);
  const without = ARTICLE.test(words[0] ?? '') ? words.slice(1) : [];
  const sure =
    findNames(words, index) ?? findNames(without, index) ?? findAround(words, index) ?? findAround(without, index);
  if (sure) return sure;
  const part = words.join('');
  return part.length < MIN_SLIP ? none : {...none, found: unique(index.filter((entry) => resembles(entry, part)))};
}

/**
 * Where a name shows the part of the text that it was found by: from and to, as indexes; equal when nowhere.
 *
 * @param part As in `PlaceMatches`.
 */
export function markOf(name: string, part: string): readonly [from: number, to: number] {
  if (!part) return [0, 0];
  for (let start = 0; start < name.length; start++) {
    // No lookbehind: Safari 16.3 does not know it.
    if (!/^['\p{L}\p{N}]/u.test(name.slice(start)) || /['\p{L}\p{N}]$/u.test(name.slice(0, start))) continue;
    for (let end = start + 1; end <= name.length; end++) {
      const shown = fold(name.slice(start, end));
      if (shown.startsWith(part)) return [start, end];
      if (shown.length > part.length) break;
    }
  }
  return [0, 0];
}

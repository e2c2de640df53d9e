import {withoutAddition, withoutArticle} from './fold.js';
import {type Bearer, type Entry, type NameIndex, toNamedPlace} from './name-index.js';
import type {NamedPlace, NameKind, NameMatches, NameResult} from './named-place.js';
import {type Question, readQuestion} from './question.js';
import {resemblance} from './resemble.js';

/** Most places in one result. */
const MOST_FOUND = 20;

/** From this many letters on, typing errors are accepted. */
const MIN_SLIP = 4;

/** Score of each way to match. The size of a place, from 0 to about 35, is added to it. */
const WORTH = {whole: 100, withoutArticle: 70, around: 60, begins: 44, part: 28, later: 27, sounds: 36} as const;

/** An entry that a text may mean, with how well it fits. */
interface Match {
  readonly entry: Entry;
  readonly worth: number;
}

/** Kinds that are meant only if nothing smaller has the name: `Utrecht` is the city rather than the provincie. */
const WIDE: readonly NameKind[] = ['provincie', 'regio'];

const NOTHING: NameMatches = {places: [], part: ''};

/**
 * Whether the words can be read as a series of names that say where something lies.
 *
 * @param words The rest of a text, beside a name.
 */
function tells(words: readonly string[], around: ReadonlySet<string>, generic: ReadonlySet<string>): boolean {
  if (!words.length) return true;
  let key = '';
  for (let end = 1; end <= words.length; end++) {
    key += words[end - 1];
    if ((around.has(key) || generic.has(key)) && tells(words.slice(end), around, generic)) return true;
  }
  return false;
}

/** Every part of the words that is a name, with the words before and after it. */
function* namesIn(words: readonly string[], index: NameIndex): Generator<{entry: Entry; rest: string[]; from: number}> {
  for (let from = 0; from < words.length; from++) {
    let key = '';
    for (let to = from; to < words.length; to++) {
      key += words[to];
      for (const entry of index.byKey.get(key) ?? []) {
        yield {entry, rest: [...words.slice(0, from), ...words.slice(to + 1)], from};
      }
    }
  }
}

/** Whether the name of an entry is the official one. */
const isOfficial = ({name, bearer}: Entry): boolean => name === bearer.name;

/** The entries that the words name as a whole: by one name, or by a name and where it lies. */
function readWhole(words: readonly string[], index: NameIndex): Entry[] {
  const whole = index.byKey.get(words.join(''));
  if (whole) return [...whole];
  // `de Achterhoek` is the Achterhoek, but `de Hoorn` is not Hoorn, and `de Hoven` is not Hoven.
  const bare = index.byKey.get(withoutArticle(words).join(''));
  if (bare?.every(({bearer, guess}) => !guess && bearer.kind === 'regio')) return [...bare];
  const found = new Map<Bearer, Entry>();
  for (const {entry, rest} of namesIn(words, index)) {
    // `Rozendaal Rozendaal` is a place with its gemeente, not a district twice.
    if (entry.guess || (entry.bearer.kind === 'wijk' && rest.join('') === entry.key)) continue;
    const known = found.get(entry.bearer);
    if (known && !isOfficial(entry)) continue;
    if (tells(rest, entry.bearer.around, index.generic)) found.set(entry.bearer, entry);
  }
  return [...found.values()];
}

/** The entries of the kind that the text asks for. `gemeente Bergen` may also mean a place in a gemeente of that name. */
function ofKind(entries: readonly Entry[], kind: NameKind | undefined): readonly Entry[] {
  if (!kind) return entries;
  const own = entries.filter(
    ({bearer}) =>
      bearer.kind === kind ||
      (kind === 'gemeente' && withoutAddition(bearer.gemeente ?? '') === withoutAddition(bearer.name)),
  );
  return own.length ? own : entries;
}

/** Score of an entry whose name, or a word in it, begins with `part`; -1 for any other entry. */
function worthOf({key, starts, bare}: Entry, part: string): number {
  if (!key.includes(part)) return -1;
  if (key.startsWith(part)) return WORTH.begins + (starts.includes(part.length) ? 4 : 0);
  if (bare && key.startsWith(part, bare)) return WORTH.begins;
  for (const start of starts) {
    if (start && key.startsWith(part, start)) {
      return WORTH.later + (start + part.length === key.length || starts.includes(start + part.length) ? 4 : 0);
    }
  }
  return -1;
}

/** Whether each word abbreviates a word of the name: `h i ambacht`, `berg op zoom`. At least one word has to be whole. */
function abbreviates(words: readonly string[], {key, starts}: Entry): boolean {
  if (words.length !== starts.length || words.length < 2) return false;
  let whole = 0;
  return (
    words.every((word, at) => {
      const start = starts[at] ?? 0;
      const end = starts[at + 1] ?? key.length;
      if (!key.startsWith(word, start) || start + word.length > end) return false;
      if (start + word.length === end && word.length > 3) whole++;
      return true;
    }) && whole > 0
  );
}

/** Splits initials that are written together: `hi ambacht`. */
function spellInitials(words: readonly string[]): readonly string[] {
  const [first = '', ...rest] = words;
  return /^[a-z]{2,3}$/.test(first) && rest.length ? [...first, ...rest] : words;
}

/** Everything that a text may mean, best first, each once. */
function findAll(
  {words, kind}: Question,
  index: NameIndex,
): {readonly matches: readonly Match[]; readonly part: string} {
  const part = words.join('');
  const best = new Map<Bearer, Match>();
  const offer = (entry: Entry, fits: number): void => {
    const worth = fits + entry.bearer.size + (kind && entry.bearer.kind === kind ? 20 : 0) - (entry.guess ? 1 : 0);
    const known = best.get(entry.bearer);
    if (!known || known.worth < worth) best.set(entry.bearer, {entry, worth});
  };
  const whole = readWhole(words, index);
  for (const entry of whole) offer(entry, WORTH.whole);
  const bare = withoutArticle(words).join('');
  const initials = spellInitials(words);
  for (const entry of index.entries) {
    if (entry.key.length - entry.bare === bare.length && entry.key.endsWith(bare)) offer(entry, WORTH.withoutArticle);
    const worth = worthOf(entry, part);
    if (worth >= 0) offer(entry, worth - (isOfficial(entry) ? 0 : 2));
    else if (words.length > 1 && (abbreviates(words, entry) || abbreviates(initials, entry))) {
      offer(entry, WORTH.around);
    }
  }
  if (words.length > 1) {
    for (const {entry, rest, from} of namesIn(words, index)) {
      if (entry.key.length > 2 && !(entry.guess && entry.bearer.kind === 'provincie'))
        offer(entry, WORTH.part + entry.key.length / 2 + (from ? 0 : 6) - rest.length);
    }
    // The beginning of the name of a district, beside the name of its place.
    for (let cut = 1; cut < words.length; cut++) {
      const begun = words.slice(cut).join('');
      for (const entry of index.entries) {
        if (entry.key.startsWith(begun) && tells(words.slice(0, cut), entry.bearer.around, noGeneric)) {
          offer(entry, WORTH.around);
        }
      }
    }
  }
  if (!whole.length && part.length >= MIN_SLIP && best.size < MOST_FOUND) {
    for (const {at, distance} of resemblance(part, index.sounds())) {
      const entry = index.entries[at];
      if (entry) offer(entry, WORTH.sounds + Math.min(part.length / 2, 8) - 7 * distance - (isOfficial(entry) ? 0 : 3));
    }
  }
  const matches = [...best.values()].sort((a, b) => b.worth - a.worth);
  return {matches, part};
}

const noGeneric: ReadonlySet<string> = new Set();

/** Turns a place that spans several regions into those regions. */
function spread(entry: Entry, index: NameIndex): NamedPlace[] {
  const {bearer} = entry;
  if (bearer.regions.length < 2) return [toNamedPlace(entry)];
  return bearer.regions.flatMap((region) => {
    const own = index.regions[region];
    return own ? [toNamedPlace({...entry, bearer: own, name: own.name})] : [];
  });
}

/** Each place once; a region and the provincie of the same name and extent are one. */
function unique(places: readonly NamedPlace[]): NamedPlace[] {
  const seen = new Set<string>();
  return places.filter(({name, kind, within, gemeente, regions}) => {
    const id = [name, WIDE.includes(kind) ? regions.join() : kind, within, gemeente].join('|');
    return !seen.has(id) && seen.add(id);
  });
}

/** Whether words are a name, or the beginning of one. */
const knownIn =
  (index: NameIndex) =>
  (words: readonly string[]): boolean => {
    const key = words.join('');
    return index.byKey.has(key) || (words.length > 1 && index.entries.some((entry) => entry.key.startsWith(key)));
  };

/**
 * Suggestions for a text that is being typed: names that begin with it, that have a word that does, or that resemble it.
 * Large places come before small ones.
 *
 * @param text As typed, anything. Never throws.
 */
export function suggestNames(text: string, index: NameIndex): NameMatches {
  const question = readQuestion(text, knownIn(index));
  if (!question?.words.length) return NOTHING;
  const {matches, part} = findAll(question, index);
  return {places: unique(matches.map(({entry}) => toNamedPlace(entry))).slice(0, MOST_FOUND), part};
}

/**
 * The answer for a submitted text. There is one only when the whole text is a name, possibly with words that say where it
 * lies, and everything of that name lies in one region. Part of a name, a typing error, and a name of things in different
 * regions give a list.
 *
 * @param text As typed, anything. Never throws.
 */
export function resolveName(text: string, index: NameIndex): NameResult {
  const question = readQuestion(text, knownIn(index));
  if (!question?.words.length) return {status: 'none'};
  const whole = ofKind(nameWhole(question, index), question.kind);
  const regions = new Set(whole.flatMap(({bearer}) => bearer.regions));
  const [first] = whole;
  const sure =
    !question.vague &&
    whole.every(({guess}) => !guess) &&
    !(question.kind === 'regio' && first?.bearer.kind !== 'regio');
  if (first && sure && regions.size === 1) {
    return {status: 'found', place: likeliest(whole, first)};
  }
  const {matches, part} = findAll(question, index);
  const named = [...whole].sort((a, b) => b.bearer.size - a.bearer.size);
  // The name of a provincie asks for its regions, not for other names that begin alike.
  const only = named.length > 0 && named.every(({bearer}) => WIDE.includes(bearer.kind));
  const entries = only ? named : [...named, ...matches.map(({entry}) => entry)];
  const places = unique(entries.flatMap((entry) => spread(entry, index))).slice(0, MOST_FOUND);
  return places.length ? {status: 'choice', places, part} : {status: 'none'};
}

/** Larger things are likelier, and so is one whose official name the text is. */
const likelihood = (entry: Entry): number => entry.bearer.size + (isOfficial(entry) ? 4 : 0);

/**
 * The likeliest of several things of one name in one region: the largest. If other likely ones lie in other gemeenten, like
 * the three villages called Nes, the answer names no gemeente.
 */
function likeliest(entries: readonly Entry[], first: Entry): NamedPlace {
  const [best = first] = [...entries].sort(
    (a, b) => WIDE.indexOf(a.bearer.kind) - WIDE.indexOf(b.bearer.kind) || likelihood(b) - likelihood(a),
  );
  const place = toNamedPlace(best);
  const rivals = entries.filter(
    (entry) =>
      !WIDE.includes(entry.bearer.kind) &&
      (!isOfficial(best) || (isOfficial(entry) && entry.bearer.kind === best.bearer.kind)),
  );
  if (rivals.every(({bearer}) => bearer.gemeente === best.bearer.gemeente)) return place;
  const {gemeente: _gemeente, within: _within, ...rest} = place;
  return rest;
}

/** The entries that the whole text names, in full or abbreviated. */
function nameWhole({words}: Question, index: NameIndex): readonly Entry[] {
  const whole = readWhole(words, index);
  if (whole.length || words.length < 2) return whole;
  const initials = spellInitials(words);
  // Only whole words and initials count: a word that is still being typed may become another name.
  return words.some((word) => word.length === 1) || initials !== words
    ? index.entries.filter((entry) => !entry.guess && abbreviates(initials, entry) && onlyInitials(initials, entry))
    : whole;
}

/** Whether the words are initials and whole words: `h i ambacht`, but not `d bosch`, since an article is no initial. */
const onlyInitials = (words: readonly string[], {key, starts, bare}: Entry): boolean =>
  words.every((word, at) => {
    const length = (starts[at + 1] ?? key.length) - (starts[at] ?? 0);
    return word.length === length || (word.length === 1 && !(at === 0 && bare));
  });

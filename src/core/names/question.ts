import {foldWords} from './fold.js';
import type {NameKind} from './named-place.js';

/** The name that a text asks for, without the words around it. */
export interface Question {
  /** Normalised words of the name, with those that tell it from its namesakes. */
  readonly words: readonly string[];
  /** The kind that the text asks for: `gemeente Utrecht`. */
  readonly kind?: NameKind;
  /** True if the text asks for more than the place itself, such as its surroundings: it is then not answered at once. */
  readonly vague: boolean;
}

/** Longest name with its gemeente or provincie. A longer text was pasted, and is not searched. */
const LONGEST = 90;
const MOST_WORDS = 14;

/** Words before a name that do not say where it lies, in languages that many job seekers in this sector speak. */
const LEADS = [
  'ik woon in',
  'ik woon op',
  'ik woon te',
  'ik kom uit',
  'ik ben van',
  'ik zoek in',
  'ik zoek werk in',
  'ik wil werken in',
  'wij wonen in',
  'woon in',
  'woont in',
  'wonend in',
  'wonend te',
  'wonen in',
  'werken in',
  'werk in',
  'werk',
  'mijn woonplaats is',
  'woonplaats is',
  'mijn postcode is',
  'zorg in',
  'vacatures in',
  'in',
  'uit',
  'te',
  'op',
  'naar',
  'i live in',
  'i am from',
  'im from',
  'living in',
  'live in',
  'from',
  'work in',
  'jobs in',
  'city of',
  'mieszkam w',
  'mieszkam we',
  'ich wohne in',
  'wohnhaft in',
  "j'habite à",
  'vivo en',
  'я живу в',
  'живу в',
  'я живу у',
  'мешкаю в',
  'в',
  'у',
  'أنا أعيش في',
  'اعيش في',
  'أسكن في',
  'انا اسكن في',
  'في',
].map(foldWords);

/** Words after a name that do not say where it lies. */
const TAILS = [
  'nederland',
  'the netherlands',
  'netherlands',
  'nl',
  'niederlande',
  'pays bas',
  'holandia',
  'niderlandy',
  'hollanda',
  'нидерланды',
  'нідерланди',
  'هولندا',
].map(foldWords);

/** Words that ask for the surroundings of a place. */
const AROUND = [
  'in de buurt van',
  'in de omgeving van',
  'de omgeving van',
  'in de regio',
  'omgeving van',
  'omgeving',
  'omg',
  'nabij',
  'vlakbij',
  'dichtbij',
  'bij',
  'buurt van',
  'rond',
  'rondom',
  'tussen',
  'near',
  'near to',
  'around',
  'close to',
  'koło',
  'около',
  'біля',
  'قرب',
].map(foldWords);
const AROUND_TAILS = ['en omgeving', 'e o', 'eo', 'en omstreken', 'and surroundings', 'omgeving', 'regio'].map(
  foldWords,
);

const KINDS: readonly (readonly [NameKind, readonly string[]])[] = [
  ['gemeente', ['gemeente', 'gem', 'gmte', 'municipality of', 'municipality', 'gmina']],
  [
    'provincie',
    ['provincie', 'prov', 'provincie van', 'province of', 'province', 'prowincja', 'провинция', 'провінція'],
  ],
  ['regio', ['arbeidsmarktregio', 'regio', 'reg', 'region', 'zorgregio']],
  ['wijk', ['wijk', 'stadsdeel', 'buurt', 'deelgemeente', 'district']],
  ['woonplaats', ['woonplaats', 'plaats', 'stad', 'dorp', 'het dorp', 'de stad', 'city', 'town', 'village', 'miasto']],
];
const KIND_WORDS = KINDS.flatMap(([kind, texts]) => texts.map((text) => [kind, foldWords(text)] as const));

const begins = (words: readonly string[], start: readonly string[]): boolean =>
  words.length > start.length && start.every((word, index) => words[index] === word);
const ends = (words: readonly string[], end: readonly string[]): boolean =>
  words.length > end.length && end.every((word, index) => words[words.length - end.length + index] === word);

/** The longest phrase of a list that the words begin or end with. */
function longest(
  words: readonly string[],
  phrases: readonly (readonly string[])[],
  has: typeof begins,
): readonly string[] | undefined {
  let found: readonly string[] | undefined;
  for (const phrase of phrases) if (phrase.length > (found?.length ?? 0) && has(words, phrase)) found = phrase;
  return found;
}

/**
 * Removes the words around a name: `ik woon in Ede`, `gemeente Ede`, `omgeving Ede`.
 *
 * @param known Whether the words are a name as they are: `Wijk bij Duurstede` is not a district called `bij Duurstede`.
 * @returns Null for a text that is too long to be about a place.
 */
export function readQuestion(text: string, known: (words: readonly string[]) => boolean): Question | null {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return null;
  let words: readonly string[] = foldWords(trimmed);
  if (words.length > MOST_WORDS) return null;
  let kind: NameKind | undefined;
  let vague = false;
  while (!known(words)) {
    const around = longest(words, AROUND, begins);
    const lead = longest(words, LEADS, begins);
    const kindWord = KIND_WORDS.find(([, phrase]) => begins(words, phrase));
    const tail = longest(words, TAILS, ends);
    const aroundTail = longest(words, AROUND_TAILS, ends);
    if (around) {
      words = words.slice(around.length);
      vague = true;
    } else if (lead) {
      words = words.slice(lead.length);
    } else if (kindWord) {
      words = words.slice(kindWord[1].length);
      kind ??= kindWord[0];
    } else if (tail) {
      words = words.slice(0, -tail.length);
    } else if (aroundTail) {
      words = words.slice(0, -aroundTail.length);
      vague = true;
    } else {
      break;
    }
  }
  return {words, vague, ...(kind && {kind})};
}

import {type BitCoder, codeNumber, createLearner, decodeInSteps, encodeText} from './range-coder.js';
import {finish, type Steps} from './steps.js';

/** A woonplaats as it is packed. */
export interface PackedPlace {
  readonly name: string;
  /** How large it is: each step is half as large again as the one before. 0 for a place without inhabitants. */
  readonly size: number;
  /** Other names by which people look for it. */
  readonly aliases: readonly string[];
}

/** A gemeente with its woonplaatsen. */
export interface PackedMunicipality {
  readonly name: string;
  /** Index of its region. */
  readonly region: number;
  /** Index of its provincie. */
  readonly province: number;
  /** Largest first. */
  readonly places: readonly PackedPlace[];
}

const MARKER = 'W1';

/** Slots for what is learnt about letters. With a quarter of them, too many contexts share one: 370 bytes more. */
const SLOTS = 2 ** 20;
const SLOT_SHIFT = 12;

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0 && value < 2 ** 20;

/**
 * How many letters before the one at hand are looked at, and what the view with fewer letters counts for beside that:
 * the first sees none. A fifth view gains half a per cent, for a quarter more time.
 */
const TRUST = [2, 8, 6, 4] as const;

/** Bits after which counts are halved: they stay within a byte, probabilities within what the range coder takes. */
const MEMORY = 254;

/**
 * Letters, the most frequent first, come in groups of 8, 8, 16, 32 and 64: in unary which group, then which of it. That
 * takes a third fewer bits to decode than one tree, hence less time, and 15 bytes less. The end of a name is the first.
 */
const GROUP_DEPTHS = [3, 3, 4, 5, 6] as const;

/** Before the first node of each group's tree. All nodes of a view lie side by side, the most used ones first. */
const GROUP_NODES = [3, 10, 17, 32, 63] as const;

const MOST_LETTERS = 127;

/** More than any country has, of letters and of all else: where reading nonsense stops. */
const MOST = 1e6;

/** Codes texts letter by letter; `letters` holds the code units of all that occur. */
function createNameCoder(code: BitCoder, letters: readonly number[], goesOn: () => boolean): (name?: string) => string {
  // In the upper byte how many bits there were, in the lower how many were 1: one look at memory, not two.
  const counts = new Uint16Array(SLOTS);
  const views = new Int32Array(TRUST.length);
  const bases = new Int32Array(TRUST.length);
  // Loops over typed arrays: this runs 130,000 times, and on a cold engine.
  const learn = (node: number, bit: number) => {
    let probability = 0.5;
    for (let order = 0; order < TRUST.length; order++) {
      const count = counts[((bases[order] as number) + node) & (SLOTS - 1)] as number;
      const trust = TRUST[order] as number;
      probability = ((count & 255) + trust * probability) / ((count >> 8) + trust);
    }
    const coded = code(probability, bit);
    for (let order = 0; order < TRUST.length; order++) {
      const slot = ((bases[order] as number) + node) & (SLOTS - 1);
      const count = (counts[slot] as number) + 256 + coded;
      counts[slot] = count >> 8 > MEMORY ? (count >> 1) & 0x7f7f : count;
    }
    return coded;
  };
  return (name) => {
    let out = '';
    // The letters before, latest first, as places in `letters` from 1; 0 stands for none.
    let before: readonly number[] = [0, 0, 0];
    while (goesOn()) {
      const wanted = name === undefined ? 0 : letters.indexOf(name.charCodeAt(out.length)) + 1;
      for (let order = 1; order < TRUST.length; order++) {
        views[order] = Math.imul((views[order - 1] as number) + (before[order - 1] as number) + 1, 0x9e37_79b1);
        bases[order] = Math.imul(views[order] as number, 0x85eb_ca6b) >>> SLOT_SHIFT;
      }
      let group = 0;
      let first = 0;
      let depth: number = GROUP_DEPTHS[0];
      while (group < 4 && learn(group, +(wanted >= first + 2 ** depth))) {
        first += 2 ** depth;
        depth = GROUP_DEPTHS[++group] ?? 0;
      }
      let node = 1;
      for (let place = depth - 1; place >= 0; place--) {
        node = node * 2 + learn((GROUP_NODES[group] as number) + node, ((wanted - first) >> place) & 1);
      }
      const letter = first + node - 2 ** depth;
      const codeUnit = letters[letter - 1];
      if (codeUnit === undefined) break;
      out += String.fromCharCode(codeUnit);
      before = [letter, ...before.slice(0, 2)];
    }
    return out;
  };
}

/** Code units of all names, the most frequent first. */
function lettersOf(source: readonly PackedMunicipality[]): number[] {
  const counts = new Map<number, number>();
  for (const {name, places} of source) {
    for (const text of [name, ...places.flatMap((place) => [place.name, ...place.aliases])]) {
      for (let index = 0; index < text.length; index++) {
        const letter = text.charCodeAt(index);
        counts.set(letter, (counts.get(letter) ?? 0) + 1);
      }
    }
  }
  return [...counts].sort(([a, timesA], [b, timesB]) => timesB - timesA || a - b).map(([letter]) => letter);
}

/**
 * Writes the gemeenten of `source`, whose names are made of the letters `used`; or reads them without.
 *
 * - Gemeenten come by region and provincie, so both are a step of 0 mostly. Neighbours share ways to name a place.
 * - A gemeente that is named after one of its places is told by which: 0 for none, else from 1.
 * - Places come largest first: a size is the step down from the one before.
 */
function* codePlaces(
  code: BitCoder,
  source?: readonly PackedMunicipality[],
  used?: readonly number[],
): Steps<PackedMunicipality[]> {
  const learn = createLearner(code, 4096, 255);
  const count = (kind: number, value = 0) => codeNumber(code, learn, kind, kind, value);
  let left = MOST;
  const goesOn = () => left-- > 0;
  const letters: number[] = [];
  const different = Math.min(count(0, used?.length), MOST_LETTERS);
  while (letters.length < different) letters.push(count(1, used?.[letters.length]));
  const codeName = createNameCoder(code, letters, goesOn);
  const many = <T>(kind: number, items: readonly T[] | undefined, each: (item: T | undefined) => T): T[] => {
    const out: T[] = [];
    const length = count(kind, items?.length);
    while (out.length < length && goesOn()) out.push(each(items?.[out.length]));
    return out;
  };
  let region = 0;
  let province = 0;
  const municipalities: PackedMunicipality[] = [];
  for (const length = count(2, source?.length); municipalities.length < length && goesOn(); yield) {
    const next = source?.[municipalities.length];
    region += count(3, next && next.region - region);
    // Provincies go round: the next one, or one met before.
    province = count(10 + (province & 31), next?.province);
    let size = -1;
    const places = many(4, next?.places, (place) => {
      size = size < 0 ? count(5, place?.size) : size - count(6, place && size - place.size);
      return {name: codeName(place?.name), size, aliases: many(7, place?.aliases, codeName)};
    });
    const namesake = count(8, next && places.findIndex(({name}) => name === next.name) + 1);
    const name = places[namesake - 1]?.name ?? codeName(next?.name);
    municipalities.push({name, region, province, places});
  }
  return municipalities;
}

/**
 * Packs gemeenten and their woonplaatsen as text. They come back in the order given.
 *
 * @throws RangeError when gemeenten are not in order of region or the places of one not largest first, when an index or
 *   size is no whole number from 0, and when there are more than 127 different letters, 32 provincies, or an empty name.
 */
export function encodePlaces(municipalities: readonly PackedMunicipality[]): string {
  let before = 0;
  for (const {name, region, province, places} of municipalities) {
    const wrong = (got: string, expected: string): never => {
      throw new RangeError(`Got ${got} of ${JSON.stringify(name)}, expected ${expected}`);
    };
    if (!isCount(region) || region < before) wrong(`region ${region} after ${before}`, 'regions in order');
    if (!isCount(province) || province > 31) wrong(`provincie ${province}`, 'an index below 32');
    if (!name) wrong('an empty name', 'a text');
    before = region;
    let larger = Number.POSITIVE_INFINITY;
    for (const place of places) {
      if (!isCount(place.size) || place.size > larger) {
        wrong(`size ${place.size} after ${larger}`, 'whole numbers, the largest first');
      }
      if (!place.name || place.aliases.includes('')) wrong('a place with an empty name', 'texts');
      larger = place.size;
    }
  }
  const used = lettersOf(municipalities);
  if (used.length > MOST_LETTERS) {
    throw new RangeError(`Got ${used.length} different letters, expected at most ${MOST_LETTERS}`);
  }
  return encodeText(MARKER, (code) => finish(codePlaces(code, municipalities, used)));
}

/**
 * Unpacks what `encodePlaces` packed; a step is a gemeente.
 *
 * @throws RegionDataError, at once or in any step, for anything but a text of `encodePlaces`.
 */
export const decodePlaces = (text: string): Steps<PackedMunicipality[]> => decodeInSteps(MARKER, text, codePlaces);

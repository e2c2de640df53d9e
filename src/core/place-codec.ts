import {type BitCoder, codeNumber, createLearner, decodeText, encodeText, type Learner} from './range-coder.js';

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

/**
 * How many letters before the one at hand are looked at, and what the view with fewer letters counts for beside that:
 * the first sees none. A fifth view gains 20 bytes in 10,000, telling capitals from position 40.
 */
const TRUST = [2, 8, 6, 4] as const;

/** Bits after which counts are halved: this keeps probabilities within what the range coder takes. */
const MEMORY = 254;

/** Letters are bits in a tree of this depth: 127 different ones and the end of a name. */
const DEPTH = 7;

/** More letters, names or gemeenten than any country has: where reading stops on nonsense. */
const MOST = 10_000;

/** Codes texts letter by letter; `letters` holds the code units of all that occur. */
function createNameCoder(code: BitCoder, letters: readonly number[]): (name?: string) => string {
  const ones = new Uint8Array(SLOTS);
  const all = new Uint8Array(SLOTS);
  const views = new Int32Array(TRUST.length);
  const slots = new Int32Array(TRUST.length);
  // Loops over typed arrays: this runs 800,000 times, and on a cold engine.
  const learn = (node: number, bit: number) => {
    let probability = 0.5;
    for (let order = 0; order < TRUST.length; order++) {
      const slot = Math.imul((views[order] as number) + node, 0x85eb_ca6b) >>> SLOT_SHIFT;
      const trust = TRUST[order] as number;
      slots[order] = slot;
      probability = ((ones[slot] as number) + trust * probability) / ((all[slot] as number) + trust);
    }
    const coded = code(probability, bit);
    for (let order = 0; order < TRUST.length; order++) {
      const slot = slots[order] as number;
      const shift = +((all[slot] as number) === MEMORY);
      ones[slot] = ((ones[slot] as number) + coded) >> shift;
      all[slot] = ((all[slot] as number) + 1) >> shift;
    }
    return coded;
  };
  return (name) => {
    let out = '';
    // The letters before, latest first, as places in `letters` from 1; 0 stands for none.
    let before: readonly number[] = [0, 0, 0];
    for (let length = 0; length < MOST; length++) {
      const wanted = name === undefined ? 0 : letters.indexOf(name.charCodeAt(length)) + 1;
      for (let order = 1; order < TRUST.length; order++) {
        views[order] = Math.imul((views[order - 1] as number) + (before[order - 1] as number) + 1, 0x9e37_79b1);
      }
      let node = 1;
      for (let place = DEPTH - 1; place >= 0; place--) node = node * 2 + learn(node, (wanted >> place) & 1);
      const letter = node - 2 ** DEPTH;
      const codeUnit = letters[letter - 1];
      if (codeUnit === undefined) break;
      out += String.fromCharCode(codeUnit);
      before = [letter, ...before.slice(0, 2)];
    }
    return out;
  };
}

/** Small numbers of several kinds; each starts from what the kind before it in the same place was. */
function createCounter(code: BitCoder, learn: Learner): (kind: number, value?: number) => number {
  return (kind, value = 0) => codeNumber(code, learn, kind, kind, value);
}

/**
 * Writes the gemeenten of `source`, or reads them without.
 *
 * - Gemeenten come by region and provincie, so both are a step of 0 mostly. Neighbours share ways to name a place.
 * - A gemeente that is named after one of its places is told by which: 0 for none, else from 1.
 * - Places come largest first: a size is the step down from the one before.
 */
function codePlaces(code: BitCoder, source?: readonly PackedMunicipality[]): PackedMunicipality[] {
  const learn = createLearner(code, 4096, 255);
  const count = createCounter(code, learn);
  const used = source && [
    ...new Set(
      source.flatMap(({name, places}) => [name, ...places.flatMap((place) => [place.name, ...place.aliases])]).join(''),
    ),
  ];
  const sorted = used?.map((letter) => letter.charCodeAt(0)).sort((a, b) => a - b);
  const letters: number[] = [];
  for (let left = count(0, sorted?.length); left > 0 && left < 2 ** DEPTH; left--) {
    const last = letters.at(-1) ?? 0;
    letters.push(last + count(1, sorted && (sorted[letters.length] as number) - last));
  }
  const codeName = createNameCoder(code, letters);
  const many = <T>(kind: number, items: readonly T[] | undefined, each: (item: T | undefined) => T): T[] => {
    const out: T[] = [];
    const length = count(kind, items?.length);
    while (out.length < Math.min(length, MOST)) out.push(each(items?.[out.length]));
    return out;
  };
  let region = 0;
  let province = 0;
  return many(2, source, (next) => {
    region += count(3, next && next.region - region);
    // Provincies go round: the next one, or one met before.
    province = count(10 + (province & 31), next?.province);
    let size = 0;
    const places = many(4, next?.places, (place) => {
      const first = !size;
      size = first ? count(5, place?.size) : size - count(6, place && size - place.size);
      return {name: codeName(place?.name), size, aliases: many(7, place?.aliases, codeName)};
    });
    const namesake = count(8, next && places.findIndex(({name}) => name === next.name) + 1);
    return {name: places[namesake - 1]?.name ?? codeName(next?.name), region, province, places};
  });
}

/**
 * Packs gemeenten and their woonplaatsen as text. They come back in the order given.
 *
 * @throws RangeError when they are not in order of region, when the places of one are not largest first, and when
 *   there are more than 127 different letters, 32 provincies, or names that are empty.
 */
export function encodePlaces(municipalities: readonly PackedMunicipality[]): string {
  return encodeText(MARKER, (code) => codePlaces(code, municipalities));
}

/**
 * Unpacks what `encodePlaces` packed.
 *
 * @throws RegionDataError for anything but a text of `encodePlaces`.
 */
export function decodePlaces(text: string): PackedMunicipality[] {
  return decodeText(MARKER, text, (code) => codePlaces(code));
}

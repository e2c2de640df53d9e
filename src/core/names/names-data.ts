import {broken} from '../data-file.js';

/**
 * All names as `data/generated/names.json` holds them. The official name comes first in every list of names.
 * A size is a logarithm of the number of people; it only decides which of several places is shown first.
 */
export interface NamesData {
  readonly provincies: readonly ProvincieNames[];
  /** In the fixed order of the regions. */
  readonly regions: readonly (readonly string[])[];
  /** Everyday names of parts of the country, each with its regions, the main one first. */
  readonly areas: readonly AreaNames[];
  /** Names that mean something only beside the name of a place, such as `Vogelbuurt`, of which there are many. */
  readonly generic: readonly string[];
  /** Texts whose meaning is only a guess: `Adam` may be Amsterdam. */
  readonly hints: readonly Hint[];
  readonly gemeenten: readonly GemeenteNames[];
}

export interface ProvincieNames {
  readonly names: readonly string[];
  /** Short forms that only tell namesakes apart: `Laren NH`. */
  readonly short: readonly string[];
}

export interface AreaNames {
  readonly names: readonly string[];
  readonly regions: readonly number[];
}

export interface Hint {
  readonly text: string;
  /** Official name of a woonplaats, gemeente, provincie or area. */
  readonly means: string;
  /** True if it is meant less often than the others of the same name. */
  readonly last: boolean;
}

export interface GemeenteNames {
  readonly names: readonly string[];
  readonly provincie: number;
  readonly region: number;
  /** Woonplaatsen, the largest first. The lists that follow have an item for each of these. */
  readonly places: readonly string[];
  readonly sizes: readonly number[];
  /** Other names of each woonplaats. */
  readonly others: readonly (readonly string[])[];
  /** Districts of each woonplaats, the largest first. Their sizes are estimated from this order. */
  readonly wijken: readonly (readonly string[])[];
}

/**
 * Refuses names of another form than this version reads, or of another division.
 *
 * @param regionCount How many regions there are.
 * @throws {RegionDataError}
 */
export function assertNames({regions, gemeenten}: NamesData, regionCount: number): void {
  const check = (where: string, got: unknown, expected: number): void => {
    if (got !== expected) throw broken('names.json', where, `${got}`, `${expected}`);
  };
  check('regions', regions.length, regionCount);
  for (const {names, places, sizes, others, wijken} of gemeenten) {
    for (const list of [sizes, others, wijken]) check(`${names}`, list?.length, places.length);
  }
}

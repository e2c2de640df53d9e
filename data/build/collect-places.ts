import type {PackedMunicipality} from '../../src/core/place-codec.js';
import {bareName} from './decide-postcodes.js';
import type {ProblemList} from './problems.js';
import {quote} from './problems.js';
import {readCsv} from './read-csv.js';
import type {Membership} from './read-municipalities.js';
import type {ListedPlace, Presence, Woonplaats} from './read-postcodes.js';

/** Another name by which people look for a woonplaats, kept by hand. */
export interface PlaceName {
  readonly name: string;
  readonly woonplaats: string;
  /** CBS code. */
  readonly municipality: string;
  readonly row: number;
}

/** All woonplaatsen, ready to be packed. */
export interface CollectedPlaces {
  readonly municipalities: readonly PackedMunicipality[];
  /** Names that the province index of a gemeente refers to. */
  readonly provinces: readonly string[];
  /** Woonplaatsen under whose postcodes nobody is counted: they come last in every list. */
  readonly empty: readonly string[];
}

export interface PlaceSources {
  readonly woonplaatsen: readonly Woonplaats[];
  readonly memberships: readonly Membership[];
  readonly regionOf: ReadonlyMap<string, number>;
  /** Each with its gemeente. */
  readonly places: readonly ListedPlace[];
  readonly presence: readonly Presence[];
  /** Dutch name per gemeente code. */
  readonly provinceOf: ReadonlyMap<string, string>;
  readonly names: readonly PlaceName[];
}

/** From one size to the next. A third gives no better order, a double a worse one: Hilversum beside Haarlem. */
const STEP = 1.5;

/** Reads the other names of places: columns gemeente (code), woonplaats, name, reason. */
export function readPlaceNames(text: string, file: string, problems: ProblemList): PlaceName[] {
  const columns = ['gemeente', 'woonplaats', 'name', 'reason'] as const;
  const rows = readCsv(text, {file, columns}, problems);
  for (const {row, values} of rows) {
    for (const field of columns) {
      if (values[field] === '') problems.add({file, row, field, got: '""', expected: 'a text'});
    }
  }
  return rows.map(({row, values}) => ({
    name: values.name,
    woonplaats: values.woonplaats,
    municipality: values.gemeente,
    row,
  }));
}

/**
 * Brings every woonplaats of the CBS list together with its gemeente, provincie, region and size.
 *
 * How large a place is only orders suggestions: the inhabitants of each PC4 are shared out equally among the places that
 * GeoNames lists under it, by name within the gemeente. That makes a hamlet that shares the code of a town too large, and
 * keeps towns in their order.
 */
export function collectPlaces(sources: PlaceSources, file: string, problems: ProblemList): CollectedPlaces {
  const {woonplaatsen, memberships, regionOf, provinceOf, names} = sources;
  for (const {code, name} of memberships) {
    if (provinceOf.has(code)) continue;
    problems.add({file: 'places', field: code, got: `no provincie for ${name}`, expected: 'one that a source names'});
  }
  const provinces = [...new Set(provinceOf.values())].sort();
  const inhabitants = countInhabitants(sources);
  const known = new Set(memberships.map(({code}) => code));
  const placesOf = new Map<string, {name: string; people: number}[]>();
  const empty: string[] = [];
  for (const {name, municipality} of woonplaatsen) {
    const people = inhabitants.get(keyOf(name, municipality)) ?? 0;
    const places = placesOf.get(municipality) ?? [];
    if (!known.has(municipality) || name === '' || places.some((place) => place.name === name)) {
      problems.add({
        file: 'woonplaatsen',
        field: name,
        got: `${quote(name)} in ${municipality}`,
        expected: 'a name, once in a gemeente, in a gemeente of this edition',
      });
    }
    places.push({name, people});
    placesOf.set(municipality, places);
    if (people === 0) empty.push(`${name} (${municipality})`);
  }
  for (const {row, woonplaats, municipality} of names) {
    if (placesOf.get(municipality)?.some(({name}) => name === woonplaats)) continue;
    problems.add({
      file,
      row,
      field: 'woonplaats',
      got: `${quote(woonplaats)} in ${municipality}`,
      expected: 'a woonplaats of that gemeente, spelled as CBS does',
    });
  }
  const municipalities = memberships
    .map(({code, name}) => ({
      name,
      region: regionOf.get(code) ?? 0,
      province: provinces.indexOf(provinceOf.get(code) ?? ''),
      places: (placesOf.get(code) ?? [])
        .sort((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1))
        .map((place) => ({
          name: place.name,
          size: sizeOf(place.people),
          aliases: names.flatMap((other) =>
            other.municipality === code && other.woonplaats === place.name ? [other.name] : [],
          ),
        })),
    }))
    .sort((a, b) => a.region - b.region || a.province - b.province || (a.name < b.name ? -1 : 1));
  return {municipalities, provinces, empty: empty.sort()};
}

/** Steps of half as many again up to this many people; 0 for nobody. */
function sizeOf(people: number): number {
  let size = 0;
  for (let least = 1; least <= people; least *= STEP) size++;
  return size;
}

/** Spelling apart: GeoNames differs from CBS in hyphens and capitals. */
const keyOf = (name: string, municipality: string | null): string => `${municipality} ${bareName(name)}`;

function countInhabitants({places, presence}: PlaceSources): Map<string, number> {
  const keysOf = new Map<number, string[]>();
  for (const {pc4, place, municipality} of places) {
    keysOf.set(pc4, [...(keysOf.get(pc4) ?? []), keyOf(place, municipality)]);
  }
  const inhabitants = new Map<string, number>();
  for (const {pc4, inhabitants: people} of presence) {
    const keys = keysOf.get(pc4) ?? [];
    for (const key of keys) inhabitants.set(key, (inhabitants.get(key) ?? 0) + people / keys.length);
  }
  return inhabitants;
}

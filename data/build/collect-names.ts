import type {LonLat} from '../../src/core/geometry.js';
import {fold, withoutAddition} from '../../src/core/names/fold.js';
import type {AreaNames, GemeenteNames, Hint, NamesData} from '../../src/core/names/names-data.js';
import {bareName} from './decide-postcodes.js';
import {bareDistrictName, tellingName} from './district-names.js';
import type {ProblemList} from './problems.js';
import {quote} from './problems.js';
import {PROVINCIE_NAMES} from './provincie-names.js';
import {alternateNames} from './read-alternate-names.js';
import type {AreaMember} from './read-areas.js';
import type {District, PopulatedPlace} from './read-districts.js';
import type {Membership} from './read-municipalities.js';
import type {CuratedName} from './read-place-names.js';
import type {ListedPlace, Presence, Woonplaats} from './read-postcodes.js';

export interface NameSources {
  readonly woonplaatsen: readonly Woonplaats[];
  readonly memberships: readonly Membership[];
  readonly regionOf: ReadonlyMap<string, number>;
  /** Names of the regions in their fixed order. */
  readonly labels: readonly string[];
  /** Places, each with its gemeente. */
  readonly places: readonly ListedPlace[];
  readonly presence: readonly Presence[];
  /** Dutch name per gemeente code. */
  readonly provinceOf: ReadonlyMap<string, string>;
  readonly districts: readonly District[];
  readonly populated: readonly PopulatedPlace[];
  readonly areas: readonly AreaMember[];
  readonly curated: readonly CuratedName[];
  readonly municipalityAt: (point: LonLat) => string | null;
}

/** All names, and what was left out. */
export interface CollectedNames {
  readonly data: NamesData;
  readonly counts: Readonly<Record<string, number>>;
  /** Woonplaatsen whose postcodes have no inhabitants: they come last in every list. */
  readonly empty: readonly string[];
}

/** Factor between one size and the next. With a factor of 2, Hilversum would have the same size as Haarlem. */
const STEP = 1.5;

/** Number of inhabitants assumed for a district that is kept by hand. */
const CURATED_PEOPLE = 10_000;

/** Districts with fewer inhabitants are left out. The limit is highest for buurten, because there are so many. */
export const LEAST_PEOPLE = {wijk: 1500, buurt: 4800, geonames: 500} as const;

/** A name that occurs in this many gemeenten means nothing without the place. */
const GENERIC_FROM = 4;

/** A buurt competes with a woonplaats of the same name elsewhere if it has at least this share of its inhabitants. */
const RIVAL_SHARE = 0.05;

/** A name of a district, with an estimate of its inhabitants. */
interface NamedDistrict {
  readonly name: string;
  readonly key: string;
  readonly municipality: string;
  readonly region: number;
  readonly point: LonLat;
  kind: 'wijk' | 'buurt' | 'geonames' | 'curated';
  people: number;
  /** Set for a name kept by hand. */
  place?: Place;
}

/** Number of size steps for so many inhabitants; 0 for none. */
function sizeOf(people: number): number {
  let size = 0;
  for (let least = 1; least <= people; least *= STEP) size++;
  return size;
}

/** A key that ignores spelling, because GeoNames and CBS differ in hyphens and capitals. */
const keyOf = (name: string, municipality: string | null): string => `${municipality} ${bareName(name)}`;

/** A name of a point in GeoNames, kept or not. */
interface SpokenName {
  readonly text: string;
  /** The woonplaats; undefined for a part of a town. */
  readonly place: Place | undefined;
  readonly municipality: string;
  readonly point: LonLat;
  readonly region: number;
}

/** A woonplaats with its names and districts. */
interface Place {
  readonly name: string;
  readonly municipality: string;
  readonly people: number;
  readonly others: string[];
  readonly districts: NamedDistrict[];
}

/**
 * Collects the names of woonplaatsen, gemeenten, provincies, regions, areas and districts.
 *
 * The size of a place only orders suggestions: the inhabitants of each PC4 are divided equally among the places that
 * GeoNames lists under it, by name within the gemeente. This makes a hamlet that shares a code with a town too large, but
 * keeps towns in order. For buurten, they are divided among those nearest to the point of the PC4.
 *
 * @param file Name of the file with curated names, for messages.
 */
export function collectNames(sources: NameSources, file: string, problems: ProblemList): CollectedNames {
  const {memberships, regionOf, provinceOf, curated, labels} = sources;
  for (const {code, name} of memberships) {
    if (provinceOf.has(code)) continue;
    problems.add({file: 'places', field: code, got: `no provincie for ${name}`, expected: 'one that a source names'});
  }
  const placesOf = collectPlaces(sources, problems);
  const gemeenteNames = new Map(memberships.map(({code, name}) => [code, [name]]));
  const regionNames = labels.map((label) => partsOfLabel(label));
  for (const {kind, name, municipalities, woonplaats, row} of curated) {
    const [municipality = ''] = municipalities;
    const place = placesOf.get(municipality)?.find((each) => each.name === woonplaats);
    if (woonplaats && !place && (kind === 'name' || kind === 'wijk')) {
      problems.add({
        file,
        row,
        field: 'woonplaats',
        got: `${quote(woonplaats)} in ${municipality}`,
        expected: 'a woonplaats of that gemeente, spelled as CBS does',
      });
    } else if (kind === 'name') {
      (place?.others ?? gemeenteNames.get(municipality) ?? []).push(name);
    }
  }

  const provincies = [...new Set(provinceOf.values())].sort().map((name) => ({
    names: [name, ...(PROVINCIE_NAMES[name]?.names ?? [])],
    short: PROVINCIE_NAMES[name]?.short ?? [],
  }));
  const everyPlace = [...placesOf.values()].flat();
  /** The regions in which something has a given official name. */
  const official = new Map<string, Set<number>>();
  const claim = (name: string, regions: readonly number[]): void => {
    const key = fold(withoutAddition(name));
    official.set(key, new Set([...(official.get(key) ?? []), ...regions]));
  };
  for (const {name, municipality} of everyPlace) claim(name, [regionOf.get(municipality) ?? 0]);
  for (const {code, name} of memberships) claim(name, [regionOf.get(code) ?? 0]);
  for (const {names} of provincies) for (const name of names) claim(name, []);
  regionNames.forEach((names, region) => {
    for (const name of names) claim(name, [region]);
  });
  for (const {others, municipality} of everyPlace)
    for (const name of others) claim(name, [regionOf.get(municipality) ?? 0]);
  const areas = collectAreas(sources, official);
  for (const {names, regions} of areas) for (const name of names) claim(name, regions);

  const counts = {
    woonplaatsen: everyPlace.length,
    alternateNames: 0,
    alternateNamesOfOtherPlaces: 0,
    geoNamesInOtherRegion: 0,
    wijken: 0,
    buurten: 0,
    districtsOfGeoNames: 0,
    districtsTooSmall: 0,
    districtsWithoutTellingName: 0,
  };
  const spoken: SpokenName[] = [];
  const wijken = curated.filter(({kind}) => kind === 'wijk').map(({name}) => fold(name));
  const taken = new Set([...official.keys(), ...wijken]);
  const sections = addAlternateNames(sources, placesOf, taken, spoken, counts);
  for (const {others, municipality} of everyPlace)
    for (const name of others) claim(name, [regionOf.get(municipality) ?? 0]);
  for (const {kind, name, municipalities, woonplaats} of curated) {
    const [municipality = ''] = municipalities;
    const place = placesOf.get(municipality)?.find((each) => each.name === woonplaats);
    if (kind !== 'wijk' || !place) continue;
    const region = regionOf.get(municipality) ?? 0;
    sections.push({
      name,
      key: fold(name),
      municipality,
      region,
      point: [0, 0],
      kind: 'curated',
      people: CURATED_PEOPLE,
      place,
    });
  }
  const {kept, generic} = chooseDistricts(sources, sections, official, everyPlace, counts);
  const nearest = placeFinder(sources, placesOf);
  for (const district of kept) (district.place ?? nearest(district))?.districts.push(district);
  const gemeenten = memberships
    .map(({code}): GemeenteNames => {
      const places = [...(placesOf.get(code) ?? [])].sort((a, b) => b.people - a.people || compare(a.name, b.name));
      for (const {districts} of places) districts.sort((a, b) => b.people - a.people || compare(a.name, b.name));
      return {
        names: gemeenteNames.get(code) ?? [],
        provincie: provincies.findIndex(({names: [name]}) => name === provinceOf.get(code)),
        region: regionOf.get(code) ?? 0,
        places: places.map(({name}) => name),
        sizes: places.map(({people}) => sizeOf(people)),
        others: places.map(({others}) => others),
        wijken: places.map(({districts}) => districts.map(({name}) => name)),
      };
    })
    .sort((a, b) => a.region - b.region || a.provincie - b.provincie || compare(a.names[0] ?? '', b.names[0] ?? ''));
  const hints = [
    ...curated.flatMap(({kind, name, woonplaats}): Hint[] =>
      kind === 'guess' ? [{text: name, means: woonplaats, last: false}] : [],
    ),
    ...findShared(spoken, everyPlace, official, regionOf, nearest),
  ];
  return {
    data: {provincies, regions: regionNames, areas, generic, hints, gemeenten},
    counts,
    empty: everyPlace.flatMap(({name, municipality, people}) => (people ? [] : [`${name} (${municipality})`])).sort(),
  };
}

/**
 * Names that GeoNames has for one place and that are kept only for others, in other regions. They lead to a list in which
 * this place comes last, because an immediate answer would be wrong for whoever means this place.
 */
function findShared(
  spoken: readonly SpokenName[],
  places: readonly Place[],
  official: ReadonlyMap<string, ReadonlySet<number>>,
  regionOf: ReadonlyMap<string, number>,
  nearest: (district: {readonly municipality: string; readonly point: LonLat}) => Place | undefined,
): Hint[] {
  const regionsOf = new Map([...official].map(([key, regions]) => [key, new Set(regions)]));
  for (const {others, districts, municipality} of places) {
    for (const name of [...others, ...districts.map((district) => district.name)]) {
      const regions = regionsOf.get(fold(name)) ?? new Set();
      regionsOf.set(fold(name), regions.add(regionOf.get(municipality) ?? 0));
    }
  }
  const hints = new Map<string, Hint>();
  for (const name of spoken) {
    const {text, region} = name;
    const regions = regionsOf.get(fold(text));
    if (!regions?.size || regions.has(region) || /^[A-Z]{3}$/.test(text)) continue;
    const place = name.place ?? nearest(name);
    if (place) hints.set(`${fold(text)} ${place.name}`, {text, means: place.name, last: true});
  }
  return [...hints.values()];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Parts of the name of a region: `Haaglanden en Nieuwe Waterweg-Noord` has `Haaglanden` and `Nieuwe Waterweg-Noord`. */
function partsOfLabel(label: string): string[] {
  const parts = label.split(/\/|, | en (?=\p{Lu})/u).map((part) => part.trim());
  return [...new Set([label, ...parts])];
}

function collectPlaces(sources: NameSources, problems: ProblemList): Map<string, Place[]> {
  const inhabitants = countInhabitants(sources);
  const known = new Set(sources.memberships.map(({code}) => code));
  const placesOf = new Map<string, Place[]>();
  for (const {name, municipality} of sources.woonplaatsen) {
    const places = placesOf.get(municipality) ?? [];
    if (!known.has(municipality) || name === '' || places.some((place) => place.name === name)) {
      problems.add({
        file: 'woonplaatsen',
        field: name,
        got: `${quote(name)} in ${municipality}`,
        expected: 'a name, once in a gemeente, in a gemeente of this edition',
      });
    }
    const people = inhabitants.get(keyOf(name, municipality)) ?? 0;
    places.push({name, municipality, people, others: [], districts: []});
    placesOf.set(municipality, places);
  }
  return placesOf;
}

function countInhabitants({places, presence}: NameSources): Map<string, number> {
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

/** Names of areas in the sources that only mean a remainder, or a city with its surroundings. */
const NO_AREA = /^(?:Overig|Agglomeratie|-$)|omgeving/;

/** Everyday names of parts of the country, each with the regions of its gemeenten. */
function collectAreas({areas, curated, regionOf}: NameSources, official: ReadonlyMap<string, unknown>): AreaNames[] {
  const membersOf = new Map<string, {readonly name: string; readonly codes: Set<string>}>();
  const add = (name: string, codes: readonly string[]): void => {
    const area = membersOf.get(fold(name)) ?? {name, codes: new Set()};
    for (const code of codes) area.codes.add(code);
    membersOf.set(fold(name), area);
  };
  for (const {area, municipality} of areas) {
    if (NO_AREA.test(area)) continue;
    const parts = area.split(/ & |, | en (?=\p{Lu})/u).flatMap((part) => (part.endsWith('-') ? [] : [part.trim()]));
    for (const name of new Set([area, ...parts])) if (!official.has(fold(name))) add(name, [municipality]);
  }
  for (const {kind, name, municipalities} of curated) if (kind === 'area') add(name, municipalities);
  return [...membersOf.values()]
    .map(({name, codes}) => {
      const weight = new Map<number, number>();
      for (const code of codes) weight.set(regionOf.get(code) ?? 0, (weight.get(regionOf.get(code) ?? 0) ?? 0) + 1);
      const regions = [...weight].sort(([a, few], [b, many]) => many - few || a - b).map(([region]) => region);
      return {names: [name], regions};
    })
    .sort((a, b) => compare(a.names[0] ?? '', b.names[0] ?? ''));
}

/**
 * Adds the names in GeoNames to the woonplaatsen.
 *
 * @param taken Keys of the names that mean something else: official names, and the wijken that are kept by hand.
 * @returns The other names in GeoNames: of parts of towns, and of places that are not a woonplaats.
 */
function addAlternateNames(
  {populated, memberships, regionOf, municipalityAt}: NameSources,
  placesOf: ReadonlyMap<string, readonly Place[]>,
  taken: ReadonlySet<string>,
  spoken: SpokenName[],
  counts: Record<string, number>,
): NamedDistrict[] {
  const known = new Set(memberships.map(({code}) => code));
  const sections: NamedDistrict[] = [];
  for (const {name, others, municipality: listed, point, people, section} of populated) {
    const here = municipalityAt(point);
    const municipality = here ?? listed;
    const region = regionOf.get(municipality);
    if (region === undefined) continue;
    if (known.has(listed) && regionOf.get(listed) !== region) {
      counts.geoNamesInOtherRegion = (counts.geoNamesInOtherRegion ?? 0) + 1;
      continue;
    }
    const keys = new Set([name, ...others].map(fold));
    const own = (code: string): Place | undefined => {
      const places = placesOf.get(code) ?? [];
      return (
        places.find((place) => fold(place.name) === fold(name)) ??
        (section
          ? undefined
          : places.find((place) => [place.name, ...place.others].some((each) => keys.has(fold(each)))))
      );
    };
    const place = own(municipality) ?? own(listed);
    spoken.push(...[name, ...others].map((text) => ({text, place, municipality, point, region})));
    if (place) {
      for (const other of alternateNames(
        [name, ...others],
        [place.name, ...place.others],
        Math.max(people, place.people),
      )) {
        if (taken.has(fold(other))) {
          counts.alternateNamesOfOtherPlaces = (counts.alternateNamesOfOtherPlaces ?? 0) + 1;
        } else {
          place.others.push(other);
          counts.alternateNames = (counts.alternateNames ?? 0) + 1;
        }
      }
    } else if (!/\bgem\b/.test(name)) {
      const telling = name.replace(/^(\p{L}+)-(?=\p{Lu})/u, '$1-');
      sections.push({name: telling, key: fold(name), municipality, region, point, kind: 'geonames', people});
    }
  }
  return sections;
}

/** Chooses the districts whose names are kept, and finds the names that many districts have. */
function chooseDistricts(
  sources: NameSources,
  sections: readonly NamedDistrict[],
  official: ReadonlyMap<string, ReadonlySet<number>>,
  places: readonly Place[],
  counts: Record<string, number>,
): {readonly kept: readonly NamedDistrict[]; readonly generic: readonly string[]} {
  const {districts, regionOf} = sources;
  const peopleOf = estimatePeople(sources);
  const all = new Map<string, NamedDistrict>();
  const add = (district: NamedDistrict, sum: boolean): void => {
    const id = `${district.municipality} ${district.key}`;
    const known = all.get(id);
    if (!known) all.set(id, district);
    else {
      known.people =
        sum && known.kind === district.kind ? known.people + district.people : Math.max(known.people, district.people);
      if (district.kind === 'wijk') known.kind = 'wijk';
      if (district.place) {
        known.kind = 'curated';
        known.place = district.place;
      }
    }
  };
  for (const kind of ['buurt', 'wijk'] as const) {
    for (const district of districts) {
      if (district.kind !== kind) continue;
      const {municipality, point} = district;
      const bare = bareDistrictName(district.name);
      // Even a general name makes the same name of a woonplaats elsewhere ambiguous.
      const name = tellingName(district.name) ?? (kind === 'wijk' && official.has(fold(bare)) ? bare : null);
      if (name === null) {
        counts.districtsWithoutTellingName = (counts.districtsWithoutTellingName ?? 0) + 1;
        continue;
      }
      const people = peopleOf.get(district) ?? 0;
      add({name, key: fold(name), municipality, region: regionOf.get(municipality) ?? 0, point, kind, people}, true);
    }
  }
  for (const section of sections)
    if (section.place || tellingName(section.name) || official.has(section.key)) add({...section}, false);

  const named = new Map<string, NamedDistrict[]>();
  for (const district of all.values()) named.set(district.key, [...(named.get(district.key) ?? []), district]);
  const largest = new Map<string, number>();
  for (const {name, others, people} of places) {
    for (const each of [name, ...others]) largest.set(fold(each), Math.max(largest.get(fold(each)) ?? 0, people));
  }
  const kept: NamedDistrict[] = [];
  const generic: string[] = [];
  for (const [key, bearers] of named) {
    const regions = official.get(key);
    if (regions) {
      // An official name answers for its own region; only a district in another region makes it ambiguous.
      const least = (largest.get(key) ?? 0) * RIVAL_SHARE;
      for (const district of bearers) {
        if (regions.has(district.region)) continue;
        if (district.kind === 'buurt' && district.people < least) continue;
        kept.push(district);
      }
      continue;
    }
    const byHand = bearers.some(({place}) => place);
    if (bearers.length >= GENERIC_FROM && !byHand) {
      generic.push(bearers[0]?.name ?? key);
      continue;
    }
    const worth = byHand || bearers.some(({kind, people}) => kind !== 'curated' && people >= LEAST_PEOPLE[kind]);
    // All districts of a name are kept together, or the name would be answered with the wrong one.
    if (worth) kept.push(...bearers);
    else counts.districtsTooSmall = (counts.districtsTooSmall ?? 0) + bearers.length;
  }
  const countOf = {wijk: 'wijken', buurt: 'buurten', geonames: 'districtsOfGeoNames', curated: 'curated'} as const;
  for (const {kind} of kept) counts[countOf[kind]] = (counts[countOf[kind]] ?? 0) + 1;
  return {kept, generic: generic.sort()};
}

/** Inhabitants of each buurt and wijk: those of a PC4 are divided among the buurten nearest to its point. */
function estimatePeople({districts, presence}: NameSources): Map<District, number> {
  const codes = presence.flatMap(({point, inhabitants}) => (point && inhabitants ? [{point, inhabitants}] : []));
  const buurten = new Map<(typeof codes)[number], District[]>();
  for (const district of districts) {
    if (district.kind !== 'buurt' || /verspreide|buitengebied|bedrijv|industri/i.test(district.name)) continue;
    let nearest: (typeof codes)[number] | undefined;
    let least = Infinity;
    for (const code of codes) {
      // A degree of longitude is three fifths of one of latitude here.
      const distance = (0.6 * (code.point[0] - district.point[0])) ** 2 + (code.point[1] - district.point[1]) ** 2;
      if (distance >= least) continue;
      least = distance;
      nearest = code;
    }
    if (nearest) buurten.set(nearest, [...(buurten.get(nearest) ?? []), district]);
  }
  const people = new Map<District, number>();
  const ofWijk = new Map<string, number>();
  for (const [{inhabitants}, own] of buurten) {
    for (const district of own) {
      const share = inhabitants / own.length;
      people.set(district, share);
      ofWijk.set(district.wijk, (ofWijk.get(district.wijk) ?? 0) + share);
    }
  }
  for (const district of districts) if (district.kind === 'wijk') people.set(district, ofWijk.get(district.wijk) ?? 0);
  return people;
}

/** Finds the woonplaats of a district: that of the nearest place in its gemeente. */
function placeFinder({places}: NameSources, placesOf: ReadonlyMap<string, readonly Place[]>) {
  const near = new Map<string, {readonly place: Place; readonly point: LonLat}[]>();
  for (const {place: name, municipality, point} of places) {
    const place = placesOf.get(municipality ?? '')?.find((each) => bareName(each.name) === bareName(name));
    if (!place || municipality === null) continue;
    near.set(municipality, [...(near.get(municipality) ?? []), {place, point}]);
  }
  return ({municipality, point}: {readonly municipality: string; readonly point: LonLat}): Place | undefined => {
    let found = placesOf.get(municipality)?.[0];
    let least = Infinity;
    for (const each of near.get(municipality) ?? []) {
      const distance = (0.6 * (each.point[0] - point[0])) ** 2 + (each.point[1] - point[1]) ** 2;
      if (distance >= least) continue;
      least = distance;
      found = each.place;
    }
    return found;
  };
}

import {foldWords, withoutAddition, withoutArticle} from './fold.js';
import type {NamedPlace, NameKind} from './named-place.js';
import type {GemeenteNames, NamesData} from './names-data.js';
import {type Sounds, toSounds} from './resemble.js';

/** Something that has names: a woonplaats, a district, a gemeente, a provincie or a region. */
export interface Bearer {
  readonly name: string;
  readonly kind: NameKind;
  readonly within?: string;
  readonly gemeente?: string;
  readonly provincie?: string;
  readonly regions: readonly number[];
  /** Logarithm of the number of people. Larger ones are shown first. */
  readonly size: number;
  /** Normalised names that may stand beside its own to say where it lies. */
  readonly around: ReadonlySet<string>;
}

/** A bearer under one of its names. */
export interface Entry {
  readonly bearer: Bearer;
  /** The name that this entry is found by. */
  readonly name: string;
  /** The name, folded, without spaces. */
  readonly key: string;
  /** Indexes in the key at which its words begin; the first is 0. */
  readonly starts: readonly number[];
  /** Index in the key at which the name begins without its article; 0 for a name without one. */
  readonly bare: number;
  /** True for a guess at what a text may mean: it is offered, but is never the answer by itself. */
  readonly guess: boolean;
}

/** All names, ready for the search. */
export interface NameIndex {
  /** Largest first. */
  readonly entries: readonly Entry[];
  /** By whole name. */
  readonly byKey: ReadonlyMap<string, readonly Entry[]>;
  /** Normalised names that mean something only beside the name of a place. */
  readonly generic: ReadonlySet<string>;
  /** The regions themselves, in the fixed order. */
  readonly regions: readonly Bearer[];
  /** How each entry sounds. Computed for the first text that matches no name as it is spelled. */
  readonly sounds: () => Sounds;
}

/** Sizes of areas, regions and provincies: shown before villages of the same name, and after cities that begin alike. */
const AREA_SIZE = 26;
const REGION_SIZE = 27;
const PROVINCIE_SIZE = 29;

/** Words for parts that any place may have, such as directions. */
const PARTS =
  'n o z w no nw zo zw noord oost zuid west noordoost noordwest zuidoost zuidwest noordelijk oostelijk zuidelijk ' +
  'westelijk centrum binnenstad buitengebied midden stad dorp haven station stationsgebied stadscentrum ' +
  'north south east west center centre centrum downtown ' +
  'industrieterrein bedrijventerrein';

/** Prepares names for the search. */
export function indexNames(data: NamesData): NameIndex {
  // Most names are normalised more than once: as names, and as words that tell namesakes apart.
  const words = new Map<string, readonly string[]>();
  const wordsOf = (name: string): readonly string[] => {
    const known = words.get(name);
    if (known) return known;
    const folded = foldWords(name);
    words.set(name, folded);
    return folded;
  };
  const fold = (name: string): string => wordsOf(name).join('');
  const entries: Entry[] = [];
  const official = new Map<string, Bearer[]>();
  const add = (name: string, bearer: Bearer, guess = false): void => {
    const own = wordsOf(withoutAddition(name));
    const starts: number[] = [];
    let key = '';
    for (const word of own) {
      starts.push(key.length);
      key += word;
    }
    if (!key) return;
    const bare = withoutArticle(own).length < own.length ? (starts[1] ?? 0) : 0;
    entries.push({bearer, name, key, starts, bare, guess});
  };
  const addAll = (names: readonly string[], bearer: Bearer): void => {
    for (const name of names) add(name, bearer);
    const key = fold(withoutAddition(bearer.name));
    official.set(key, [...(official.get(key) ?? []), bearer]);
  };

  const nameless: ReadonlySet<string> = new Set();
  const regions = data.regions.map(
    ([name = ''], region): Bearer => ({name, kind: 'regio', regions: [region], size: REGION_SIZE, around: nameless}),
  );
  data.regions.forEach((names, region) => {
    const bearer = regions[region];
    if (bearer) addAll(names, bearer);
  });
  for (const {names, regions: own} of data.areas) {
    addAll(names, {name: names[0] ?? '', kind: 'regio', regions: own, size: AREA_SIZE, around: nameless});
  }
  const aroundProvincie = data.provincies.map(({names, short}, provincie) => {
    const around = new Set([...names, ...short].map(fold));
    const own = regionsOfProvincie(data.gemeenten, provincie);
    if (own.length > 0) {
      addAll(names, {name: names[0] ?? '', kind: 'provincie', regions: own, size: PROVINCIE_SIZE, around});
    }
    return around;
  });
  const aroundRegion = data.regions.map((names) => names.map(fold));
  for (const gemeente of data.gemeenten) {
    addGemeente(gemeente, data.provincies[gemeente.provincie]?.names[0] ?? '', [
      ...(aroundProvincie[gemeente.provincie] ?? []),
      ...(aroundRegion[gemeente.region] ?? []),
    ]);
  }
  for (const {text, means, last} of data.hints) {
    for (const bearer of official.get(fold(means)) ?? []) add(text, last ? {...bearer, size: 0} : bearer, true);
  }

  function addGemeente(of: GemeenteNames, provincie: string, around: readonly string[]): void {
    const [gemeente = ''] = of.names;
    const regionsOf = [of.region];
    const own = of.names.map((name) => fold(withoutAddition(name)));
    const known = new Set([...around, ...own, ...own.map((key) => `gemeente${key}`)]);
    for (const districts of of.wijken) for (const name of districts) known.add(fold(name));
    of.places.forEach((name, at) => {
      const others = of.others[at] ?? [];
      addAll([name, ...others], {
        name,
        kind: 'woonplaats',
        gemeente,
        provincie,
        regions: regionsOf,
        size: of.sizes[at] ?? 0,
        around: known,
      });
      const districts = of.wijken[at] ?? [];
      if (!districts.length) return;
      const knownIn = new Set([...known, ...[name, ...others].map((each) => fold(withoutAddition(each)))]);
      districts.forEach((district, index) => {
        addAll([district], {
          name: district,
          kind: 'wijk',
          within: name,
          gemeente,
          provincie,
          regions: regionsOf,
          // An estimate: the largest district has about a fifth of the people of its place, the tenth a fiftieth.
          size: (of.sizes[at] ?? 0) - 4 - 2.5 * Math.log(index + 1),
          around: knownIn,
        });
      });
    });
    // A gemeente named after one of its woonplaatsen needs no entry under that name.
    const isPlace = of.places.some((name) => fold(withoutAddition(name)) === own[0]);
    addAll(isPlace ? of.names.slice(1) : of.names, {
      name: gemeente,
      kind: 'gemeente',
      gemeente,
      provincie,
      regions: regionsOf,
      size: (of.sizes[0] ?? 0) + 1,
      around: known,
    });
  }

  entries.sort((a, b) => b.bearer.size - a.bearer.size);
  const byKey = new Map<string, Entry[]>();
  for (const entry of entries) {
    const same = byKey.get(entry.key);
    if (same) same.push(entry);
    else byKey.set(entry.key, [entry]);
  }
  const generic = new Set([...PARTS.split(' '), ...data.generic.map(fold)]);
  let sounds: Sounds | undefined;
  return {
    entries,
    byKey,
    generic,
    regions,
    sounds: () => {
      sounds ??= toSounds(entries.map(({key}) => key));
      return sounds;
    },
  };
}

/** The regions of a provincie, the one with most people first. */
function regionsOfProvincie(gemeenten: readonly GemeenteNames[], provincie: number): number[] {
  const people = new Map<number, number>();
  for (const {provincie: own, region, sizes} of gemeenten) {
    if (own !== provincie) continue;
    people.set(
      region,
      sizes.reduce((sum, size) => sum + 1.5 ** size, people.get(region) ?? 0),
    );
  }
  return [...people].sort(([a, few], [b, many]) => many - few || a - b).map(([region]) => region);
}

/** An entry as it is shown: with its official name, and the other name that matched. */
export function toNamedPlace({bearer, name}: Entry): NamedPlace {
  const {size: _size, around: _around, ...place} = bearer;
  return name === bearer.name ? place : {...place, alias: name};
}

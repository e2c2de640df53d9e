import {area, centroid, featureCollection, intersect, length, polygonToLine, feature as toFeature} from '@turf/turf';
import type {Feature, MultiPolygon, Polygon} from 'geojson';
import {feature} from 'topojson-client';
import type {GeometryCollection, Topology} from 'topojson-specification';
import {DATA_FORMAT} from '../../src/core/data-file.js';
import type {Fact, Organisation} from '../../src/core/region.js';
import {ProblemList} from './problems.js';
import {readCsv} from './read-csv.js';
import {boundsOf} from './rings.js';
import {formatRuns, parseRuns, toRuns} from './runs.js';

/** The part of the generated data by which two editions are compared. */
export interface Edition {
  readonly edition: string;
  readonly built: string;
  readonly municipalities: ReadonlyMap<string, EditionMunicipality>;
  /** Ids of the regions of each code in use, the main one first. */
  readonly regionsOf: ReadonlyMap<number, readonly string[]>;
  /** Published facts by `region.field`. */
  readonly facts: ReadonlyMap<string, Fact>;
  /** Outlines by region id. */
  readonly shapes: ReadonlyMap<string, MultiPolygon>;
}

export interface EditionMunicipality {
  readonly name: string;
  readonly region: string;
  readonly postcodes: readonly number[];
}

/** The differences between two editions. */
export interface Changes {
  readonly municipalities: {
    /** New codes, with the gemeenten that had their postcodes before. */
    readonly added: readonly MovedMunicipality[];
    /** Removed codes, with the gemeenten that have their postcodes in the new edition. */
    readonly gone: readonly MovedMunicipality[];
    readonly renamed: readonly {readonly code: string; readonly from: string; readonly to: string}[];
    readonly moved: readonly {
      readonly code: string;
      readonly name: string;
      readonly from: string;
      readonly to: string;
    }[];
  };
  readonly postcodes: {
    readonly added: ReadonlyMap<number, string>;
    readonly gone: ReadonlyMap<number, string>;
    readonly moved: ReadonlyMap<number, string>;
    readonly nowBorder: ReadonlyMap<number, string>;
    readonly noLongerBorder: ReadonlyMap<number, string>;
  };
  /** Areas that have moved to another region, largest first. */
  readonly areas: readonly MovedArea[];
  /** Other moved land, in pieces so small or narrow that they are only redrawn lines, in km². */
  readonly sliversKm2: number;
  /** Regions that grew or shrank by land that did not move between regions: new land, or a changed border of the country. */
  readonly land: readonly {readonly region: string; readonly km2: number}[];
  readonly facts: readonly {readonly fact: string; readonly from: string | null; readonly to: string | null}[];
}

export interface MovedMunicipality {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly others: readonly {readonly code: string; readonly name: string; readonly postcodes: number}[];
}

export interface MovedArea {
  readonly from: string;
  readonly to: string;
  readonly km2: number;
  /** Its middle, [lon, lat]. */
  readonly at: readonly [number, number];
}

/** Smaller or narrower pieces of land come from lines redrawn by the publisher or by the simplification. */
const MIN_PIECE_KM2 = 0.5;
const MIN_PIECE_WIDTH_KM = 0.2;

/** Land that a region can gain or lose through redrawn lines along the coast. */
const MIN_LAND_KM2 = 2;

/** The files that an edition is read from. */
export const EDITION_FILES = ['gemeenten.csv', 'postcodes.csv', 'regions.json', 'organisations.json', 'manifest.json'];

/**
 * Reads generated data back.
 *
 * @param files text per file name.
 * @returns null if a file is missing or has another format: then there is nothing to compare with.
 */
export function readEdition(files: ReadonlyMap<string, string>): Edition | null {
  if (EDITION_FILES.some((name) => !files.has(name))) return null;
  const text = (name: string): string => files.get(name) ?? '';
  const problems = new ProblemList();
  const columns = ['code', 'name', 'region', 'provincie', 'postcodes'] as const;
  const municipalities = readCsv(text('gemeenten.csv'), {file: 'gemeenten.csv', columns}, problems);
  const runs = readCsv(text('postcodes.csv'), {file: 'postcodes.csv', columns: ['first', 'last', 'regions']}, problems);
  if (problems.items.length > 0) return null;
  const topology = JSON.parse(text('regions.json')) as Topology & {readonly format: unknown};
  const facts = JSON.parse(text('organisations.json')) as {
    readonly format: unknown;
    readonly organisations: Readonly<Record<string, Organisation>>;
  };
  const manifest = JSON.parse(text('manifest.json'));
  if (topology.format !== DATA_FORMAT || facts.format !== DATA_FORMAT) return null;
  const outlines = feature(topology, topology.objects['regions'] as GeometryCollection).features;
  return {
    edition: String(manifest.edition),
    built: String(manifest.built),
    municipalities: new Map(
      municipalities.map(({values: {code, name, region, postcodes}}) => [
        code,
        {name, region, postcodes: parseRuns(postcodes)},
      ]),
    ),
    regionsOf: new Map(
      runs.flatMap(({values: {first, last, regions}}) =>
        parseRuns(`${first}-${last}`).map((pc4) => [pc4, regions.split(' + ')] as const),
      ),
    ),
    facts: new Map(
      Object.entries(facts.organisations).flatMap(([id, organisation]) =>
        Object.entries(organisation).map(([field, fact]) => [`${id}.${field}`, fact]),
      ),
    ),
    shapes: new Map(outlines.map(({id, geometry}) => [String(id), geometry as MultiPolygon])),
  };
}

/** Compares two editions of generated data. */
export function compareEditions(before: Edition, after: Edition): Changes {
  const codes = new Set([...before.regionsOf.keys(), ...after.regionsOf.keys()]);
  const pick = (describe: (from: readonly string[], to: readonly string[]) => string | null): Map<number, string> =>
    new Map(
      [...codes]
        .sort((a, b) => a - b)
        .flatMap((pc4) => {
          const text = describe(before.regionsOf.get(pc4) ?? [], after.regionsOf.get(pc4) ?? []);
          return text === null ? [] : [[pc4, text] as const];
        }),
    );
  const isBorder = (regions: readonly string[]): boolean => regions.length > 1;
  const join = (regions: readonly string[]): string => regions.join(' + ');
  return {
    municipalities: {
      added: missingFrom(before, after),
      gone: missingFrom(after, before),
      renamed: inBoth(before, after).flatMap(([code, from, to]) =>
        from.name === to.name ? [] : [{code, from: from.name, to: to.name}],
      ),
      moved: inBoth(before, after).flatMap(([code, from, to]) =>
        from.region === to.region ? [] : [{code, name: to.name, from: from.region, to: to.region}],
      ),
    },
    postcodes: {
      added: pick((from, to) => (from.length === 0 ? join(to) : null)),
      gone: pick((from, to) => (to.length === 0 ? join(from) : null)),
      moved: pick((from, to) =>
        from.length === 1 && to.length === 1 && from[0] !== to[0] ? `${join(from)} -> ${join(to)}` : null,
      ),
      nowBorder: pick((from, to) =>
        from.length > 0 && isBorder(to) && join(from) !== join(to) ? `${join(from)} -> ${join(to)}` : null,
      ),
      noLongerBorder: pick((from, to) => (isBorder(from) && to.length === 1 ? `${join(from)} -> ${join(to)}` : null)),
    },
    ...compareAreas(before.shapes, after.shapes),
    facts: [...new Set([...before.facts.keys(), ...after.facts.keys()])].sort().flatMap((fact) => {
      const [from, to] = [before.facts.get(fact), after.facts.get(fact)];
      return from?.value === to?.value ? [] : [{fact, from: from?.value ?? null, to: to?.value ?? null}];
    }),
  };
}

/** Gemeenten of `there` whose code is missing from `here`, with the gemeenten that have their postcodes in `here`. */
function missingFrom(here: Edition, there: Edition): MovedMunicipality[] {
  return [...there.municipalities].flatMap(([code, {name, region, postcodes}]) => {
    if (here.municipalities.has(code)) return [];
    const others = [...here.municipalities]
      .map(([other, {name: otherName, postcodes: own}]) => {
        const before = new Set(there.municipalities.get(other)?.postcodes);
        // A border postcode that both gemeenten already had proves nothing.
        const shared = own.filter((pc4) => postcodes.includes(pc4) && !before.has(pc4));
        return {code: other, name: otherName, postcodes: shared.length};
      })
      .filter((other) => other.postcodes > 0)
      .sort((a, b) => b.postcodes - a.postcodes);
    return [{code, name, region, others}];
  });
}

function inBoth(before: Edition, after: Edition): [string, EditionMunicipality, EditionMunicipality][] {
  return [...after.municipalities].flatMap(([code, to]) => {
    const from = before.municipalities.get(code);
    return from === undefined ? [] : [[code, from, to]];
  });
}

function compareAreas(
  before: ReadonlyMap<string, MultiPolygon>,
  after: ReadonlyMap<string, MultiPolygon>,
): Pick<Changes, 'areas' | 'sliversKm2' | 'land'> {
  const areas: MovedArea[] = [];
  const land: {region: string; km2: number}[] = [];
  let sliversKm2 = 0;
  const net = new Map<string, number>();
  const add = (region: string, km2: number): unknown => net.set(region, (net.get(region) ?? 0) + km2);
  for (const [from, old] of before) {
    for (const [to, fresh] of after) {
      if (from === to) continue;
      for (const piece of overlap(old, fresh)) {
        const km2 = area(piece) / 1e6;
        add(from, -km2);
        add(to, km2);
        if (km2 < MIN_PIECE_KM2 || meanWidthKm(piece, km2) < MIN_PIECE_WIDTH_KM) {
          sliversKm2 += km2;
          continue;
        }
        const [lon = 0, lat = 0] = centroid(piece).geometry.coordinates;
        areas.push({from, to, km2, at: [lon, lat]});
      }
    }
  }
  for (const [region, fresh] of after) {
    const old = before.get(region);
    if (old === undefined) continue;
    const km2 = (area(fresh) - area(old)) / 1e6 - (net.get(region) ?? 0);
    if (Math.abs(km2) >= MIN_LAND_KM2) land.push({region, km2});
  }
  return {areas: areas.sort((a, b) => b.km2 - a.km2), sliversKm2, land};
}

function overlap(a: MultiPolygon, b: MultiPolygon): Feature<Polygon>[] {
  const [west, south, east, north] = boundsOf(a.coordinates.flat().flat());
  const [left, bottom, right, top] = boundsOf(b.coordinates.flat().flat());
  if (left > east || right < west || bottom > north || top < south) return [];
  const common = intersect(featureCollection([toFeature(a), toFeature(b)]))?.geometry;
  if (common === undefined) return [];
  const polygons = common.type === 'Polygon' ? [common.coordinates] : common.coordinates;
  return polygons.map((coordinates) => toFeature({type: 'Polygon', coordinates}));
}

function meanWidthKm(piece: Feature<Polygon>, km2: number): number {
  const outline = polygonToLine(piece);
  return (2 * km2) / length(outline);
}

/**
 * The changes as Markdown, for whoever reviews a rebuild.
 *
 * @returns null if there are none.
 */
export function formatChanges(before: Edition, after: Edition, changes: Changes): string | null {
  const {municipalities, postcodes, areas, sliversKm2, land, facts} = changes;
  const who = ({code, name, region}: MovedMunicipality): string => `${code} ${name} (${region})`;
  const others = (gone: MovedMunicipality): string =>
    gone.others.map(({code, name, postcodes: count}) => `${code} ${name} (${plural(count, 'postcode')})`).join(', ') ||
    'none';
  const sections: readonly (readonly [title: string, lines: readonly string[]])[] = [
    [
      'Gemeenten',
      [
        ...municipalities.gone.map((gone) => `gone: ${who(gone)}; its postcodes went to ${others(gone)}`),
        ...municipalities.added.map((added) => `new: ${who(added)}; its postcodes came from ${others(added)}`),
        ...municipalities.renamed.map(({code, from, to}) => `renamed: ${code} ${from} -> ${to}`),
        ...municipalities.moved.map(({code, name, from, to}) => `in another region: ${code} ${name}: ${from} -> ${to}`),
      ],
    ],
    ['Postcodes added', codeLines(postcodes.added)],
    ['Postcodes no longer in use', codeLines(postcodes.gone)],
    ['Postcodes that moved to another region', codeLines(postcodes.moved)],
    ['Postcodes on a border, now or otherwise than before', codeLines(postcodes.nowBorder)],
    ['Postcodes no longer on a border', codeLines(postcodes.noLongerBorder)],
    [
      'Area',
      [
        ...areas.map(
          ({from, to, km2, at: [lon, lat]}) =>
            `${km2.toFixed(1)} km² near ${lon.toFixed(3)}, ${lat.toFixed(3)}: ${from} -> ${to}`,
        ),
        ...land.map(
          ({region, km2}) => `${km2.toFixed(1)} km² of ${region} ${km2 > 0 ? 'new' : 'gone'}, at the coast or border`,
        ),
        ...(sliversKm2 >= MIN_PIECE_KM2 ? [`${sliversKm2.toFixed(1)} km² in slivers along redrawn borders`] : []),
      ],
    ],
    [
      'Contact facts',
      facts.map(({fact, from, to}) => {
        if (from === null) return `new: ${fact}: ${to}`;
        return to === null ? `gone: ${fact}: ${from}` : `changed: ${fact}: ${from} -> ${to}`;
      }),
    ],
  ];
  if (sections.every(([, lines]) => lines.length === 0)) return null;
  return [
    '# What this rebuild changes',
    '',
    'Written by `npm run data`, for whoever reviews it; do not edit.',
    `Before: edition ${before.edition}, inputs of ${before.built}. After: edition ${after.edition}, inputs of ${after.built}.`,
    ...sections.flatMap(([title, lines]) =>
      lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines.map((line) => `- ${line}`)],
    ),
    '',
  ].join('\n');
}

/** One line for each answer, with its runs of codes. */
function codeLines(codes: ReadonlyMap<number, string>): string[] {
  const groups = new Map<string, number[]>();
  for (const [pc4, text] of codes) groups.set(text, [...(groups.get(text) ?? []), pc4]);
  return [...groups].map(([text, own]) => `${text}: ${formatRuns(toRuns(own))} (${plural(own.length, 'postcode')})`);
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

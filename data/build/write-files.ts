import type {Topology} from 'topojson-specification';
import {DATA_FORMAT} from '../../src/core/data-file.js';
import type {PictureFile} from '../../src/core/picture.js';
import type {PointsFile, PostcodePoint} from '../../src/core/postcode-points.js';
import {AMBIGUOUS, type BorderPostcode, type PostcodesFile, type PostcodeTable} from '../../src/core/postcode-table.js';
import type {Contact, Organisation} from '../../src/core/region.js';
import {formatJson} from './format-json.js';
import type {Grid} from './grid.js';
import type {Umbrella} from './organisations.js';
import type {SourceList} from './sources.js';

export interface CardEntry {
  readonly id: string;
  readonly name: string;
  /** Ids of its neighbours, longest shared border first. */
  readonly neighbours: readonly string[];
  readonly organisation: Contact;
  /** Date of each of these facts. */
  readonly dates: Contact;
}

/** What every card needs. Sources are left out, because a visitor downloads this file before the first answer. */
export function cardsJson(regions: readonly CardEntry[], umbrella: Umbrella): string {
  return formatJson({format: DATA_FORMAT, regions, umbrella});
}

/** Every published fact with its source and date, by region. */
export function organisationsJson(facts: readonly (readonly [id: string, organisation: Organisation])[]): string {
  return formatJson({format: DATA_FORMAT, organisations: Object.fromEntries(facts)});
}

export interface MunicipalityEntry {
  /** CBS code, `GM0363`. */
  readonly code: string;
  readonly name: string;
  /** Id of its region. */
  readonly region: string;
  readonly provincie: string;
}

/** All gemeenten, in the order given. */
export function municipalitiesJson(gemeenten: readonly MunicipalityEntry[]): string {
  return formatJson({format: DATA_FORMAT, gemeenten});
}

/** Outlines of the regions as TopoJSON. */
export function regionsJson(topology: Topology): string {
  const {type, ...rest} = topology;
  // The type comes first, as readers of TopoJSON expect. They ignore members that they do not know.
  return formatJson({type, format: DATA_FORMAT, ...rest});
}

/** The regions as SVG paths, with positions for their names. */
export function pictureJson(picture: Omit<PictureFile, 'format'>): string {
  return formatJson({format: DATA_FORMAT, ...picture});
}

export function infoJson({edition, date, inputs}: SourceList): string {
  const sources = inputs.map(({name, publisher, edition: of, licence, attribution = ''}) => ({
    name,
    publisher,
    edition: of,
    licence,
    attribution,
  }));
  return formatJson({format: DATA_FORMAT, edition, built: date, sources});
}

/**
 * Which codes are in use and the region of each; see `PostcodesFile` for the format.
 *
 * @param borders Every code that the table marks as ambiguous.
 * @throws RangeError if the table does not have 9,000 entries, or an ambiguous code is not among the borders.
 */
export function postcodesJson(
  table: PostcodeTable,
  regions: readonly string[],
  borders: readonly BorderPostcode[],
): string {
  if (table.length !== 9000) throw new RangeError(`Got a table of ${table.length} entries, expected 9000`);
  const inUse: number[][] = [];
  const starts: number[][] = [];
  table.forEach((entry, index) => {
    if (index % 100 === 0) inUse.push([]);
    lengthen(inUse.at(-1) ?? [], entry !== 0);
    if (entry === 0) return;
    const main = borders.find(({pc4}) => pc4 === 1000 + index)?.candidates[0]?.region;
    if (entry === AMBIGUOUS && main === undefined) {
      throw new RangeError(`Got no regions for the border code ${1000 + index}`);
    }
    const region = main ?? entry - 1;
    if (starts.at(-1)?.[1] !== region) starts.push([1000 + index, region]);
  });
  const file: PostcodesFile = {format: DATA_FORMAT, regions, inUse, starts, borders};
  return formatJson(file);
}

/**
 * A point and a gemeente of each code with addresses, rounded to the grid; see `PointsFile` for the format.
 *
 * @param points By pc4.
 * @throws RangeError for a point of a code that is not in use.
 */
export function pointsJson(points: ReadonlyMap<number, PostcodePoint>, grid: Grid, table: PostcodeTable): string {
  const inUse = [...table.keys()].filter((index) => table[index]).map((index) => index + 1000);
  const withPoint: number[] = [];
  for (const pc4 of inUse) lengthen(withPoint, points.has(pc4));
  const found = inUse.flatMap((pc4) => {
    const point = points.get(pc4);
    return point === undefined ? [] : [{pc4, ...point}];
  });
  if (found.length !== points.size) {
    throw new RangeError(`Got ${points.size} points, expected points of codes in use alone: ${found.length}`);
  }
  const gemeenten = [...new Set(found.map(({gemeente}) => gemeente))];
  const runs: number[] = [];
  const gemeente: number[] = [];
  found.forEach(({gemeente: name}, index) => {
    if (found[index - 1]?.gemeente === name) {
      runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
    } else {
      runs.push(1);
      gemeente.push(gemeenten.indexOf(name));
    }
  });
  const steps = (values: readonly number[]): number[] => values.map((value, index) => value - (values[index - 1] ?? 0));
  const lon = steps(found.map(({point}) => Math.round(point[0] * grid.lon)));
  const lat = steps(found.map(({point}) => Math.round(point[1] * grid.lat)));
  const file: PointsFile = {
    format: DATA_FORMAT,
    grid: [grid.lon, grid.lat],
    gemeenten,
    withPoint,
    runs,
    gemeente: steps(gemeente),
    lon,
    lat,
  };
  // One line per hundred codes.
  const hundreds = new Map<number, number>();
  for (const {pc4} of found) {
    const hundred = Math.floor(pc4 / 100);
    hundreds.set(hundred, (hundreds.get(hundred) ?? 0) + 1);
  }
  const lines = [...hundreds.values()];
  return formatJson(
    file,
    new Map([
      [lon, lines],
      [lat, lines],
    ]),
  );
}

/** Adds one item to a list of run lengths, in which runs of `yes` have an even index. */
function lengthen(runs: number[], yes: boolean): void {
  if (runs.length === 0) runs.push(0);
  if (runs.length % 2 !== +yes) runs.push(0);
  runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
}

/** A readable version of the postcode table: one line per run of numbers with the same answer. */
export function postcodesCsv(table: PostcodeTable, ids: readonly string[], borders: readonly BorderPostcode[]): string {
  const answerOf = (pc4: number): string => {
    const entry = table[pc4 - 1000] ?? 0;
    const border = borders.find((other) => other.pc4 === pc4);
    if (border !== undefined) return border.candidates.map(({region}) => ids[region]).join(' + ');
    return entry === 0 ? '' : (ids[entry - 1] ?? '');
  };
  const lines = ['first,last,regions'];
  let first = 1000;
  for (let pc4 = 1001; pc4 <= 10_000; pc4++) {
    const answer = answerOf(first);
    if (pc4 < 10_000 && answerOf(pc4) === answer) continue;
    if (answer !== '') lines.push(`${first},${pc4 - 1},${answer}`);
    first = pc4;
  }
  return `${lines.join('\n')}\n`;
}

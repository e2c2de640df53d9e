import type {LonLat} from '../../src/core/geometry.js';
import type {ProblemList} from './problems.js';
import {quote} from './problems.js';
import {readCsv} from './read-csv.js';

/** A wijk or buurt of CBS, with its official name. */
export interface District {
  readonly name: string;
  readonly municipality: string;
  readonly kind: 'wijk' | 'buurt';
  /** CBS code of the wijk: its own, or that of the wijk that contains the buurt. */
  readonly wijk: string;
  /** Inside the district. */
  readonly point: LonLat;
  readonly row: number;
}

/**
 * Reads the wijken or the buurten of CBS.
 *
 * @param known Codes of the gemeenten of this edition. A district in another gemeente is a problem: its region is unknown.
 */
export function readDistricts(
  text: string,
  file: string,
  kind: District['kind'],
  known: ReadonlySet<string>,
  problems: ProblemList,
): District[] {
  const name = `${kind}_name` as const;
  const columns = [name, 'wijk_code', 'gemeente_code', 'lon', 'lat'] as const;
  return readCsv<(typeof columns)[number]>(text, {file, columns}, problems).map(({row, values}) => {
    const municipality = values.gemeente_code;
    if (!known.has(municipality)) {
      problems.add({
        file,
        row,
        field: 'gemeente_code',
        got: `${quote(municipality)} for ${quote(values[name])}`,
        expected: 'a gemeente of this edition',
      });
    }
    return {
      name: values[name],
      municipality,
      kind,
      wijk: values.wijk_code,
      point: readPoint(values.lon, values.lat, file, row, problems),
      row,
    };
  });
}

/** A place of GeoNames with its names in other languages. */
export interface PopulatedPlace {
  readonly name: string;
  readonly others: readonly string[];
  readonly municipality: string;
  readonly point: LonLat;
  /** 0 if GeoNames has no figure. */
  readonly people: number;
  /** True for a part of a town. */
  readonly section: boolean;
  readonly row: number;
}

/** Reads the populated places of GeoNames. Its table has no quoting: a quote is part of a name. */
export function readPopulatedPlaces(text: string, file: string, problems: ProblemList): PopulatedPlace[] {
  const columns = ['name', 'alternatenames', 'lat', 'lon', 'feature_code', 'admin2', 'population'] as const;
  return readCsv(text, {file, columns, delimiter: '\t'}, problems).map(({row, values}) => ({
    name: values.name,
    others: values.alternatenames.split(',').flatMap((name) => (name.trim() ? [name.trim()] : [])),
    municipality: `GM${values.admin2}`,
    point: readPoint(values.lon, values.lat, file, row, problems),
    people: Number(values.population) || 0,
    section: values.feature_code === 'PPLX',
    row,
  }));
}

/** Reads more places of GeoNames, of which only the name is known. */
export function readMorePlaces(text: string, file: string, problems: ProblemList): PopulatedPlace[] {
  const columns = ['name', 'lat', 'lon', 'admin2'] as const;
  return readCsv(text, {file, columns}, problems).map(({row, values}) => ({
    // This file has lost the apostrophe before these letters.
    name: values.name.replace(/^([st])(?=[ -][A-Z])/, "'$1"),
    others: [],
    municipality: `GM${values.admin2}`,
    point: readPoint(values.lon, values.lat, file, row, problems),
    people: 0,
    section: false,
    row,
  }));
}

function readPoint(lon: string, lat: string, file: string, row: number, problems: ProblemList): LonLat {
  const point: LonLat = [Number(lon), Number(lat)];
  if (!(point[0] > 3 && point[0] < 8 && point[1] > 50 && point[1] < 54)) {
    problems.add({file, row, field: 'lon, lat', got: quote(`${lon}, ${lat}`), expected: 'a point in the Netherlands'});
  }
  return point;
}

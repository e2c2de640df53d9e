import type {LonLat} from '../../src/core/geometry.js';
import type {ProblemList} from './problems.js';
import {quote} from './problems.js';
import {readCsv} from './read-csv.js';

/** A place that GeoNames lists under a postcode. */
export interface ListedPlace {
  readonly pc4: number;
  readonly place: string;
  /** CBS code; null if GeoNames has none. */
  readonly municipality: string | null;
  /** Dutch name of the provincie; null if GeoNames has none. */
  readonly province: string | null;
  readonly point: LonLat;
  readonly row: number;
}

/** Entry for a postcode in an old but complete list: kind of use and woonplaats. */
export interface ListedCode {
  readonly pc4: number;
  readonly woonplaats: string;
  /** Other spellings of the woonplaats. */
  readonly spellings: readonly string[];
  readonly province: string;
  readonly kind: ListedKind;
  readonly row: number;
}

export type ListedKind = 'Adres' | 'Adres + Postbus' | 'Postbus' | 'Onbekend';

/** The sources that have a postcode, and a point for it. */
export interface Presence {
  readonly pc4: number;
  /** A point of the postcode; null when no source has one. */
  readonly point: LonLat | null;
  /** `cbs2020-polygon`: inside its CBS area. `geonames`: a place of it. `4pp`: not to be trusted. */
  readonly pointSource: 'cbs2020-polygon' | 'geonames' | '4pp' | '';
  readonly inCbs2017: boolean;
  readonly inCbs2020: boolean;
  readonly inGeoNames: boolean;
  /** In 2021, rounded by CBS; 0 if CBS has no figure. */
  readonly inhabitants: number;
  readonly row: number;
}

/** Share of the area of a postcode that lies in a gemeente. */
export interface AreaShare {
  readonly pc4: number;
  readonly municipality: string;
  /** 0 to 1. */
  readonly share: number;
}

/** A woonplaats of the CBS list. */
export interface Woonplaats {
  readonly name: string;
  readonly municipality: string;
}

/** GeoNames writes some names of provincies in English. */
const DUTCH_PROVINCES: Readonly<Record<string, string>> = {
  Guelders: 'Gelderland',
  'North Brabant': 'Noord-Brabant',
  'North Holland': 'Noord-Holland',
  'South Holland': 'Zuid-Holland',
};
const LISTED_KINDS: readonly string[] = ['Adres', 'Adres + Postbus', 'Postbus', 'Onbekend'] satisfies ListedKind[];
const POINT_SOURCES: readonly string[] = ['cbs2020-polygon', 'geonames', '4pp', ''] satisfies Presence['pointSource'][];

/** Reads the postal codes of GeoNames, tab-separated without header. */
export function readGeoNames(text: string, file: string, problems: ProblemList): ListedPlace[] {
  const columns = [
    'country',
    'postcode',
    'place',
    'admin1',
    'admin1Code',
    'admin2',
    'admin2Code',
    'admin3',
    'admin3Code',
    'lat',
    'lon',
    'accuracy',
  ] as const;
  const check = checker(file, problems);
  return readCsv(text, {file, columns, delimiter: '\t', headless: true}, problems).map(({row, values}) => ({
    pc4: check.pc4(values.postcode, row, 'postcode'),
    place: values.place,
    municipality: values.admin2Code === '' ? null : `GM${values.admin2Code}`,
    province: values.admin1 === '' ? null : (DUTCH_PROVINCES[values.admin1] ?? values.admin1),
    point: [check.number(values.lon, row, 'lon', 3, 8), check.number(values.lat, row, 'lat', 50, 54)],
    row,
  }));
}

/** Reads the list of 4pp, without its gemeenten and coordinates, which are out of date or wrong. */
export function read4pp(text: string, file: string, problems: ProblemList): ListedCode[] {
  const columns = ['postcode', 'woonplaats', 'alternatieve_schrijfwijzen', 'provincie', 'soort'] as const;
  const check = checker(file, problems);
  return readCsv(text, {file, columns}, problems).map(({row, values}) => ({
    pc4: check.pc4(values.postcode, row, 'postcode'),
    woonplaats: values.woonplaats,
    spellings: values.alternatieve_schrijfwijzen
      .split(';')
      .flatMap((name) => (name.trim() === '' ? [] : [name.trim()])),
    province: values.provincie,
    kind: check.oneOf(values.soort, LISTED_KINDS, row, 'soort') as ListedKind,
    row,
  }));
}

/** Reads which sources have each postcode. */
export function readPresence(text: string, file: string, problems: ProblemList): Presence[] {
  const columns = [
    'pc4',
    'lat',
    'lon',
    'point_source',
    'inhabitants_2021',
    'in_cbs_pc4_2017',
    'in_cbs_pc4_2020',
    'in_geonames_2024',
  ] as const;
  const check = checker(file, problems);
  return readCsv(text, {file, columns}, problems).map(({row, values}) => ({
    pc4: check.pc4(values.pc4, row, 'pc4'),
    point:
      values.lat === ''
        ? null
        : [check.number(values.lon, row, 'lon', 3, 8), check.number(values.lat, row, 'lat', 50, 54)],
    pointSource: check.oneOf(values.point_source, POINT_SOURCES, row, 'point_source') as Presence['pointSource'],
    inCbs2017: values.in_cbs_pc4_2017 === '1',
    inCbs2020: values.in_cbs_pc4_2020 === '1',
    inGeoNames: values.in_geonames_2024 === '1',
    inhabitants:
      values.inhabitants_2021 === '' ? 0 : check.number(values.inhabitants_2021, row, 'inhabitants_2021', 0, 1e6),
    row,
  }));
}

/** Reads how the areas of postcodes on a border are divided over gemeenten. */
export function readAreaShares(text: string, file: string, problems: ProblemList): AreaShare[] {
  const columns = ['pc4', 'gemeente_code', 'area_share'] as const;
  const check = checker(file, problems);
  return readCsv(text, {file, columns}, problems).map(({row, values}) => ({
    pc4: check.pc4(values.pc4, row, 'pc4'),
    municipality: values.gemeente_code,
    share: check.number(values.area_share, row, 'area_share', 0, 1),
  }));
}

/** Reads the list *Woonplaatsen in Nederland* of CBS. */
export function readWoonplaatsen(text: string, file: string, problems: ProblemList): Woonplaats[] {
  return readCsv(text, {file, columns: ['Woonplaats', 'Gemeentecode'] as const}, problems).map(({values}) => ({
    name: values.Woonplaats,
    municipality: `GM${values.Gemeentecode}`,
  }));
}

function checker(file: string, problems: ProblemList) {
  return {
    pc4(text: string, row: number, field: string): number {
      if (!/^[1-9]\d{3}$/.test(text)) problems.add({file, row, field, got: quote(text), expected: '1000 to 9999'});
      return Number(text);
    },
    number(text: string, row: number, field: string, low: number, high: number): number {
      const value = text === '' ? Number.NaN : Number(text);
      if (!(value >= low && value <= high)) {
        problems.add({file, row, field, got: quote(text), expected: `a number from ${low} to ${high}`});
      }
      return value;
    },
    oneOf(text: string, allowed: readonly string[], row: number, field: string): string {
      if (!allowed.includes(text)) {
        problems.add({file, row, field, got: quote(text), expected: allowed.map(quote).join(' or ')});
      }
      return text;
    },
  };
}

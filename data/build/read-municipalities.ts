import type {FeatureCollection, MultiPolygon, Polygon} from 'geojson';
import type {ProblemList} from './problems.js';
import {quote} from './problems.js';
import {readCsv} from './read-csv.js';

/** A gemeente with its area. */
export interface MunicipalityArea {
  /** CBS code, `GM0363`. */
  readonly code: string;
  /** Name as CBS spells it. */
  readonly name: string;
  /** WGS 84, [lon, lat]. */
  readonly geometry: MultiPolygon | Polygon;
}

/** The RegioPlus-arbeidsmarktregio of a gemeente. */
export interface Membership {
  readonly code: string;
  readonly name: string;
  /** CBS code, `RA0410`. */
  readonly regioPlus: string;
  readonly row: number;
}

const MUNICIPALITY_CODE = /^GM\d{4}$/;
const REGIOPLUS_CODE = /^RA\d{4}$/;

/** Reads the layer *gemeente_gegeneraliseerd* of CBS/Kadaster, a GeoJSON feature collection, in order of code. */
export function readMunicipalityAreas(text: string, file: string, problems: ProblemList): MunicipalityArea[] {
  let collection: FeatureCollection;
  try {
    collection = JSON.parse(text) as FeatureCollection;
  } catch (error) {
    problems.add({file, got: error instanceof Error ? error.message : String(error), expected: 'GeoJSON'});
    return [];
  }
  if (!Array.isArray(collection.features)) {
    problems.add({file, field: 'features', got: quote(collection.features), expected: 'a list of features'});
    return [];
  }
  const areas = new Map<string, MunicipalityArea>();
  collection.features.forEach((feature, index) => {
    const field = `features[${index}]`;
    const code: unknown = feature.properties?.['statcode'];
    const name: unknown = feature.properties?.['statnaam'];
    const geometry = feature.geometry;
    if (typeof code !== 'string' || !MUNICIPALITY_CODE.test(code) || typeof name !== 'string' || name === '') {
      problems.add({file, field, got: quote(feature.properties), expected: 'statcode like GM0363 and a statnaam'});
    } else if (geometry?.type !== 'MultiPolygon' && geometry?.type !== 'Polygon') {
      problems.add({file, field: `${field} ${code}`, got: quote(geometry?.type), expected: 'Polygon or MultiPolygon'});
    } else if (areas.has(code)) {
      problems.add({
        file,
        field: `${field} ${code}`,
        got: 'this gemeente a second time',
        expected: 'each gemeente once',
      });
    } else {
      checkRings(geometry, `${field} ${code}`, file, problems);
      areas.set(code, {code, name, geometry});
    }
  });
  return [...areas.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function checkRings(geometry: MultiPolygon | Polygon, field: string, file: string, problems: ProblemList): void {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  for (const ring of polygons.flat()) {
    const first = ring[0];
    const last = ring[ring.length - 1];
    if (ring.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) {
      problems.add({
        file,
        field,
        got: `a ring of ${ring.length} corners from ${quote(first)} to ${quote(last)}`,
        expected: 'at least 4 corners, the last equal to the first',
      });
    }
  }
}

/** Reads the table gemeente -> RegioPlus-arbeidsmarktregio. */
export function readMemberships(text: string, file: string, problems: ProblemList): Membership[] {
  const columns = ['gemeente_code', 'gemeente_name', 'regioplus_code'] as const;
  const memberships: Membership[] = [];
  for (const {row, values} of readCsv(text, {file, columns}, problems)) {
    const {gemeente_code: code, gemeente_name: name, regioplus_code: regioPlus} = values;
    if (!MUNICIPALITY_CODE.test(code)) {
      problems.add({file, row, field: 'gemeente_code', got: quote(code), expected: 'a code like GM0363'});
    } else if (!REGIOPLUS_CODE.test(regioPlus)) {
      problems.add({file, row, field: 'regioplus_code', got: quote(regioPlus), expected: 'a code like RA0410'});
    } else if (memberships.some((other) => other.code === code)) {
      problems.add({file, row, field: 'gemeente_code', got: `${quote(code)} again`, expected: 'each gemeente once'});
    } else {
      memberships.push({code, name, regioPlus, row});
    }
  }
  return memberships;
}

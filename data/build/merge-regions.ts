import type {FeatureCollection, MultiPolygon, Polygon, Position} from 'geojson';
import {merge} from 'topojson-client';
import {topology} from 'topojson-server';
import type {
  GeometryCollection,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
} from 'topojson-specification';
import type {MunicipalityArea} from './read-municipalities.js';
import {windPolygon} from './rings.js';

/**
 * Decimals kept of a coordinate in degrees: 0.1 m. The publisher's file has slightly different numbers for the same corner
 * in neighbouring gemeenten. After rounding they agree, so that the borders are shared.
 */
const COORDINATE_DECIMALS = 6;

/**
 * Joins the gemeenten of each region. Islands and exclaves stay parts of their region.
 *
 * @param regionOf - region index per gemeente code.
 * @returns one geometry per region, in order of index.
 */
export function mergeRegions(
  areas: readonly MunicipalityArea[],
  regionOf: ReadonlyMap<string, number>,
  regionCount: number,
): MultiPolygon[] {
  const collection: FeatureCollection<MultiPolygon | Polygon, {code: string}> = {
    type: 'FeatureCollection',
    features: areas.map(({code, geometry}) => ({
      type: 'Feature',
      properties: {code},
      geometry: {type: 'MultiPolygon', coordinates: roundPolygons(geometry)},
    })),
  };
  const full = topology({areas: collection});
  const objects = (full.objects.areas as GeometryCollection<{code: string}>).geometries as (
    | TopoPolygon<{code: string}>
    | TopoMultiPolygon<{code: string}>
  )[];
  return Array.from({length: regionCount}, (_, region) => {
    const own = objects.filter((object) => regionOf.get(object.properties?.code ?? '') === region);
    return {type: 'MultiPolygon', coordinates: merge(full, own).coordinates.map(windPolygon)};
  });
}

function roundPolygons(geometry: MultiPolygon | Polygon): Position[][][] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((rings) =>
    rings.map((ring) => {
      const rounded = ring.map(([lon = 0, lat = 0]) => [round(lon), round(lat)]);
      return rounded.filter((p, i) => i === 0 || p[0] !== rounded[i - 1]?.[0] || p[1] !== rounded[i - 1]?.[1]);
    }),
  );
}

function round(degrees: number): number {
  return Number(degrees.toFixed(COORDINATE_DECIMALS));
}

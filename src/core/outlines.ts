import {broken} from './data-file.js';
import type {BBox, LonLat, RegionShape} from './geometry.js';

/** A region as a feature of GeoJSON, as a reader of TopoJSON gives it. */
export interface RegionFeature {
  readonly id?: string | number | undefined;
  readonly properties: {readonly name?: unknown; readonly label?: unknown} | null;
  readonly geometry: {readonly type: string; readonly coordinates?: unknown};
}

const FILE = 'regions.json';

/**
 * Reads the outlines of the regions from features.
 *
 * @param ids The regions in their fixed order.
 * @throws {RegionDataError} for features of other regions, or without a valid outline.
 */
export function shapesOf(features: readonly RegionFeature[], ids: readonly string[]): RegionShape[] {
  if (features.length !== ids.length) throw broken(FILE, 'regions', `${features.length} outlines`, `${ids.length}`);
  return features.map(({id, properties, geometry}, index) => {
    if (id !== ids[index]) throw broken(FILE, `region ${index}`, `"${id}"`, `"${ids[index]}"`);
    if (geometry.type !== 'MultiPolygon') throw broken(FILE, `${id}`, geometry.type, 'MultiPolygon');
    const polygons = geometry.coordinates as LonLat[][][];
    let [west, south, east, north] = [180, 90, -180, -90];
    for (const ring of polygons.flat()) {
      const [first, last] = [ring[0], ring.at(-1)];
      if (ring.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) {
        throw broken(FILE, `${id}`, `a ring of ${ring.length} corners from ${first} to ${last}`, 'a closed ring');
      }
      for (const [lon, lat] of ring) {
        // Negated, so that anything but a number fails too.
        if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90))
          throw broken(FILE, `${id}`, `a corner at ${lon}, ${lat}`, 'degrees');
        west = Math.min(west, lon);
        south = Math.min(south, lat);
        east = Math.max(east, lon);
        north = Math.max(north, lat);
      }
    }
    const bbox: BBox = [west, south, east, north];
    const [lon, lat] = Array.isArray(properties?.label) ? (properties.label as number[]) : [];
    if (!(lon !== undefined && lon >= west && lon <= east && lat !== undefined && lat >= south && lat <= north)) {
      throw broken(FILE, `${id}, label`, JSON.stringify(properties?.label), `a point within ${bbox.join(', ')}`);
    }
    return {polygons, bbox, labelPoint: [lon, lat]};
  });
}

import {booleanPointInPolygon} from '@turf/boolean-point-in-polygon';
import {regionShapes} from '../bundled-data/shapes.js';
import type {BBox, LonLat, RegionShape} from '../core/geometry.js';

/** Finds the region of a place: its index in the fixed order, or -1 outside all regions. */
export type RegionFinder = (lonLat: LonLat) => number;

const bboxOf = (ring: readonly LonLat[]): BBox => {
  const lons = ring.map(([lon]) => lon);
  const lats = ring.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
};

/**
 * Prepares the search for the region of a place. Each island and exclave is a polygon of its own with its own box, so
 * that most are passed over by four comparisons.
 */
export function regionFinder(shapes: readonly RegionShape[]): RegionFinder {
  const parts = shapes.flatMap(({polygons}, region) =>
    polygons.map((rings) => ({
      region,
      bbox: bboxOf(rings[0] ?? []),
      polygon: {type: 'Polygon' as const, coordinates: rings.map((ring) => ring.map(([lon, lat]) => [lon, lat]))},
    })),
  );
  return ([lon, lat]) => {
    if (!Number.isFinite(lon) || !Number.isFinite(lat)) return -1;
    for (const {region, bbox, polygon} of parts) {
      if (lon < bbox[0] || lon > bbox[2] || lat < bbox[1] || lat > bbox[3]) continue;
      if (booleanPointInPolygon([lon, lat], polygon)) return region;
    }
    return -1;
  };
}

/** The search over the bundled regions. */
export const bundledFinder = (): RegionFinder => regionFinder(regionShapes);

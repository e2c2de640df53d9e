import {booleanPointInPolygon} from '@turf/turf';
import type {MultiPolygon, Polygon} from 'geojson';
import type {LonLat} from '../../src/core/geometry.js';
import {boundsOf} from './rings.js';

/** Finds the area of a point: its index, or null outside all areas. */
export type Locate = (point: LonLat) => number | null;

/** Prepares areas for many look-ups. A point on a shared border belongs to the first area. */
export function prepareLocate(areas: readonly (MultiPolygon | Polygon)[]): Locate {
  const boxed = areas.map((geometry) => ({
    geometry,
    box: boundsOf(geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat().flat()),
  }));
  return (point) => {
    const [lon, lat] = point;
    const index = boxed.findIndex(
      ({geometry, box: [west, south, east, north]}) =>
        lon >= west && lon <= east && lat >= south && lat <= north && booleanPointInPolygon([lon, lat], geometry),
    );
    return index === -1 ? null : index;
  };
}

import type {Position} from 'geojson';
import type {BBox} from '../../src/core/geometry.js';

export const KM_PER_DEGREE = 111.32;
/** Cosine of the middle latitude, 52.2°: the width of a degree of longitude differs at most 4 % from it elsewhere. */
export const MIDDLE_LATITUDE_COS = Math.cos((52.2 * Math.PI) / 180);

/** Signed area of a closed ring, positive when counterclockwise. On a plane through 52.2°: good to 4 %. */
export function ringAreaKm2(ring: readonly Position[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [x0 = 0, y0 = 0] = ring[i - 1] ?? [];
    const [x1 = 0, y1 = 0] = ring[i] ?? [];
    sum += x0 * y1 - x1 * y0;
  }
  return (sum / 2) * KM_PER_DEGREE * KM_PER_DEGREE * MIDDLE_LATITUDE_COS;
}

/** The rings of a polygon, the outer one counterclockwise, holes clockwise (RFC 7946). */
export function windPolygon(rings: readonly Position[][]): Position[][] {
  return rings.map((ring, index) => (ringAreaKm2(ring) > 0 === (index === 0) ? ring : [...ring].reverse()));
}

/** Bounds of a set of corners. */
export function boundsOf(corners: readonly Position[]): BBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = 0, lat = 0] of corners) {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}

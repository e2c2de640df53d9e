import type {LonLat, RegionShape, Ring} from './geometry.js';
import {regionAt} from './region-finder.js';

/** A position as the device reports it: the numbers of `GeolocationCoordinates`, which may be garbage. */
export interface Fix {
  /** WGS 84 degrees. */
  readonly longitude: number;
  readonly latitude: number;
  /** Radius in metres of the circle in which the device is, according to the device. */
  readonly accuracy: number;
}

/** Which regions a device may be in, as indexes in their fixed order. */
export type PositionMatch =
  | {readonly kind: 'region'; readonly region: number}
  /** The circle of accuracy reaches two or three regions; nearest first. */
  | {readonly kind: 'border'; readonly regions: readonly number[]}
  | {readonly kind: 'outside'}
  /** The circle of accuracy reaches too many regions to choose from. */
  | {readonly kind: 'coarse'}
  /** The device reported something that is not a point on earth. */
  | {readonly kind: 'unusable'};

/** Within this distance of a border both regions are offered: simplified borders are off by some tens of metres. */
const BORDER_ERROR_M = 100;

/** Within this distance of the shore a point counts as inside: outlines leave out piers, beaches and harbours. */
const SHORE_M = 500;

/** A point farther than this from every region is abroad or at sea, however inaccurate the position. */
const MAX_OUTSIDE_M = 10_000;

/** Most regions that a visitor is asked to choose from. */
const MAX_CHOICE = 3;

const METRES_PER_DEGREE = 111_195;

/** Distance in metres from a point to a ring, on a plane that touches the earth there: accurate for tens of kilometres. */
function distanceToRing([lon, lat]: LonLat, ring: Ring): number {
  const scale = Math.cos((lat * Math.PI) / 180);
  let nearest = Number.POSITIVE_INFINITY;
  let fromX = 0;
  let fromY = 0;
  ring.forEach((corner, index) => {
    const x = (corner[0] - lon) * scale;
    const y = corner[1] - lat;
    if (index > 0) {
      const dx = x - fromX;
      const dy = y - fromY;
      const length = dx * dx + dy * dy;
      const along = length && Math.max(0, Math.min(1, -(fromX * dx + fromY * dy) / length));
      nearest = Math.min(nearest, Math.hypot(fromX + along * dx, fromY + along * dy));
    }
    fromX = x;
    fromY = y;
  });
  return nearest * METRES_PER_DEGREE;
}

/**
 * Finds the regions that the circle of accuracy of a position reaches.
 *
 * @param shapes Outlines of the regions, in their fixed order.
 */
export function matchPosition({longitude, latitude, accuracy}: Fix, shapes: readonly RegionShape[]): PositionMatch {
  // These comparisons are false for NaN and for anything but a number. An infinite accuracy is only coarse.
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 && accuracy >= 0)) return {kind: 'unusable'};
  const point: LonLat = [longitude, latitude];
  const inside = regionAt(point, shapes);
  const reach = inside < 0 ? Math.min(Math.max(accuracy, SHORE_M), MAX_OUTSIDE_M) : Math.max(accuracy, BORDER_ERROR_M);
  const reached = shapes
    .map(({polygons}, region) => ({
      region,
      metres: region === inside ? 0 : Math.min(...polygons.flat().map((ring) => distanceToRing(point, ring))),
    }))
    .filter(({metres}) => metres <= reach)
    .sort((a, b) => a.metres - b.metres)
    .map(({region}) => region);
  const [nearest] = reached;
  if (nearest === undefined) return {kind: 'outside'};
  if (reached.length > MAX_CHOICE) return {kind: 'coarse'};
  return reached.length > 1 ? {kind: 'border', regions: reached} : {kind: 'region', region: nearest};
}

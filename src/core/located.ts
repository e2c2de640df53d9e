import type {LonLat, RegionShape, Ring} from './geometry.js';
import {regionAt} from './region-finder.js';

/** What a device tells of where it is: the numbers of `GeolocationCoordinates`, which may be garbage. */
export interface Fix {
  /** WGS 84 degrees. */
  readonly longitude: number;
  readonly latitude: number;
  /** Radius in metres within which the device is, by its own account. */
  readonly accuracy: number;
}

/** What a fix leads to. Regions are indexes in the fixed order. */
export type Located =
  | {readonly kind: 'region'; readonly region: number}
  /** The circle of the fix reaches two or three regions; nearest first. */
  | {readonly kind: 'border'; readonly regions: readonly number[]}
  | {readonly kind: 'outside'}
  /** The circle reaches so many regions that a choice is of no help. */
  | {readonly kind: 'coarse'}
  /** What was told is no place on earth. */
  | {readonly kind: 'unusable'};

/** The simplified borders are off by some tens of metres; nobody is told to be surely on one side within this. */
const BORDER_ERROR_M = 100;

/** Piers, beaches and harbours that the outlines leave out. */
const SHORE_M = 500;

/** A place outside all regions by more than this is abroad or at sea, however coarse the fix. */
const MAX_OUTSIDE_M = 10_000;

/** More cards than this are no answer. */
const MAX_CHOICE = 3;

const METRES_PER_DEGREE = 111_195;

/** Distance in metres from a point to a ring, on a plane that touches the earth there; exact enough for some tens of kilometres. */
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
 * Decides what a fix leads to: the regions that its circle of accuracy reaches.
 *
 * @param shapes Outlines of the regions, in their fixed order.
 */
export function locatedIn({longitude, latitude, accuracy}: Fix, shapes: readonly RegionShape[]): Located {
  // Also false for NaN and what is no number. An infinite accuracy is merely coarse.
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

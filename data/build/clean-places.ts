import type {LonLat} from '../../src/core/geometry.js';
import {distanceKm} from './distance.js';
import type {ListedCode, ListedPlace, Presence} from './read-postcodes.js';

/** A place further than this from a point of its own postcode is a typing error in the source. */
export const PLACE_LIMIT_KM = 4;
/** So is an unconfirmed postcode further than this from the postcodes before and after it. */
export const ORDER_LIMIT_KM = 12;

export interface RemovedPlace {
  readonly place: ListedPlace;
  readonly reason: 'far-from-own-point' | 'out-of-number-order';
  /** Distance to where it should be. */
  readonly distanceKm: number;
}

export interface CleanedPlaces {
  readonly kept: readonly ListedPlace[];
  readonly removed: readonly RemovedPlace[];
}

/**
 * Removes mistyped rows of GeoNames by two rules: a place too far from the point inside the CBS area of the code, and a
 * code that neither CBS nor 4pp has, too far from both of its numerical neighbours.
 */
export function cleanPlaces(
  places: readonly ListedPlace[],
  presence: readonly Presence[],
  listed: readonly ListedCode[],
): CleanedPlaces {
  const areaPoints = new Map<number, LonLat>();
  const confirmed = new Set(listed.map(({pc4}) => pc4));
  for (const {pc4, point, pointSource, inCbs2017, inCbs2020} of presence) {
    if (pointSource === 'cbs2020-polygon' && point !== null) areaPoints.set(pc4, point);
    if (inCbs2017 || inCbs2020) confirmed.add(pc4);
  }
  const inOrder = [...areaPoints.keys()].sort((a, b) => a - b);

  const kept: ListedPlace[] = [];
  const removed: RemovedPlace[] = [];
  for (const place of places) {
    const own = areaPoints.get(place.pc4);
    if (own !== undefined) {
      const distance = distanceKm(own, place.point);
      if (distance <= PLACE_LIMIT_KM) kept.push(place);
      else removed.push({place, reason: 'far-from-own-point', distanceKm: distance});
      continue;
    }
    const distance = confirmed.has(place.pc4) ? 0 : distanceToNeighbours(place, inOrder, areaPoints);
    if (distance <= ORDER_LIMIT_KM) kept.push(place);
    else removed.push({place, reason: 'out-of-number-order', distanceKm: distance});
  }
  return {kept, removed};
}

/** Distance to the nearer of the next lower and next higher codes with an area. */
function distanceToNeighbours(
  {pc4, point}: ListedPlace,
  inOrder: readonly number[],
  areaPoints: ReadonlyMap<number, LonLat>,
): number {
  const above = inOrder.findIndex((other) => other > pc4);
  const neighbours = above === -1 ? inOrder.slice(-1) : inOrder.slice(Math.max(0, above - 1), above + 1);
  return Math.min(
    ...neighbours.map((other) => {
      const there = areaPoints.get(other);
      return there === undefined ? Infinity : distanceKm(point, there);
    }),
  );
}

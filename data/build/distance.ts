import {distance} from '@turf/turf';
import type {LonLat} from '../../src/core/geometry.js';

/** Great-circle distance in km. */
export function distanceKm(from: LonLat, to: LonLat): number {
  return distance([...from], [...to], {units: 'kilometers'});
}

import type {BBox, LonLat} from '../core/geometry.js';
import {LatLng, type LatLngBounds, latLngBounds} from './leaflet.js';

/** Our `[lon, lat]` as Leaflet's `LatLng`. Only this file turns the order round. */
export const toLatLng = ([lon, lat]: LonLat): LatLng => new LatLng(lat, lon);

/** The smallest bounds around all `boxes`; with none, bounds that are not valid. */
export function toLatLngBounds(boxes: readonly BBox[]): LatLngBounds {
  const bounds = latLngBounds([]);
  for (const [west, south, east, north] of boxes) {
    bounds.extend(toLatLng([west, south])).extend(toLatLng([east, north]));
  }
  return bounds;
}

import type {BBox, LonLat} from '../core/geometry.js';
import {LatLng, LatLngBounds, Point} from './leaflet.js';

/** Width of the world in pixels at zoom level 0. */
const WORLD_PX = 256;

/** Our `[lon, lat]` as Leaflet's `LatLng`. Only this file reverses the order. */
export const toLatLng = ([lon, lat]: LonLat): LatLng => new LatLng(lat, lon);

/** The smallest bounds around all `boxes`; without boxes, invalid bounds. */
export function toLatLngBounds(boxes: readonly BBox[]): LatLngBounds {
  const bounds = new LatLngBounds([]);
  for (const [west, south, east, north] of boxes) {
    bounds.extend(toLatLng([west, south])).extend(toLatLng([east, north]));
  }
  return bounds;
}

/**
 * The position of a point in web mercator (EPSG:3857), in pixels of a zoom level. Gives the same as
 * `map.project(toLatLng(point), zoom)`, but fast enough for the thousands of points of the outlines.
 */
export function toPixel([lon, lat]: LonLat, zoom: number): Point {
  const world = WORLD_PX * 2 ** zoom;
  const north = Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI);
  return new Point(world * (0.5 + lon / 360), world * (0.5 - north));
}

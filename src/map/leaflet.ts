/**
 * The one gate to Leaflet: what is not listed here is cut from the bundle by `.build/leaflet-plugin.ts`.
 * The module touches `document` when it loads, so it is reached by `import()` alone.
 */
import type {LatLng, Map as PublicMap} from 'leaflet/dist/leaflet-src.esm.js';

export type {Coords, DoneCallback, LatLngBounds, LeafletEventHandlerFn} from 'leaflet/dist/leaflet-src.esm.js';
export {GridLayer, LatLng, Layer, latLngBounds, Map as LeafletMap, Point} from 'leaflet/dist/leaflet-src.esm.js';

/**
 * The steps that Leaflet's own handlers (touch zoom, fly) take for each frame. They move the view without a
 * redraw of the tiles, which the public methods cannot. Leaflet's version is pinned, and the tests run them.
 */
export interface FrameByFrame {
  _stop(): this;
  _moveStart(zoomChanged: boolean, noMoveStart: boolean): this;
  _move(center: LatLng, zoom: number, data: {readonly pinch: true; readonly round: false}): this;
  _moveEnd(zoomChanged: boolean): this;
}

/** A Leaflet map with the steps of {@link FrameByFrame}. */
export type MovingMap = PublicMap & FrameByFrame;

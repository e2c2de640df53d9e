/**
 * The only file that imports Leaflet. It imports the separate modules that the map uses, so that a bundle contains nothing
 * else. They touch `document` when they are loaded, so this file is loaded only by `import()`.
 */
import type {LatLng, Map as PublicMap} from 'leaflet';

export type {Coords, DoneCallback, LeafletEventHandlerFn} from 'leaflet';
export {LatLng} from 'leaflet/src/geo/LatLng.js';
export {LatLngBounds} from 'leaflet/src/geo/LatLngBounds.js';
export {Point} from 'leaflet/src/geometry/Point.js';
export {Layer} from 'leaflet/src/layer/Layer.js';
export {GridLayer} from 'leaflet/src/layer/tile/GridLayer.js';
export {Map as LeafletMap} from 'leaflet/src/map/Map.js';

/**
 * Internal methods that Leaflet's own handlers (touch zoom, fly) call for each frame. They move the view without a redraw
 * of the tiles, which no public method can do. Leaflet's version is pinned, and the tests use these methods.
 */
export interface FrameByFrame {
  _stop(): this;
  _moveStart(zoomChanged: boolean, noMoveStart: boolean): this;
  _move(center: LatLng, zoom: number, data: {readonly pinch: true; readonly round: false}): this;
  _moveEnd(zoomChanged: boolean): this;
}

/** A Leaflet map with the methods of {@link FrameByFrame}, and its layers by number. */
export type MovingMap = PublicMap & FrameByFrame & {readonly _layers: object};

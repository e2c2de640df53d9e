/**
 * The one gate to Leaflet: what the map uses of it, by Leaflet's own modules, so that a bundle holds nothing else.
 * They touch `document` when they load, so this file is reached by `import()` alone.
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
 * The steps that Leaflet's own handlers (touch zoom, fly) take for each frame. They move the view without a
 * redraw of the tiles, which the public methods cannot. Leaflet's version is pinned, and the tests run them.
 */
export interface FrameByFrame {
  _stop(): this;
  _moveStart(zoomChanged: boolean, noMoveStart: boolean): this;
  _move(center: LatLng, zoom: number, data: {readonly pinch: true; readonly round: false}): this;
  _moveEnd(zoomChanged: boolean): this;
}

/** A Leaflet map with the steps of {@link FrameByFrame}, and its layers by number. */
export type MovingMap = PublicMap & FrameByFrame & {readonly _layers: object};

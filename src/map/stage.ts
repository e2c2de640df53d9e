import {addGestures} from './gestures.js';
import {toLatLng, toLatLngBounds} from './lat-lng.js';
import {type LatLngBounds, LeafletMap, type MovingMap} from './leaflet.js';
import type {MapRegion} from './map-region.js';
import {type RegionActions, RegionLayer, type RegionState} from './region-layer.js';
import {type Reach, View} from './view.js';

/** Callbacks of the element. */
export interface StageHost extends Omit<RegionActions, 'focus'> {
  /** The visitor tried to move the map by a gesture that scrolls the page. */
  readonly hint: (kind: 'wheel' | 'touch') => void;
  /** The map has stopped moving. */
  readonly moved: (reach: Reach) => void;
}

/** Leaflet's map with our layers. It exists from the moment that the element has a size until it leaves the page. */
export class Stage {
  readonly map: MovingMap;
  readonly view: View;
  /** Bounds of all regions together. */
  readonly country: LatLngBounds;
  readonly #layer: RegionLayer;
  readonly #endGestures: () => void;
  #closed = false;

  /** @param container - Must have a size. */
  constructor(container: HTMLElement, regions: readonly MapRegion[], host: StageHost) {
    this.map = new LeafletMap(container, {
      fadeAnimation: false,
      markerZoomAnimation: false,
      // Leaflet watches only the window; the element watches its own size.
      trackResize: false,
      zoomAnimation: false,
      zoomSnap: 0,
    }) as MovingMap;
    // On removal Leaflet removes everything that it finds here, including functions that a page added to `Object.prototype`.
    Object.setPrototypeOf(this.map._layers, null);
    this.country = toLatLngBounds(regions.map(({shape}) => shape.bbox));
    this.view = new View(this.map, this.country);
    this.#layer = new RegionLayer(regions, {
      select: host.select,
      covered: host.covered,
      leave: host.leave,
      focus: ({shape}) => this.view.reveal(toLatLng(shape.labelPoint)),
    });
    this.#endGestures = addGestures(this.map, {
      start: () => this.view.release(),
      hint: host.hint,
      limit: (center, zoom) => this.view.limit(center, zoom),
      limitZoom: (zoom) => this.view.limitZoom(zoom),
    });
    // After the update that may have caused the move, because a property must not change during an update.
    this.map.on('moveend', () => queueMicrotask(() => !this.#closed && host.moved(this.view.reach())));
    this.map.addLayer(this.#layer);
  }

  update(state: RegionState): void {
    this.#layer.update(state);
  }

  /** Names of the regions whose labels are in view. */
  namesInView(): string[] {
    return this.#layer.inView().map(({name}) => name);
  }

  /** Fits the map to a page, or to the screen again. */
  print(printing: boolean): void {
    this.view.print(printing);
    // At once, because the browser prints when this task ends.
    this.#layer.arrange();
  }

  close(): void {
    this.#closed = true;
    this.#endGestures();
    this.map.off();
    this.map.remove();
  }
}

import type {ReactiveControllerHost} from 'lit';
import type {LatLngBounds, LeafletMap} from './leaflet.js';
import {TileLayer} from './tile-layer.js';
import type {TileSource} from './tile-source.js';

/** The background map. Nothing is requested before the visitor asks for it. */
export class Background {
  #status: 'off' | 'waiting' | 'shown' | 'failed' = 'off';
  #layer: TileLayer | undefined;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get status() {
    return this.#status;
  }

  show(map: LeafletMap, source: TileSource, bounds: LatLngBounds): void {
    this.#layer?.remove();
    const layer = new TileLayer(source, bounds, (works) => {
      if (this.#layer === layer) this.#set(works ? 'shown' : 'failed', works);
    });
    this.#layer = layer;
    this.#set('waiting', true);
    map.addLayer(layer);
  }

  hide(): void {
    this.#set('off', false);
  }

  #set(status: Background['status'], keep: boolean): void {
    if (!keep) {
      this.#layer?.remove();
      this.#layer = undefined;
    }
    if (status !== this.#status) this.#host.requestUpdate();
    this.#status = status;
  }
}

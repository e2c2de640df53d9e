import {type Coords, type DoneCallback, GridLayer, type LatLngBounds} from './leaflet.js';
import {type TileSource, tileUrl} from './tile-source.js';

/**
 * A background map of image tiles. Leaflet's own tile layer ends a request by a `data:` image, which a strict
 * policy blocks; this one drops the node.
 */
export class TileLayer extends GridLayer {
  private readonly url: string;
  private readonly settled: (works: boolean) => void;
  private works = false;

  /** @param settled - Told whether any tile arrived: true at the first, false when a view ended without one. */
  constructor({url, maxZoom}: TileSource, bounds: LatLngBounds, settled: (works: boolean) => void) {
    super({bounds, className: 'tiles', updateWhenZooming: false, maxNativeZoom: maxZoom});
    this.url = url;
    this.settled = settled;
    this.on('load', () => {
      // Leaflet is not done with the layer yet, and the answer may be to remove it.
      if (!this.works) queueMicrotask(() => this.settled(false));
    });
    // Ends a request that still runs, without an event.
    this.on('tileunload', ({tile}) => tile.removeAttribute('src'));
  }

  override createTile(coords: Coords, done: DoneCallback): HTMLElement {
    const tile = document.createElement('img');
    tile.alt = '';
    // The provider need not know the page.
    tile.referrerPolicy = 'no-referrer';
    tile.addEventListener('load', () => {
      if (!this.getContainer()) return;
      if (!this.works) {
        this.works = true;
        this.settled(true);
      }
      done(undefined, tile);
    });
    tile.addEventListener('error', () => {
      if (this.getContainer()) done(new Error(`Tile ${coords.z}/${coords.x}/${coords.y} did not load`), tile);
    });
    tile.src = tileUrl(this.url, coords);
    return tile;
  }
}

import {type Coords, type DoneCallback, GridLayer, type LatLngBounds} from './leaflet.js';
import {type TileSource, tileUrl} from './tile-source.js';

/**
 * A background map of image tiles. Leaflet's own tile layer cancels a request by loading a `data:` image, which a strict
 * content security policy blocks; this one removes the `src`.
 */
export class TileLayer extends GridLayer {
  private readonly url: string;
  private readonly settled: (works: boolean) => void;
  private works = false;

  /** @param settled - Called with true when the first tile has loaded, with false when a view got no tile at all. */
  constructor({url, maxZoom}: TileSource, bounds: LatLngBounds, settled: (works: boolean) => void) {
    super({bounds, className: 'tiles', updateWhenZooming: false, maxNativeZoom: maxZoom});
    this.url = url;
    this.settled = settled;
    this.on('load', () => {
      // Leaflet is still busy with the layer, which the callback may remove.
      if (!this.works) queueMicrotask(() => this.settled(false));
    });
    // Cancels a request that is still running, without an event.
    this.on('tileunload', ({tile}) => tile.removeAttribute('src'));
  }

  override createTile(coords: Coords, done: DoneCallback): HTMLElement {
    const tile = document.createElement('img');
    tile.alt = '';
    // The provider does not need to know which page the visitor is on.
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

import {type Coords, type DoneCallback, GridLayer, type LatLngBounds} from './leaflet.js';

/** BRT achtergrondkaart of PDOK, in grey, in web mercator. Source: PDOK, BRT achtergrondkaart WMTS v2.0. */
export const PDOK_TILES = 'https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/grijs/EPSG:3857/{z}/{x}/{y}.png';

/**
 * A background map of image tiles. Leaflet's own tile layer ends a request by a `data:` image, which a strict
 * policy blocks; this one drops the node.
 */
export class TileLayer extends GridLayer {
  private readonly template: string;
  private readonly settled: (works: boolean) => void;
  private works = false;

  /**
   * @param template - URL with `{z}`, `{x}` and `{y}`.
   * @param settled - Told whether any tile arrived: true at the first, false when a view ended without one.
   */
  constructor(template: string, bounds: LatLngBounds, settled: (works: boolean) => void) {
    super({bounds, className: 'tiles', updateWhenZooming: false, maxZoom: 19});
    this.template = template;
    this.settled = settled;
    this.on('load', () => {
      // Leaflet is not done with the layer yet, and the answer may be to remove it.
      if (!this.works) queueMicrotask(() => this.settled(false));
    });
    // Ends a request that still runs, without an event.
    this.on('tileunload', ({tile}) => tile.removeAttribute('src'));
  }

  override createTile({x, y, z}: Coords, done: DoneCallback): HTMLElement {
    const tile = document.createElement('img');
    tile.alt = '';
    // The provider needs no word of the page.
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
      if (this.getContainer()) done(new Error(`Tile ${z}/${x}/${y} did not load`), tile);
    });
    tile.src = this.template.replace('{z}', `${z}`).replace('{x}', `${x}`).replace('{y}', `${y}`);
    return tile;
  }
}

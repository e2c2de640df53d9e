import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {RegionId} from '../core/region.js';
import {fill} from '../shared/fill.js';
import {tokens} from '../shared/tokens.js';
import {addGestures} from './gestures.js';
import {icons} from './icons.js';
import type {Box} from './labels.js';
import {toLatLng, toLatLngBounds} from './lat-lng.js';
import {LeafletMap, type MovingMap} from './leaflet.js';
import {leafletStyles} from './leaflet-styles.js';
import {mapTokens} from './map-tokens.js';
import {regioMapStyles} from './regio-map-styles.js';
import {type MapPlace, type MapRegion, RegionLayer} from './region-layer.js';
import {type MapStrings, mapNl} from './texts.js';
import {PDOK_TILES, TileLayer} from './tile-layer.js';
import {type Reach, View} from './view.js';

/** Milliseconds that a hint stays. */
const HINT_MS = 2000;

/** What a map can do before it is there. */
const NO_REACH: Reach = {zoomIn: false, zoomOut: false, up: false, down: false, left: false, right: false};

/** Compares by value: a host may pass an equal array or object at each of its renders. */
const differs = (now: unknown, before: unknown): boolean => JSON.stringify(now) !== JSON.stringify(before);

/** Whether an element is in the page and shown; what is hidden keeps what it has. */
const hasSize = ({isConnected, clientWidth, clientHeight}: Element): boolean =>
  isConnected && clientWidth > 0 && clientHeight > 0;

/** The visitor chose a region on the map. Does not bubble: it is for the element that made the map. */
export class RegioMapSelectEvent extends Event {
  readonly regionId: RegionId;
  constructor(regionId: RegionId) {
    super('regio-map-select');
    this.regionId = regionId;
  }
}

/** Leaflet's map and what we put on it, from the moment that the element has a size until it leaves the page. */
interface Stage {
  readonly map: MovingMap;
  readonly layer: RegionLayer;
  readonly view: View;
  readonly endGestures: () => void;
}

/**
 * Map of the regions. Internal: the host passes everything in by properties, and hears of a choice by an event.
 *
 * Keys on the regions: arrow keys go to the neighbour in that direction, Home and End to the first and last, Enter and
 * Space choose. Escape goes on to the buttons of the map, which come next in the page, so focus is never lost.
 *
 * @fires {RegioMapSelectEvent} regio-map-select - The visitor chose a region on the map.
 * @csspart map - The map with its buttons.
 * @csspart map-controls - The buttons of the map.
 * @csspart attribution - The sources of the map.
 */
export class RegioMap extends LitElement {
  static override styles = [tokens, mapTokens, leafletStyles, regioMapStyles];

  static override properties = {
    regions: {attribute: false},
    selected: {attribute: false},
    candidates: {attribute: false, hasChanged: differs},
    place: {attribute: false, hasChanged: differs},
    tiles: {attribute: false},
    text: {attribute: false},
    hint: {state: true},
    reach: {state: true, hasChanged: differs},
    background: {state: true},
  };

  /** Where the tiles of the background map come from, with `{z}`, `{x}` and `{y}`. For tests. */
  static tileUrl = PDOK_TILES;

  regions: readonly MapRegion[] = [];

  /** Marked, and moved to when it changes. */
  selected: RegionId | null = null;

  /** Marked as possible, and shown together: the regions of a border postcode. */
  candidates: readonly RegionId[] = [];

  /** Marked by a dot with its label. */
  place: MapPlace | null = null;

  /** Offers a background map; nothing is fetched before the visitor asks for it. */
  tiles: '' | 'pdok' = '';

  text: MapStrings = mapNl;

  private hint: '' | 'wheel' | 'touch' = '';
  private reach: Reach = NO_REACH;
  private background: 'off' | 'waiting' | 'shown' | 'failed' = 'off';

  private stage: Stage | undefined;
  /** Drawn before there is a map to show it on. */
  private layer: RegionLayer | undefined;
  private tileLayer: TileLayer | undefined;
  private sizeObserver: ResizeObserver | undefined;
  private opening: ReturnType<typeof setTimeout> | undefined;
  private hintTimer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // Made again by `updated`, once for any number of moves in one task.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.closeStage();
  }

  /** The first rendering takes a task of its own: the one before has just unpacked the outlines. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await new Promise((resolve) => setTimeout(resolve));
    super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('regions')) this.closeStage();
    if (changed.has('tiles') && this.tiles !== 'pdok') this.hideTiles();
  }

  protected override updated(changed: PropertyValues): void {
    if (!this.isConnected) return;
    if (!this.stage && this.regions.length > 0) this.layer ??= this.drawLayer();
    this.observeSize();
    const moves = ['selected', 'candidates', 'place'].some((name) => changed.has(name));
    if (moves || changed.has('text')) this.updateLayer();
    if (moves) this.stage?.view.show(this.wanted());
  }

  protected override render(): TemplateResult {
    const {text, reach} = this;
    return html`
      <div
        class=${this.background === 'shown' ? 'map tiled' : 'map'}
        part="map"
        role="region"
        aria-label=${text.mapName}
        aria-describedby="about"
      >
        <p id="about" class="unseen">${text.mapAbout}</p>
        <div class="frame">
          <div class="view"></div>
          <p class=${this.hint ? 'hint shown' : 'hint'} dir="auto" aria-hidden="true">${this.hintText()}</p>
        </div>
        <div class="foot">
          <div class="controls" part="map-controls" role="group" aria-label=${text.mapControls}>
            <div class="zoom">
              ${this.renderButton('zoomIn', text.mapZoomIn, reach.zoomIn, () => this.stage?.view.zoomBy(1))}
              ${this.renderButton('zoomOut', text.mapZoomOut, reach.zoomOut, () => this.stage?.view.zoomBy(-1))}
              ${this.renderButton('all', text.mapAll, reach.zoomOut, () => this.stage?.view.show())}
            </div>
            <div class="pan">
              ${this.renderButton('left', text.mapLeft, reach.left, () => this.stage?.view.panBy(-1, 0))}
              ${this.renderButton('up', text.mapUp, reach.up, () => this.stage?.view.panBy(0, -1))}
              ${this.renderButton('down', text.mapDown, reach.down, () => this.stage?.view.panBy(0, 1))}
              ${this.renderButton('right', text.mapRight, reach.right, () => this.stage?.view.panBy(1, 0))}
            </div>
          </div>
          ${this.tiles === 'pdok' ? this.renderTiles() : nothing}
          <p class="source" part="attribution" dir="auto">
            ${text.mapSource}${this.background === 'shown' ? `; ${text.mapTilesSource}` : ''}
          </p>
        </div>
      </div>
    `;
  }

  private renderButton(name: keyof typeof icons, label: string, enabled: boolean, act: () => void): TemplateResult {
    // Stays focusable when there is nothing left to do, so that focus is not lost under the finger.
    return html`<button
      type="button"
      class=${name}
      aria-label=${label}
      title=${label}
      aria-disabled=${enabled ? 'false' : 'true'}
      @click=${() => enabled && act()}
    >${icons[name]}</button>`;
  }

  private renderTiles(): TemplateResult {
    const {text, background} = this;
    const off = background === 'off' || background === 'failed';
    return html`
      <button type="button" class="background" @click=${() => (off ? this.showTiles() : this.hideTiles())}>
        ${off ? text.mapTilesShow : text.mapTilesHide}
      </button>
      <p role="status">${background === 'failed' ? text.mapTilesFailed : ''}</p>
    `;
  }

  private hintText(): string {
    if (this.hint === 'touch') return this.text.mapTouch;
    return /Mac|iP/.test(navigator.platform) ? this.text.mapWheelMac : this.text.mapWheel;
  }

  private get view(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.view');
  }

  /** The map is made when the element first has a size. Without the observer that is seen at the next change only. */
  private observeSize(): void {
    const {view} = this;
    if (!view || this.sizeObserver) return;
    if (typeof ResizeObserver === 'function') {
      this.sizeObserver = new ResizeObserver(this.handleSize);
      this.sizeObserver.observe(view);
    } else {
      window.addEventListener('resize', this.handleSize);
      queueMicrotask(this.handleSize);
    }
  }

  private readonly handleSize = (): void => {
    const {view} = this;
    if (!view || !hasSize(view)) return;
    if (!this.stage) {
      // In a task of its own: the frame that told the size has still to be drawn.
      clearTimeout(this.opening);
      this.opening = setTimeout(() => this.openStage(view));
      return;
    }
    const {x, y} = this.stage.map.getSize();
    if (x !== view.clientWidth || y !== view.clientHeight) this.stage.view.resized();
  };

  /** Makes the map, unless its container has no size any more. */
  private openStage(container: HTMLElement): void {
    const {regions} = this;
    if (regions.length === 0 || !hasSize(container)) return;
    const map = new LeafletMap(container, {
      fadeAnimation: false,
      markerZoomAnimation: false,
      // Leaflet listens to the window alone; the element watches its own size.
      trackResize: false,
      zoomAnimation: false,
      zoomSnap: 0,
    }) as MovingMap;
    const view = new View(map, toLatLngBounds(regions.map(({shape}) => shape.bbox)));
    const layer = this.layer ?? this.drawLayer();
    const endGestures = addGestures(map, {
      start: () => view.release(),
      hint: (kind) => this.showHint(kind),
      limit: (center, zoom) => view.limit(center, zoom),
      limitZoom: (zoom) => view.limitZoom(zoom),
    });
    this.stage = {map, layer, view, endGestures};
    // After the update that may have made the move: a property must not change while one runs.
    map.on('moveend', () =>
      queueMicrotask(() => {
        if (this.stage) this.reach = this.stage.view.reach();
      }),
    );
    view.show(this.wanted(), 0);
    map.addLayer(layer);
    this.updateLayer();
  }

  /** Draws the outlines: some 7,000 corners, so apart from the task that makes the map. */
  private drawLayer(): RegionLayer {
    return new RegionLayer(this.regions, {
      select: (id) => this.dispatchEvent(new RegioMapSelectEvent(id)),
      focus: (point) => this.stage?.view.reveal(toLatLng(point)),
      covered: () => this.coveredBoxes(),
      leave: () => this.renderRoot.querySelector('button')?.focus(),
    });
  }

  /** The buttons that lie on the map. */
  private coveredBoxes(): Box[] {
    const zoom = this.renderRoot.querySelector<HTMLElement>('.zoom');
    if (!zoom) return [];
    const {offsetLeft: left, offsetTop: top, offsetWidth, offsetHeight} = zoom;
    return [{left, top, right: left + offsetWidth, bottom: top + offsetHeight}];
  }

  private closeStage(): void {
    this.sizeObserver?.disconnect();
    this.sizeObserver = undefined;
    window.removeEventListener('resize', this.handleSize);
    clearTimeout(this.opening);
    clearTimeout(this.hintTimer);
    this.hint = '';
    this.hideTiles();
    this.stage?.endGestures();
    this.stage?.map.off();
    if (this.stage) {
      this.stage.map.remove();
      // Leaflet leaves a listener on its container, and with it the whole map: the next one gets a new container.
      const fresh = document.createElement('div');
      fresh.className = 'view';
      this.view?.replaceWith(fresh);
    }
    this.stage = undefined;
    this.layer = undefined;
  }

  private updateLayer(): void {
    const {selected, candidates, place, text} = this;
    this.stage?.layer.update({
      selected,
      candidates,
      place,
      label: text.mapRegions,
      candidateName: (region) => fill(text.mapCandidate, {region}),
    });
  }

  /** What the visitor should see now; undefined for the whole country. */
  private wanted() {
    const ids = this.selected ? [this.selected] : this.candidates;
    const boxes = this.regions.filter(({id}) => ids.includes(id)).map(({shape}) => shape.bbox);
    if (boxes.length === 0) return undefined;
    const bounds = toLatLngBounds(boxes);
    return this.place ? bounds.extend(toLatLng(this.place.point)) : bounds;
  }

  private showHint(kind: 'wheel' | 'touch'): void {
    this.hint = kind;
    clearTimeout(this.hintTimer);
    this.hintTimer = setTimeout(() => {
      this.hint = '';
    }, HINT_MS);
  }

  private showTiles(): void {
    if (!this.stage) return;
    const {map} = this.stage;
    this.background = 'waiting';
    const layer = new TileLayer(
      RegioMap.tileUrl,
      toLatLngBounds(this.regions.map(({shape}) => shape.bbox)).pad(0.5),
      (works) => {
        if (this.tileLayer !== layer) return;
        this.background = works ? 'shown' : 'failed';
        if (!works) this.hideTiles('failed');
      },
    );
    this.tileLayer = layer;
    map.addLayer(layer);
  }

  private hideTiles(background: 'off' | 'failed' = 'off'): void {
    this.tileLayer?.remove();
    this.tileLayer = undefined;
    this.background = background;
  }
}

import {html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import type {RegionId} from '../core/region.js';
import {announce} from '../shared/announcer.js';
import {fill} from '../shared/fill.js';
import {load} from '../shared/load.js';
import {RegioElement} from '../shared/regio-element.js';
import {tokens} from '../shared/tokens.js';
import {warnOfSetting, warnOnce} from '../shared/warn.js';
import {Background} from './background.js';
import {Hint} from './hint.js';
import {icons} from './icons.js';
import type {Box} from './label-room.js';
import {toLatLng, toLatLngBounds} from './lat-lng.js';
import {leafletStyles} from './leaflet-styles.js';
import type {MapMarker, MapRegion} from './map-region.js';
import {mapTokens} from './map-tokens.js';
import {regioMapStyles} from './regio-map-styles.js';
import {spokenName} from './region-listbox.js';
import {hasSize, watchPrint, watchSize} from './size.js';
import {Stage} from './stage.js';
import {type MapStrings, mapNl} from './texts.js';
import {canShowTiles, hostOf, isTileSource, PDOK, type TileSource} from './tile-source.js';
import type {Reach} from './view.js';

/** What a map can do before it is there. */
const NO_REACH: Reach = {zoomIn: false, zoomOut: false, up: false, down: false, left: false, right: false};

/** The background map may show this part of the country's size beyond its edge. */
const TILES_MARGIN = 0.5;

/** More regions than this are not named one by one after a move. */
const MOST_NAMED = 4;

/** Compares by value: a host may pass an equal array or object at each of its renders. */
const differs = (now: unknown, before: unknown): boolean => JSON.stringify(now) !== JSON.stringify(before);

/** The visitor chose a region on the map. Does not bubble: it is for the element that made the map. */
export class RegioMapSelectEvent extends Event {
  readonly regionId: RegionId;
  /** By Enter or Space, so that the visitor may not see what it leads to. */
  readonly byKey: boolean;
  constructor(regionId: RegionId, byKey: boolean) {
    super('regio-map-select');
    this.regionId = regionId;
    this.byKey = byKey;
  }
}

/** A set of data that the map or the answers rest on. */
export interface MapSource {
  readonly name: string;
  readonly edition: string;
  readonly licence: string;
  /** Credit to show; empty when none is asked for. */
  readonly attribution: string;
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
export class RegioMap extends RegioElement<MapStrings> {
  static override styles = [tokens, mapTokens, leafletStyles, regioMapStyles];

  static override properties: PropertyDeclarations = {
    regions: {attribute: false},
    selected: {attribute: false},
    candidates: {attribute: false, hasChanged: differs},
    marker: {attribute: false, hasChanged: differs},
    tiles: {attribute: false},
    tileSource: {attribute: false},
    sources: {attribute: false},
    reach: {state: true, hasChanged: differs},
    broken: {state: true},
  };

  /** The background map that `tiles="pdok"` offers. For tests. */
  static pdok: TileSource = PDOK;

  regions: readonly MapRegion[] = [];

  /** Marked, and moved to when it changes. */
  selected: RegionId | null = null;

  /** Marked as possible, and shown together: the regions of a border postcode. */
  candidates: readonly RegionId[] = [];

  /** Marked by a dot with its label. */
  marker: MapMarker | null = null;

  /** Offers the background map of PDOK; nothing is fetched before the visitor asks for it. */
  tiles: '' | 'pdok' = '';

  /** Offers another background map instead. A value that is not a {@link TileSource} gives a warning, and none. */
  tileSource: TileSource | null = null;

  /** What the map and the answers rest on, for the list behind "Bronnen". */
  sources: readonly MapSource[] = [];

  private reach: Reach = NO_REACH;
  /** True when the map could not be made. */
  private broken = false;
  private readonly hint = new Hint(this);
  private readonly background = new Background(this);
  private lastOffered: TileSource | undefined;
  private stage: Stage | undefined;
  /** What the visitor did with a button, until the map stands still and can tell where it is. */
  private done = '';
  private opening: ReturnType<typeof setTimeout> | undefined;
  private endWatches: (() => void) | undefined;
  /** The texts that the regions have. */
  private told: MapStrings | undefined;

  constructor() {
    super({dutch: mapNl, loadEnglish: async () => (await load(() => import('../map/texts-en.js'))).mapEn});
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The map is made again by `updated`, once for any number of moves in one task.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.closeStage();
  }

  /** Moves the focus to the map as a whole, which is named; Tab goes on to its regions. */
  override focus(options?: FocusOptions): void {
    if (this.hasUpdated) this.find('.map')?.focus(options);
    else this.updateComplete.then(() => this.find('.map')?.focus(options));
  }

  /** Texts of other parts come along with those of the map, and are checked by the element that shows it. */
  protected override hasText(key: string): boolean {
    return super.hasText(key) || !/^map[A-Z]/.test(key);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('regions')) this.closeStage();
    if (changed.has('tileSource') && this.tileSource && !isTileSource(this.tileSource)) {
      warnOfSetting('tileSource', this.tileSource);
    }
    // A host may pass an equal object at each of its renders.
    const {offeredTiles} = this;
    if (differs(offeredTiles, this.lastOffered)) this.background.hide();
    this.lastOffered = offeredTiles;
  }

  protected override updated(changed: PropertyValues): void {
    if (!this.isConnected) return;
    this.startWatches();
    const moves = ['selected', 'candidates', 'marker'].some((name) => changed.has(name));
    if (moves || this.text !== this.told) this.updateStage();
    if (moves) this.stage?.view.show(this.wanted());
  }

  protected override render(): TemplateResult {
    const {text, background} = this;
    const tiles = this.offeredTiles;
    const tilesSource = tiles && background.status === 'shown' ? `; ${fill(text.mapTilesSource, {...tiles})}` : '';
    return html`
      <div
        class=${background.status === 'shown' ? 'map tiled' : 'map'}
        part="map"
        role="region"
        tabindex="-1"
        aria-label=${text.mapName}
        aria-describedby="about"
      >
        <p id="about" class="unseen">${text.mapAbout}</p>
        <div class="frame">
          <div class="view"></div>
          ${this.broken ? html`<p class="broken">${text.mapBroken}</p>` : nothing}
          <p class=${this.hint.kind ? 'hint shown' : 'hint'} dir="auto" aria-hidden="true">${this.hintText}</p>
        </div>
        <div class="foot">
          ${this.broken ? nothing : this.renderControls()}
          ${tiles && !this.broken ? this.renderTiles(tiles) : nothing}
          <div class="credits">
            <p part="attribution" dir="auto">${text.mapSource}${tilesSource}</p>
            ${this.sources.length > 0 ? this.renderSources() : nothing}
          </div>
        </div>
      </div>
    `;
  }

  private renderControls(): TemplateResult {
    const {text, reach} = this;
    const view = () => this.stage?.view;
    const button = (name: keyof typeof icons, label: string, enabled: boolean, done: string, act: () => void) =>
      // Stays focusable when there is nothing left to do, so that focus is not lost under the finger.
      html`<button
        type="button"
        class=${name}
        aria-label=${label}
        title=${label}
        aria-disabled=${enabled ? 'false' : 'true'}
        @click=${() => (enabled ? this.run(done, act) : this.say(text.mapNoFurther))}
      >${icons[name]}</button>`;
    return html`
      <div class="controls" part="map-controls" role="group" aria-label=${text.mapControls}>
        <div class="zoom">
          ${button('zoomIn', text.mapZoomIn, reach.zoomIn, text.mapZoomedIn, () => view()?.zoomBy(1))}
          ${button('zoomOut', text.mapZoomOut, reach.zoomOut, text.mapZoomedOut, () => view()?.zoomBy(-1))}
          ${button('all', text.mapAll, reach.zoomOut, text.mapZoomedOut, () => view()?.show())}
        </div>
        <div class="pan">
          ${button('left', text.mapLeft, reach.left, text.mapMoved, () => view()?.panBy(-1, 0))}
          ${button('up', text.mapUp, reach.up, text.mapMoved, () => view()?.panBy(0, -1))}
          ${button('down', text.mapDown, reach.down, text.mapMoved, () => view()?.panBy(0, 1))}
          ${button('right', text.mapRight, reach.right, text.mapMoved, () => view()?.panBy(1, 0))}
        </div>
      </div>
    `;
  }

  private renderTiles(tiles: TileSource): TemplateResult {
    const {text, background} = this;
    const off = background.status === 'off' || background.status === 'failed';
    const show = tiles === RegioMap.pdok ? text.mapTilesShow : fill(text.mapTilesShowFrom, {host: hostOf(tiles)});
    return html`
      <button type="button" class="background" @click=${() => (off ? this.showTiles(tiles) : background.hide())}>
        ${off ? show : text.mapTilesHide}
      </button>
      <p role="status">${background.status === 'failed' ? text.mapTilesFailed : ''}</p>
    `;
  }

  private renderSources(): TemplateResult {
    const {text} = this;
    return html`
      <details class="sources" @keydown=${this.handleSourcesKey}>
        <summary>${text.mapSources}</summary>
        <ul tabindex="0" aria-label=${text.mapSources}>
          ${this.sources.map(
            (source) => html`<li dir="auto">${fill(text.mapSourceLine, {...source})}. ${source.attribution}</li>`,
          )}
        </ul>
      </details>
    `;
  }

  private get hintText(): string {
    if (this.hint.kind === 'touch') return this.text.mapTouch;
    return /Mac|iP/.test(navigator.platform) ? this.text.mapWheelMac : this.text.mapWheel;
  }

  /** The background map that the visitor can ask for. */
  private get offeredTiles(): TileSource | undefined {
    const wanted = isTileSource(this.tileSource) ? this.tileSource : this.tiles === 'pdok' ? RegioMap.pdok : undefined;
    if (!wanted || canShowTiles()) return wanted;
    warnOnce('no background map, since this page has enumerable properties on Object.prototype');
    return undefined;
  }

  private find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }

  private handleSourcesKey({key, currentTarget}: KeyboardEvent): void {
    if (key !== 'Escape' || !(currentTarget instanceof HTMLDetailsElement)) return;
    currentTarget.open = false;
    currentTarget.querySelector('summary')?.focus();
  }

  /** The map is made when the element first has a size, and again after each removal from the page. */
  private startWatches(): void {
    const view = this.find('.view');
    if (!view || this.endWatches) return;
    const ends = [watchSize(view, () => this.handleSize()), watchPrint((printing) => this.handlePrint(printing))];
    this.endWatches = () => {
      for (const end of ends) end();
    };
  }

  private handleSize(): void {
    const view = this.find('.view');
    if (!view || !hasSize(view)) return;
    if (!this.stage) {
      // In a task of its own: the frame that told the size has still to be drawn.
      clearTimeout(this.opening);
      this.opening = setTimeout(() => this.openStage(view));
      return;
    }
    const {x, y} = this.stage.map.getSize();
    if (x !== view.clientWidth || y !== view.clientHeight) this.stage.view.resized();
  }

  private handlePrint(printing: boolean): void {
    this.find('.frame')?.toggleAttribute('data-printing', printing);
    this.stage?.print(printing);
  }

  /** Makes the map, unless its container has no size any more. */
  private openStage(container: HTMLElement): void {
    const {regions} = this;
    if (regions.length === 0 || this.broken || !hasSize(container)) return;
    try {
      this.stage = new Stage(container, regions, {
        select: (id, byKey) => this.dispatchEvent(new RegioMapSelectEvent(id, byKey)),
        leave: () => this.find('button')?.focus(),
        covered: () => this.coveredBoxes(),
        hint: (kind) => this.hint.show(kind),
        moved: (reach) => this.handleMove(reach),
      });
      this.updateStage();
      this.stage.view.show(this.wanted(), 0);
    } catch (error) {
      // The page changed something that Leaflet rests on. The list still offers every choice.
      console.warn('regiokaart: the map does not work on this page', error);
      this.broken = true;
    }
  }

  private closeStage(): void {
    this.endWatches?.();
    this.endWatches = undefined;
    clearTimeout(this.opening);
    this.background.hide();
    if (!this.stage && !this.broken) return;
    this.stage?.close();
    this.stage = undefined;
    this.broken = false;
    // Leaflet leaves a listener on its container, and with it the whole map: the next one gets a new container.
    const fresh = document.createElement('div');
    fresh.className = 'view';
    this.find('.view')?.replaceWith(fresh);
  }

  private updateStage(): void {
    const {selected, candidates, marker, text} = this;
    this.told = text;
    this.stage?.update({
      selected,
      candidates,
      marker,
      label: text.mapRegions,
      candidateName: (region) => fill(text.mapCandidate, {region}),
    });
  }

  /** The buttons that lie on the map. */
  private coveredBoxes(): Box[] {
    const zoom = this.find('.zoom');
    // On paper there are none.
    if (!zoom || this.find('[data-printing]')) return [];
    const {offsetLeft: left, offsetTop: top, offsetWidth, offsetHeight} = zoom;
    return [{left, top, right: left + offsetWidth, bottom: top + offsetHeight}];
  }

  /** What the visitor should see now; undefined for the whole country. */
  private wanted() {
    const ids = this.selected ? [this.selected] : this.candidates;
    const boxes = this.regions.filter(({id}) => ids.includes(id)).map(({shape}) => shape.bbox);
    if (boxes.length === 0) return undefined;
    const bounds = toLatLngBounds(boxes);
    return this.marker ? bounds.extend(toLatLng(this.marker.point)) : bounds;
  }

  /** Does what a button is for. What it did is said once the map stands still. */
  private run(done: string, act: () => void): void {
    this.done = done;
    act();
  }

  private handleMove(reach: Reach): void {
    this.reach = reach;
    const {done, text, stage} = this;
    this.done = '';
    if (!done || !stage) return;
    const names = stage.namesInView();
    const few = names.length <= MOST_NAMED;
    const where = few ? fill(text.mapInView, {regions: names.map(spokenName).join('; ')}) : text.mapInViewMany;
    if (!reach.zoomOut) this.say(`${done} ${text.mapWhole}`);
    else this.say(names.length > 0 ? `${done} ${fill(where, {count: names.length})}` : done);
  }

  private say(message: string): void {
    announce(this, message, this.language);
  }

  private showTiles(source: TileSource): void {
    if (this.stage) this.background.show(this.stage.map, source, this.stage.country.pad(TILES_MARGIN));
  }
}

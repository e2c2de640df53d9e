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

/** Moves that are possible before the map has been made: none. */
const NO_REACH: Reach = {zoomIn: false, zoomOut: false, up: false, down: false, left: false, right: false};

/** How far the background map extends beyond the country, as a share of the country's size. */
const TILES_MARGIN = 0.5;

/** Most regions that are announced by name after a move. */
const MOST_NAMED = 4;

/** Compares by value, because a host may pass a new, equal array or object each time that it renders. */
const differs = (now: unknown, before: unknown): boolean => JSON.stringify(now) !== JSON.stringify(before);

/** The visitor chose a region on the map. Does not bubble: only the element that contains the map listens. */
export class RegioMapSelectEvent extends Event {
  readonly regionId: RegionId;
  /** True for Enter or Space: the visitor may not see the answer. */
  readonly byKey: boolean;
  constructor(regionId: RegionId, byKey: boolean) {
    super('regio-map-select');
    this.regionId = regionId;
    this.byKey = byKey;
  }
}

/** A data set that the map or the answers are based on. */
export interface MapSource {
  readonly name: string;
  readonly edition: string;
  readonly licence: string;
  /** Credit to show; empty when the licence requires none. */
  readonly attribution: string;
}

/**
 * Map of the regions. Internal: the host passes everything in through properties, and gets an event for each choice.
 *
 * Keys on the regions: arrow keys move to the neighbour in that direction, Home and End to the first and last, Enter and
 * Space choose. Escape moves to the buttons of the map, which come next in the page, so that the focus is never lost.
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
    suffix: {attribute: false},
    reach: {state: true, hasChanged: differs},
    broken: {state: true},
  };

  /** The background map that `tiles="pdok"` offers. For tests. */
  static pdok: TileSource = PDOK;

  regions: readonly MapRegion[] = [];

  /** The region that is marked. The map moves to it when it changes. */
  selected: RegionId | null = null;

  /** Regions that the visitor has to choose from. They are marked, and the map shows them together. */
  candidates: readonly RegionId[] = [];

  /** A point that gets a dot with a label. */
  marker: MapMarker | null = null;

  /** Offers the background map of PDOK. Nothing is requested before the visitor asks for it. */
  tiles: '' | 'pdok' = '';

  /** Offers another background map instead. An invalid {@link TileSource} gives a warning and is ignored. */
  tileSource: TileSource | null = null;

  /** The data sets in the list behind "Bronnen". */
  sources: readonly MapSource[] = [];

  /** Suffix for the name of the map, so that two maps on a page have different names; empty for the first. */
  suffix = '';

  private reach: Reach = NO_REACH;
  /** True if making the map failed. */
  private broken = false;
  private readonly hint = new Hint(this);
  private readonly background = new Background(this);
  private lastOffered: TileSource | undefined;
  private stage: Stage | undefined;
  /** Announcement for the button that was pressed. Kept until the map has stopped and its regions in view are known. */
  private done = '';
  private opening: ReturnType<typeof setTimeout> | undefined;
  private endWatches: (() => void) | undefined;
  /** The texts that the stage was last updated with. */
  private stageText: MapStrings | undefined;

  constructor() {
    super({dutch: mapNl, loadEnglish: async () => (await load(() => import('../map/texts-en.js'))).mapEn});
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // `updated` makes the map again, once for any number of moves of the element in one task.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.closeStage();
  }

  /** Moves the focus to the map as a whole, which has a name. Tab then leads to its regions. */
  override focus(options?: FocusOptions): void {
    if (this.hasUpdated) this.find('.map')?.focus(options);
    else this.updateComplete.then(() => this.find('.map')?.focus(options));
  }

  /** Accepts texts of other parts, which the finder passes along with those of the map and checks itself. */
  protected override hasText(key: string): boolean {
    return super.hasText(key) || !/^map[A-Z]/.test(key);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('regions')) this.closeStage();
    if (changed.has('tileSource') && this.tileSource && !isTileSource(this.tileSource)) {
      warnOfSetting('tileSource', this.tileSource);
    }
    // Compared by value, because a host may pass a new, equal object each time that it renders.
    const {offeredTiles} = this;
    if (differs(offeredTiles, this.lastOffered)) this.background.hide();
    this.lastOffered = offeredTiles;
  }

  protected override updated(changed: PropertyValues): void {
    if (!this.isConnected) return;
    this.startWatches();
    const moves = ['selected', 'candidates', 'marker'].some((name) => changed.has(name));
    if (moves || this.text !== this.stageText) this.updateStage();
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
        aria-label=${`${text.mapName} ${this.suffix}`.trim()}
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
      // Stays focusable when it can do no more, so that a visitor who has just pressed it does not lose the focus.
      html`<button
        type="button"
        class=${name}
        aria-label=${label}
        title=${label}
        aria-disabled=${enabled ? 'false' : 'true'}
        @click=${() => (enabled ? this.run(done, act) : this.announceText(text.mapNoFurther))}
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

  /** Watches the size, because the map can be made only once the element has one, and watches for printing. */
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
      // In a later task, so that the current frame is drawn first.
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

  /** Makes the map, if its container still has a size. */
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
      // The page has changed something that Leaflet needs. The list of regions still works.
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
    // Leaflet leaves a listener on its container, which keeps the whole map in memory, so the next map gets a new one.
    const fresh = document.createElement('div');
    fresh.className = 'view';
    this.find('.view')?.replaceWith(fresh);
  }

  private updateStage(): void {
    const {selected, candidates, marker, text} = this;
    this.stageText = text;
    this.stage?.update({
      selected,
      candidates,
      marker,
      label: text.mapRegions,
      candidateName: (region) => fill(text.mapCandidate, {region}),
    });
  }

  /** The areas of the map that its buttons cover. */
  private coveredBoxes(): Box[] {
    const zoom = this.find('.zoom');
    // There are no buttons on paper.
    if (!zoom || this.find('[data-printing]')) return [];
    const {offsetLeft: left, offsetTop: top, offsetWidth, offsetHeight} = zoom;
    return [{left, top, right: left + offsetWidth, bottom: top + offsetHeight}];
  }

  /** The bounds to show; undefined for the whole country. */
  private wanted() {
    const ids = this.selected ? [this.selected] : this.candidates;
    const boxes = this.regions.filter(({id}) => ids.includes(id)).map(({shape}) => shape.bbox);
    if (boxes.length === 0) return undefined;
    const bounds = toLatLngBounds(boxes);
    return this.marker ? bounds.extend(toLatLng(this.marker.point)) : bounds;
  }

  /** Runs the action of a button. `done` is announced once the map has stopped moving. */
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
    if (!reach.zoomOut) this.announceText(`${done} ${text.mapWhole}`);
    else this.announceText(names.length > 0 ? `${done} ${fill(where, {count: names.length})}` : done);
  }

  private announceText(message: string): void {
    announce(this, message, this.language);
  }

  private showTiles(source: TileSource): void {
    if (this.stage) this.background.show(this.stage.map, source, this.stage.country.pad(TILES_MARGIN));
  }
}

import {html, isServer, nothing, type ReactiveController, type TemplateResult} from 'lit';
import type {RegionShape} from '../core/geometry.js';
import type {RegionCard} from '../core/region.js';
import {regions} from '../data/index.js';
import type {DataSource} from '../data/info.js';
import {fresh} from '../shared/fresh.js';
import {type LateHost, LateTask} from '../shared/late-task.js';
import {load} from '../shared/load.js';
import type {FinderTexts} from './texts.js';

/** Distance from the viewport at which the map starts to load. */
const LOAD_MARGIN = '200px';

/** After this time the picture replaces a map that is still loading; earlier it would only flash. */
const PATIENCE_MS = 300;

/** A region with its outline, as the map draws it. */
export type MapRegion = Pick<RegionCard, 'id' | 'name' | 'neighbours'> & {readonly shape: RegionShape};

/** What the map shows. */
export interface MapData {
  readonly regions: readonly MapRegion[];
  /** Data sources to credit. */
  readonly sources: readonly DataSource[];
}

/** The element that contains the map. */
interface MapHost extends LateHost {
  readonly text: FinderTexts;
  readonly map: 'visible' | 'click' | 'none';
  readonly renderRoot: HTMLElement | DocumentFragment;
}

interface SaveData {
  readonly connection?: {readonly saveData?: boolean};
}

/** Loads the code and the outlines of the map when it comes near the viewport, or at the visitor's click. */
export class MapLoader implements ReactiveController {
  readonly #host: MapHost;
  readonly #failed: () => void;
  readonly #task: LateTask<MapData>;
  readonly #picture: LateTask<typeof import('./region-picture.js')>;
  /** Draws the picture on a server, where nothing can be loaded later. */
  #draw: typeof import('./region-picture.js').renderPicture | undefined;
  #observer: IntersectionObserver | undefined;
  #observed: Element | null = null;
  /** Whether there is an answer, and so a marked region. */
  #isAnswered = false;

  /** @param failed Called when the map cannot load. */
  constructor(host: MapHost, failed: () => void) {
    this.#host = host;
    this.#failed = failed;
    this.#task = new LateTask<MapData>(host);
    this.#picture = new LateTask(host);
    host.addController(this);
  }

  /** What the map shows, once it is loaded. */
  get data(): MapData | undefined {
    return this.#task.value;
  }

  /** Sets the picture on a server, where nothing can be loaded later. */
  setPicture(draw: typeof import('./region-picture.js').renderPicture): void {
    this.#draw = draw;
  }

  /** Loads the picture for paper if the map has not been loaded. */
  readonly #handlePrint = (): void => {
    if (!this.data) this.#loadPicture();
  };

  hostConnected(): void {
    if (!isServer) addEventListener('beforeprint', this.#handlePrint);
  }

  hostUpdated(): void {
    // Not before this rendering has ended: loading asks for the next one.
    if (this.#isPictureWanted) queueMicrotask(() => this.#loadPicture());
    if (!this.#host.isConnected) return;
    const frame = this.#host.renderRoot.querySelector('.map');
    if (frame === this.#observed && this.#task.state.status !== 'idle') return;
    this.#observer?.disconnect();
    this.#observed = frame;
    if (!frame || this.#waitsForClick || this.#task.state.status !== 'idle') return;
    if (typeof IntersectionObserver !== 'function') {
      queueMicrotask(() => this.#load());
      return;
    }
    this.#observer ??= new IntersectionObserver(
      (entries) => {
        if (entries.at(-1)?.isIntersecting) this.#load();
      },
      {rootMargin: LOAD_MARGIN},
    );
    this.#observer.observe(frame);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observed = null;
    removeEventListener('beforeprint', this.#handlePrint);
  }

  /** Loads the picture early, because an answer may be printed at any time, and printing does not wait. */
  get #isPictureWanted(): boolean {
    const {status} = this.#task.state;
    if (status !== 'idle') return status === 'failed';
    return this.#host.map !== 'none' && (this.#waitsForClick || this.#isAnswered);
  }

  async #loadPicture(): Promise<void> {
    if (this.#picture.state.status === 'idle')
      await this.#picture.run(() => load(() => import('../finder/region-picture.js')));
  }

  /**
   * Shown in place of the map until it has been loaded: a picture of the regions, a message, and a button if there is one.
   *
   * @param marked Ids of the regions to mark.
   * @param standIn A picture from prerendered markup, shown until ours has been loaded.
   */
  renderWait(marked: readonly string[], standIn?: Element): TemplateResult {
    const {text} = this.#host;
    const {status} = this.#task.state;
    this.#isAnswered = marked.length > 0;
    const button = status === 'failed' ? text.retry : this.#waitsForClick && status === 'idle' ? text.showMap : '';
    const draw = this.#picture.value?.renderPicture ?? this.#draw;
    const picture = draw?.(marked) ?? standIn;
    // A message over the picture would only flash, but a visitor who pressed the button has to get one.
    const isQuiet = button || (picture && !this.#waitsForClick);
    const words = status === 'failed' ? text.failed : isQuiet ? '' : text.mapLoading;
    return html`${picture}${words ? html`<p>${fresh(words)}</p>` : nothing}
    ${button ? html`<button type="button" @click=${this.#handleClick}>${fresh(button)}</button>` : nothing}`;
  }

  /** Whether the map waits for a click. With Save-Data it always does. */
  get #waitsForClick(): boolean {
    return this.#host.map === 'click' || !!(globalThis.navigator as SaveData | undefined)?.connection?.saveData;
  }

  readonly #handleClick = async (): Promise<void> => {
    // The button disappears, so its container takes the focus: the next Tab then leads into the map.
    this.#host.renderRoot.querySelector<HTMLElement>('.map')?.focus();
    await this.#load();
    await this.#host.updateComplete;
    const root = this.#host.renderRoot;
    if (!(root instanceof ShadowRoot) || !root.activeElement?.matches('.map')) return;
    root.querySelector<HTMLElement>('regio-map')?.focus();
  };

  async #load(): Promise<void> {
    this.#observer?.disconnect();
    const patience = setTimeout(() => {
      if (this.#task.state.status === 'pending') this.#loadPicture();
    }, PATIENCE_MS);
    const loaded = await this.#task.runOnce(async () => {
      const [, {outlines}, {dataInfo}] = await Promise.all([
        load(() => import('../map/define.js')),
        load(() => import('../data/outlines.js')),
        load(() => import('../data/info.js')),
      ]);
      return {
        regions: regions.flatMap(({id, name, neighbours}, index) => {
          const shape = outlines[index];
          return shape ? [{id, name, neighbours, shape}] : [];
        }),
        sources: dataInfo.sources,
      };
    });
    clearTimeout(patience);
    if (!loaded && this.#task.state.status === 'failed') this.#failed();
  }
}

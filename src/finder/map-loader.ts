import {html, isServer, nothing, type ReactiveController, type TemplateResult} from 'lit';
import type {RegionShape} from '../core/geometry.js';
import type {RegionCard} from '../core/region.js';
import {regions} from '../data/index.js';
import type {DataSource} from '../data/info.js';
import {fresh} from '../shared/fresh.js';
import {type LateHost, LateTask} from '../shared/late-task.js';
import {load} from '../shared/load.js';
import type {FinderTexts} from './texts.js';

/** How far outside the viewport the map starts to load. */
const LOAD_MARGIN = '200px';

/** A region with its outline, as the map draws it. */
export type MapRegion = Pick<RegionCard, 'id' | 'name' | 'neighbours'> & {readonly shape: RegionShape};

/** What the map shows. */
export interface MapData {
  readonly regions: readonly MapRegion[];
  /** Whom to credit. */
  readonly sources: readonly DataSource[];
}

/** The element that the map stands in. */
interface MapHost extends LateHost {
  readonly text: FinderTexts;
  readonly map: 'visible' | 'click' | 'none';
  readonly renderRoot: HTMLElement | DocumentFragment;
}

interface SaveData {
  readonly connection?: {readonly saveData?: boolean};
}

/** Loads the code and the outlines of the map when they are wanted: near the viewport, or by the visitor's click. */
export class MapLoader implements ReactiveController {
  readonly #host: MapHost;
  readonly #failed: () => void;
  readonly #task: LateTask<MapData>;
  readonly #picture: LateTask<typeof import('./region-picture.js')>;
  /** Draws the picture where nothing can be loaded later. */
  #draw: typeof import('./region-picture.js').renderPicture | undefined;
  #observer: IntersectionObserver | undefined;
  #observed: Element | null = null;

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

  /** Gives the picture to an element that cannot wait for it, on a server. */
  setPicture(draw: typeof import('./region-picture.js').renderPicture): void {
    this.#draw = draw;
  }

  /** On paper the picture stands for a map that is not there. */
  readonly #handlePrint = (): void => {
    if (!this.data) this.#loadPicture();
  };

  hostConnected(): void {
    if (!isServer) addEventListener('beforeprint', this.#handlePrint);
  }

  hostUpdated(): void {
    const {status} = this.#task.state;
    if (status === 'failed' || (status === 'idle' && this.#waitsForClick && this.#host.map !== 'none')) {
      this.#loadPicture();
    }
    if (!this.#host.isConnected) return;
    const frame = this.#host.renderRoot.querySelector('.map');
    if (frame === this.#observed && this.#task.state.status !== 'idle') return;
    this.#observer?.disconnect();
    this.#observed = frame;
    if (!frame || this.#waitsForClick || this.#task.state.status !== 'idle') return;
    if (typeof IntersectionObserver !== 'function') {
      this.#load();
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

  async #loadPicture(): Promise<void> {
    if (this.#picture.state.status === 'idle')
      await this.#picture.run(() => load(() => import('../finder/region-picture.js')));
  }

  /**
   * What stands in the place of the map until it is there: a picture of the regions, and what the visitor can do.
   *
   * @param marked Ids of the regions to mark.
   * @param standIn A picture that a server has drawn, shown until ours is there.
   */
  renderWait(marked: readonly string[], standIn?: Element): TemplateResult {
    const {text} = this.#host;
    const {status} = this.#task.state;
    const button = status === 'failed' ? text.retry : this.#waitsForClick && status === 'idle' ? text.showMap : '';
    const draw = this.#picture.value?.renderPicture ?? this.#draw;
    const picture = draw?.(marked) ?? standIn;
    // Over the picture a word that it loads would only flash, but who pressed the button has to hear something.
    const isQuiet = button || (picture && !this.#waitsForClick);
    const words = status === 'failed' ? text.failed : isQuiet ? '' : text.mapLoading;
    return html`${picture}${words ? html`<p>${fresh(words)}</p>` : nothing}
    ${button ? html`<button type="button" @click=${this.#handleClick}>${fresh(button)}</button>` : nothing}`;
  }

  /** Visitors who save data get the map when they ask for it. */
  get #waitsForClick(): boolean {
    return this.#host.map === 'click' || !!(globalThis.navigator as SaveData | undefined)?.connection?.saveData;
  }

  readonly #handleClick = async (): Promise<void> => {
    // The button goes; what it stood in keeps the focus, so that the next Tab leads into the map.
    this.#host.renderRoot.querySelector<HTMLElement>('.map')?.focus();
    await this.#load();
    await this.#host.updateComplete;
    const root = this.#host.renderRoot;
    if (!(root instanceof ShadowRoot) || !root.activeElement?.matches('.map')) return;
    root.querySelector<HTMLElement>('regio-map')?.focus();
  };

  async #load(): Promise<void> {
    this.#observer?.disconnect();
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
    if (!loaded && this.#task.state.status === 'failed') this.#failed();
  }
}

import type {ReactiveController} from 'lit';
import {RegioErrorEvent} from '../shared/events.js';
import {type LateHost, LateTask} from '../shared/late-task.js';
import {load} from '../shared/load.js';
import type {DescribedCard} from './structured-data.js';

/**
 * Keeps a data block for search engines beside the cards of an element, in the light DOM, where they look, while the
 * element has the attribute `structured-data`. It goes with the last card.
 */
export class DataBlock implements ReactiveController {
  readonly #host: LateHost;
  readonly #code: LateTask<typeof import('./structured-data.js')>;
  /** Of the rendering that is under way. */
  #cards: DescribedCard[] = [];
  /** What the block that is there was made from; also when the engine refused it, since it would do so again. */
  #written = '[]';
  #block: HTMLScriptElement | null = null;

  constructor(host: LateHost) {
    this.#host = host;
    this.#code = new LateTask(host);
    host.addController(this);
  }

  /** Tells of a card that is being rendered. */
  add(card: DescribedCard): void {
    this.#cards.push(card);
  }

  hostUpdate(): void {
    this.#cards = [];
  }

  hostUpdated(): void {
    const cards = this.#host.hasAttribute('structured-data') ? this.#cards : [];
    if (cards.length > 0 && !this.#code.value) {
      if (this.#code.state.status === 'idle') this.#code.run(() => load(() => import('../card/structured-data.js')));
      return;
    }
    const wanted = JSON.stringify(cards);
    if (wanted === this.#written) return;
    this.#written = wanted;
    this.#block?.remove();
    this.#block = null;
    try {
      this.#block = this.#code.value?.dataBlockOf(cards) ?? null;
      if (this.#block) this.#host.append(this.#block);
    } catch (error) {
      this.#host.dispatchEvent(new RegioErrorEvent(error as Error));
    }
  }
}

import type {LateHost} from '../shared/late-task.js';
import {type DescribedCard, dataBlockOf} from './structured-data.js';

/**
 * The data block for search engines beside an element: in the light DOM, where they look. Loaded for elements with
 * `structured-data`.
 */
export class DataBlock {
  readonly #host: LateHost;
  /** What the block that is there was made from; also when the engine refused it, since it would do so again. */
  #written = '[]';
  #block: HTMLScriptElement | null = null;

  constructor(host: LateHost) {
    this.#host = host;
  }

  /**
   * Puts cards into the block; it goes with the last card.
   *
   * @throws where the engine takes no script at all.
   */
  write(cards: readonly DescribedCard[]): void {
    const wanted = JSON.stringify(cards);
    if (wanted === this.#written) return;
    this.#written = wanted;
    this.#block?.remove();
    this.#block = null;
    this.#block = dataBlockOf(cards);
    if (this.#block) this.#host.append(this.#block);
  }
}

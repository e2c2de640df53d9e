import type {LateHost} from '../shared/late-task.js';
import {type DescribedCard, dataBlockOf} from './structured-data.js';

/**
 * The structured data of an element, placed beside it in the light DOM, where search engines look. Loaded for elements
 * with `structured-data`.
 */
export class DataBlock {
  readonly #host: LateHost;
  /** The content written last. Kept when the browser refused the block too, because it would refuse the same again. */
  #written = '[]';
  #block: HTMLScriptElement | null = null;

  constructor(host: LateHost) {
    this.#host = host;
  }

  /**
   * Writes cards into the block, and removes the block when there are none.
   *
   * @throws in a browser that accepts no script element at all.
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

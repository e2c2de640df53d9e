import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {RegioErrorEvent} from './events.js';

/** How far a piece of late work is. */
export type LateState<T> =
  | {readonly status: 'idle'}
  | {readonly status: 'pending'}
  | {readonly status: 'done'; readonly value: T}
  | {readonly status: 'failed'};

/** The element that late work belongs to. */
export type LateHost = ReactiveControllerHost & HTMLElement;

/**
 * Work of an element that takes a while, may fail, and may no longer be wanted when it is done. The latest run counts:
 * what a newer run or the element's removal has overtaken is dropped, its failure too.
 */
export class LateTask<T> implements ReactiveController {
  /** Replaced when it changes, and the element is then rendered. */
  state: LateState<T> = {status: 'idle'};

  readonly #host: LateHost;
  #runs = 0;

  constructor(host: LateHost) {
    this.#host = host;
    host.addController(this);
  }

  /** What the work gave, once it is done. */
  get value(): T | undefined {
    return this.state.status === 'done' ? this.state.value : undefined;
  }

  /**
   * Does the work. A failure is told to the host page as `regio-error`, and can be tried again.
   *
   * @returns What the work gave; undefined when it failed or is no longer wanted.
   */
  async run(work: () => Promise<T>): Promise<T | undefined> {
    const run = ++this.#runs;
    this.#setState({status: 'pending'});
    try {
      const value = await work();
      if (run !== this.#runs) return undefined;
      this.#setState({status: 'done', value});
      return value;
    } catch (error) {
      if (run !== this.#runs) return undefined;
      this.#setState({status: 'failed'});
      this.#host.dispatchEvent(new RegioErrorEvent(error as Error));
      return undefined;
    }
  }

  /** Does the work unless it is done or under way. */
  async runOnce(work: () => Promise<T>): Promise<T | undefined> {
    const {status} = this.state;
    if (status === 'done' || status === 'pending') return this.value;
    return this.run(work);
  }

  /** Drops work that is under way. */
  cancel(): void {
    this.#runs++;
    if (this.state.status === 'pending') this.#setState({status: 'idle'});
  }

  hostDisconnected(): void {
    this.cancel();
  }

  #setState(state: LateState<T>): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}

import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {RegioErrorEvent} from './events.js';

/** The state of a task. */
export type LateState<T> =
  | {readonly status: 'idle'}
  | {readonly status: 'pending'}
  | {readonly status: 'done'; readonly value: T}
  | {readonly status: 'failed'};

/** The element that a task belongs to. */
export type LateHost = ReactiveControllerHost & HTMLElement;

/**
 * A task of an element that takes time, may fail, and may be obsolete when it ends. The latest run counts: the result or
 * failure of an earlier one is dropped, and so is that of a run during which the element was removed.
 */
export class LateTask<T> implements ReactiveController {
  /** Setting it renders the element. */
  state: LateState<T> = {status: 'idle'};

  readonly #host: LateHost;
  #runs = 0;

  constructor(host: LateHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The result, once the task is done. */
  get value(): T | undefined {
    return this.state.status === 'done' ? this.state.value : undefined;
  }

  /**
   * Runs the task. A failure is reported to the host page as `regio-error`, and the task can be run again.
   *
   * @returns The result; undefined if the task failed or became obsolete.
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

  /** Runs the task unless it is done or running. */
  async runOnce(work: () => Promise<T>): Promise<T | undefined> {
    const {status} = this.state;
    if (status === 'done' || status === 'pending') return this.value;
    return this.run(work);
  }

  /** Drops the run that is under way. */
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

import type {ReactiveController} from 'lit';
import type {LateHost} from './late-task.js';

const elements = new Set<LateHost>();

/** Numbers the finders of a page, from 1, so that assistive technology can tell their landmarks apart. */
export class Ordinal implements ReactiveController {
  readonly #host: LateHost;

  constructor(host: LateHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Suffix for a name: empty for the first finder, then `(2)` and so on. */
  get suffix(): string {
    const number = [...elements].indexOf(this.#host) + 1;
    return number > 1 ? `(${number})` : '';
  }

  hostConnected(): void {
    elements.add(this.#host);
  }

  hostDisconnected(): void {
    elements.delete(this.#host);
    for (const each of elements) each.requestUpdate();
  }
}

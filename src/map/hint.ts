import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Milliseconds that a hint stays. */
const HINT_MS = 2000;

/** What the visitor tried that belongs to the page: shown over the map for a moment. */
export class Hint implements ReactiveController {
  /** Empty while there is none. */
  kind: '' | 'wheel' | 'touch' = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#set('');
  }

  show(kind: 'wheel' | 'touch'): void {
    this.#set(kind);
    this.#timer = setTimeout(() => this.#set(''), HINT_MS);
  }

  #set(kind: Hint['kind']): void {
    clearTimeout(this.#timer);
    this.kind = kind;
    this.#host.requestUpdate();
  }
}

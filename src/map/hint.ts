import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Milliseconds that a hint is shown. */
const HINT_MS = 2000;

/** A hint over the map for a moment, after a gesture that scrolls the page instead. */
export class Hint implements ReactiveController {
  /** The gesture that the hint is about; empty while no hint is shown. */
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

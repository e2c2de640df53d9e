/** The region in the address of the page. Loaded for elements with the attribute `deep-link`. */
import type {ReactiveController} from 'lit';
import type {LateHost} from '../shared/late-task.js';
import {warnOnce} from '../shared/warn.js';

const OURS = /^#regio=([\w-]*)$/;

/** The finder that uses the address of the page. A page has one address, so only the first finder gets it. */
let owner: LateHost | undefined;

/** The element whose region is in the address of the page. */
interface LinkHost extends LateHost {
  readonly deepLink: boolean;
}

/**
 * Keeps the chosen region in the address of the page as `#regio=<id>`: read at the start and on back and forward,
 * written after the visitor's choice. Any other hash of the page is left alone. The address never contains a postcode.
 */
export class DeepLink implements ReactiveController {
  readonly #host: LinkHost;
  readonly #select: (regionId: string | null) => void;
  #enabled = false;

  /** @param select Shows the region of the address; null for the start. */
  constructor(host: LinkHost, select: (regionId: string | null) => void) {
    this.#host = host;
    this.#select = select;
    host.addController(this);
  }

  /** Whether the address contains a region. */
  get hasRegion(): boolean {
    return this.#enabled && OURS.test(location.hash);
  }

  /** The address that opens at a region; undefined if this finder does not use the address of the page. */
  urlOf(regionId: string): string | undefined {
    if (!this.#enabled) return undefined;
    const url = new URL(location.href);
    url.hash = `regio=${regionId}`;
    return url.href;
  }

  hostConnected(): void {
    this.#follow();
  }

  hostUpdated(): void {
    this.#follow();
  }

  hostDisconnected(): void {
    this.#disable();
  }

  /** Writes the visitor's choice into the address; null removes the region. */
  write(regionId: string | null): void {
    if (!this.#enabled || !(location.hash === '' || OURS.test(location.hash))) return;
    const url = new URL(location.href);
    url.hash = regionId ? `regio=${regionId}` : '';
    if (url.href === location.href) return;
    try {
      history.pushState(history.state, '', url);
    } catch {
      // Pages without their own address, such as those in `srcdoc` frames, refuse this.
    }
  }

  #follow(): void {
    if (this.#host.deepLink === this.#enabled || !this.#host.isConnected) return;
    if (!this.#host.deepLink) {
      this.#disable();
      return;
    }
    if (owner && owner !== this.#host) {
      warnOnce('two finders with deep-link on one page: the address follows the first one');
      return;
    }
    owner = this.#host;
    this.#enabled = true;
    addEventListener('popstate', this.#read);
    addEventListener('hashchange', this.#read);
    if (OURS.test(location.hash)) this.#read();
  }

  #disable(): void {
    if (owner === this.#host) owner = undefined;
    this.#enabled = false;
    removeEventListener('popstate', this.#read);
    removeEventListener('hashchange', this.#read);
  }

  readonly #read = (): void => {
    const {hash} = location;
    const id = OURS.exec(hash)?.[1];
    if (id !== undefined || hash === '') this.#select(id ?? null);
  };
}

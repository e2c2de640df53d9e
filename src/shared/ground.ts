import type {ReactiveController} from 'lit';
import {type LateHost, LateTask} from './late-task.js';
import {load} from './load.js';
import {renderedParent} from './rendered-parent.js';

/** What may change the ground without a word to us. */
const EVENTS = ['load', 'transitionend', 'animationend', 'toggle'] as const;

/** The element that stands on a page. */
interface GroundHost extends LateHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Whether an element lies on white, as on most pages: behind it is nothing else. */
function isOnWhite(element: Element): boolean {
  for (let node: Node | null = element; node; node = renderedParent(node)) {
    if (!(node instanceof Element)) continue;
    const {backgroundColor, backgroundImage} = getComputedStyle(node);
    if (backgroundColor === 'rgb(255, 255, 255)') return true;
    if (backgroundColor !== 'rgba(0, 0, 0, 0)' || backgroundImage !== 'none') return false;
  }
  return true;
}

/**
 * Keeps an element readable on whatever ground the page gives it. Where that is dark and the page says nothing of a
 * colour scheme, the element takes its dark colours; where neither its light nor its dark colours can be read, it
 * paints a surface behind itself. A colour scheme and colours of the host's own win. Most pages are white: what any other
 * ground asks for is loaded when it is met.
 */
export class GroundController implements ReactiveController {
  readonly #host: GroundHost;
  readonly #part: LateTask<typeof import('./judge-ground.js')>;
  readonly #observer: MutationObserver | undefined;
  #root: Element | null = null;
  #frame = 0;
  #scheme: MediaQueryList | undefined;

  constructor(host: GroundHost) {
    this.#host = host;
    this.#part = new LateTask(host);
    if (typeof MutationObserver === 'function') this.#observer = new MutationObserver(this.#changed);
    host.addController(this);
  }

  hostConnected(): void {
    const page = this.#host.ownerDocument;
    if (!page) return;
    // Colours and pictures of whatever is around the element, and style sheets.
    for (let node: Node | null = this.#host; node; node = renderedParent(node)) {
      if (node instanceof Element) this.#observer?.observe(node, {attributes: true});
    }
    this.#observer?.observe(page.head, {childList: true, characterData: true, subtree: true});
    for (const type of EVENTS) page.addEventListener(type, this.#changed, true);
    addEventListener('resize', this.#changed);
    this.#scheme = matchMedia('(prefers-color-scheme: dark)');
    this.#scheme.addEventListener('change', this.#changed);
    // Elsewhere on the page the ground is another.
    if (this.#root) this.#changed();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    for (const type of EVENTS) this.#host.ownerDocument.removeEventListener(type, this.#changed, true);
    removeEventListener('resize', this.#changed);
    this.#scheme?.removeEventListener('change', this.#changed);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** Before the first paint. */
  hostUpdated(): void {
    const root = this.#host.renderRoot.querySelector('.root');
    if (!root || root === this.#root) return;
    this.#root = root;
    this.#apply();
  }

  /** Once a frame, however much changes. */
  readonly #changed = (): void => {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#apply();
    });
  };

  /** Whether the ground has to be judged, and what judges it is not there. */
  get isWaiting(): boolean {
    return !this.#part.value && !this.#isPlain();
  }

  /** Loads what judges the ground. */
  async load(): Promise<void> {
    const part = await this.#part.runOnce(() => load(() => import('../shared/judge-ground.js')));
    if (part && this.#root) this.#apply();
  }

  #apply(): void {
    if (this.isWaiting) {
      this.load();
      return;
    }
    const ground = this.#isPlain() ? '' : (this.#part.value?.judgeGround(this.#host) ?? '');
    // Not a matter of what is rendered, so nothing is rendered anew.
    this.#root?.classList.toggle('on-dark', ground.includes('dark'));
    this.#root?.classList.toggle('on-surface', ground.includes('surface'));
  }

  /** Whether the element can be read as it is: on white, or where the page has a colour scheme. */
  #isPlain(): boolean {
    const host = this.#host;
    const isSet = (getComputedStyle(host).colorScheme || 'normal') !== 'normal';
    return isSet || !!host.ownerDocument.querySelector('meta[name="color-scheme"]') || isOnWhite(host);
  }
}

import type {ReactiveController} from 'lit';
import {type LateHost, LateTask} from './late-task.js';
import {load} from './load.js';
import {renderedParent} from './rendered-parent.js';

/** Events after which the ground may have changed. */
const EVENTS = ['load', 'transitionend', 'animationend', 'toggle'] as const;

/** The element whose ground is watched. */
interface GroundHost extends LateHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Whether an element lies on plain white, as on most pages. */
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
 * Keeps an element readable on the ground that the page gives it. On a dark ground without a colour scheme, the element
 * takes its dark colours. If neither its light nor its dark colours are readable, it paints a surface behind itself. The
 * host's own colour scheme and colours take precedence. Most pages are white, so the code for other grounds is loaded
 * only on those.
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
    // Backgrounds of everything around the element, and added style sheets.
    for (let node: Node | null = this.#host; node; node = renderedParent(node)) {
      if (node instanceof Element) this.#observer?.observe(node, {attributes: true});
    }
    this.#observer?.observe(page.head, {childList: true, characterData: true, subtree: true});
    for (const type of EVENTS) page.addEventListener(type, this.#changed, true);
    addEventListener('resize', this.#changed);
    this.#scheme = matchMedia('(prefers-color-scheme: dark)');
    this.#scheme.addEventListener('change', this.#changed);
    // Elsewhere on the page the ground may differ.
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

  /** Checks the ground before the first paint. */
  hostUpdated(): void {
    const root = this.#host.renderRoot.querySelector('.root');
    if (!root || root === this.#root) return;
    this.#root = root;
    this.#apply();
  }

  /** Checks the ground again, at most once per frame. */
  readonly #changed = (): void => {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#apply();
    });
  };

  /** Whether the ground has to be judged by code that has not been loaded yet. */
  get isWaiting(): boolean {
    return !this.#part.value && !this.#isPlain();
  }

  /** Loads the code that judges the ground. */
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
    // Set directly, because no template depends on it.
    this.#root?.classList.toggle('on-dark', ground.includes('dark'));
    this.#root?.classList.toggle('on-surface', ground.includes('surface'));
  }

  /** Whether the element needs no change: it lies on white, or the page has a colour scheme. */
  #isPlain(): boolean {
    const host = this.#host;
    const isSet = (getComputedStyle(host).colorScheme || 'normal') !== 'normal';
    return isSet || !!host.ownerDocument.querySelector('meta[name="color-scheme"]') || isOnWhite(host);
  }
}

import type {ReactiveController} from 'lit';
import {blend, type Color, contrast, luminance, parseColor, parseHex} from './color.js';
import type {LateHost} from './late-task.js';
import {renderedParent} from './rendered-parent.js';
import {colorTokens} from './tokens.js';

/** Contrast that WCAG asks of text. */
const LEAST_CONTRAST = 4.5;

/** Colours of text that stand on the page itself. */
const TEXTS = ['text', 'quiet', 'accent', 'error'] as const;

/** Without any background a page is white. */
const WHITE: Color['rgb'] = [255, 255, 255];

/** What may change the ground without a word to us. */
const EVENTS = ['load', 'transitionend', 'animationend', 'toggle'] as const;

/** How the root of an element is painted: as it comes, with dark colours, or on a surface of its own. */
type Ground = '' | 'dark' | 'surface' | 'dark surface';

/** The element that stands on a page. */
interface GroundHost extends LateHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** What lies behind an element: the nearest backgrounds around it, laid over each other; undefined under a picture. */
function groundOf(element: Element): Color['rgb'] | undefined {
  const layers: Color[] = [];
  for (let node: Node | null = element; node; node = renderedParent(node)) {
    if (!(node instanceof Element)) continue;
    const {backgroundColor, backgroundImage} = getComputedStyle(node);
    const color = parseColor(backgroundColor);
    if (color && color.alpha > 0) layers.push(color);
    if (color?.alpha === 1) break;
    // What a picture shows there is not known.
    if (backgroundImage !== 'none') return undefined;
  }
  return layers.reduceRight<Color['rgb']>((under, layer) => blend(layer, under), WHITE);
}

/**
 * Keeps an element readable on whatever ground the page gives it. Where that is dark and the page says nothing of a
 * colour scheme, the element takes its dark colours; where neither its light nor its dark colours can be read, it
 * paints a surface behind itself. A colour scheme and colours of the host's own win.
 */
export class GroundController implements ReactiveController {
  readonly #host: GroundHost;
  readonly #observer: MutationObserver | undefined;
  #root: Element | null = null;
  #frame = 0;
  #scheme: MediaQueryList | undefined;

  constructor(host: GroundHost) {
    this.#host = host;
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

  #apply(): void {
    const ground = this.#judge();
    // Not a matter of what is rendered, so nothing is rendered anew.
    this.#root?.classList.toggle('on-dark', ground.includes('dark'));
    this.#root?.classList.toggle('on-surface', ground.includes('surface'));
  }

  #judge(): Ground {
    const host = this.#host;
    const style = getComputedStyle(host);
    const isSet = (style.colorScheme || 'normal') !== 'normal';
    if (isSet || host.ownerDocument.querySelector('meta[name="color-scheme"]')) return '';
    const ground = groundOf(host);
    // Text that the page itself can be read by is light where the ground is dark.
    if (!ground) return luminance(parseColor(style.color)?.rgb ?? [0, 0, 0]) > 0.4 ? 'dark' : '';
    // Where the host sets a colour, that is its own business.
    const ours = TEXTS.filter((name) => !style.getPropertyValue(`--regio-color-${name}`));
    const reads = (scheme: 'light' | 'dark') =>
      ours.every((name) => contrast(parseHex(colorTokens[name][scheme]), ground) >= LEAST_CONTRAST);
    if (reads('light')) return '';
    if (reads('dark')) return 'dark';
    return luminance(ground) < 0.18 ? 'dark surface' : 'surface';
  }
}

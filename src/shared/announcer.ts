import {renderedParent} from './rendered-parent.js';

const MARK = 'data-regiokaart-status';

/** The live region of each page, also while it stands in a dialog inside a shadow root, where no search finds it. */
const regions = new WeakMap<Document, HTMLElement>();

/** Time between emptying the region and filling it, so that assistive technology sees a change. */
const SETTLE_MS = 100;

/** Time without another key after which a visitor who types has paused. */
export const PAUSE_MS = 700;

/** Time after which the text goes, so that nobody comes across an old answer when reading the page. */
const KEEP_MS = 5000;

/** Set after a text that is said again: Orca takes the same text twice in a row for one event that came twice. */
const AGAIN = '\u00a0';

/** What is about to happen to the live region of each page. */
const timers = new WeakMap<Document, ReturnType<typeof setTimeout>>();

/** What each widget said last. */
const latest = new WeakMap<Element, string>();

/** The innermost modal dialog around an element, through shadow roots. */
function modalAround(element: Element): Element | undefined {
  for (let node: Node | null = element; node; node = renderedParent(node)) {
    if (node instanceof Element && node.matches('dialog[open], [aria-modal="true"]')) return node;
  }
  return undefined;
}

/**
 * The one polite live region of a page, shared by all widgets on it, whichever copy of the script made it.
 * It stands in the light DOM, since live regions inside shadow roots are often not read, and is created empty.
 * Near a widget in a modal dialog it moves in there: what is outside of that is not read either.
 */
export function announcer(near: Element): HTMLElement {
  const page = near.ownerDocument;
  const container = modalAround(near) ?? page.body;
  // Another copy of the script may have made one.
  let region = regions.get(page) ?? page.querySelector<HTMLElement>(`[${MARK}]`);
  if (!region) {
    region = page.createElement('div');
    region.setAttribute(MARK, '');
    region.role = 'status';
    // Out of sight only, whatever the page does to all that is in it. A property, since policies forbid style attributes
    // in markup.
    region.style.cssText = 'all:initial!important;position:fixed!important;clip-path:inset(50%)!important';
  }
  regions.set(page, region);
  if (region.parentNode !== container) container.append(region);
  return region;
}

/**
 * Has a text read out in its language; of several in a row only the last.
 *
 * @param wait Time to wait first: while the visitor types, what they hear would be cut off by the next key.
 */
export function announce(near: Element, text: string, lang: string, wait = SETTLE_MS): void {
  const region = announcer(near);
  cancelAnnouncement(near);
  if (!text) return;
  region.lang = lang;
  const page = near.ownerDocument;
  const say = () => {
    // Taken out of the page meanwhile, or moved to another.
    if (!near.isConnected || near.ownerDocument !== page) return;
    const said = latest.get(near) === text ? text + AGAIN : text;
    latest.set(near, said);
    region.textContent = said;
    timers.set(
      page,
      setTimeout(() => {
        region.textContent = '';
      }, KEEP_MS),
    );
  };
  timers.set(page, setTimeout(say, wait));
}

/** Takes back what is about to be said: the focus moves to something that says it. */
export function cancelAnnouncement(near: Element): void {
  clearTimeout(timers.get(near.ownerDocument));
  announcer(near).textContent = '';
}

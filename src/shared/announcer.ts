import {renderedParent} from './rendered-parent.js';

const MARK = 'data-regiokaart-status';

/** The live region of each page. Kept here, because a search cannot find it in a dialog inside a shadow root. */
const regions = new WeakMap<Document, HTMLElement>();

/** Time between emptying the region and filling it, so that assistive technology sees a change. */
const SETTLE_MS = 100;

/** Time without a key press after which a visitor counts as having paused. */
export const PAUSE_MS = 700;

/** Time after which the text is removed, so that nobody meets an old answer while reading the page. */
const KEEP_MS = 5000;

/** Added to a text that is announced again: Orca ignores the same text twice in a row as a duplicate event. */
const AGAIN = '\u00a0';

/** The pending change of the live region of each page. */
const timers = new WeakMap<Document, ReturnType<typeof setTimeout>>();

/** The last announcement of each widget. */
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
 * It is in the light DOM, because live regions inside shadow roots are often not read, and is created empty.
 * For a widget in a modal dialog it moves into that dialog, because nothing outside it is read.
 */
export function announcer(near: Element): HTMLElement {
  const page = near.ownerDocument;
  const container = modalAround(near) ?? page.body;
  // Another copy of the script may have created one.
  let region = regions.get(page) ?? page.querySelector<HTMLElement>(`[${MARK}]`);
  if (!region) {
    region = page.createElement('div');
    region.setAttribute(MARK, '');
    region.role = 'status';
    // Invisible, but not hidden from screen readers, whatever the styles of the page say. Set as a property, because a
    // content security policy may forbid style attributes in markup.
    region.style.cssText = 'all:initial!important;position:fixed!important;clip-path:inset(50%)!important';
  }
  regions.set(page, region);
  if (region.parentNode !== container) container.append(region);
  return region;
}

/**
 * Announces a text in its language. Of several in quick succession only the last is announced.
 *
 * @param wait Time to wait first: while the visitor types, the next key would interrupt the speech.
 */
export function announce(near: Element, text: string, lang: string, wait = SETTLE_MS): void {
  const region = announcer(near);
  cancelAnnouncement(near);
  if (!text) return;
  region.lang = lang;
  const page = near.ownerDocument;
  const say = () => {
    // The element has been removed from the page, or moved to another one.
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

/** Cancels a pending announcement, because the focus moves to an element that says the same. */
export function cancelAnnouncement(near: Element): void {
  clearTimeout(timers.get(near.ownerDocument));
  announcer(near).textContent = '';
}

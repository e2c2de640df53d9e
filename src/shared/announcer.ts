const MARK = 'data-regiokaart-status';

/** Time between emptying the region and filling it, so that assistive technology sees a change. */
const SETTLE_MS = 100;

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * The one polite live region of a page, shared by all widgets on it, whichever copy of the script made it.
 * It stands in the light DOM, since live regions inside shadow roots are often not read, and is created empty.
 * Near a widget in an open dialog it moves in there: what is outside a modal dialog is not read either.
 */
export function announcer(near: Element): HTMLElement {
  const container = near.closest('dialog[open]') ?? document.body;
  let region = document.querySelector<HTMLElement>(`[${MARK}]`);
  if (!region) {
    region = document.createElement('div');
    region.setAttribute(MARK, '');
    region.role = 'status';
    // Out of sight only, whatever the page does to all that is in it. A property, since policies forbid style attributes
    // in markup.
    region.style.cssText = 'all:initial!important;position:fixed!important;clip-path:inset(50%)!important';
  }
  if (region.parentNode !== container) container.append(region);
  return region;
}

/** Has a text read out in its language once the visitor pauses; of several in a row only the last. */
export function announce(near: Element, text: string, lang: string): void {
  const region = announcer(near);
  region.textContent = '';
  region.lang = lang;
  clearTimeout(timer);
  timer = setTimeout(() => {
    region.textContent = text;
  }, SETTLE_MS);
}

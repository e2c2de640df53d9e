import type {RegioKaart} from '../../../src/index.js';
import {afterThisTest, click, find, findAll, present, press, type, waitFor} from '../../helpers/index.js';

/** Codes of one region (Almere), of another one (Rotterdam) and of two regions, and a code that is not in use. */
export const FLEVOLAND = '1316';
export const ROTTERDAM = '3011';
export const BORDER = '7351';
export const UNUSED = '1004';

/** Paths of the sources of the names, as a pattern for `line`. */
export const NAMES = '/names/suggestions|/data/places|/data/names';

export const field = (kaart: Element): HTMLInputElement =>
  present(find<HTMLInputElement>(kaart, '[part~="input"]'), 'the field');

export const part = (kaart: Element, name: string): HTMLElement | null => find(kaart, `[part~="${name}"]`);

/** Text of the first part of this name; empty if there is none. */
export const textOf = (kaart: Element, name: string): string => part(kaart, name)?.textContent?.trim() ?? '';

/** A button of the list, by the name of its region. */
export const listButton = (kaart: Element, name: string): HTMLButtonElement =>
  present(
    findAll<HTMLButtonElement>(kaart, '[part~="list"] button').find((button) => button.textContent?.trim() === name),
    `the button ${name}`,
  );

/** The focused element, inside open shadow roots. */
export function focused(page: Document = document): Element | null {
  let element = page.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Focuses the field. In a frame this takes a click, because keys go to the frame that was clicked. */
async function enter(kaart: Element): Promise<void> {
  const input = field(kaart);
  if (input.ownerDocument === document) input.focus();
  else await click(input);
}

/** Types into an empty field, key by key. */
export async function typeInto(kaart: Element, text: string): Promise<void> {
  await enter(kaart);
  await type(text);
}

/** Types into an empty field and presses Enter. */
export async function submit(kaart: Element, text: string): Promise<void> {
  await enter(kaart);
  if (text) await type(text);
  await press('Enter');
}

/** Empties the field as a visitor does. */
export async function clear(kaart: Element): Promise<void> {
  const input = field(kaart);
  input.focus();
  input.select();
  await press('Backspace');
}

export const status = (page: Document = document): HTMLElement =>
  present(page.querySelector<HTMLElement>('[role="status"]'), 'the live region');

/** Everything that is announced from now on, in order. */
export function listen(page: Document = document): string[] {
  const heard: string[] = [];
  let last = '';
  const observer = new MutationObserver(() => {
    const now = page.querySelector('[role="status"]')?.textContent ?? '';
    if (now && now !== last) heard.push(now);
    last = now;
  });
  observer.observe(page.documentElement, {subtree: true, childList: true, characterData: true});
  afterThisTest(() => observer.disconnect());
  return heard;
}

/** Waits until a text has been announced. */
export async function announced(text: string | RegExp, page: Document = document): Promise<void> {
  await waitFor(() => {
    const now = status(page).textContent ?? '';
    return typeof text === 'string' ? now === text : text.test(now);
  }, `the announcement ${text}`);
}

/** Waits for the gemeente of a postcode, which loads after the answer, so that nothing is requested after the test. */
export async function settled(kaart: RegioKaart): Promise<void> {
  await waitFor(
    () => !/^(Voor|For) postcode \d{4}$/.test(find(kaart, '.answers-for')?.textContent?.trim() ?? ''),
    'the gemeente',
  );
  await kaart.updateComplete;
}

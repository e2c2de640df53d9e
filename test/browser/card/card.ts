import type {RegioContact} from '../../../src/index.js';
import {afterThisTest, click, find, findAll, present, render, waitFor} from '../../helpers/index.js';

/** Replaces a property of the page until the end of the test. */
export function replace(target: object, name: string, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, {value, configurable: true, writable: true});
  afterThisTest(() => {
    if (before) Object.defineProperty(target, name, before);
    else delete (target as Record<string, unknown>)[name];
  });
}

/** Hides a property of an object and of its prototype until the end of the test. */
export function hide(target: object, name: string): void {
  let owner: object | null = target;
  while (owner && !Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner);
  if (!owner) return;
  const from = owner;
  const before = present(Object.getOwnPropertyDescriptor(from, name), name);
  delete (from as Record<string, unknown>)[name];
  afterThisTest(() => Object.defineProperty(from, name, before));
}

/** The present announcement. */
export const heard = () => document.querySelector('[data-regiokaart-status]')?.textContent ?? '';
export const sources = (root: Element) => present(find(root, '[part="sources"]'), 'the sources');
export const tools = (root: Element) => findAll<HTMLButtonElement>(root, '[part="tools"] button');
/** The small button whose name begins with a text. */
export const toolOf = (root: Element, label: string) =>
  present(
    tools(root).find((tool) => tool.ariaLabel?.startsWith(label)),
    `the button ${label}`,
  );

/** Shows a card and waits until it is complete. */
export async function show(region: string, attributes = ''): Promise<RegioContact> {
  const contact = await render<RegioContact>(`<regio-contact region="${region}" ${attributes}></regio-contact>`);
  await waitFor(() => find(contact, '.tools'), 'the quiet part');
  return contact;
}

/** Sets a host's own data. */
export async function tell(contact: RegioContact, organisations: unknown): Promise<void> {
  const before = find(contact, 'article')?.textContent;
  contact.organisations = organisations;
  await waitFor(() => find(contact, 'article')?.textContent !== before, 'the data of the host');
}

interface CaughtFile {
  readonly name: string;
  readonly type: string;
  readonly content: Promise<string>;
}

/** Catches the files that clicks save. */
export function catchFile(): CaughtFile[] {
  const caught: CaughtFile[] = [];
  const blobs = new Map<string, Blob>();
  const {createObjectURL} = URL;
  replace(URL, 'createObjectURL', (blob: Blob) => {
    const url = createObjectURL.call(URL, blob);
    blobs.set(url, blob);
    return url;
  });
  replace(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
    const blob = present(blobs.get(this.href), 'a blob');
    caught.push({name: this.download, type: blob.type, content: blob.text()});
  });
  return caught;
}

/** Every `regio-action` from now on, as `utrecht copy`. */
export function actionsOf(element: HTMLElement): string[] {
  const heard: string[] = [];
  element.addEventListener('regio-action', ({regionId, action}) => heard.push(`${regionId} ${action}`));
  return heard;
}

/** The feedback over a small button, which is empty most of the time. */
export const feedback = (button: Element) => button.parentElement?.querySelector('.feedback')?.textContent ?? '';

/** Opens one of the disclosures of a card, as a visitor does. */
export async function open(root: Element, selector: string): Promise<HTMLElement> {
  const details = present(find<HTMLDetailsElement>(root, selector), selector);
  await click(present(find(details, 'summary'), 'the summary'));
  return details;
}

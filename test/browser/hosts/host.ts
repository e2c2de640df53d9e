import {
  afterThisTest,
  assert,
  click,
  equal,
  find,
  findAll,
  type HostPage,
  type Line,
  matches,
  nextFrame,
  openLine,
  otherOrigins,
  present,
  press,
  type Rule,
  rendered,
  type,
  waitFor,
} from '../../helpers/index.js';

/** A page of test/browser/hosts/pages in a frame, with its own line to the built files. */
export interface Host extends HostPage {
  readonly line: Line;
}

export interface HostOptions {
  readonly rules?: readonly Rule[];
  /** Width of the frame, in CSS pixels. The default height is enough for the map to load. */
  readonly width?: number;
  readonly height?: number;
  /** Permissions of the frame: its `allow` attribute. */
  readonly allow?: string;
  /** True not to wait for the load event, which in some engines waits for every requested script. */
  readonly early?: boolean;
}

export const PAGES = '/test/browser/hosts/pages';

/**
 * Opens a page of the folder in a frame of the test page and waits until it has loaded. The frame is removed after the test. All its
 * requests use its own line, so that they are made again and recorded, and can be made to fail.
 */
export async function openHost(
  name: string,
  {rules = [], width = 760, height = 1500, allow = '', early = false}: HostOptions = {},
): Promise<Host> {
  const line = await openLine(...rules);
  const frame = document.createElement('iframe');
  frame.title = name;
  frame.width = String(width);
  frame.height = String(height);
  frame.style.border = '0';
  if (allow) frame.allow = allow;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}));
  frame.src = line.url(`${PAGES}/${name}.html`);
  document.body.append(frame);
  afterThisTest(() => frame.remove());
  if (early) await waitFor(() => frame.contentDocument?.querySelector('regio-kaart'), `the finder of ${name}`);
  else await loaded;
  const {contentWindow, contentDocument} = frame;
  if (!contentWindow || !contentDocument) throw new Error(`${name}: got a frame of another origin`);
  return {line, frame, window: contentWindow as HostPage['window'], document: contentDocument};
}

/** The public interface of a finder. The test does not import the classes, because the page has its own. */
export type Kaart = HTMLElement & {
  postcode: string;
  region: string | null;
  map: string;
  lookup(text: string): unknown;
  select(regionId: string): void;
  reset(): void;
  readonly updateComplete: Promise<unknown>;
};

/** The finder of a page, once it has rendered. */
export async function kaartOf(root: ParentNode): Promise<Kaart> {
  const kaart = await waitFor(() => find<Kaart>(root, 'regio-kaart'), 'a finder');
  await waitFor(() => kaart.shadowRoot?.querySelector('input'), 'the form');
  await rendered(kaart);
  return kaart;
}

/** Text of the answer, with single spaces. */
export const answerOf = (kaart: Element): string =>
  present(find(kaart, '.answer'), 'the answer').textContent.replace(/\s+/g, ' ').trim();

export const inputOf = (kaart: Element): HTMLInputElement =>
  present(find<HTMLInputElement>(kaart, 'input'), 'the field');

export const listButton = (kaart: Element, regionId: string): HTMLButtonElement =>
  present(find<HTMLButtonElement>(kaart, `[part="list"] button[value="${regionId}"]`), `${regionId} in the list`);

export const mapRegions = (kaart: Element): SVGPathElement[] => findAll<SVGPathElement>(kaart, '[role="option"]');

/** One region of the map, once it is drawn. */
export const mapRegion = (kaart: Element, name: string): Promise<SVGPathElement> =>
  waitFor(() => mapRegions(kaart).find((path) => path.ariaLabel?.startsWith(name)), `${name} on the map`);

/** Waits until the position of an element is the same in two checks, some frames apart. */
export async function standsStill(element: Element): Promise<void> {
  let before = '';
  await waitFor(async () => {
    for (let frame = 0; frame < 4; frame++) await nextFrame();
    const {x, y, width, height} = element.getBoundingClientRect();
    const now = [x, y, width, height].join();
    const same = now === before;
    before = now;
    return same && width > 0;
  }, 'the map to stand still');
}

/** Submits a text in the field of a finder, as a visitor does. */
export async function submit(kaart: Element, text: string): Promise<void> {
  const input = inputOf(kaart);
  input.ownerDocument.defaultView?.focus();
  input.focus();
  input.select();
  await nextFrame();
  if (text) await type(text);
  else await press('Delete');
  await waitFor(() => input.value === text, `"${text}" in the field`);
  await press('Enter');
}

/**
 * Takes every route to an answer by real input: typed, invalid, list, map. Throws if one goes wrong.
 *
 * @param faulty Whether the widget may report parts that failed to load.
 */
export async function journey(kaart: Kaart, {map = true, faulty = false} = {}): Promise<void> {
  const seen: string[] = [];
  const listen = (event: Event) => seen.push(event.type);
  const types = ['regio-select', 'regio-miss', ...(faulty ? [] : ['regio-error'])];
  for (const name of types) kaart.addEventListener(name, listen);
  kaart.reset();
  await submit(kaart, '1316');
  await waitFor(() => answerOf(kaart).includes('Regio Flevoland'), 'the card of Flevoland');
  equal(kaart.region, 'flevoland', 'region');
  await submit(kaart, '0123');
  await waitFor(() => find(kaart, '[part="error"]'), 'what is wrong');
  await click(listButton(kaart, 'zeeland'));
  await waitFor(() => answerOf(kaart).includes('Regio Zeeland'), 'the card of Zeeland');
  equal(kaart.region, 'zeeland', 'region');
  equal(find(kaart, '[part="list"] [aria-current="true"]')?.textContent?.trim(), 'Zeeland', 'the list');
  const expected = ['regio-select', 'regio-miss', 'regio-select'];
  if (map) {
    // Back to the whole country, so that every region is in view.
    kaart.reset();
    await kaart.updateComplete;
    find(kaart, '.map')?.scrollIntoView({block: 'center', behavior: 'instant'});
    const path = await mapRegion(kaart, 'Noord-Brabant');
    await standsStill(path);
    await click(path);
    await waitFor(() => kaart.region === 'noord-brabant', 'the choice on the map');
    await waitFor(() => answerOf(kaart).includes('Regio Noord-Brabant'), 'the card of Noord-Brabant');
    await waitFor(() => path.getAttribute('aria-selected') === 'true', 'the mark on the map');
    expected.push('regio-select');
  }
  matches(find(kaart, '[part="card-name"]')?.textContent, /\S/, 'the name on the card');
  equal(seen.join(), expected.join(), 'events');
  for (const name of types) kaart.removeEventListener(name, listen);
}

/** Fails if the page made a request to another origin. */
export function asksNoOneElse(page: HostPage): void {
  equal(otherOrigins(page.window).join(), '', 'other origins');
}

/** The text of a built file. */
export async function builtFile(path: string): Promise<string> {
  const response = await fetch(`/dist/cdn/${path}`);
  assert(response.ok, `dist/cdn/${path} is missing: build first`);
  return response.text();
}

/** The full file name of a part that is loaded later, by the beginning of its name. */
export async function chunkName(stem: string): Promise<string> {
  const names = await chunkNames();
  return present(
    names.find((name) => name.startsWith(`${stem}-`)),
    `the chunk ${stem}`,
  );
}

/** Names of all hashed files that the entry needs: the core, and the parts that are loaded later. */
export async function chunkNames(): Promise<string[]> {
  const names = new Set<string>();
  const read = async (path: string): Promise<void> => {
    const text = await builtFile(path);
    for (const [, name = ''] of text.matchAll(/["'`]\.\/([\w-]+-[0-9a-z]{8}\.js)["'`]/g)) {
      if (names.has(name)) continue;
      names.add(name);
      await read(name);
    }
  };
  await read('regiokaart.js');
  return [...names];
}

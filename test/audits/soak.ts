/**
 * `npm run soak`: 10,000 random actions of visitors and hosts in one Chromium tab, in half an hour. Heap, listeners and nodes at the end
 * must be within 5 % of those after the first minute.
 *
 *     --minutes 5    a shorter run, with as many actions per minute
 *     --seed 42      the same actions again
 */

import {setTimeout as pause} from 'node:timers/promises';
import {parseArgs} from 'node:util';
import type {CDPSession, Page} from 'puppeteer-core';
import {startChromium} from '../../.build/chromium.js';
import {serve} from './server.js';

const ACTIONS_PER_MINUTE = 10_000 / 30;
const GROWTH = 0.05;
const MINUTE_MS = 60_000;
/** Time after which an action counts as hanging. */
const ACTION_LIMIT_MS = 60_000;
const REMEMBERED = 12;

const {values: options} = parseArgs({
  options: {minutes: {type: 'string', default: '30'}, seed: {type: 'string', default: String(Date.now() % 1e9)}},
});
const minutes = Number(options.minutes);
if (!(minutes >= 2)) throw new Error(`--minutes: got "${options.minutes}", expected 2 or more`);
const random = generator(Number(options.seed));
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

/** Texts of each kind that a visitor types. */
const TEXTS = [
  '1316',
  '7351',
  '1234',
  '12',
  '3511 AB',
  'xyzq',
  'almer',
  'bergen',
  "'s-g",
  'Utrecht',
  '٣٥١١',
  '<b>',
  '10115',
  '',
];
const REGIONS = ['flevoland', 'zeeland', 'utrecht', 'limburg', 'nergens', ''];
/** Attributes and values that hosts set while the page lives; `null` removes. */
const ATTRIBUTES: Readonly<Record<string, readonly (string | null)[]>> = {
  lang: ['nl', 'en', 'fr', null],
  map: ['visible', 'click', 'none', null],
  'heading-level': ['2', '4', '9', null],
  'no-location': ['', null],
  postcode: ['1316', '7351', 'abc', null],
  region: REGIONS,
  'deep-link': ['', null],
  'structured-data': ['', null],
  'data-src': ['/missing.json', '/package.json', null],
};

interface World {
  readonly page: Page;
  readonly client: CDPSession;
}

/** The actions, by a name that is printed. All are equally likely, so that failures are as frequent as answers. */
const ACTIONS: Readonly<Record<string, (world: World) => Promise<unknown>>> = {
  type: async ({page}) => {
    await focusField(page);
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    const text = pick(TEXTS);
    if (text === '') await page.keyboard.press('Delete');
    else await page.keyboard.type(text);
  },
  answer: async ({page}) => {
    await focusField(page);
    await page.keyboard.press('Enter');
  },
  keys: async ({page}) => {
    for (let count = 0; count < 4; count += 1) {
      await page.keyboard.press(
        pick(['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'Escape', 'Tab']),
      );
    }
  },
  enter: ({page}) => page.keyboard.press(pick(['Enter', 'Space'])),
  button: ({page}) => inPage(page, 'press', random()),
  region: ({page}) => inPage(page, 'clickRegion', random()),
  disclosure: ({page}) => inPage(page, 'toggle', random()),
  wheel: async ({page}) => {
    await page.mouse.move(200 + random() * 300, 200 + random() * 300);
    await page.mouse.wheel({deltaY: pick([-300, 300])});
  },
  drag: async ({page}) => {
    await page.mouse.move(500, 300);
    await page.mouse.down();
    await page.mouse.move(500 + (random() - 0.5) * 200, 300, {steps: 3});
    await page.mouse.up();
  },
  move: ({page}) => inPage(page, 'move', random()),
  remove: ({page}) => inPage(page, 'remove', random()),
  add: ({page}) => inPage(page, 'add', random()),
  attribute: ({page}) => {
    const name = pick(Object.keys(ATTRIBUTES));
    return inPage(page, 'attribute', random(), name, pick(ATTRIBUTES[name] ?? [null]));
  },
  language: ({page}) => inPage(page, 'language', pick(['nl', 'en'])),
  method: ({page}) => {
    const name = pick(['lookup', 'select', 'reset']);
    return inPage(page, 'call', random(), name, name === 'lookup' ? pick(TEXTS) : pick(REGIONS));
  },
  data: ({page}) => inPage(page, 'data', random(), pick([0, 1, 2])),
  strings: ({page}) => inPage(page, 'strings', random()),
  hide: ({page}) => inPage(page, 'hide', random()),
  dialog: ({page}) => inPage(page, 'dialog', random()),
  resize: ({page}) => page.setViewport({width: pick([320, 768, 1280]), height: 800}),
  dark: ({page}) => page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: pick(['dark', 'light'])}]),
  offline: async ({page}) => {
    await page.setOfflineMode(true);
    await inPage(page, 'add', random());
    await pause(100);
    await page.setOfflineMode(false);
  },
  bytes: async ({client}) => {
    // Cached files are requested again.
    await client.send('Network.clearBrowserCache');
  },
  scroll: ({page}) => inPage(page, 'scroll', random()),
};

/** Code that runs in the page as it is, and so has no types. */
const IN_PAGE = `globalThis.soak = {
  finders: () => [...document.querySelectorAll('regio-kaart')],
  at(list, where) { return list[Math.floor(where * list.length)]; },
  all(root, selector) {
    return [...root.querySelectorAll('*')].flatMap((each) => [
      ...(each.matches(selector) ? [each] : []),
      ...(each.shadowRoot ? this.all(each.shadowRoot, selector) : []),
    ]);
  },
  finder(where) { return this.at(this.finders(), where) ?? this.add(where); },
  focus(where) { this.at(this.all(document, 'input'), where)?.focus(); },
  press(where) { this.at(this.all(document, 'button:not([disabled])'), where)?.click(); },
  clickRegion(where) {
    this.at(this.all(document, 'regio-map path, regio-map [role="option"]'), where)
      ?.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true}));
  },
  toggle(where) { this.at(this.all(document, 'summary'), where)?.click(); },
  move(where) { const it = this.finder(where); (where > 0.5 ? document.body : document.querySelector('main')).prepend(it); },
  remove(where) { if (this.finders().length > 1) this.finder(where).remove(); else { const it = this.finder(where); it.remove(); document.querySelector('main').append(it); } },
  add(where) {
    if (this.finders().length > 2) this.finder(where).remove();
    const it = document.createElement(where > 0.8 ? 'regio-contact' : 'regio-kaart');
    if (it.localName === 'regio-contact') { it.setAttribute('region', 'utrecht'); document.querySelector('regio-contact')?.remove(); }
    document.querySelector('main').append(it);
    return it;
  },
  attribute(where, name, value) { const it = this.finder(where); value === null ? it.removeAttribute(name) : it.setAttribute(name, value); },
  language(lang) { document.documentElement.lang = lang; },
  call(where, name, argument) { return void this.finder(where)[name]?.(argument); },
  data(where, kind) {
    this.finder(where).organisations = [null, {flevoland: {name: 'Een ander', phone: '0800 1234'}}, {flevoland: {phone: 'geen nummer'}}][kind];
  },
  strings(where) { this.finder(where).strings = where > 0.5 ? {heading: 'Een andere kop'} : {}; },
  hide(where) { const it = this.finder(where); it.style.display = it.style.display ? '' : 'none'; },
  dialog(where) {
    const open = document.querySelector('dialog');
    if (open) { document.querySelector('main').append(...open.querySelectorAll('regio-kaart')); open.remove(); return; }
    const dialog = document.body.appendChild(document.createElement('dialog'));
    dialog.append(this.finder(where));
    dialog.showModal();
  },
  scroll(where) { scrollTo(0, where * document.body.scrollHeight); },
  // The page without a finder: anything that remains was left behind by one.
  settle() {
    document.querySelector('dialog')?.close();
    for (const each of document.querySelectorAll('regio-kaart, regio-contact, dialog')) each.remove();
    document.documentElement.lang = 'nl';
    history.replaceState(null, '', location.pathname);
    scrollTo(0, 0);
  },
};`;

process.exitCode = await soak();

async function soak(): Promise<number> {
  const server = await serve();
  const browser = await startChromium();
  const done: string[] = [];
  const counts: Record<string, number> = {};
  const errors = new Map<string, number>();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(ACTION_LIMIT_MS);
    const client = await page.createCDPSession();
    await client.send('Browser.setDownloadBehavior', {behavior: 'deny'});
    page.on('dialog', (dialog) => void dialog.dismiss());
    page.on('pageerror', (error) => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      errors.set(text, (errors.get(text) ?? 0) + 1);
    });
    await page.goto(`${server.url}test/audits/pages/after.html`);
    // The next Enter would follow a focused link to another page.
    await page.evaluate(`window.print = () => {};
      addEventListener('click', (event) => { if (event.composedPath().some((each) => each.localName === 'a')) event.preventDefault(); });
      ${IN_PAGE}`);
    console.log(`${minutes} minutes, seed ${options.seed}`);
    await tour({page, client});

    const names = Object.keys(ACTIONS);
    const start = Date.now();
    const total = Math.round(minutes * ACTIONS_PER_MINUTE);
    const first = Math.round(ACTIONS_PER_MINUTE);
    let before: Figures | null = null;
    for (let index = 0; index < total; index += 1) {
      if (index === first) before = await measure({page, client});
      // Each kind once at the beginning, so that the first count includes everything that is loaded once.
      const name = names[index] ?? pick(names);
      done.push(name);
      done.splice(0, done.length - REMEMBERED);
      counts[name] = (counts[name] ?? 0) + 1;
      await within(ACTIONS[name]?.({page, client}), name);
      const ahead = start + (index / ACTIONS_PER_MINUTE) * MINUTE_MS - Date.now();
      if (ahead > 0) await pause(ahead);
      if (index > 0 && index % (5 * first) === 0)
        console.log(`  ${Math.round((Date.now() - start) / MINUTE_MS)} minutes: ${index} actions`);
    }
    const after = await measure({page, client});
    return report(before ?? after, after, total, counts, errors);
  } catch (error) {
    console.log(`stopped: ${error instanceof Error ? error.message : error}`);
    console.log(`last actions: ${done.join(', ')}`);
    console.log('0 passed, 1 failed');
    return 1;
  } finally {
    await browser.close().catch(() => browser.process()?.kill('SIGKILL'));
    await server.close();
  }
}

interface Figures {
  readonly heap: number;
  readonly listeners: number;
  readonly nodes: number;
}

/**
 * Shows each state once, in both languages. Lit keeps prepared templates, and the browser keeps compiled code: anything that is used
 * for the first time after the first count would look like a leak.
 */
async function tour(world: World): Promise<void> {
  const {page} = world;
  for (const lang of ['nl', 'en']) {
    await inPage(page, 'language', lang);
    await inPage(page, 'add', 0);
    await inPage(page, 'add', 0.9);
    for (const text of TEXTS) {
      await inPage(page, 'focus', 0);
      await page.keyboard.type(text);
      for (const key of ['ArrowDown', 'Enter'] as const) await page.keyboard.press(key);
      await inPage(page, 'call', 0, 'lookup', text);
      await pause(100);
    }
    for (const [name, values] of Object.entries(ATTRIBUTES)) {
      for (const value of values) {
        await inPage(page, 'attribute', 0, name, value);
        await pause(100);
      }
    }
    for (const kind of [1, 2, 0]) await inPage(page, 'data', 0, kind);
    for (const region of REGIONS) {
      await inPage(page, 'call', 0, 'select', region);
      await pause(100);
      for (let where = 0; where < 1; where += 0.05) {
        await inPage(page, 'toggle', where);
        await inPage(page, 'press', where);
        await pause(20);
      }
    }
    await inPage(page, 'settle');
  }
}

/** Counts what the page holds in a fixed state, after everything that can be released has been. */
async function measure({page, client}: World): Promise<Figures> {
  await page.setOfflineMode(false);
  await page.setViewport({width: 1280, height: 800});
  await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: 'light'}]);
  await inPage(page, 'settle');
  // Longer than any pending announcement, message or timer.
  await pause(8000);
  for (let count = 0; count < 8; count += 1) {
    await client.send('HeapProfiler.collectGarbage');
    await pause(200);
  }
  await client.send('Performance.enable');
  const {metrics} = await client.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
  return {heap: of('JSHeapUsedSize'), listeners: of('JSEventListeners'), nodes: of('Nodes')};
}

function report(
  before: Figures,
  after: Figures,
  total: number,
  counts: Readonly<Record<string, number>>,
  errors: ReadonlyMap<string, number>,
): number {
  console.log(
    `${total} actions: ${Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')}`,
  );
  let failed = 0;
  for (const name of ['heap', 'listeners', 'nodes'] as const) {
    const growth = after[name] === before[name] ? 0 : after[name] / before[name] - 1;
    // A decrease is not a leak. If there were no listeners without a finder, none may be left.
    const good = before[name] === 0 ? after[name] === 0 : growth <= GROWTH;
    if (!good) failed += 1;
    const percent = `${growth >= 0 ? '+' : ''}${(growth * 100).toFixed(1)} %`;
    console.log(
      `${good ? '✓' : '✗'} ${name}: ${before[name].toLocaleString('en')} after a minute, ${after[name].toLocaleString('en')} at the end (${percent})`,
    );
  }
  console.log(`${errors.size === 0 ? '✓' : '✗'} uncaught errors: ${errors.size}`);
  for (const [text, count] of errors) console.log(`    ${count} times: ${text}`);
  if (errors.size > 0) failed += 1;
  console.log(`${4 - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

function inPage(page: Page, name: string, ...args: readonly unknown[]): Promise<unknown> {
  return page.evaluate(`void soak.${name}(${args.map((each) => JSON.stringify(each)).join(', ')})`);
}

async function focusField(page: Page): Promise<void> {
  await inPage(page, 'focus', random());
}

async function within(work: Promise<unknown> | undefined, name: string): Promise<void> {
  const limit = AbortSignal.timeout(ACTION_LIMIT_MS);
  await Promise.race([
    work,
    new Promise((_, reject) => {
      limit.addEventListener('abort', () =>
        reject(new Error(`"${name}" did not end within ${ACTION_LIMIT_MS / 1000} s`)),
      );
    }),
  ]);
}

/** Numbers from 0 up to 1, in the same sequence for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

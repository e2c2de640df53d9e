import type {Browser, Page} from 'puppeteer-core';
import type {Row} from './report.js';

const RUNS = 9;
const SLOWDOWN = 4;

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Results of a page: milliseconds, and the layout shift score. */
interface Times {
  /** The first element on the page, including one-time costs such as fonts. */
  readonly define: number;
  readonly key: number;
  readonly keyScript: number;
  readonly select: number;
  readonly selectScript: number;
  readonly map: number;
  readonly longest: number;
  readonly shift: number;
}

/** Opens an empty page of the server at the speed of a phone. */
export async function emptyPage(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage();
  // The loader of this script adds calls of this helper, which does not exist in a page.
  await page.evaluateOnNewDocument('globalThis.__name = (value) => value');
  await page.setViewport({width: 1280, height: 1200});
  await page.goto(`${address}test/bench/empty.html`);
  const session = await page.createCDPSession();
  await session.send('Emulation.setCPUThrottlingRate', {rate: SLOWDOWN});
  return page;
}

/** The journey on the built files: the median of several runs, each on a new page. */
export async function journeyRows(browser: Browser, address: string): Promise<Row[]> {
  const runs: Times[] = [];
  for (let run = 0; run < RUNS; run++) {
    const page = await emptyPage(browser, address);
    runs.push(await page.evaluate(journey, '/dist/cdn/regiokaart.js'));
    await page.close();
  }
  const of = (key: keyof Times) => median(runs.map((times) => times[key]));
  return [
    {what: 'define to first render', unit: 'ms', ours: of('define')},
    {what: 'key to answer, script', unit: 'ms', ours: of('keyScript')},
    {what: '  and laid out', unit: 'ms', ours: of('key')},
    {what: 'click in the list to card, script', unit: 'ms', ours: of('selectScript')},
    {what: '  and laid out', unit: 'ms', ours: of('select')},
    {what: 'map near to regions drawn, with its fetch', unit: 'ms', ours: of('map')},
    {what: 'longest task after that, 0 when below 50', unit: 'ms', ours: of('longest')},
    {what: 'layout shift', unit: '', ours: of('shift')},
  ];
}

/** Runs in the page. */
async function journey(url: string): Promise<Times> {
  let longest = 0;
  let shift = 0;
  // Browsers ignore shifts within half a second of a visitor's action, but not after an action by a script.
  let acted = -Infinity;
  new PerformanceObserver((list) => {
    for (const {duration} of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({type: 'longtask'});
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {value: number; hadRecentInput: boolean})[]) {
      if (!entry.hadRecentInput && entry.startTime - acted > 500) shift += entry.value;
    }
  }).observe({type: 'layout-shift', buffered: true});
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const until = async (condition: () => boolean) => {
    while (!condition()) await frame();
  };
  const root = () => document.querySelector('regio-kaart')?.shadowRoot;
  const laidOut = () => document.body.getBoundingClientRect().height;

  // Loaded and compiled beforehand, so that only the cost of running it is measured.
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = url;
  const preloaded = new Promise((resolve) => link.addEventListener('load', resolve));
  document.head.append(link);
  await preloaded;
  // A host's page has already rendered text, a heading and a button.
  document.body.innerHTML = '<h1>Werken in de zorg</h1><p>Lees <b>hier</b> meer.</p><button>Menu</button>';
  laidOut();
  document.body.insertAdjacentHTML('beforeend', '<regio-kaart map="click"></regio-kaart>');
  // Waits until the page itself has finished starting.
  await pause(300);

  let start = performance.now();
  await import(url);
  const kaart = document.querySelector('regio-kaart') as (HTMLElement & {updateComplete: Promise<unknown>}) | null;
  await kaart?.updateComplete;
  laidOut();
  const define = performance.now() - start;
  await pause(1000);
  longest = 0;

  const input = root()?.querySelector('input');
  if (!input) throw new Error('journey: got no field');
  input.focus();
  acted = performance.now();
  input.value = '131';
  input.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  await frame();
  start = performance.now();
  acted = start;
  input.value = '1316';
  input.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  await kaart?.updateComplete;
  const keyScript = performance.now() - start;
  laidOut();
  const key = performance.now() - start;
  if (!root()?.querySelector('[part="card"]')) throw new Error('journey: got no card for 1316');
  await frame();

  const button = root()?.querySelector<HTMLButtonElement>('[part="list"] button[value="zeeland"]');
  if (!button) throw new Error('journey: got no list');
  start = performance.now();
  acted = start;
  button.click();
  await kaart?.updateComplete;
  const selectScript = performance.now() - start;
  laidOut();
  const select = performance.now() - start;
  if (kaart?.getAttribute('region') !== 'zeeland') throw new Error('journey: got no card for a click in the list');
  await pause(1000);

  start = performance.now();
  kaart?.setAttribute('map', 'visible');
  await until(() => root()?.querySelector('regio-map')?.shadowRoot?.querySelectorAll('[role="option"]').length === 14);
  const map = performance.now() - start;
  await pause(1000);

  input.focus();
  acted = performance.now();
  input.value = 'b';
  input.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  await until(() => !!root()?.querySelector('[role="option"]'));
  await pause(500);
  return {define, key, keyScript, select, selectScript, map, longest, shift};
}

/** Many elements on one page, without maps: time from markup until all are rendered. */
export async function widgetRows(browser: Browser, address: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const amount of [1, 50, 200]) {
    const times: number[] = [];
    for (let run = 0; run < 3; run++) {
      const page = await emptyPage(browser, address);
      times.push(await page.evaluate(manyWidgets, '/dist/cdn/regiokaart.js', amount));
      await page.close();
    }
    rows.push({what: `${amount} on a page, to all rendered`, unit: 'ms', ours: median(times)});
  }
  return rows;
}

/** Runs in the page. */
async function manyWidgets(url: string, amount: number): Promise<number> {
  await import(url);
  const start = performance.now();
  document.body.innerHTML = '<regio-kaart map="none" postcode="1316"></regio-kaart>'.repeat(amount);
  const all = [...document.querySelectorAll('regio-kaart')] as (Element & {updateComplete: Promise<unknown>})[];
  await Promise.all(all.map(({updateComplete}) => updateComplete));
  document.body.getBoundingClientRect();
  return performance.now() - start;
}

/** Time from the start of a script until its element has a size, on a new page; NaN if it never gets one. */
export async function renderTime(browser: Browser, address: string, url: string, markup: string): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 5; run++) {
    const page = await emptyPage(browser, address);
    times.push(await page.evaluate(firstSize, url, markup));
    await page.close();
  }
  return median(times);
}

/** Runs in the page. */
async function firstSize(url: string, markup: string): Promise<number> {
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = url;
  const preloaded = new Promise((resolve) => link.addEventListener('load', resolve));
  document.head.append(link);
  await preloaded;
  document.body.innerHTML = markup;
  const start = performance.now();
  await import(url);
  const element = document.body.firstElementChild;
  const rendered = () => {
    const root = element?.shadowRoot ?? element;
    return [...(root?.querySelectorAll('*') ?? [])].some((each) => each.getBoundingClientRect().height > 0);
  };
  while (!rendered() && performance.now() - start < 5000) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return rendered() ? performance.now() - start : Number.NaN;
}

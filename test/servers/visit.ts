import assert from 'node:assert/strict';
import {setTimeout as sleep} from 'node:timers/promises';
import type {Browser, Page} from 'puppeteer-core';
import {prerender} from '../../src/prerender.js';
import {layoutShift, recordShift, slowDown} from '../runner/layout-shift.js';

/** Time after which the browser counts as hanging. */
const LIMIT_MS = 120_000;
/** A page has settled when it has sent no request for this long. */
const QUIET_MS = 2000;
/** High enough for the whole page to be in the viewport, so that every shift counts. */
const VIEWPORT = {width: 412, height: 3200};

/** The heading that the projects set by `strings`. */
const HEADING = 'Wie helpt jou aan werk in de zorg?';
/** A warning of every development build of lit. */
const DEVELOPMENT = /^Lit is in dev mode\./;

const regionsIn = (markup: string): number => markup.match(/data-region="/g)?.length ?? 0;

async function visit(
  browser: Browser,
  url: string,
  act: (page: Page, problems: readonly string[]) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage();
  page.setDefaultTimeout(LIMIT_MS);
  const problems: string[] = [];
  page.on('console', (message) => {
    if (/warn|error/.test(message.type()) && !DEVELOPMENT.test(message.text())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error instanceof Error ? error.message : error}`));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  try {
    await page.setViewport(VIEWPORT);
    await act(page, problems);
  } catch (error) {
    const text = await page.evaluate(() => document.body?.innerText.replace(/\s+/g, ' ').slice(0, 500)).catch(() => '');
    const said = problems.length > 0 ? `\nThe console said: ${problems.join('\n')}` : '';
    throw new Error(`${url}: ${error instanceof Error ? error.message : error}\nThe page shows: ${text}${said}`);
  } finally {
    await page.close();
  }
}

/** Checks that the server sends the whole element, and that a browser without JavaScript shows it. */
export async function isThereBeforeTheScript(browser: Browser, url: string): Promise<void> {
  const html = await (await fetch(url)).text();
  const [, element = ''] = /<regio-kaart\b[^>]*>(.*?)<\/regio-kaart>/s.exec(html) ?? [];
  assert.match(element, /<template shadowrootmode="open">/);
  assert.equal(regionsIn(element), regionsIn(prerender()), 'regions in the markup');
  await visit(browser, url, async (page, problems) => {
    await page.setJavaScriptEnabled(false);
    await page.goto(url, {waitUntil: 'load'});
    const seen = await page.evaluate(() => {
      const kaart = document.querySelector('regio-kaart');
      const root = kaart?.shadowRoot;
      const heading = root?.querySelector<HTMLElement>('[part=heading]');
      return {
        heading: heading?.checkVisibility() ? heading.innerText : '',
        regions: [...(root?.querySelectorAll('[data-region]') ?? [])].filter((each) => each.checkVisibility()).length,
        styled: kaart ? getComputedStyle(kaart).display : '',
        hasField: root?.querySelector('form')?.checkVisibility() ?? false,
      };
    });
    assert.deepEqual(seen, {heading: HEADING, regions: regionsIn(element), styled: 'block', hasField: false});
    assert.deepEqual(problems, []);
  });
}

/** Checks that the framework takes over without a message in the console, and that nothing moves, even on a slow device. */
export async function isTakenOver(browser: Browser, url: string, {slow = true} = {}): Promise<void> {
  await visit(browser, url, async (page, problems) => {
    await recordShift(page);
    if (slow) await slowDown(page);
    await page.goto(url);
    await upgraded(page);
    assert.equal(await layoutShift(page), 0, 'layout shift');
    await answers(page, HEADING);
    assert.deepEqual(problems, []);
  });
}

/** Waits until a development server has stopped reloading the page, which it does when it finds new dependencies. */
export async function settles(browser: Browser, url: string): Promise<void> {
  await visit(browser, url, async (page) => {
    // Not waitForNetworkIdle(): it waits forever for requests that a reload has cut off.
    let lastRequest = Date.now();
    page.on('request', () => {
      lastRequest = Date.now();
    });
    await page.goto(url);
    await upgraded(page);
    const end = Date.now() + LIMIT_MS;
    while (Date.now() - lastRequest < QUIET_MS) {
      assert.ok(Date.now() < end, `the page still sends requests after ${LIMIT_MS / 1000} s`);
      await sleep(100);
    }
    await upgraded(page);
  });
}

const upgraded = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => {
    const kaart = document.querySelector('regio-kaart') as (Element & {hasUpdated?: boolean}) | null;
    return kaart?.hasUpdated && !kaart.shadowRoot?.querySelector('link');
  });

/** Checks that the element works on a page that a framework or a bundler has made. */
export async function works(browser: Browser, url: string, {heading = HEADING, map = false} = {}): Promise<void> {
  await visit(browser, url, async (page, problems) => {
    await page.goto(url);
    await answers(page, heading);
    if (map) await page.waitForSelector('regio-kaart >>> [role="option"]', {visible: true});
    assert.deepEqual(problems, []);
  });
}

/** Types a postcode, and waits until the project's own listener shows the event. */
async function answers(page: Page, heading: string): Promise<void> {
  const field = await page.waitForSelector('regio-kaart >>> input', {visible: true});
  await field?.type('1316');
  await page.waitForFunction(() => document.querySelector('.chosen')?.textContent === 'Gekozen: flevoland');
  const seen = await page.evaluate(() => {
    const root = document.querySelector('regio-kaart')?.shadowRoot;
    return {
      heading: root?.querySelector('[part=heading]')?.textContent?.trim(),
      answer: root?.querySelector('.answer [part=region-name]')?.textContent?.trim(),
      hasLocation: root?.querySelector('[part=location]') !== null,
    };
  });
  assert.deepEqual(seen, {heading, answer: 'Regio Flevoland', hasLocation: false});
}

/** Checks that the element stays as the server has rendered it if no script registers it. */
export async function staysAsItIs(browser: Browser, url: string): Promise<void> {
  await visit(browser, url, async (page, problems) => {
    await page.goto(url, {waitUntil: 'networkidle0'});
    const seen = await page.evaluate(() => ({
      isDefined: customElements.get('regio-kaart') !== undefined,
      regions: document.querySelector('regio-kaart')?.shadowRoot?.querySelectorAll('[data-region]').length,
    }));
    assert.deepEqual(seen, {isDefined: false, regions: regionsIn(prerender())});
    assert.deepEqual(problems, []);
  });
}

import type {Browser, Page} from 'puppeteer-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {startChromium} from '../../.build/chromium.js';
import {layoutShift, recordShift, slowDown} from '../runner/layout-shift.js';
import {IN_BROWSER, openSite, type PageOptions, type Site, upgraded} from './prerendered-site.js';

const WIDTHS = [360, 412, 768, 1280] as const;
/** Time after which the browser counts as hanging. */
const LIMIT_MS = 150_000;
/** High enough for the whole page to be in the viewport, so that every shift counts. */
const HEIGHT = 3200;

let browser: Browser;
let site: Site;
let siteWithoutMap: Site;

beforeAll(async () => {
  browser = await startChromium();
  site = await openSite();
  siteWithoutMap = await openSite({map: false});
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await siteWithoutMap?.close();
});

/** Opens an empty page, and records the problems in its console. */
async function openPage(width: number, height = HEIGHT): Promise<{page: Page; problems: string[]}> {
  const page = await browser.newPage();
  page.setDefaultTimeout(LIMIT_MS);
  const problems: string[] = [];
  page.on('console', (message) => {
    if (/warn|error/.test(message.type())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.setViewport({width, height});
  return {page, problems};
}

describe('layout shift from the first byte on, on a slow line and a slow processor', IN_BROWSER, () => {
  async function shiftOf(options: PageOptions, width: number): Promise<{shift: number; problems: string[]}> {
    const {page, problems} = await openPage(width);
    await recordShift(page);
    await slowDown(page);
    await page.goto(site.url(options));
    await upgraded(page);
    if (!options.attributes && !/no-map|click/.test(options.form ?? '')) {
      // With `visible` Puppeteer polls, instead of waiting for a change outside shadow roots.
      await page.waitForSelector('regio-kaart >>> [role="option"]', {visible: true});
    }
    const shift = await layoutShift(page);
    await page.close();
    return {shift, problems};
  }

  it.each(WIDTHS.flatMap((width) => [['nl', width] as const, [width > 500 ? 'en-click' : 'en', width] as const]))(
    'is 0 for %s.html at %i px',
    async (form, width) => {
      expect(await shiftOf({form}, width)).toEqual({shift: 0, problems: []});
    },
  );

  const starts: readonly Readonly<Record<string, string>>[] = [
    {region: 'zeeland'},
    {region: 'amsterdam-noord-holland-noord', lang: 'en'},
    {postcode: '1316 AB'},
    {postcode: '7351'},
    {postcode: '1004'},
    {postcode: 'abc', region: 'utrecht'},
  ];
  it.each([412, 1280].flatMap((width) => starts.map((attributes) => [attributes, width] as const)))(
    'is 0 where the element begins with an answer: %j at %i px',
    async (attributes, width) => {
      expect(await shiftOf({attributes}, width)).toEqual({shift: 0, problems: []});
    },
  );

  it('is detected if there is any, as with the short form', async () => {
    expect((await shiftOf({}, 412)).shift).toBeGreaterThan(0.01);
  });
});

/** Difference in colour between two renderings of the same round corner in Chromium. */
const NOISE = 8;

/** Number of pixels that differ between two pictures, counted in the browser, which can decode them. */
async function countDiffering(first: string, second: string): Promise<number> {
  const page = await browser.newPage();
  const count = (await page.evaluate(`(async () => {
    const [first, second] = await Promise.all(['${first}', '${second}'].map(async (picture) => {
      const bitmap = await createImageBitmap(await (await fetch('data:image/png;base64,' + picture)).blob());
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context.drawImage(bitmap, 0, 0);
      return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
    }));
    if (first.length !== second.length) return Infinity;
    const pixels = new Set();
    for (let i = 0; i < first.length; i++) if (Math.abs(first[i] - second[i]) > ${NOISE}) pixels.add(i >> 2);
    return pixels.size;
  })()`)) as number;
  await page.close();
  return count;
}

/** Opens a page whose script is held back, lets it run, and counts the pixels that differ before and after. */
async function compareUpgrade(width: number, options: PageOptions) {
  const {page, problems} = await openPage(width);
  // Not awaited, because the held script delays the load event.
  const loading = page.goto(siteWithoutMap.url({...options, held: true}));
  await page.waitForFunction('document.querySelector("main > p")');
  await page.waitForFunction('getComputedStyle(document.querySelector("regio-kaart")).display === "block"');
  const before = await page.screenshot({encoding: 'base64'});
  siteWithoutMap.release();
  await loading;
  await upgraded(page);
  const after = await page.screenshot({encoding: 'base64'});
  const differing = await countDiffering(before, after);
  const announced = await page.evaluate('document.querySelector("[aria-live]")?.textContent ?? ""');
  await page.close();
  return {differing, announced, problems};
}

describe('pictures of the page before and after the script, laid over each other', IN_BROWSER, () => {
  it.each([
    ...WIDTHS.map((width) => ['nl', width, ''] as const),
    ...WIDTHS.map((width) => ['nl-click', width, ''] as const),
    ['nl-no-map', 1280, ''],
    ['en', 768, ''],
    ['nl', 412, ':root {color-scheme: dark}'],
    ['nl-click', 1280, 'body {font: 20px/1.4 Georgia, serif}'],
    ['nl-no-map', 320, 'body {font-size: 12px; line-height: 2}'],
  ] as const)('show no pixel that differs: %s at %i px %s', async (form, width, css) => {
    const {differing, problems} = await compareUpgrade(width, {form, css});
    expect(differing).toBe(0);
    expect(problems).toEqual([]);
  });
});

describe('a card that the server has rendered', IN_BROWSER, () => {
  it.each(WIDTHS)('looks the same before and after the script at %i px', async (width) => {
    const {differing, announced, problems} = await compareUpgrade(width, {attributes: {region: 'flevoland'}});
    expect(differing).toBe(0);
    expect(announced, 'what is announced').toBe('');
    expect(problems).toEqual([]);
  });
});

describe('without JavaScript', IN_BROWSER, () => {
  it('opens each region by keyboard to name, phone, site, address and age of the facts, with links', async () => {
    const {page} = await openPage(412, 900);
    await page.setJavaScriptEnabled(false);
    await page.goto(site.url({form: 'nl-no-map'}));
    const focused = () =>
      page.evaluate(
        `(() => {
          const each = document.activeElement?.shadowRoot?.activeElement;
          return each ? [each.textContent.trim(), each.getAttribute('href')] : null;
        })()`,
      ) as Promise<[string, string | null] | null>;
    const seen: string[] = [];
    const hrefs: string[] = [];
    // The first tab stop is the list itself.
    for (let stop = 0; stop < 120; stop++) {
      await page.keyboard.press('Tab');
      const at = await focused();
      if (!at) break;
      const [text, href] = at;
      if (href) hrefs.push(href);
      else if (stop > 0) {
        await page.keyboard.press('Enter');
        seen.push(text);
      }
    }
    expect(seen).toHaveLength(14);
    expect(hrefs.filter((href) => href.startsWith('https:')).length).toBeGreaterThanOrEqual(14);
    expect(hrefs).toContain('tel:+31880182888');
    const card = (await page.evaluate(
      `document.querySelector('regio-kaart').shadowRoot.querySelector('[data-region=utrecht][open] article').innerText`,
    )) as string;
    for (const fact of [
      'Regio Utrecht',
      'Utrechtzorg',
      '030 634 08 08',
      'secretariaat@utrechtzorg.net',
      'utrechtzorg.net',
      '3994 DG',
      'gezien in',
    ]) {
      expect(card).toContain(fact);
    }
    await page.close();
  });
});

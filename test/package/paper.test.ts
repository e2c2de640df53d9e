import type {Browser, Page} from 'puppeteer-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {startChromium} from '../../.build/chromium.js';
import {regions} from '../../src/data/index.js';
import {IN_BROWSER, openSite, type PageOptions, type Site} from './prerendered-site.js';
import {beyond, PAPERS, type PrintedPage, type PrintedRun, print} from './printed.js';

const WIDTHS = [390, 768, 1000, 1280, 1920] as const;
const SHEETS = Object.keys(PAPERS) as (keyof typeof PAPERS)[];
/** The colour of a selected region on paper; a pale one is drawn by every printer. */
const SELECTED = '#d8d8d8';
/** Least number of names of regions on the map, if the label of the postcode needs room too. */
const MAP_NAMES = 12;
/** The colour of borders on paper. */
const LINE = '#555555';
/** Time after which the browser counts as hanging. */
const LIMIT_MS = 150_000;

let browser: Browser;
let site: Site;

beforeAll(async () => {
  browser = await startChromium();
  site = await openSite();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

interface Visit extends PageOptions {
  readonly width: number;
  readonly height?: number;
  /** Text to type into the field. */
  readonly text: string;
  readonly at?: Site;
  /** Whether the code of the map fails to load. */
  readonly fails?: boolean;
}

/** Opens a page, types a postcode, and waits for the whole answer, with map or picture. */
async function visit({width, height = 800, text, at = site, fails = false, ...options}: Visit): Promise<Page> {
  const page = await browser.newPage();
  // Chromium renders nothing in a page behind another one.
  await page.bringToFront();
  page.setDefaultTimeout(LIMIT_MS);
  await page.setViewport({width, height});
  if (fails) {
    await page.setRequestInterception(true);
    page.on('request', (request) => (request.url().includes('/map-') ? request.abort() : request.continue()));
  }
  await page.goto(at.url(options));
  const input = await page.waitForSelector('regio-kaart >>> input');
  await page.waitForFunction(`document.querySelector('regio-kaart').hasUpdated`);
  await input?.type(text);
  await page.waitForFunction(() => {
    const kaart = document.querySelector('regio-kaart');
    const root = kaart?.shadowRoot;
    const isNamed = !/postcode \d+$/.test(root?.querySelector('.answers-for')?.textContent?.trim() ?? '');
    const map =
      root?.querySelector('regio-map')?.shadowRoot?.querySelector('.region') ?? root?.querySelector('.picture');
    return root?.querySelector('article') && isNamed && (map || kaart?.getAttribute('map') === 'none');
  });
  return page;
}

/** Checks that apply to each printed page: black on white, nothing cut off, no buttons. */
function expectFit(pages: readonly PrintedPage[]): void {
  for (const {texts, runs, shapes, room, words} of pages) {
    expect(runs.filter(({color, opacity}) => color !== '#000000' || opacity !== 1)).toEqual([]);
    expect(texts.filter(({box}) => beyond(box, room) > 1)).toEqual([]);
    expect(shapes.filter(({box}) => beyond(box, room) > 1)).toEqual([]);
    expect(shapes.filter(({box, clip}) => beyond(box, clip) > 1)).toEqual([]);
    expect(words).not.toMatch(
      /Zoek|Gebruik mijn locatie|Toon de kaart|Kies je regio|Kopieer|Gemeenten in|Kijk ook bij/,
    );
  }
}

/** The page with the outlines of all regions, and names on them. */
function expectRegions(pages: readonly PrintedPage[], selected: number, names = MAP_NAMES): PrintedPage {
  const drawn = pages.filter(({shapes}) => shapes.filter(({line}) => line === LINE).length >= regions.length);
  expect(drawn).toHaveLength(1);
  const [page] = drawn as [PrintedPage];
  const letters = lettersOf(page.words);
  expect(regions.filter(({name}) => letters.includes(lettersOf(name))).length).toBeGreaterThanOrEqual(names);
  expect(page.shapes.filter(({fill}) => fill === SELECTED)).toHaveLength(selected);
  return page;
}

/** A text without characters that a line break may change. */
const lettersOf = (text: string) => text.replace(/[^\p{L}]/gu, '');

/** Everything that was drawn from one text to another. */
function runsBetween(runs: readonly PrintedRun[], from: string, to: string): readonly PrintedRun[] {
  const ends = runs.map(
    (_, index) =>
      lettersOf(
        runs
          .slice(0, index + 1)
          .map(({text}) => text)
          .join(''),
      ).length,
  );
  const all = lettersOf(runs.map(({text}) => text).join(''));
  const [start, end] = [all.indexOf(lettersOf(from)), all.lastIndexOf(lettersOf(to))];
  expect(start >= 0 && end > start).toBe(true);
  return runs.filter((_, index) => (ends[index] ?? 0) > start && (ends[index - 1] ?? 0) < end);
}

const CARD = [
  'Regio Utrecht',
  'Utrechtzorg',
  'gemeente Utrecht',
  'Bel 030 634 08 08',
  'Bereikbaar op werkdagen van 9 tot 17 uur.',
  'Mail secretariaat@utrechtzorg.net',
  'https://jouwzorgbaan.nl',
  'utrechtzorg.net',
  'Kokermolen 3, 3994 DG Houten',
  'gezien in november 2026',
];

describe.each(WIDTHS)('on paper, from a window of %i px', IN_BROWSER, (width) => {
  it('has the card and the map on one sheet, black on white', async () => {
    const page = await visit({width, text: '3511'});
    for (const sheet of SHEETS) {
      const pages = await print(page, sheet);
      expectFit(pages);
      expect(expectRegions(pages, 1)).toBe(pages[0]);
      for (const fact of CARD) expect(pages[0]?.words).toContain(fact);
      expect(pages[0]?.words).toContain('© CBS, © Kadaster');
    }
    await page.close();
  });

  it('has the picture if the map waits for a click', async () => {
    const page = await visit({width, text: '3511', map: 'click'});
    for (const sheet of SHEETS) {
      const pages = await print(page, sheet);
      expectFit(pages);
      expect(expectRegions(pages, 1, regions.length)).toBe(pages[0]);
      for (const fact of CARD) expect(pages[0]?.words).toContain(fact);
    }
    await page.close();
  });

  it('has only the card if there is no map', async () => {
    const page = await visit({width, text: '3511', map: 'none'});
    for (const sheet of SHEETS) {
      const pages = await print(page, sheet);
      expectFit(pages);
      for (const fact of CARD) expect(pages[0]?.words).toContain(fact);
      expect(pages.flatMap(({shapes}) => shapes).filter(({line}) => line === LINE)).toEqual([]);
    }
    await page.close();
  });

  it('has both cards of a border postcode, neither split, and the map with both regions', async () => {
    const page = await visit({width, text: '7351'});
    for (const sheet of SHEETS) {
      const pages = await print(page, sheet);
      expectFit(pages);
      expectRegions(pages, 0);
      for (const fact of [
        '7351',
        'gemeente Apeldoorn',
        'WGV Zorg en Welzijn',
        'wgvzorgenwelzijn.nl',
        'gemeente Ede',
        'wzw.nl',
      ]) {
        expect(pages[0]?.words).toContain(fact);
      }
    }
    await page.close();
  });
});

describe('on paper', IN_BROWSER, () => {
  it('has the picture if the map is too far down to have been loaded', async () => {
    const page = await visit({
      width: 390,
      height: 320,
      text: '3511',
      css: '@media screen {form, main::before {content: ""; display: block; height: 900px}}',
    });
    expect(await page.$('regio-kaart >>> regio-map')).toBeNull();
    const pages = await print(page, 'A4');
    expectFit(pages);
    expectRegions(pages, 1, regions.length);
    await page.close();
  });

  it('has the picture if the map has failed', async () => {
    const page = await visit({width: 1280, text: '3511', fails: true});
    await page.waitForSelector('regio-kaart >>> .map > button');
    const pages = await print(page, 'A4');
    expectFit(pages);
    expectRegions(pages, 1, regions.length);
    await page.close();
  });

  it('has the picture while the map is still loading', async () => {
    const lame = await openSite({map: false});
    const page = await visit({width: 1280, text: '3511', at: lame});
    const pages = await print(page, 'A4');
    expectFit(pages);
    expectRegions(pages, 1, regions.length);
    await page.close();
    await lame.close();
  });

  it.each([
    ['has colours of its own for a dark scheme', ':root {color-scheme: dark}'],
    ['is dark by its own colours alone', 'body {background: #272727; color: #f4f4f4}'],
    [
      'sets colours of its own for the element',
      'regio-kaart {--regio-color-accent: #f60; --regio-color-quiet: #aaa; --regio-color-land: #124}',
    ],
  ])('is black on white from a page that %s', async (_, css) => {
    const page = await visit({width: 1280, text: '3511', css});
    const [first] = await print(page, 'A4');
    const runs = runsBetween(first?.runs ?? [], 'Regio Utrecht', 'gezien in november');
    expect(runs.filter(({color, opacity}) => color !== '#000000' || opacity !== 1)).toEqual([]);
    expect(first?.shapes.filter(({fill}) => fill && ![SELECTED, '#ffffff', '#000000'].includes(fill))).toEqual([]);
    await page.close();
  });

  it('has the region that a visitor without JavaScript has opened', async () => {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.setViewport({width: 768, height: 800});
    await page.goto(site.url({form: 'nl'}));
    const summary = await page.$('regio-kaart >>> [data-region=utrecht] > summary');
    await summary?.click();
    for (const sheet of SHEETS) {
      const pages = await print(page, sheet);
      expectFit(pages);
      expectRegions(pages, 0, regions.length);
      for (const fact of CARD) if (!fact.includes('gemeente')) expect(pages[0]?.words).toContain(fact);
      expect(pages.flatMap(({words}) => words).join()).not.toContain('Regio Zeeland');
    }
    await page.close();
  });
});

import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import puppeteer, {type Browser, type BrowserContext, type ElementHandle, type Frame, type Page} from 'puppeteer-core';
import {afterAll, afterEach, beforeAll, expect} from 'vitest';
import type {Site} from './site.js';

/** Time after which a page counts as hanging. On a busy machine the editor may take a minute to load. */
const LIMIT_MS = 300_000;
/** Wide enough for the editor to show the inserter and the settings beside each other. */
const WINDOW = {width: 1500, height: 1000};
const SHOWN_CHARACTERS = 600;

/** The running site, as passed by test/wordpress/run.ts. */
export function siteOf(): Site {
  const text = process.env['WORDPRESS'];
  if (!text) throw new Error('WORDPRESS: got nothing; run this with `npm run test:wordpress`');
  return JSON.parse(text) as Site;
}

/** Pages of one person, who may be logged in. Messages in the console and the PHP log are kept for the tests. */
export interface Visitor {
  readonly page: Page;
  /** Problems in the browser's console since the last call: warnings, errors, failed requests. */
  problems(): string[];
  logIn(name: string): Promise<void>;
  /** Opens a page of the site. */
  open(path: string): Promise<void>;
}

/** The visitors of a test file. After a failed test it prints what they saw last. */
export function openVisitors(site: Site): (name: string) => Visitor {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const visitors = new Map<string, Visitor>();

  beforeAll(async () => {
    browser = await puppeteer.connect({browserWSEndpoint: process.env['BROWSER'] ?? ''});
    for (const name of ['admin', 'bezoeker']) {
      const context = await browser.createBrowserContext();
      contexts.push(context);
      const page = await context.newPage();
      await page.setViewport(WINDOW);
      visitors.set(name, visitorOf(page, site));
    }
  });
  afterEach(async ({task}) => {
    if (task.result?.state !== 'fail') return;
    for (const [name, {page}] of visitors) console.log(`${name} saw last: ${await lastSeen(page)}`);
  });
  afterAll(async () => {
    for (const context of contexts) await context.close().catch(() => {});
    await browser?.disconnect();
  });

  return (name) => {
    const visitor = visitors.get(name);
    if (!visitor) throw new Error(`no visitor is called ${name}`);
    return visitor;
  };
}

function visitorOf(page: Page, site: Site): Visitor {
  let problems: string[] = [];
  page.setDefaultTimeout(LIMIT_MS);
  page.on('console', (message) => {
    if (['warn', 'error'].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error instanceof Error ? error.message : error}`));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  // The editor asks for confirmation before leaving a page with changes.
  page.on('dialog', (dialog) => dialog.accept());
  const open = async (path: string) => {
    // Administration pages load many scripts, so the tests wait for what they need instead.
    const waitUntil = path.startsWith('/wp-admin/') ? 'domcontentloaded' : 'load';
    await page.goto(new URL(path, site.url).href, {waitUntil});
  };
  return {
    page,
    open,
    problems: () => {
      const heard = problems;
      problems = [];
      return heard;
    },
    logIn: async (name) => {
      await open(`/?test-login=${name}&password=${site.password}`);
      expect(await page.$eval('body', ({textContent}) => textContent)).toBe('logged in');
    },
  };
}

async function lastSeen(page: Page): Promise<string> {
  const text = page.evaluate(() => document.body?.innerText.replace(/\s+/g, ' ') ?? '');
  const shown = await Promise.race([text, new Promise<string>((resolve) => setTimeout(resolve, 3000, '(no answer)'))]);
  return `${page.url()}\n  ${shown.slice(0, SHOWN_CHARACTERS)}`;
}

/** A post, as the REST interface of the site returns it. */
export interface Post {
  readonly id: number;
  readonly link: string;
  readonly content: {readonly raw: string};
}

/** Publishes a post as a user of the site. */
export async function publish(site: Site, user: string, content: string): Promise<Post> {
  const response = await fetch(`${site.url}/index.php?rest_route=/wp/v2/posts`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${user}:${site.password}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({title: 'Werken in de zorg', status: 'publish', content}),
  });
  const text = await response.text();
  if (response.status !== 201)
    throw new Error(`a post of ${user}: got status ${response.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text) as Post;
}

/** Errors that are visible on a page of wp-admin, which has hidden ones too. */
export function errorNotices(page: Page): Promise<string[]> {
  return page.$$eval('.notice-error', (all) =>
    all.filter((each) => each.checkVisibility()).map(({textContent}) => textContent?.replace(/\s+/g, ' ').trim() ?? ''),
  );
}

/** Waits for an element, also in open shadow roots, until it is visible. */
export async function find(page: Page | Frame, selector: string): Promise<ElementHandle<Element>> {
  const path = /^::|>>>/.test(selector) ? selector : `>>> ${selector}`;
  const handle = await page.waitForSelector(path, {visible: true, timeout: LIMIT_MS});
  if (!handle) throw new Error(`got no ${selector}`);
  return handle;
}

/** Clicks on an element of the editor once it has stopped moving. */
export async function click(page: Page | Frame, selector: string): Promise<void> {
  await page.locator(selector).setTimeout(LIMIT_MS).click();
}

/** Replaces the text of a field. */
export async function fill(field: ElementHandle<Element>, text: string): Promise<void> {
  await field.click({count: 3});
  await field.type(text);
}

/** Text of the answer of the first finder on a page. */
export function answerOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const card = document.querySelector('regio-kaart')?.shadowRoot?.querySelector('.answer');
    return card?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  });
}

/** Waits until the answer names a region. */
export async function answers(page: Page, region: string): Promise<void> {
  await page.waitForFunction(
    (name) => {
      const answer = document.querySelector('regio-kaart')?.shadowRoot?.querySelector('.answer');
      return answer?.textContent?.includes(name);
    },
    {timeout: LIMIT_MS},
    region,
  );
}

/** The notices of PHP since the last call. */
export function notices(site: Site): string {
  const path = join(site.folder, 'wp-content/debug.log');
  let text = '';
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return '';
  }
  writeFileSync(path, '');
  return text;
}

/** Waits until an element has the same position twice, some frames apart. */
export async function standsStill(element: ElementHandle<Element>): Promise<void> {
  await element.evaluate(async (each) => {
    let before = '';
    for (;;) {
      for (let frame = 0; frame < 6; frame++) await new Promise(requestAnimationFrame);
      const {x, y, width, height} = each.getBoundingClientRect();
      const now = [x, y, width, height].join();
      if (now === before) return;
      before = now;
    }
  });
}

/** Texts of the first finder whose contrast with their background is below 4.5 to 1. */
export function poorTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
    /** Red, green, blue, 0 to 255, and opacity, 0 to 1. */
    const read = (colour: string): [number, number, number, number] => {
      if (!canvas) throw new Error('got no canvas');
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return [red, green, blue, alpha / 255];
    };
    const groundOf = (element: Element): string => {
      for (let each: Element | null = element; each; each = parentOf(each)) {
        const {backgroundColor} = getComputedStyle(each);
        if (read(backgroundColor)[3] > 0.9) return backgroundColor;
      }
      return '#fff';
    };
    const parentOf = (element: Element): Element | null => {
      const parent = element.assignedSlot ?? element.parentNode;
      return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
    };
    const luminance = (colour: string) => {
      const [red, green, blue] = read(colour).map((part) => {
        const value = part / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
    };
    const root = document.querySelector('regio-kaart')?.shadowRoot;
    if (!root) throw new Error('got no finder');
    const poor: string[] = [];
    for (const element of root.querySelectorAll('*')) {
      const own = [...element.childNodes].filter(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      if (own.length === 0 || element.closest('style, svg') || !element.checkVisibility()) continue;
      const {color} = getComputedStyle(element);
      const [dark = 0, light = 0] = [luminance(color), luminance(groundOf(element))].sort((a, b) => a - b);
      const contrast = (light + 0.05) / (dark + 0.05);
      if (contrast < 4.5)
        poor.push(`${contrast.toFixed(2)}: ${own.map(({textContent}) => textContent?.trim()).join(' ')}`);
    }
    return poor;
  });
}

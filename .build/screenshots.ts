/**
 * `npm run screenshots`: pictures of the demo in three widths and two colour schemes, in several states, and of an answer in
 * every setting that a visitor or a page can have, in `.screenshots/`;
 * and the picture of the README, `demo/regiokaart.webp`. With `-- readme` only that one. Uses the Chromium that the tests use.
 */
import {mkdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import type {Page} from 'puppeteer-core';
import {startChromium} from './chromium.js';
import {ROOT} from './root.js';
import {serveRepository} from './static.js';

const FOLDER = join(ROOT, '.screenshots');
const PICTURE = join(ROOT, 'demo/regiokaart.webp');
const PICTURE_LIMIT = 150_000;
const WIDTHS = [320, 768, 1280] as const;
const SCHEMES = ['light', 'dark'] as const;

/** The text to type for each state, and whether to submit it. */
const STATES = {
  start: null,
  found: {text: '1316', submit: true},
  choice: {text: '7351', submit: true},
  unknown: {text: '1234', submit: true},
  invalid: {text: '12', submit: true},
} as const;

type State = keyof typeof STATES;

/** Settings of visitors and of pages: the media to emulate, and the style of the page. */
const SETTINGS: Readonly<Record<string, {media: Record<string, string>; css: string; type?: 'print'}>> = {
  'forced-colours': {media: {'forced-colors': 'active'}, css: ''},
  print: {media: {}, css: '', type: 'print'},
  'text-spacing': {
    media: {},
    css: '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}',
  },
  'root-10px': {media: {}, css: ':root{font-size:10px}'},
  'serif-20px': {media: {}, css: 'body{font:20px/1.4 Georgia,serif}'},
  'right-to-left': {media: {}, css: 'body{direction:rtl}'},
};

const server = await serveRepository({port: 0, open: false});
const [address = ''] = server.resolvedUrls?.local ?? [];
const browser = await startChromium();
try {
  const page = await browser.newPage();
  mkdirSync(FOLDER, {recursive: true});
  if (!process.argv.includes('readme')) {
    for (const width of WIDTHS) {
      for (const scheme of SCHEMES) {
        for (const state of Object.keys(STATES) as State[]) {
          await show(page, {width, height: 900, scheme, state});
          await page.screenshot({path: `${FOLDER}/${state}-${width}-${scheme}.png` as `${string}.png`});
        }
      }
    }
    const session = await page.createCDPSession();
    for (const [name, {media, css, type}] of Object.entries(SETTINGS)) {
      for (const width of [320, 1280]) {
        await show(page, {width, height: 900, scheme: 'light', state: 'found'});
        if (css) await page.addStyleTag({content: css});
        const features = Object.entries(media).map(([feature, value]) => ({name: feature, value}));
        await session.send('Emulation.setEmulatedMedia', {media: type ?? '', features});
        await page.screenshot({path: `${FOLDER}/${name}-${width}.png` as `${string}.png`});
        await session.send('Emulation.setEmulatedMedia', {media: '', features: []});
      }
    }
  }
  await show(page, {width: 1120, height: 900, scheme: 'light', state: 'found'});
  const kaart = await page.$('regio-kaart');
  await kaart?.screenshot({path: PICTURE as `${string}.webp`, type: 'webp', quality: 88});
  const {size} = statSync(PICTURE);
  if (size > PICTURE_LIMIT) throw new Error(`${PICTURE}: got ${size} bytes, expected at most ${PICTURE_LIMIT}`);
  console.log(`demo/regiokaart.webp: ${size} bytes`);
} finally {
  await browser.close();
  await server.close();
}
process.exit();

interface Shot {
  readonly width: number;
  readonly height: number;
  readonly scheme: (typeof SCHEMES)[number];
  readonly state: State;
}

/** Brings a new page into a state, with the map drawn and all animations ended. */
async function show(page: Page, {width, height, scheme, state}: Shot): Promise<void> {
  await page.setViewport({width, height, deviceScaleFactor: 1});
  await page.emulateMediaFeatures([
    {name: 'prefers-color-scheme', value: scheme},
    {name: 'prefers-reduced-motion', value: 'reduce'},
  ]);
  await page.goto(`${address}demo/`, {waitUntil: 'networkidle0'});
  // On a narrow page the map is below the fold, and loads only when it comes near.
  await page.evaluate(() =>
    document.querySelector('regio-kaart')?.shadowRoot?.querySelector('.map')?.scrollIntoView({behavior: 'instant'}),
  );
  // With `visible` Puppeteer polls, instead of waiting for a change outside shadow roots.
  await page.waitForSelector('regio-kaart >>> [role="option"]', {visible: true});
  const typed = STATES[state];
  if (typed) {
    const input = await page.waitForSelector('regio-kaart >>> input');
    await input?.type(typed.text);
    await page.keyboard.press('Enter');
    await page.waitForSelector(`regio-kaart >>> ${state === 'invalid' ? '[part="error"]' : ':is([part="card"], h3)'}`, {
      visible: true,
    });
  }
  await page.waitForNetworkIdle({idleTime: 300});
  // The viewport gets the height of the page, or everything beyond it would be cut off.
  await page.setViewport({width, height: await page.evaluate(() => document.body.scrollHeight), deviceScaleFactor: 1});
  await page.evaluate(() => {
    window.scrollTo(0, 0);
    (document.activeElement as HTMLElement | null)?.blur();
    return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

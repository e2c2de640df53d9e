import {existsSync, renameSync} from 'node:fs';
import {join} from 'node:path';
import type {Page} from 'puppeteer-core';
import {beforeAll, describe, expect, it} from 'vitest';
import {formatScore, problemsOf, runLighthouse, shiftOf, WHOLE} from '../audits/lighthouse-report.js';
import {findInstalled} from '../runner/installed.js';
import {painted} from '../runner/layout-shift.js';
import {answers, errorNotices, fill, find, notices, openVisitors, poorTexts, publish, siteOf} from './visit.js';

const site = siteOf();
const visitor = openVisitors(site);
const plugin = join(site.folder, 'wp-content/plugins/regiokaart');
const {chromium} = findInstalled();
const cdn = `${site.url}/wp-content/plugins/regiokaart/cdn/`;

/** Publishes a post with the block, with these attributes. */
const publishBlock = (attributes: object, after = '') =>
  publish(site, 'admin', `<!-- wp:regiokaart/regiokaart ${JSON.stringify(attributes)} /-->${after}`);

/** A page of the site with something in its query. */
const withQuery = (link: string, query: string) => `${link}${link.includes('?') ? '&' : '?'}${query}`;

beforeAll(() => visitor('admin').logIn('admin'));

describe(`the plug-in on pages of WordPress ${site.version} with PHP ${site.php}`, () => {
  it('moves nothing on a page, from the first byte until the map is there', async () => {
    const text =
      '<!-- wp:paragraph --><p id="after">Wat kun je vragen? Welk werk bij je past.</p><!-- /wp:paragraph -->';
    await visitor('bezoeker').open('/?test-activate');
    const {link} = await publishBlock({}, text);
    const {page, open, problems} = visitor('bezoeker');
    await page.evaluateOnNewDocument(() => {
      const moved: string[] = [];
      Object.assign(window, {moved});
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          sources?: readonly {node?: Node}[];
        })[]) {
          for (const {node} of entry.sources ?? []) {
            moved.push(
              node instanceof Element ? node.outerHTML.slice(0, 120) : (node?.textContent?.slice(0, 60) ?? '?'),
            );
          }
        }
      }).observe({type: 'layout-shift', buffered: true});
    });
    for (const width of [412, 1280]) {
      // High enough for the whole page to be in the viewport, so that every shift counts.
      await page.setViewport({width, height: 4000});
      await open(link);
      await find(page, 'regio-kaart >>> [role="option"]');
      await painted(page);
      expect(await page.evaluate(() => (window as unknown as {moved: string[]}).moved), `at ${width} px`).toEqual([]);
    }
    expect(problems()).toEqual([]);
  });

  it.skipIf(!chromium)('has full marks in Lighthouse, and a layout that does not move', async () => {
    const text = '<!-- wp:paragraph --><p>Wat kun je vragen? Welk werk bij je past.</p><!-- /wp:paragraph -->';
    const {link} = await publishBlock({}, text);
    const report = await runLighthouse(chromium ?? '', link, 'mobile');
    expect(problemsOf(report, true)).toEqual([]);
    const scores = WHOLE.map((name) => `${name} ${formatScore(report.categories[name]?.score)}`);
    console.log(`Lighthouse: ${scores.join(', ')}, layout shift ${shiftOf(report).toFixed(3)}`);
  });

  it('reads a shortcode with curly quotes as one with straight ones', async () => {
    const {page, open, problems} = visitor('bezoeker');
    const shortcodes = [
      '[regiokaart postcode="1316 AB" map="none" heading-level="3" no-location]',
      '[regiokaart postcode=”1316 AB” map=”none” heading-level=“3” no-location]',
      '[regiokaart postcode=&#8221;1316 AB&#8243; map=‘none’ heading-level=„3” no-location]',
      '[regiokaart postcode=«1316 AB» map=&quot;none&quot; heading-level=″3″ no-location]',
    ];
    const {link} = await publish(site, 'admin', shortcodes.join('\n\n'));
    const source = await (await fetch(link)).text();
    const start = `<template shadowrootmode="open"><link rel="stylesheet" href="${cdn}regiokaart.css`;
    expect(source.split(start)).toHaveLength(shortcodes.length + 1);
    await open(link);
    await answers(page, 'Flevoland');
    const attributes = await page.$$eval('regio-kaart', (all) =>
      all.map((kaart) => ['postcode', 'map', 'heading-level', 'no-location'].map((name) => kaart.getAttribute(name))),
    );
    expect(attributes).toEqual(shortcodes.map(() => ['1316 AB', 'none', '3', '']));
    expect(problems()).toEqual([]);
  });

  it('lets nothing break out of an attribute of the shortcode', async () => {
    const {link} = await publish(
      site,
      'admin',
      `[regiokaart postcode='"><script>ran=1</script>' region=”x” onclick=alert(1)”] [regiokaart data-src="javascript:ran=1" lang="xx" heading-level="9" map="&quot;"]`,
    );
    const source = await (await fetch(link)).text();
    const base = `data-base="${cdn}"`;
    expect([...source.matchAll(/<regio-kaart([^>]*)>/g)].map(([, attributes]) => attributes?.trim())).toEqual([
      `region="x" ${base}`,
      base,
    ]);
  });

  it('leaves the markup of an administrator in Custom HTML as it is', async () => {
    const html = `<script type="module" src="${cdn}regiokaart.js"></script><regio-kaart region="zeeland" map="none"><b slot="intro">Welkom</b><a href="https://example.nl">Bel</a></regio-kaart>`;
    const {link} = await publish(site, 'admin', `<!-- wp:html -->${html}<!-- /wp:html -->`);
    const {page, open, problems} = visitor('bezoeker');
    await open(link);
    await answers(page, 'Zeeland');
    expect(await page.$eval('regio-kaart > b', ({slot}) => slot)).toBe('intro');
    expect(problems()).toEqual([]);
  });

  it('fills the div of an author, whose markup is filtered, where the site loads the plain script', async () => {
    const html =
      '<div data-regiokaart data-postcode="1316" data-map="none" data-report-url="mailto:a@example.nl" data-structured-data><p slot="intro">Welkom</p><a href="https://example.nl">Bel</a></div><regio-kaart></regio-kaart><script>ran=1</script><iframe src="https://example.nl"></iframe>';
    const {link, content} = await publish(site, 'schrijver', `<!-- wp:html -->${html}<!-- /wp:html -->`);
    // As the guide says: the div and its data stay, but `slot`, unknown tags, scripts and frames are removed.
    expect(content.raw).toMatch(
      /<div data-regiokaart data-postcode="1316" data-map="none" data-report-url="mailto:a@example.nl" data-structured-data>/,
    );
    expect(content.raw).not.toMatch(/slot=|<regio-kaart|<script|<iframe/);
    const {page, open, problems} = visitor('bezoeker');
    await open(withQuery(link, 'classic'));
    await answers(page, 'Flevoland');
    expect(await page.$eval('[data-regiokaart] > regio-kaart', (kaart) => kaart.getAttribute('report-url'))).toBe(
      'mailto:a@example.nl',
    );
    expect(problems()).toEqual([]);
  });

  it('shows the card of a region that the block begins with, before its script', async () => {
    const {link} = await publishBlock({region: 'flevoland', map: 'none', headingLevel: 3});
    const {page, open, problems} = visitor('bezoeker');
    await page.setJavaScriptEnabled(false);
    try {
      await open(link);
      const card = await find(page, 'regio-kaart >>> .answer [part="card-name"]');
      expect(await card.evaluate((each) => [each.localName, each.textContent])).toEqual(['h4', 'Flever']);
    } finally {
      await page.setJavaScriptEnabled(true);
    }
    const source = await (await fetch(link)).text();
    expect(source.match(/aria-current="true"/g)).toHaveLength(1);
    expect(source).toContain('data-region="flevoland">\n<summary part="list-item" aria-current="true"');
    expect(problems()).toEqual([]);
  });

  it('gives the block of an author as it is: what PHP puts out is not filtered', async () => {
    const {link} = await publish(site, 'schrijver', '<!-- wp:regiokaart/regiokaart {"map":"none","lang":"en"} /-->');
    const source = await (await fetch(link)).text();
    const [, inside = ''] = /<regio-kaart[^>]*>(.*?)<\/regio-kaart>/s.exec(source) ?? [];
    expect(inside).toMatch(/^<template shadowrootmode="open"><link [^>]+><div class="root"[^>]* lang="en">/);
    expect(inside.match(/<details class="region"/g)).toHaveLength(14);
  });

  it('leaves room at the sides where the block has the full width', async () => {
    const {link} = await publishBlock({align: 'full', map: 'none'});
    const {page, open} = visitor('bezoeker');
    for (const width of [390, 1280]) {
      await page.setViewport({width, height: 900});
      await open(link);
      await find(page, 'regio-kaart >>> input');
      const {left, right} = await page.$eval('regio-kaart', (kaart) => {
        const box = kaart.getBoundingClientRect();
        return {left: box.left, right: document.documentElement.clientWidth - box.right};
      });
      expect(left, `left at ${width} px`).toBeGreaterThanOrEqual(16);
      expect(right, `right at ${width} px`).toBeGreaterThanOrEqual(16);
    }
  });

  it('is readable on dark variations of themes, which outline whatever holds the focus', async () => {
    const {link} = await publishBlock({map: 'none'});
    const {page, open} = visitor('bezoeker');
    for (const [theme, variation] of [
      ['twentytwentyfour', 'onyx'],
      ['twentytwentythree', 'pitch'],
    ]) {
      await open(withQuery(link, `test-theme=${theme}&test-variation=${variation}`));
      await isUpgraded(page);
      expect(await groundLuminance(page), `${variation}: how light the page is`).toBeLessThan(0.25);
      expect(await poorTexts(page), `${variation}, at the start`).toEqual([]);
      const field = await find(page, 'regio-kaart >>> input');
      await fill(field, '1316');
      await answers(page, 'Flevoland');
      expect(await poorTexts(page), `${variation}, with an answer`).toEqual([]);
      expect(await page.$eval('regio-kaart', (kaart) => getComputedStyle(kaart).outlineStyle)).toBe('none');
      expect(await field.evaluate((each) => getComputedStyle(each).outlineStyle)).toBe('solid');
    }
  });

  it('tells the administrator when its folder cdn is missing, and visitors get the link', async () => {
    const {link} = await publishBlock({linkText: 'Bel ons', linkUrl: 'https://example.nl'});
    const {page, open, problems} = visitor('bezoeker');
    const admin = visitor('admin');
    renameSync(join(plugin, 'cdn'), join(plugin, 'elsewhere'));
    try {
      await admin.open('/wp-admin/plugins.php');
      expect(await errorNotices(admin.page)).toEqual([expect.stringContaining('de map cdn ontbreekt')]);
      problems();
      await open(link);
      expect(await page.$eval('regio-kaart', ({innerText}) => innerText.trim())).toBe('Bel ons');
      expect(problems()).toEqual([]);
    } finally {
      renameSync(join(plugin, 'elsewhere'), join(plugin, 'cdn'));
    }
    await admin.open('/wp-admin/plugins.php');
    expect(await errorNotices(admin.page)).toEqual([]);
    expect(existsSync(join(plugin, 'cdn/regiokaart.js'))).toBe(true);
  });

  it('made PHP note nothing in all of this', async () => {
    expect(notices(site)).toBe('');
  });
});

/** Waits until the element has rendered itself. */
const isUpgraded = (page: Page) =>
  page.waitForFunction(() => {
    const kaart = document.querySelector('regio-kaart') as (Element & {hasUpdated?: boolean}) | null;
    return kaart?.hasUpdated && !kaart.shadowRoot?.querySelector('link');
  });

/** Lightness of the background of the page, from 0 to 1. */
const groundLuminance = (page: Page) =>
  page.evaluate(() => {
    const [red = 255, green = 255, blue = 255] =
      getComputedStyle(document.body)
        .backgroundColor.match(/\d+(\.\d+)?/g)
        ?.map(Number) ?? [];
    return (red + green + blue) / 3 / 255;
  });

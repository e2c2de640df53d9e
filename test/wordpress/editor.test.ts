import type {ElementHandle} from 'puppeteer-core';
import {beforeAll, describe, expect, it} from 'vitest';
import {canvasOf, editorReady, insertBlock, ownBlock, preview, save, setOption} from './editor.js';
import {
  answers,
  click,
  errorNotices,
  fill,
  find,
  notices,
  openVisitors,
  type Post,
  publish,
  siteOf,
  standsStill,
} from './visit.js';

const site = siteOf();
const visitor = openVisitors(site);
const row = 'tr[data-plugin="regiokaart/regiokaart.php"]';

/** Every option of the block: its control, the attribute of the block, what is set, and the attribute of the element. */
const TEXTS = [
  ['Postcode vooraf', 'postcode', '4331', 'postcode'],
  ['Adres van eigen contactgegevens (JSON)', 'dataSrc', '/wp-content/uploads/organisaties.json', 'data-src'],
  ['Adres om een fout te melden', 'reportUrl', 'mailto:fout@example.nl', 'report-url'],
] as const;
const CHOICES = [
  ['Regio vooraf', 'region', 'limburg', 'region'],
  ['Kaart', 'map', 'click', 'map'],
  ['Taal', 'lang', 'nl', 'lang'],
  ['Niveau van de kop', 'headingLevel', 3, 'heading-level'],
] as const;
/** The value of each switch after a click, and the text of the attribute. */
const SWITCHES = [
  ['Achtergrondkaart aanbieden', 'tiles', true, 'tiles', 'pdok'],
  ['Gekozen regio in het adres van de pagina', 'deepLink', true, 'deep-link', ''],
  ['‘Gebruik mijn locatie’ tonen', 'location', false, 'no-location', ''],
  ['Gegevens voor zoekmachines (schema.org)', 'structuredData', true, 'structured-data', ''],
] as const;
const LINK = [
  ['Link zonder JavaScript: tekst', 'linkText', 'Bel ons'],
  ['Link zonder JavaScript: adres', 'linkUrl', 'https://www.example.nl/contact'],
] as const;

/** The post with the block. */
let post: Post;

beforeAll(() => visitor('admin').logIn('admin'));

describe(`the block in WordPress ${site.version} with PHP ${site.php}`, () => {
  it('comes with a plug-in that is activated without a complaint', async () => {
    const admin = visitor('admin');
    await admin.open('/wp-admin/plugins.php');
    await Promise.all([
      admin.page.waitForNavigation({waitUntil: 'domcontentloaded'}),
      admin.page.click(`${row} .activate a`),
    ]);
    await admin.page.waitForSelector(`${row}.active`);
    expect(await errorNotices(admin.page)).toEqual([]);
    expect(admin.problems()).toEqual([]);
  });

  it('can be put into a post, shows what visitors get, and has an icon that can be seen', async () => {
    const {page, open} = visitor('admin');
    post = await publish(site, 'admin', '');
    await open(`/wp-admin/post.php?action=edit&post=${post.id}`);
    await editorReady(page);
    await insertBlock(page);
    const canvas = await canvasOf(page);
    const icon = await find(canvas, '.wp-block-regiokaart-regiokaart .regiokaart-summary svg');
    expect((await icon.boundingBox())?.width, 'width of the icon').toBeGreaterThan(15);
    const root = await preview(page);
    expect(await root.$$('details.region')).toHaveLength(14);
    // The preview is inert: a link in it would lead away from the editor.
    expect(await root.evaluate((each) => (each.getRootNode() as ShadowRoot).host.closest('[inert]') !== null)).toBe(
      true,
    );
  });

  it('takes every option, and shows those that can be seen', async () => {
    const {page} = visitor('admin');
    await click(page, '::-p-xpath(//button[normalize-space()="Eigen gegevens en link"])');
    for (const [label, name, value] of [...TEXTS, ...LINK]) {
      await setOption(page, label, [name, value], (field) => fill(field, value));
    }
    for (const [label, name, value] of CHOICES) {
      await setOption(page, label, [name, value], (list) => list.select(String(value)));
    }
    for (const [label, name, value] of SWITCHES) await setOption(page, label, [name, value], (box) => box.click());
    const canvas = await canvasOf(page);
    await find(canvas, '.wp-block-regiokaart-regiokaart regio-kaart >>> h3[part="heading"]');
    const root = await preview(page);
    expect(await root.$('[part="location"]')).toBe(null);
    await save(page);
  });

  it('is valid and unchanged when the editor is opened again', async () => {
    const {page, open, problems} = visitor('admin');
    problems();
    await open(`/wp-admin/post.php?action=edit&post=${post.id}`);
    await editorReady(page);
    const block = await ownBlock(page);
    expect(block?.isValid).toBe(true);
    expect(block?.attributes).toMatchObject(
      Object.fromEntries([...TEXTS, ...CHOICES, ...SWITCHES, ...LINK].map(([, name, value]) => [name, value])),
    );
    await preview(page);
    expect(await (await canvasOf(page)).$('.block-editor-warning')).toBe(null);
    expect(problems().filter((problem) => problem.includes('regiokaart'))).toEqual([]);
  });

  it('gives visitors the element with each of these options, there before its script', async () => {
    const source = await (await fetch(post.link)).text();
    const [, tag = '', inside = ''] = /<regio-kaart([^>]*)>(.*?)<\/regio-kaart>/s.exec(source) ?? [];
    const written = [...tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name, value = '']) => [name, value]);
    const plugin = `${site.url}/wp-content/plugins/regiokaart/cdn/`;
    const expected = [
      ...[...TEXTS, ...CHOICES].map(([, , value, name]) => [name, String(value)]),
      ...SWITCHES.map(([, , , name, value]) => [name, value]),
      ['data-base', plugin],
    ];
    expect(written.sort()).toEqual(expected.sort());
    const [, link] = LINK.map(([, , value]) => value);
    expect(inside).toMatch(
      new RegExp(
        `^<template shadowrootmode="open"><link rel="stylesheet" href="${plugin}regiokaart\\.css\\?ver=[\\d.]+">`,
      ),
    );
    expect(inside).toMatch(/<h3 part="heading"/);
    expect(inside).not.toContain('part="location"');
    // Texts are exactly those of the element. In ordinary content WordPress replaces quotes and dashes.
    expect(inside).not.toMatch(/&#82\d\d;|&#038;/);
    expect(inside.split('</template>')[1]).toBe(`<a href="${link}">Bel ons</a>`);
  });

  it('answers a postcode that is typed, and a region that is clicked on the map', async () => {
    const {page, open, problems} = visitor('bezoeker');
    await open(post.link);
    await answers(page, 'Zeeland');
    const field = await find(page, 'regio-kaart >>> input');
    await fill(field, '1316');
    await page.keyboard.press('Enter');
    await answers(page, 'Flevoland');
    await page.evaluate(() => (document.querySelector('regio-kaart') as HTMLElement & {reset(): void}).reset());
    const button = await page.waitForFunction(() => {
      const buttons = [...(document.querySelector('regio-kaart')?.shadowRoot?.querySelectorAll('button') ?? [])];
      return buttons.find(({textContent}) => textContent?.trim() === 'Toon de kaart');
    });
    await (button.asElement() as ElementHandle<Element> | null)?.click();
    const region = await find(page, '[role="option"][aria-label^="Noord-Brabant"]');
    await region.scrollIntoView();
    await standsStill(region);
    await region.click();
    await answers(page, 'Noord-Brabant');
    expect(problems()).toEqual([]);
  });

  it('made PHP note nothing in all of this', async () => {
    expect(notices(site)).toBe('');
    await visitor('bezoeker').open('/?test-notice');
    expect(notices(site), 'that the log is read').toContain('to see whether the log is read');
  });
});

import {existsSync, renameSync} from 'node:fs';
import {join} from 'node:path';
import type {ElementHandle} from 'puppeteer-core';
import {describe, expect, it} from 'vitest';
import {
  answers,
  ask,
  click,
  control,
  errorNotices,
  find,
  notices,
  openVisitors,
  poorTexts,
  publish,
  siteOf,
  standsStill,
} from './visit.js';

const site = siteOf();
const visitor = openVisitors(site);
const plugin = join(site.folder, 'wp-content/plugins/regiokaart');
const row = 'tr[data-plugin="regiokaart/regiokaart.php"]';

/** Every option of the block: its control, the action, and the resulting attribute. */
const TEXTS = [
  ['Postcode vooraf', '4331', 'postcode'],
  ['Adres van eigen contactgegevens (JSON)', '/wp-content/uploads/organisaties.json', 'data-src'],
  ['Adres om een fout te melden', 'mailto:fout@example.nl', 'report-url'],
] as const;
const CHOICES = [
  ['Regio vooraf', 'limburg', 'region'],
  ['Kaart', 'click', 'map'],
  ['Taal', 'nl', 'lang'],
  ['Niveau van de kop', '3', 'heading-level'],
] as const;
const SWITCHES = [
  ['Achtergrondkaart aanbieden', 'tiles', 'pdok'],
  ['Gekozen regio in het adres van de pagina', 'deep-link', ''],
  ['‘Gebruik mijn locatie’ tonen', 'no-location', ''],
  ['Gegevens voor zoekmachines (schema.org)', 'structured-data', ''],
] as const;
const LINK = ['Bel ons', 'https://www.example.nl/contact'] as const;

/** Address of the post with the block, once it has been published. */
let front = '';
let editor = '';

describe(`the plug-in in WordPress ${site.version} with PHP ${site.php}`, () => {
  it('is activated without a warning', async () => {
    const admin = visitor('admin');
    await admin.logIn('admin');
    await admin.open('/wp-admin/plugins.php');
    await Promise.all([admin.page.waitForNavigation(), admin.page.click(`${row} .activate a`)]);
    await admin.page.waitForSelector(`${row}.active`);
    const errors = await errorNotices(admin.page);
    expect(errors).toEqual([]);
    expect(admin.problems()).toEqual([]);
  });

  it('has a block with a visible icon, and every option can be set and saved', async () => {
    const {page, open} = visitor('admin');
    await open('/wp-admin/post-new.php');
    await page.waitForFunction(
      () => 'wp' in window && document.querySelector('.edit-post-layout, .editor-editor-interface'),
    );
    await page.evaluate(() => {
      const {wp} = window as unknown as {
        wp: {data: {dispatch(store: string): {set(scope: string, name: string, value: boolean): void}}};
      };
      for (const scope of ['core/edit-post', 'core'])
        wp.data.dispatch('core/preferences').set(scope, 'welcomeGuide', false);
    });
    await click(page, 'button[aria-label="Toggle block inserter"]');
    await page.locator('.block-editor-inserter__search input').fill('Regiokaart');
    await click(page, '.editor-block-list-item-regiokaart-regiokaart');

    const canvas = (await (await page.$('iframe[name="editor-canvas"]'))?.contentFrame()) ?? page.mainFrame();
    const icon = await find(canvas, '.wp-block-regiokaart-regiokaart .components-placeholder__label svg');
    const box = await icon.boundingBox();
    expect(box?.width, 'width of the icon').toBeGreaterThan(15);

    await click(page, '::-p-xpath(//button[normalize-space()="Eigen gegevens en link"])');
    const fill = async (field: ElementHandle<Element>, value: string) => {
      await field.click({count: 3});
      await field.type(value);
    };
    for (const [label, value] of TEXTS) await control(page, label, (field) => fill(field, value));
    for (const [label, value] of CHOICES) await control(page, label, (list) => list.select(value));
    for (const [label] of SWITCHES) await control(page, label, (box) => box.click());
    await control(page, 'Link zonder JavaScript: tekst', (field) => fill(field, LINK[0]));
    await control(page, 'Link zonder JavaScript: adres', (field) => fill(field, LINK[1]));

    await page.keyboard.down('Control');
    await page.keyboard.press('s');
    await page.keyboard.up('Control');
    const id = await (
      await page.waitForFunction(() => {
        interface Editor {
          getCurrentPostId(): number;
          isEditedPostNew(): boolean;
          isEditedPostDirty(): boolean;
          isSavingPost(): boolean;
        }
        const {wp} = window as unknown as {wp: {data: {select(store: string): Editor}}};
        const post = wp.data.select('core/editor');
        return !post.isEditedPostNew() && !post.isEditedPostDirty() && !post.isSavingPost() && post.getCurrentPostId();
      })
    ).jsonValue();
    editor = `/wp-admin/post.php?action=edit&post=${id}`;
    const data = {status: 'publish'};
    front = (await ask<{link: string}>(visitor('admin'), {path: `/wp/v2/posts/${id}`, method: 'POST', data})).link;
    expect(front).toContain(site.url);
  });

  it('has a valid and unchanged block in the editor after that', async () => {
    const {page, open, problems} = visitor('admin');
    await open(editor);
    const canvas = async () =>
      (await (await page.$('iframe[name="editor-canvas"]'))?.contentFrame()) ?? page.mainFrame();
    await page.waitForFunction(() => {
      const {wp} = window as unknown as {wp?: {data?: {select(store: string): {getBlockCount(): number}}}};
      return (wp?.data?.select('core/block-editor')?.getBlockCount() ?? 0) > 0;
    });
    await find(await canvas(), '.wp-block-regiokaart-regiokaart .components-placeholder__label');
    const block = await page.evaluate(() => {
      interface Block {
        name: string;
        isValid: boolean;
        attributes: Record<string, unknown>;
      }
      const {wp} = window as unknown as {wp: {data: {select(store: string): {getBlocks(): Block[]}}}};
      return wp.data.select('core/block-editor').getBlocks()[0];
    });
    expect(block?.name).toBe('regiokaart/regiokaart');
    expect(block?.isValid).toBe(true);
    expect(await (await canvas()).$('.block-editor-warning')).toBe(null);
    expect(block?.attributes).toMatchObject({
      postcode: '4331',
      headingLevel: 3,
      tiles: true,
      location: false,
      deepLink: true,
    });
    expect(problems().filter((problem) => problem.includes('regiokaart'))).toEqual([]);
  });

  it('gives visitors the element with each of these options', async () => {
    const {page, open, problems} = visitor('bezoeker');
    await open(front);
    const expected: string[][] = [...TEXTS, ...CHOICES].map(([, value, name]) => [name, value]);
    for (const [, name, value] of SWITCHES) expected.push([name, value]);
    // The source, because the element itself reflects the visitor's choice.
    const source = await (await fetch(front)).text();
    const [, tag = '', inside = ''] = /<regio-kaart([^>]*)>(.*?)<\/regio-kaart>/s.exec(source) ?? [];
    const written = [...tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name, value = '']) => [name, value]);
    expect(written.sort()).toEqual(
      [...expected, ['data-base', `${site.url}/wp-content/plugins/regiokaart/cdn/`]].sort(),
    );
    expect(inside).toContain(`<a href="${LINK[1]}">${LINK[0]}</a>`);
    await answers(page, 'Zeeland');
    expect(problems()).toEqual([]);
  });

  it('answers a postcode that is typed, and a region that is clicked on the map', async () => {
    const {page, open, problems} = visitor('bezoeker');
    await open(front);
    const field = await find(page, 'regio-kaart >>> input');
    await field.click({count: 3});
    await field.type('1316');
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

  it('reads a shortcode with curly quotes like one with straight quotes', async () => {
    const admin = visitor('admin');
    const {page, open, problems} = visitor('bezoeker');
    for (const [text, expected] of [
      ['[regiokaart postcode="1316 AB" map="none" heading-level="3" no-location]', '1316 AB'],
      ['[regiokaart postcode=”1316 AB” map=”none” heading-level=“3” no-location]', '1316 AB'],
      ['[regiokaart postcode=&#8221;1316 AB&#8243; map=‘none’ heading-level=„3” no-location]', '1316 AB'],
      ['[regiokaart postcode=«1316» map=&quot;none&quot; heading-level=″3″ no-location]', '1316'],
    ] as const) {
      const {link} = await publish(admin, text);
      await open(link);
      await answers(page, 'Flevoland');
      const attributes = await page.$eval('regio-kaart', (kaart) =>
        ['postcode', 'map', 'heading-level', 'no-location'].map((name) => kaart.getAttribute(name)),
      );
      expect(attributes, text).toEqual([expected, 'none', '3', '']);
    }
    expect(problems()).toEqual([]);
  });

  it('escapes the attributes of the shortcode', async () => {
    const {link} = await publish(
      visitor('admin'),
      `[regiokaart postcode='"><script>ran=1</script>' region=”x” onclick=alert(1)”] [regiokaart data-src="javascript:ran=1" lang="xx" heading-level="9" map="&quot;"]`,
    );
    const source = await (await fetch(link)).text();
    const base = `data-base="${site.url}/wp-content/plugins/regiokaart/cdn/"`;
    expect([...source.matchAll(/<regio-kaart([^>]*)>/g)].map(([, attributes]) => attributes?.trim())).toEqual([
      `region="x" ${base}`,
      base,
    ]);
  });

  it('leaves an administrator’s markup in Custom HTML unchanged', async () => {
    const module = `${site.url}/wp-content/plugins/regiokaart/cdn/regiokaart.js`;
    const html = `<script type="module" src="${module}"></script><regio-kaart region="zeeland" map="none"><b slot="intro">Welkom</b><a href="https://example.nl">Bel</a></regio-kaart>`;
    const {link} = await publish(visitor('admin'), `<!-- wp:html -->${html}<!-- /wp:html -->`);
    const {page, open, problems} = visitor('bezoeker');
    await open(link);
    await answers(page, 'Zeeland');
    expect(await page.$eval('regio-kaart > b', ({slot}) => slot)).toBe('intro');
    expect(problems()).toEqual([]);
  });

  it('fills an author’s div, although markup is filtered, if the site loads the plain script', async () => {
    const author = visitor('schrijver');
    await author.logIn('schrijver');
    await author.open('/wp-admin/post-new.php');
    await author.page.waitForFunction(() => 'apiFetch' in ((window as unknown as {wp?: object}).wp ?? {}));
    const html =
      '<div data-regiokaart data-postcode="1316" data-map="none" data-report-url="mailto:a@example.nl" data-structured-data><p slot="intro">Welkom</p><a href="https://example.nl">Bel</a></div><regio-kaart></regio-kaart><script>ran=1</script><iframe src="https://example.nl"></iframe>';
    const {link, content} = await publish(author, `<!-- wp:html -->${html}<!-- /wp:html -->`);
    // As the guide says: the div and its data stay; `slot`, other tags, scripts and frames are removed.
    expect(content.raw).toMatch(
      /<div data-regiokaart data-postcode="1316" data-map="none" data-report-url="mailto:a@example.nl" data-structured-data>/,
    );
    expect(content.raw).not.toMatch(/slot=|<regio-kaart|<script|<iframe/);
    const {page, open, problems} = visitor('bezoeker');
    await open(`${link}${link.includes('?') ? '&' : '?'}classic`);
    await answers(page, 'Flevoland');
    expect(await page.$eval('[data-regiokaart] > regio-kaart', (kaart) => kaart.getAttribute('report-url'))).toBe(
      'mailto:a@example.nl',
    );
    expect(problems()).toEqual([]);
  });

  it('leaves room at the sides if the block has the full width', async () => {
    const {link} = await publish(visitor('admin'), '<!-- wp:regiokaart/regiokaart {"align":"full","map":"none"} /-->');
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

  it('shows the administrator a notice if its folder cdn is missing, and visitors get the link', async () => {
    const {page, open, problems} = visitor('bezoeker');
    const admin = visitor('admin');
    renameSync(join(plugin, 'cdn'), join(plugin, 'elsewhere'));
    try {
      await admin.open('/wp-admin/plugins.php');
      const errors = await errorNotices(admin.page);
      expect(errors).toEqual([expect.stringContaining('de map cdn ontbreekt')]);
      await open(front);
      expect(await page.$eval('regio-kaart > a', ({textContent}) => textContent)).toBe(LINK[0]);
      expect(problems()).toEqual([]);
    } finally {
      renameSync(join(plugin, 'elsewhere'), join(plugin, 'cdn'));
    }
    await admin.open('/wp-admin/plugins.php');
    expect(await errorNotices(admin.page)).toEqual([]);
    expect(existsSync(join(plugin, 'cdn/regiokaart.js'))).toBe(true);
  });

  it('is readable on a dark variation of a theme', async () => {
    const admin = visitor('admin');
    await admin.open('/wp-admin/post-new.php');
    await admin.page.waitForFunction(() => 'apiFetch' in ((window as unknown as {wp?: object}).wp ?? {}));
    interface Variation {
      title: string;
      settings: object;
      styles: object;
    }
    const themes = await ask<{stylesheet: string; _links: Record<string, {href: string}[]>}[]>(admin, {
      path: '/wp/v2/themes?status=active',
    });
    const {stylesheet = '', _links: links = {}} = themes[0] ?? {};
    const [, id] = /global-styles\/(\d+)/.exec(links['wp:user-global-styles']?.[0]?.href ?? '') ?? [];
    const variations = await ask<Variation[]>(admin, {path: `/wp/v2/global-styles/themes/${stylesheet}/variations`});
    const onyx = variations.find(({title}) => title === 'Onyx');
    expect(onyx, 'the variation').toBeDefined();
    const path = `/wp/v2/global-styles/${id}`;
    await ask(admin, {path, method: 'POST', data: {settings: onyx?.settings, styles: onyx?.styles}});
    try {
      const {page, open} = visitor('bezoeker');
      await open(front);
      await answers(page, 'Zeeland');
      expect(await poorTexts(page)).toEqual([]);
    } finally {
      await ask(admin, {path, method: 'POST', data: {settings: {}, styles: {}}});
    }
  });

  it('caused no PHP notice in any of these tests', async () => {
    expect(notices(site)).toBe('');
    await visitor('bezoeker').open('/?test-notice');
    expect(notices(site), 'that the log is read').toContain('to see whether the log is read');
  });
});

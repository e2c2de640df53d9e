import '../../../src/define.js';
import {kaartEn as en} from '../../../src/finder/kaart-texts-en.js';
import {kaartNl as nl} from '../../../src/finder/texts.js';
import type {RegioContact, RegioKaart, Strings} from '../../../src/index.js';
import {
  afterThisTest,
  allowConsole,
  assert,
  click,
  consoleProblems,
  deepEqual,
  engine,
  equal,
  find,
  findAll,
  matches,
  openLine,
  openPage,
  present,
  render,
  rendered,
  waitFor,
} from '../../helpers/index.js';
import {announced, BORDER, FLEVOLAND, field, part, settled, status, textOf, typeInto} from './kaart.js';

const show = (attributes = '') => render<RegioKaart>(`<regio-kaart map="none" ${attributes}></regio-kaart>`);
const speaks = (kaart: Element, submitText: string) =>
  waitFor(() => textOf(kaart, 'submit') === submitText, `the button ${submitText}`);

function setPageLang(lang: string): void {
  const before = document.documentElement.lang;
  document.documentElement.lang = lang;
  afterThisTest(() => {
    document.documentElement.lang = before;
  });
}

describe('<regio-kaart>, its language', () => {
  it('is Dutch by default', async () => {
    setPageLang('');
    const kaart = await show();
    equal(textOf(kaart, 'submit'), 'Zoek');
    equal(find(kaart, '.root')?.lang, 'nl');
  });

  it('follows its own attribute, also when it changes', async () => {
    const kaart = await show('lang="en"');
    equal(textOf(kaart, 'submit'), 'Search');
    equal(find(kaart, '.root')?.lang, 'en');
    kaart.lang = 'nl-NL';
    await speaks(kaart, 'Zoek');
    kaart.lang = 'en-GB';
    await speaks(kaart, 'Search');
    kaart.removeAttribute('lang');
    await speaks(kaart, 'Zoek');
  });

  it('follows the nearest element that has one, also when that changes', async () => {
    const section = await render('<section lang="en"><div><regio-kaart map="none"></regio-kaart></div></section>');
    const kaart = present(section.querySelector<RegioKaart>('regio-kaart'), 'the element');
    await speaks(kaart, 'Search');
    section.lang = 'nl';
    await speaks(kaart, 'Zoek');
    section.removeAttribute('lang');
    setPageLang('en');
    await speaks(kaart, 'Search');
  });

  it('follows the page around the component that contains it', async () => {
    const host = await render('<div lang="en"></div>');
    const kaart = document.createElement('regio-kaart');
    kaart.map = 'none';
    host.attachShadow({mode: 'open'}).append(kaart);
    await speaks(kaart, 'Search');
  });

  it('is Dutch on a page in another language, without a warning', async () => {
    setPageLang('fr');
    const kaart = await show();
    equal(textOf(kaart, 'submit'), 'Zoek');
    equal(find(kaart, '.root')?.lang, 'nl');
  });

  it('is Dutch, with one warning, if its attribute has another language', async () => {
    allowConsole(/lang is "tlh"/);
    const kaart = await show('lang="tlh"');
    equal(textOf(kaart, 'submit'), 'Zoek');
    kaart.headingLevel = 3;
    await kaart.updateComplete;
    await waitFor(() => consoleProblems().length === 1, 'one warning');
  });

  it('changes in the card, the error and the list while an answer is shown', async () => {
    const kaart = await show('region="flevoland"');
    kaart.lang = 'en';
    await speaks(kaart, 'Search');
    equal(part(kaart, 'phone')?.textContent?.trim(), 'Call 088 0182 888');
    kaart.lookup(BORDER);
    await kaart.updateComplete;
    equal(textOf(kaart, 'answer'), 'Postcode 7351 lies in more than one region: Oost-Nederland and Gelderland');
    kaart.lookup('13');
    await kaart.updateComplete;
    equal(textOf(kaart, 'error'), en.incomplete);
    kaart.lang = 'nl';
    await speaks(kaart, 'Zoek');
    equal(textOf(kaart, 'error'), nl.incomplete);
    await settled(kaart);
  });

  it('applies to announcements', async () => {
    const kaart = await show('lang="en"');
    await typeInto(kaart, FLEVOLAND);
    await announced('1316: Flever, region Flevoland.');
    equal(status().lang, 'en');
    await settled(kaart);
  });

  it('is the last one that was set, however long the texts take', async () => {
    const line = await openLine({path: 'finder/texts-en', hold: true});
    const {document: page} = await openPage({
      body: `<script type="module" src="${line.url('/src/define.ts')}"></script><regio-kaart map="none"></regio-kaart>`,
    });
    const kaart = present(page.querySelector<RegioKaart>('regio-kaart'), 'the element');
    await speaks(kaart, 'Zoek');
    kaart.lang = 'en';
    await waitFor(async () => (await line.requests()).some(({path}) => path.includes('texts')), 'the request');
    kaart.lang = 'nl';
    await line.rules();
    await speaks(kaart, 'Zoek');
    equal(find(kaart, '.root')?.lang, 'nl');
    kaart.lang = 'en';
    await speaks(kaart, 'Search');
  });

  it('stays Dutch and works if the texts fail to load, and requests them again when they are next needed', async () => {
    allowConsole(/texts|Failed to load|import/i);
    const line = await openLine({path: 'finder/texts-en', status: 404});
    const {document: page} = await openPage({
      body: `<script type="module" src="${line.url('/src/define.ts')}"></script><regio-kaart map="none" lang="en" region="flevoland"></regio-kaart>`,
    });
    const kaart = present(page.querySelector<RegioKaart>('regio-kaart'), 'the element');
    await speaks(kaart, 'Zoek');
    equal(find(kaart, '.root')?.lang, 'nl');
    equal(textOf(kaart, 'card-name'), 'Flever');
    const asked = async () => (await line.requests()).filter(({path}) => path.includes('texts-en')).length;
    const before = await asked();
    kaart.select('zeeland');
    await waitFor(() => textOf(kaart, 'card-name') === 'Viazorg', 'the other card');
    // Engines that remember a failed module make no request.
    if (engine === 'firefox') await waitFor(async () => (await asked()) > before, 'another request');
    await settled(kaart);
  });

  it('loads no texts on a page in French, nor for a card without a region', async () => {
    const line = await openLine();
    const {document: page} = await openPage({
      lang: 'fr',
      body: `<script type="module" src="${line.url('/src/define.ts')}"></script><regio-kaart map="none"></regio-kaart>
        <regio-contact lang="en"></regio-contact>`,
    });
    const kaart = present(page.querySelector<RegioKaart>('regio-kaart'), 'the element');
    await speaks(kaart, 'Zoek');
    const contact = present(page.querySelector<RegioContact>('regio-contact'), 'the card');
    await contact.updateComplete;
    const asked = async () => (await line.requests()).filter(({path}) => path.includes('texts-en'));
    deepEqual(await asked(), []);
    contact.setAttribute('region', 'flevoland');
    await waitFor(() => part(contact, 'phone')?.textContent?.trim() === 'Call 088 0182 888', 'the English card');
    equal((await asked()).length > 0, true);
  });
});

describe('<regio-kaart>, texts of the host', () => {
  it('override its own at once, and can be removed', async () => {
    const kaart = await show();
    kaart.strings = {submit: 'Vind', foundFor: '{asked} is {organisation} in {region}'};
    await speaks(kaart, 'Vind');
    await typeInto(kaart, FLEVOLAND);
    await announced('1316 is Flever in Flevoland');
    kaart.strings = {submit: 'Toon'};
    await speaks(kaart, 'Toon');
    kaart.strings = null;
    await speaks(kaart, 'Zoek');
    await settled(kaart);
  });

  it('override English ones too', async () => {
    const kaart = await show('lang="en"');
    kaart.strings = {submit: 'Find'};
    await speaks(kaart, 'Find');
    equal(textOf(kaart, 'location'), 'Use my location');
  });

  it('are text, never markup', async () => {
    const kaart = await show();
    kaart.strings = {heading: '<img src=x>{region}', hint: '<b>4</b>'};
    await waitFor(() => textOf(kaart, 'heading') === '<img src=x>{region}', 'the text as it stands');
    equal(find(kaart, 'img, b'), null);
  });

  it('that are not texts are ignored, each with one warning', async () => {
    allowConsole(/strings\.(submit|label|nope) is/);
    const kaart = await show();
    kaart.strings = {submit: 5, label: null, nope: 'x', hint: 'Vier cijfers'} as unknown as Partial<Strings>;
    await waitFor(() => find(kaart, '#hint')?.textContent === 'Vier cijfers', 'the hint');
    equal(textOf(kaart, 'submit'), 'Zoek');
    equal(textOf(kaart, 'label'), 'Postcode of woonplaats');
    equal(consoleProblems().length, 3);
    kaart.strings = {submit: 5} as unknown as Partial<Strings>;
    await waitFor(() => find(kaart, '#hint')?.textContent !== 'Vier cijfers', 'the hint of ours');
    equal(consoleProblems().length, 3);
  });

  it('may have values that cannot be serialised, or names that every object has', async () => {
    allowConsole(/strings\.\w+ is/);
    const kaart = await show();
    const ring: Record<string, unknown> = {};
    ring['self'] = ring;
    const wrong = {submit: ring, label: 1n, hint: () => 'x', start: Symbol('s'), toString: 'y', list: undefined};
    kaart.strings = wrong as unknown as Partial<Strings>;
    await waitFor(() => consoleProblems().length === 5, 'five warnings');
    equal(textOf(kaart, 'submit'), 'Zoek');
    for (const problem of consoleProblems()) matches(problem, /expected a text for a key that there is/);
  });

  for (const value of ['abc', 5, [], true]) {
    it(`may be ${JSON.stringify(value)} by mistake, and nothing breaks`, async () => {
      allowConsole(/strings\.\d is/);
      const kaart = await show();
      kaart.strings = value as unknown as Partial<Strings>;
      await rendered(kaart);
      await typeInto(kaart, FLEVOLAND);
      equal(textOf(kaart, 'card-name'), 'Flever');
      await settled(kaart);
    });
  }
});

describe('<regio-kaart>, its level of headings', () => {
  it('follows the attribute, up to level 6', async () => {
    const kaart = await show('heading-level="6" region="flevoland"');
    equal(part(kaart, 'heading')?.localName, 'h6');
    equal(part(kaart, 'card-name')?.localName, 'h6');
    kaart.headingLevel = 3;
    await kaart.updateComplete;
    equal(part(kaart, 'heading')?.localName, 'h3');
    equal(part(kaart, 'card-name')?.localName, 'h4');
    await settled(kaart);
  });

  it('is 2, with one warning, for an object that is no number', async () => {
    allowConsole(/heading-level is/);
    const kaart = await show('');
    Object.assign(kaart, {headingLevel: {toString: 1}});
    await kaart.updateComplete;
    equal(part(kaart, 'heading')?.localName, 'h2');
    await waitFor(() => consoleProblems().length === 1, 'a warning');
  });

  for (const level of ['9', '0', '-1', 'two', '']) {
    it(`is 2, with one warning, for "${level}"`, async () => {
      allowConsole(/heading-level is/);
      const kaart = await show(`heading-level="${level}"`);
      equal(part(kaart, 'heading')?.localName, 'h2');
      await waitFor(() => consoleProblems().length === 1, 'a warning');
      kaart.select('zeeland');
      await kaart.updateComplete;
      equal(part(kaart, 'card-name')?.localName, 'h3');
      await settled(kaart);
      equal(consoleProblems().length, 1);
    });
  }
});

describe('<regio-kaart>, slots', () => {
  it('replace the heading and the sentence, and add help, a footer and content for a region', async () => {
    const kaart = await render<RegioKaart>(`<regio-kaart map="none" region="flevoland">
      <h2 slot="heading">Onze kop</h2><p slot="intro">Onze zin</p><p slot="help">Hulp</p><p slot="footer">Voet</p>
      <p slot="region-flevoland">Open dag</p><p slot="region-zeeland">Zeeuws</p></regio-kaart>`);
    const seen = (slot: string) =>
      (kaart.querySelector(`[slot="${slot}"]`) as HTMLElement).getBoundingClientRect().height > 0;
    for (const slot of ['heading', 'intro', 'help', 'footer', 'region-flevoland']) assert(seen(slot), slot);
    equal(seen('region-zeeland'), false);
    equal(part(kaart, 'heading')?.getBoundingClientRect().height ?? 0, 0);
    await settled(kaart);
    await click(
      present(
        findAll(kaart, '[part~="list"] button').find(({textContent}) => textContent === 'Zeeland'),
        'Zeeland',
      ),
    );
    await waitFor(() => seen('region-zeeland') && !seen('region-flevoland'), 'the words of Zeeland');
    equal(field(kaart).value, '');
  });
});

import '../../../src/define.js';
import type {RegioKaart} from '../../../src/index.js';
import {
  allowConsole,
  assert,
  audit,
  can,
  click,
  deepEqual,
  emulateDark,
  engine,
  equal,
  expectEvent,
  find,
  findAll,
  itIf,
  matches,
  openLine,
  openPage,
  present,
  render,
  rendered,
  STRICT_POLICY,
  setViewport,
  waitFor,
} from '../../helpers/index.js';
import {feedback, open, show, sources, tell, toolOf, tools} from './card.js';

/** Opens the sources and waits until they have loaded. */
async function openSources(contact: Element): Promise<void> {
  await open(contact, '[part="sources"]');
  await waitFor(() => find(contact, '[part="sources"] li'), 'the sources');
}

describe('<regio-contact> with the quiet part of its card', () => {
  it('shows address, buttons and small print, and nothing that was not verified', async () => {
    const contact = await show('utrecht');
    equal(find(contact, '[part="address"]')?.textContent, 'Kokermolen 3, 3994 DG Houten');
    equal(
      find(sources(contact), 'summary')?.textContent?.trim(),
      'Telefoon, tijden van de telefoon, e-mail en adres: gezien in november 2026',
    );
    await openSources(contact);
    matches(sources(contact).textContent, /Website en naam: gezien in november 2023 via utrechtzorg\.net/);
    matches(
      sources(contact).textContent,
      /Telefoon, tijden van de telefoon, e-mail en adres: gezien in \w+ \d{4} via .*\(bron zonder datum\)/,
    );
    await audit(contact);
  });

  it('links to directions only for a verified address, and requests nothing before the click', async () => {
    const contact = await show('utrecht');
    const route = present(find<HTMLAnchorElement>(contact, '[part="tools"] a'), 'the link');
    equal(route.href, 'https://www.openstreetmap.org/directions?to=Kokermolen+3%2C+3994+DG+Houten');
    equal(route.rel, 'noreferrer');
    matches(route.textContent, /OpenStreetMap/);
    contact.region = 'zeeland';
    await rendered(contact);
    equal(find(contact, '[part="tools"] a'), null);
    equal(find(contact, '[part="address"]'), null);
  });

  it('offers printing even without any facts, and nothing that would be empty', async () => {
    const contact = await show('rijnstreek');
    await tell(contact, {rijnstreek: {name: null, formerName: null, website: null}});
    deepEqual(
      tools(contact).map((tool) => tool.textContent?.trim()),
      ['Print'],
    );
    equal(find(contact, '[part="sources"] ul'), null);
    await audit(contact);
  });

  it('links a source only if it is a page with a safe address', async () => {
    const contact = await show('flevoland');
    await openSources(contact);
    matches(sources(contact).textContent, /Telefoon en vroegere naam: gezien in december 2020 via zowelwerk\.nl/);
    for (const {href} of findAll<HTMLAnchorElement>(contact, '[part="sources"] a')) matches(href, /^https:/);
  });

  it('dates facts in the language of the element', async () => {
    const contact = await show('utrecht', 'lang="en"');
    await openSources(contact);
    matches(sources(contact).textContent, /Website and name: seen in November 2023 via utrechtzorg\.net/);
    await audit(contact);
  });

  it('shows no source for the host’s own data', async () => {
    const contact = await show('utrecht');
    await tell(contact, {utrecht: {organisation: {phone: '030 111 11 11', website: 'https://utrechtzorg.net'}}});
    await openSources(contact);
    matches(sources(contact).textContent, /e-mail en adres: gezien/);
    assert(!/Telefoon,|Website/.test(sources(contact).textContent ?? ''), 'no source of the phone and the site');
  });

  it('links error reports to the page or mail address that the host has set', async () => {
    const contact = await show('utrecht', 'report-url="mailto:redactie@voorbeeld.nl"');
    equal(find<HTMLAnchorElement>(contact, '.report a')?.href, 'mailto:redactie@voorbeeld.nl');
    for (const wrong of ['javascript:alert(1)', 'http://voorbeeld.nl', '/melden', '']) {
      contact.setAttribute('report-url', wrong);
      contact.requestUpdate();
      await rendered(contact);
      equal(find(contact, '.report'), null, wrong);
    }
  });

  it('has quiet colours, and wraps at 320 px with large targets, in light and dark', async () => {
    await setViewport(engine === 'webkit' ? 360 : 320);
    const contact = await show('utrecht', 'report-url="https://voorbeeld.nl/melden"');
    for (const tool of findAll(contact, '.tool'))
      assert(tool.getBoundingClientRect().height >= 44, 'a target of 44 px');
    assert(document.documentElement.scrollWidth <= innerWidth, 'no sideways scrolling');
    await audit(contact);
    if (!can.emulate.includes('dark')) return;
    await emulateDark();
    await audit(contact);
  });
});

describe('<regio-contact structured-data>', () => {
  const blocks = (root: ParentNode) => findAll<HTMLScriptElement>(root, 'script[type="application/ld+json"]');

  it('gives search engines the verified facts, and only if the host wants it', async () => {
    const plain = await show('utrecht');
    equal(blocks(plain).length, 0, 'blocks');
    const contact = await show('utrecht', 'structured-data');
    const block = await waitFor(() => blocks(contact)[0], 'the block');
    equal(block.getRootNode(), document);
    const data = JSON.parse(block.text);
    equal(data.name, 'Utrechtzorg');
    equal(data.telephone, '+31306340808');
    deepEqual(data.areaServed, {'@type': 'AdministrativeArea', name: 'Utrecht'});
  });

  it('replaces the block with each answer, and removes it without one', async () => {
    const contact = await show('utrecht', 'structured-data');
    await waitFor(() => blocks(contact).length === 1, 'the block');
    contact.region = 'zeeland';
    await waitFor(() => /Viazorg/.test(blocks(contact)[0]?.text ?? ''), 'another block');
    equal(blocks(contact).length, 1, 'blocks');
    contact.region = null;
    await waitFor(() => blocks(contact).length === 0, 'no block');
    contact.region = 'rijnstreek';
    await waitFor(() => blocks(contact).length === 1, 'the block again');
    await tell(contact, {rijnstreek: {name: null, formerName: null, website: null}});
    await rendered(contact);
    equal(blocks(contact).length, 0, 'blocks without a name');
  });

  it('is removed when the host takes the attribute away', async () => {
    const contact = await show('utrecht', 'structured-data');
    await waitFor(() => blocks(contact).length === 1, 'the block');
    contact.removeAttribute('structured-data');
    contact.requestUpdate();
    await waitFor(() => blocks(contact).length === 0, 'no block');
  });

  it('contains both organisations of a choice', async () => {
    const kaart = await render<RegioKaart>('<regio-kaart map="none" structured-data></regio-kaart>');
    kaart.lookup('7351');
    await waitFor(() => blocks(kaart).length === 1, 'the block');
    equal(JSON.parse(blocks(kaart)[0]?.text ?? '')['@graph'].length, 2, 'organisations');
    kaart.reset();
    await waitFor(() => blocks(kaart).length === 0, 'no block');
  });
});

describe('a card after an answer by postcode', () => {
  const answersFor = (kaart: Element) => findAll(kaart, '.answer .quiet').map((line) => line.textContent);

  it('names the gemeente, and the map marks the point', async () => {
    const kaart = await render<RegioKaart>('<regio-kaart></regio-kaart>');
    kaart.lookup('1316');
    await rendered(kaart);
    // At once; with the gemeente if that has already been loaded.
    assert(
      answersFor(kaart).some((line) => line?.startsWith('Voor postcode 1316')),
      'the line is there before the gemeente is known',
    );
    await waitFor(() => answersFor(kaart).includes('Voor postcode 1316, gemeente Almere'), 'the gemeente in the card');
    kaart.scrollIntoView();
    await waitFor(() => {
      const map = find(kaart, 'regio-map');
      return map && find(map, '.tag')?.textContent === '1316, Almere';
    }, 'the marker on the map');
    kaart.reset();
    await waitFor(() => !find(present(find(kaart, 'regio-map'), 'the map'), '.tag'), 'no marker');
  });

  it('names no gemeente for a code of PO boxes, which has none', async () => {
    const kaart = await render<RegioKaart>('<regio-kaart map="none"></regio-kaart>');
    kaart.lookup('1316');
    await waitFor(() => answersFor(kaart).includes('Voor postcode 1316, gemeente Almere'), 'the gemeente');
    kaart.lookup('1300');
    await rendered(kaart);
    assert(answersFor(kaart).includes('Voor postcode 1300'), 'the postcode alone');
    await audit(kaart);
  });
});

describe('the built card under the strictest policy', () => {
  // Under this policy Chromium 143, the version from npm, accepts no script, not even data; later versions do.
  const chromium = Number(/Chrome\/(\d+)/.exec(navigator.userAgent)?.[1] ?? Number.POSITIVE_INFINITY);

  itIf(chromium > 143)('describes the organisation without a violation', async () => {
    const {document: page} = await openPage({
      policy: STRICT_POLICY,
      body: '<script type="module" src="/dist/cdn/regiokaart.js"></script><regio-contact region="utrecht" structured-data></regio-contact>',
    });
    await waitFor(() => find(page.body, 'script[type="application/ld+json"]'), 'the block');
  });

  it('copies and saves without a violation', async () => {
    const {document: page, window: view} = await openPage({
      policy: STRICT_POLICY,
      body: '<script type="module" src="/dist/cdn/regiokaart.js"></script><regio-contact region="utrecht" report-url="https://voorbeeld.nl"></regio-contact>',
    });
    await waitFor(() => find(page.body, '.tools'), 'the quiet part');
    const contact = present(page.querySelector('regio-contact'), 'the card');
    assert(getComputedStyle(present(find(contact, '.tools'), 'tools')).display === 'flex', 'styles');
    Object.defineProperty(view.navigator, 'clipboard', {value: {writeText: async () => {}}, configurable: true});
    await click(toolOf(contact, 'Kopieer'));
    await waitFor(() => feedback(toolOf(contact, 'Kopieer')) === 'Gekopieerd', 'copied');
    let saved = '';
    view.HTMLAnchorElement.prototype.click = function () {
      saved = `${this.download} ${this.protocol}`;
    };
    await click(toolOf(contact, 'Bewaar'));
    await waitFor(() => saved, 'the file');
    equal(saved, 'Utrechtzorg.vcf blob:');
  });
});

describe('the built card without the points of postcodes', () => {
  it('fires an event, and shows the rest', async () => {
    allowConsole(/404|Failed to load|error loading|dynamically imported module|MIME/i);
    const line = await openLine({path: '/points-', status: 404});
    const {document: page} = await openPage({
      body: `<script type="module" src="${line.url('/dist/cdn/regiokaart.js')}"></script><regio-kaart map="none"></regio-kaart>`,
    });
    const kaart = present(page.querySelector<RegioKaart>('regio-kaart'), 'the finder');
    await waitFor(() => find(kaart, 'input'), 'the form');
    await expectEvent(kaart, 'regio-error', async () => {
      kaart.lookup('1316');
      await waitFor(async () => (await line.requests()).some(({path}) => path.includes('/points-')), 'the request');
    });
    matches(find(kaart, '.answer')?.textContent, /Voor postcode 1316\s/);
    assert(find(kaart, '.tools'), 'the rest');
    kaart.requestUpdate();
    await rendered(kaart);
    equal((await line.requests()).filter(({path}) => path.includes('/points-')).length, 1, 'requests');
  });
});

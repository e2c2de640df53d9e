import {facts} from '../../../src/data/facts.js';
import {regions} from '../../../src/data/index.js';
import {municipalitiesOf} from '../../../src/data/municipalities.js';
import '../../../src/define.js';
import type {RegioKaart, RegioSelectEvent} from '../../../src/index.js';
import {
  allowConsole,
  assert,
  audit,
  click,
  deepEqual,
  equal,
  expectEvent,
  find,
  findAll,
  openLine,
  openPage,
  present,
  render,
  rendered,
  setViewport,
  waitFor,
} from '../../helpers/index.js';
import {open, sources} from './card.js';

const plain = (node: Element | null | undefined) => node?.textContent?.replace(/\s+/g, ' ').trim();

/** The finder with the card of a region. */
const showCard = (id: string) => render<RegioKaart>(`<regio-kaart map="none" region="${id}"></regio-kaart>`);

/** The international `tel:` address of a Dutch number. */
const dialled = (phone: string) => `tel:+31${phone.replaceAll(' ', '').slice(1)}`;

describe('the bundled cards', () => {
  for (const {id, name, organisation, neighbours} of regions) {
    it(`shows the verified facts of ${id}, and nothing else`, async () => {
      await setViewport(320);
      const kaart = await showCard(id);
      const text = (selector: string) => plain(find(kaart, selector));
      const {phone, phoneHours, email, website, vacancies, address, formerName} = organisation;
      equal(text('[part="region-name"]'), `Regio ${name}`);
      equal(text('[part="card-name"]'), organisation.name);
      equal(find(kaart, '[part="card-name"]')?.ariaLabel, `${organisation.name}, regio ${name.replaceAll('/', ', ')}`);
      equal(text('article > h3 + .quiet'), formerName ? `voorheen ${formerName}` : undefined);
      equal(text('.about'), `Meer weten over werken en leren in zorg en welzijn in ${name}?`);
      const links = findAll<HTMLAnchorElement>(kaart, '[part="actions"] a');
      deepEqual(
        links.map((link) => [link.getAttribute('part'), plain(link), link.getAttribute('href')?.replace(/\?.*/, '')]),
        [
          ...(phone ? [['phone', `Bel ${phone}`, dialled(phone)]] : []),
          ...(email ? [['email', `Mail ${email}`, `mailto:${email}`]] : []),
          ...(vacancies ? [['vacancies', 'Bekijk vacatures', vacancies]] : []),
          ...(website ? [['website', `Ga naar ${website.replace(/^https:\/\/(www\.)?/, '')}`, website]] : []),
        ],
      );
      deepEqual(
        links.map((link) => link.classList.contains('first')),
        links.map((_, index) => index === 0),
        'the first one stands out, and no other',
      );
      equal(text('.hours'), phoneHours);
      equal(text('[part="address"]'), address);
      equal(!!find(kaart, '[part="message"]'), !(phone || email), 'why there is no number');
      equal(plain(find(sources(kaart), 'summary'))?.includes(': gezien in '), true);
      deepEqual(
        findAll(kaart, '.neighbours button').map(plain),
        neighbours.slice(0, 4).map((each) => regions.find((region) => region.id === each)?.name),
      );
      const page = document.documentElement;
      assert(page.scrollWidth <= page.clientWidth, 'fits');
      for (const target of findAll(kaart, 'article :is(a, button, summary):not(li > a)')) {
        if (target.closest('.report')) continue;
        assert(target.getBoundingClientRect().height >= 44, `a target of 44 px: ${plain(target)}`);
      }
      await audit(kaart);
    });
  }

  it('links each source with a safe address, and only names the others', async () => {
    const kaart = await showCard('flevoland');
    for (const {id, organisation} of regions) {
      kaart.region = id;
      await rendered(kaart);
      await open(kaart, '[part="sources"]');
      await waitFor(() => find(kaart, '[part="sources"] li'), 'the sources');
      const shown = Object.keys(organisation) as (keyof typeof organisation)[];
      const from = new Set(
        shown.map((field) => {
          const fact = present(facts[id]?.[field], field);
          return `${fact.source} ${fact.date} ${fact.undated}`;
        }),
      );
      const items = findAll(kaart, '[part="sources"] li');
      equal(items.length, from.size, id);
      const linked = [...from].filter((source) => source.startsWith('https://'));
      equal(findAll(kaart, '[part="sources"] li a[href^="https://"]').length, linked.length, id);
    }
  });
});

describe('the gemeenten of a region', () => {
  it('are one click away', async () => {
    const kaart = await showCard('drechtsteden');
    equal(find(kaart, '.more p')?.textContent, '');
    await open(kaart, '.more');
    await waitFor(
      () => find(kaart, '.more p')?.textContent === municipalitiesOf('drechtsteden').join(', '),
      'the gemeenten',
    );
    await audit(kaart);
  });

  it('show a message if loading fails, and load at the next attempt', async () => {
    allowConsole(/404|Failed to load|error loading|dynamically imported module|MIME/i);
    const line = await openLine({path: '/municipalities-', status: 404});
    const {document: page} = await openPage({
      body: `<script type="module" src="${line.url('/dist/cdn/regiokaart.js')}"></script><regio-contact region="zeeland"></regio-contact>`,
    });
    const contact = present(page.querySelector<HTMLElement>('regio-contact'), 'the card');
    await waitFor(() => find(contact, '.more'), 'the card');
    await expectEvent(contact, 'regio-error', () => open(contact, '.more'));
    await waitFor(() => /kunnen nu niet laden/.test(find(contact, '.more p')?.textContent ?? ''), 'the message');
    await line.rules();
    await open(contact, '.more');
    await open(contact, '.more');
    await waitFor(() => /Borsele, Goes/.test(find(contact, '.more p')?.textContent ?? ''), 'the gemeenten');
  });
});

describe('the neighbours of a region', () => {
  it('lead to their cards, and fire an event', async () => {
    const kaart = await showCard('zeeland');
    const [first] = findAll<HTMLButtonElement>(kaart, '.neighbours button');
    const button = present(first, 'the first neighbour');
    equal(plain(button), 'Noord-Brabant');
    const event = await expectEvent<RegioSelectEvent>(kaart, 'regio-select', () => click(button));
    deepEqual([event.regionId, event.source], ['noord-brabant', 'list']);
    equal(kaart.region, 'noord-brabant');
    equal(kaart.shadowRoot?.activeElement?.textContent, 'Transvorm', 'the focus goes to the new card');
  });
});

describe('a card that a page translator has taken over', () => {
  /** Wraps each text in a new element, as the translators of browsers do. */
  function translate(root: Node): void {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (!text.data.trim() || text.parentElement?.closest('style')) continue;
      const font = document.createElement('font');
      font.textContent = `[${text.data}]`;
      text.replaceWith(font);
    }
  }

  for (const [from, to] of [
    ['flevoland', 'utrecht'],
    ['utrecht', 'zeeland'],
    ['rijnstreek', 'haaglanden-nieuwe-waterweg-noord'],
  ] as const) {
    it(`shows nothing of ${from} after ${to}`, async () => {
      const kaart = await showCard(from);
      translate(present(find(kaart, 'article'), 'the card'));
      kaart.select(to);
      await rendered(kaart);
      const fresh = await render<RegioKaart>(`<regio-kaart map="none" region="${to}"></regio-kaart>`);
      equal(plain(find(kaart, 'article')), plain(find(fresh, 'article')));
      equal(find(kaart, 'article font'), null);
    });
  }
});

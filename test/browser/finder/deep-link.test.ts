import '../../../src/define.js';
import type {RegioKaart} from '../../../src/index.js';
import {
  afterThisTest,
  allowConsole,
  click,
  consoleProblems,
  equal,
  find,
  openPage,
  present,
  waitFor,
} from '../../helpers/index.js';
import {clear, FLEVOLAND, field, listButton, part, settled, textOf, typeInto} from './kaart.js';

/** Opens a page in a frame, so that it has its own address and history. */
async function open(hash = '', body = '<regio-kaart map="none" deep-link></regio-kaart>') {
  const {
    document: page,
    window,
    frame,
  } = await openPage({
    body: `<script type="module" src="/src/define.ts"></script>${body}`,
    height: 1400,
  });
  if (hash) {
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}));
    // Another query, so that the page loads again with its hash.
    window.location.href = `${window.location.pathname}?again${hash}`;
    await loaded;
  }
  const inner = present(frame.contentWindow, 'the window') as Window & typeof globalThis;
  const kaart = present(inner.document.querySelector<RegioKaart>('regio-kaart'), 'the element');
  await waitFor(() => part(kaart, 'form'), 'the form');
  afterThisTest(() => page);
  return {window: inner, page: inner.document, kaart};
}

describe('<regio-kaart deep-link>', () => {
  it('puts the chosen region into the address, and follows back and forward', async () => {
    const {window, kaart} = await open();
    await click(listButton(kaart, 'Zeeland'));
    equal(window.location.hash, '#regio=zeeland');
    await click(listButton(kaart, 'Limburg'));
    equal(window.location.hash, '#regio=limburg');
    window.history.back();
    await waitFor(() => textOf(kaart, 'card-name') === 'Viazorg', 'the card of before');
    equal(kaart.region, 'zeeland');
    window.history.back();
    await waitFor(() => !part(kaart, 'card'), 'the start');
    window.history.forward();
    await waitFor(() => kaart.region === 'zeeland', 'the region again');
    equal(window.location.hash, '#regio=zeeland');
  });

  it('never contains a postcode', async () => {
    const {window, kaart} = await open();
    await click(present(find(kaart, 'input'), 'the field'));
    await typeInto(kaart, FLEVOLAND);
    equal(window.location.hash, '#regio=flevoland');
    equal(/1316/.test(window.location.href), false);
    await settled(kaart);
    await clear(kaart);
    await waitFor(() => window.location.hash === '', 'an address without a region');
  });

  it('shows the region of a link that was shared, and fires no event', async () => {
    const {kaart} = await open('#regio=utrecht');
    await waitFor(() => kaart.region === 'utrecht', 'the region of the link');
  });

  for (const postcode of ['3511', 'Urk', '7351', '1004', 'Xyzzyheim']) {
    it(`shows the region of a shared link on a page with postcode="${postcode}"`, async () => {
      const {window, kaart} = await open(
        '#regio=zeeland',
        `<regio-kaart map="none" deep-link postcode="${postcode}"></regio-kaart>`,
      );
      await waitFor(() => textOf(kaart, 'card-name') === 'Viazorg', 'the card of the address');
      const other = window.document.createElement('regio-kaart');
      Object.assign(other, {map: 'none', postcode: 'Urk'});
      kaart.after(other);
      // At that time the names have loaded, and anything that waited for them has happened.
      await waitFor(() => other.region === 'flevoland', 'the names');
      equal(kaart.region, 'zeeland');
      equal(field(kaart).value, '');
      equal(part(kaart, 'error'), null);
      equal(window.location.hash, '#regio=zeeland');
    });
  }

  it('shows the answer for the postcode of the page if the address has no region', async () => {
    const {window, kaart} = await open('', '<regio-kaart map="none" deep-link postcode="1316"></regio-kaart>');
    equal(kaart.region, 'flevoland');
    equal(window.location.hash, '');
    await settled(kaart);
  });

  it('follows a link on the page', async () => {
    const {page, kaart} = await open(
      '',
      '<a href="#regio=zeeland">Zeeland</a><regio-kaart map="none" deep-link></regio-kaart>',
    );
    await click(present(page.querySelector('a'), 'the link'));
    await waitFor(() => kaart.region === 'zeeland', 'the region of the link');
  });

  it('shows the start for an unknown region, with one warning', async () => {
    allowConsole(/region is "nergens"/);
    const {window, kaart} = await open('#regio=nergens');
    equal(kaart.region, null);
    equal(part(kaart, 'card'), null);
    await waitFor(() => consoleProblems().length === 1, 'one warning');
    window.dispatchEvent(new window.Event('hashchange'));
    await kaart.updateComplete;
    equal(consoleProblems().length, 1);
  });

  it('leaves the hash of a router alone', async () => {
    const {window, kaart} = await open('#/vacatures/12');
    await click(listButton(kaart, 'Zeeland'));
    equal(window.location.hash, '#/vacatures/12');
    window.location.hash = '#/vacatures/13';
    await new Promise((resolve) => window.setTimeout(resolve, 100));
    equal(kaart.region, 'zeeland');
  });

  it('belongs to the first of two finders, with a warning for the other', async () => {
    allowConsole(/two finders with deep-link/);
    const {window, page} = await open(
      '',
      '<regio-kaart map="none" deep-link></regio-kaart><regio-kaart map="none" deep-link></regio-kaart>',
    );
    const [first, second] = page.querySelectorAll<RegioKaart>('regio-kaart');
    await waitFor(() => second && part(second, 'form'), 'the second form');
    await click(listButton(present(second, 'the second'), 'Limburg'));
    equal(window.location.hash, '');
    await click(listButton(present(first, 'the first'), 'Zeeland'));
    equal(window.location.hash, '#regio=zeeland');
    equal(second?.region, 'limburg');
    await waitFor(() => consoleProblems().length === 1, 'one warning');
  });

  it('does nothing without the attribute', async () => {
    const {window, kaart} = await open('#regio=utrecht', '<regio-kaart map="none"></regio-kaart>');
    equal(kaart.region, null);
    await click(listButton(kaart, 'Zeeland'));
    equal(window.location.hash, '#regio=utrecht');
  });
});

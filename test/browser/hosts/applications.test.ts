import {
  afterThisTest,
  assert,
  click,
  deepEqual,
  equal,
  find,
  itIf,
  present,
  press,
  waitFor,
} from '../../helpers/index.js';
import {answerOf, inputOf, journey, kaartOf, openHost, submit} from './host.js';

/** Several journeys, one after the other. */
const LONG_MS = 240_000;

/** Whether parseHTMLUnsafe() takes options, which htmx 4 always passes; Chromium 143 does not take them. */
function takesParserOptions(): boolean {
  const {parseHTMLUnsafe} = Document as {parseHTMLUnsafe?: (markup: string, options: object) => Document};
  try {
    parseHTMLUnsafe?.('', {});
    return true;
  } catch {
    return false;
  }
}

/** What host pages do to an element, each with the library that hosts use for it. */
describe('a host application', () => {
  for (const name of ['document-write', 'base-href', 'base-href-classic', 'object-prototype']) {
    it(`completes the journey: ${name}`, async () => {
      const {document} = await openHost(name);
      await journey(await kaartOf(document));
    });
  }

  it('reaches the finder by Tab within a focus trap that is told of shadow roots', async () => {
    const {document, window} = await openHost('focus-trap');
    const kaart = await kaartOf(document);
    interface Trap {
      activate(): Trap;
      deactivate(): Trap;
    }
    const {focusTrap} = window as unknown as {focusTrap: {createFocusTrap(box: Element, options?: object): Trap}};
    const box = present(document.querySelector('#trap'), 'the box');
    const stops = async (options?: object) => {
      const trap = focusTrap.createFocusTrap(box, options).activate();
      const first = present(document.querySelector<HTMLElement>('#first'), 'the first button');
      await waitFor(() => document.activeElement === first, 'the focus in the trap');
      const seen: string[] = [];
      do {
        await press('Tab');
        const {activeElement} = document;
        seen.push(activeElement === kaart ? `${kaart.shadowRoot?.activeElement?.localName}` : `${activeElement?.id}`);
      } while (document.activeElement !== first && seen.length < 40);
      trap.deactivate();
      return seen;
    };
    // By default the focus trap does not look into shadow roots, as the guide says.
    deepEqual(await stops(), ['first']);
    const [next] = await stops({tabbableOptions: {getShadowRoot: true}});
    equal(next, 'input', 'the first stop after the button');
  });

  it('keeps its look in another document, and back again', async () => {
    const {document} = await openHost('adopting', {height: 3000});
    const kaart = await kaartOf(document);
    await submit(kaart, '1316');
    await waitFor(() => answerOf(kaart).includes('Flevoland'), 'the card');
    const look = () => {
      const {display, backgroundColor, minHeight} = getComputedStyle(present(find(kaart, '[part="submit"]'), 'button'));
      return [
        display,
        backgroundColor,
        minHeight,
        getComputedStyle(present(find(kaart, '[part="card"]'), 'card')).padding,
      ];
    };
    const before = look();
    const inner = present(document.querySelector('iframe')?.contentDocument, 'the other document');
    inner.body.append(kaart);
    equal(kaart.ownerDocument, inner, 'document');
    await kaart.updateComplete;
    deepEqual(look(), before, 'in the frame');
    await journey(kaart);
    document.body.append(kaart);
    await kaart.updateComplete;
    deepEqual(look()[0], before[0], 'back');
    await journey(kaart);
  }).timeout(LONG_MS);

  itIf('serviceWorker' in navigator)(
    'completes the journey under a service worker that caches everything',
    async () => {
      const page = await openHost('service-worker');
      const {frame, window} = page;
      await kaartOf(page.document);
      const {serviceWorker} = window.navigator;
      const {scope} = await serviceWorker.register('service-worker.js');
      // From the test page, because the window of the first visit no longer exists at that time.
      afterThisTest(async () => {
        await (await navigator.serviceWorker.getRegistration(scope))?.unregister();
        await caches.delete('host');
      });
      await waitFor(() => serviceWorker.controller, 'the worker');
      for (const round of ['first', 'from the cache']) {
        const again = new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}));
        frame.contentWindow?.location.reload();
        await again;
        const {contentDocument, contentWindow} = frame;
        assert(contentWindow?.navigator.serviceWorker.controller, `the worker, ${round}`);
        await journey(await kaartOf(present(contentDocument, 'the page')));
      }
    },
  ).timeout(LONG_MS);

  it('completes the journey when Turbo replaces one page by another', async () => {
    const {document, window} = await openHost('turbo');
    await journey(await kaartOf(document));
    (window as unknown as {marker: boolean}).marker = true;
    await click(present(document.querySelector('#next'), 'the link'));
    // Turbo may show a page from its cache first, and replace it by the one that it has loaded.
    const arrivedAt = (id: string) =>
      waitFor(() => {
        const {documentElement: root} = document;
        const isMoving = root.hasAttribute('data-turbo-preview') || root.getAttribute('aria-busy') === 'true';
        return !isMoving && document.querySelector(id);
      }, `the page with ${id}`);
    await arrivedAt('#arrived');
    const kaart = await kaartOf(document);
    await waitFor(() => answerOf(kaart).includes('Zeeland'), 'the region of the next page');
    await journey(kaart);
    await click(present(document.querySelector('#back'), 'the link back'));
    await arrivedAt('#next');
    await journey(await kaartOf(document));
    assert('marker' in window, 'the page was never loaded anew');
  }).timeout(LONG_MS);

  const htmxVersions = [
    {page: 'htmx', able: true},
    {page: 'htmx-4', able: takesParserOptions()},
  ];
  for (const {page, able} of htmxVersions) {
    itIf(able)(`completes the journey when htmx inserts it into the page, twice: ${page}`, async function () {
      this.timeout(LONG_MS);
      const {document} = await openHost(page);
      const button = present(document.querySelector('#swap'), 'the button');
      for (let time = 0; time < 2; time++) {
        const before = document.querySelector('regio-kaart');
        await click(button);
        await waitFor(() => document.querySelector('regio-kaart') !== before, 'the part');
        const kaart = await kaartOf(document);
        await waitFor(() => answerOf(kaart).includes('Zeeland'), 'its region');
        await journey(kaart);
      }
    });
  }

  it('completes the journey in React, in strict mode', async () => {
    const {document, window} = await openHost('react-strict');
    const kaart = await kaartOf(document);
    const page = window as unknown as {selected: string[]; mounts: number};
    await waitFor(() => page.mounts === 2, 'mounting twice, as strict mode does');
    await waitFor(() => answerOf(kaart).includes('Zeeland'), 'the region that React sets');
    await journey(kaart);
    deepEqual(page.selected, ['flevoland', 'zeeland', 'noord-brabant'], 'each choice once');
  });

  it('reports its height from a frame whose sandbox has an opaque origin', async () => {
    const {document} = await openHost('sandboxed', {
      rules: [{path: '/(dist/cdn|demo)/', headers: {'access-control-allow-origin': '*'}}],
    });
    const frame = present(document.querySelector('iframe'), 'the frame');
    equal(frame.contentDocument, null, 'its document is out of reach');
    await waitFor(() => Number.parseInt(frame.style.height, 10) > 400, 'the height of a card');
  });

  it('answers in a frame whose sandbox allows no forms', async () => {
    const {document} = await openHost('sandboxed-no-forms', {height: 1600});
    const inner = present(document.querySelector('iframe')?.contentDocument, 'the inner page');
    const kaart = await kaartOf(inner);
    await submit(kaart, '12');
    await waitFor(() => find(kaart, '[part="error"]'), 'what is wrong');
    await submit(kaart, '1316');
    await waitFor(() => answerOf(kaart).includes('Flevoland'), 'the card');
    inputOf(kaart).select();
    await submit(kaart, '4331');
    await waitFor(() => answerOf(kaart).includes('Zeeland'), 'the other card');
  });
});

import type {RegioKaart} from '../../../src/index.js';
import {
  allowConsole,
  audit,
  click,
  deepEqual,
  engine,
  equal,
  expectEvent,
  find,
  findAll,
  itIf,
  nextFrame,
  openLine,
  openPage,
  present,
  press,
  waitFor,
} from '../../helpers/index.js';
import {announced, FLEVOLAND, focused, part, ROTTERDAM, settled, submit, textOf, typeInto} from './kaart.js';

const SCRIPT = '/dist/cdn/regiokaart.js';
const tag = (src = SCRIPT) => `<script type="module" src="${src}"></script>`;

const upgraded = (page: Document) =>
  waitFor(() => {
    const kaart = page.querySelector<RegioKaart>('regio-kaart');
    return kaart && part(kaart, 'form') ? kaart : null;
  }, 'the form');

describe('the built <regio-kaart>', () => {
  for (const [where, body] of [
    ['before', `<regio-kaart map="none"><a href="#">Lijst</a></regio-kaart>${tag()}`],
    ['after', `${tag()}<regio-kaart map="none"><a href="#">Lijst</a></regio-kaart>`],
  ] as const) {
    it(`leads from a postcode to a card when it is ${where} the script`, async () => {
      const {document: page} = await openPage({body});
      const kaart = await upgraded(page);
      await expectEvent(kaart, 'regio-select', () => typeInto(kaart, FLEVOLAND));
      equal(textOf(kaart, 'card-name'), 'Flever');
      await announced('1316: Flever, regio Flevoland.', page);
      await press('Enter');
      equal(focused(page), part(kaart, 'card-name'));
    });
  }

  it('works the same when a script creates it later', async () => {
    const {document: page} = await openPage({body: `${tag()}<main></main>`});
    await waitFor(() => page.defaultView?.customElements.get('regio-kaart'), 'the definition');
    const kaart = page.createElement('regio-kaart');
    kaart.setAttribute('map', 'none');
    kaart.setAttribute('postcode', FLEVOLAND);
    page.querySelector('main')?.append(kaart);
    await upgraded(page);
    equal(textOf(kaart, 'card-name'), 'Flever');
  });

  it('answers without its map, and loads it when the visitor tries again', async () => {
    allowConsole(/map-|Failed to load|import|MIME/i);
    const line = await openLine({path: '/map-', status: 503});
    const {document: page} = await openPage({
      body: `<main>${tag(line.url(SCRIPT))}<regio-kaart></regio-kaart></main>`,
      height: 1400,
    });
    const kaart = await upgraded(page);
    const button = () => find<HTMLButtonElement>(kaart, '.map > button');
    await waitFor(() => button()?.textContent === 'Probeer opnieuw', 'the button');
    await announced(/De kaart kan nu niet laden/, page);
    await submit(kaart, FLEVOLAND);
    equal(focused(page)?.textContent, 'Flever');
    // The next attempt fails too: the button is back, and one Tab away.
    present(button(), 'the button').focus();
    await expectEvent(kaart, 'regio-error', () => press('Enter'));
    await waitFor(button, 'the button again');
    equal(focused(page), find(kaart, '.map'));
    await press('Tab');
    equal(focused(page), button());
    await line.rules();
    await press('Enter');
    await waitFor(() => findAll(kaart, '[role="option"]').length === 14, 'the regions');
    await press('Tab');
    equal(focused(page)?.getAttribute('role'), 'option');
    equal(focused(page)?.getAttribute('aria-selected'), 'true');
    await audit(kaart);
  });

  it('works twice on a page, in two languages', async () => {
    const {document: page} = await openPage({
      body: `${tag()}<regio-kaart map="none"></regio-kaart><regio-kaart map="none" lang="en"></regio-kaart>`,
      height: 1400,
    });
    await upgraded(page);
    const [dutch, english] = page.querySelectorAll('regio-kaart') as unknown as [RegioKaart, RegioKaart];
    await waitFor(() => textOf(english, 'submit') === 'Search', 'the English texts');
    await submit(dutch, FLEVOLAND);
    await submit(english, ROTTERDAM);
    deepEqual([String(dutch.region), String(english.region)], ['flevoland', 'rotterdam']);
    equal(page.querySelectorAll('[role="status"]').length, 1);
    await click(present(find(english, '[part~="list"] li button'), 'the first region'));
    equal(String(english.region), 'groningen-friesland-drenthe');
    await settled(dutch);
    await settled(english);
    await audit(page.body);
  });

  it('leaves the page unchanged: no cookie, nothing stored', async () => {
    const {document: page, window} = await openPage({body: `${tag()}<regio-kaart></regio-kaart>`, height: 1400});
    const kaart = await upgraded(page);
    await submit(kaart, FLEVOLAND);
    await settled(kaart);
    equal(page.cookie, '');
    equal(window.localStorage.length + window.sessionStorage.length, 0);
  });
});

/** Sum of the unexpected layout shifts of a page, as browsers measure it: from its start, or from now on. */
function watchShifts(window: Window & typeof globalThis, buffered: boolean): () => number {
  let sum = 0;
  const add = (entries: readonly PerformanceEntry[]) => {
    for (const entry of entries as (PerformanceEntry & {value: number; hadRecentInput: boolean})[]) {
      if (!entry.hadRecentInput) sum += entry.value;
    }
  };
  const observer = new window.PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({type: 'layout-shift', buffered});
  return () => {
    add(observer.takeRecords());
    return sum;
  };
}

describe('the layout of a page with the built <regio-kaart>', () => {
  // The cards with the longest and the shortest small print, one of them with an address.
  const starts = ['', 'region="gelderland"', 'region="rijnstreek"', 'postcode="1316"'];
  for (const width of [360, 414, 768, 1000]) {
    for (const attributes of starts) {
      itIf(engine === 'chromium')(`does not shift at ${width} px, on a slow line, with "${attributes}"`, async () => {
        const line = await openLine({path: 'points', hold: true});
        const {document: page, window} = await openPage({
          head: tag(line.url(SCRIPT)),
          body: `<h1>Werken in de zorg</h1><regio-kaart ${attributes}></regio-kaart>`,
          width,
          height: 800,
        });
        const kaart = await upgraded(page);
        if (!attributes) await typeInto(kaart, FLEVOLAND);
        // A shift within half a second of a key press does not count, but in a frame the browser does not know of the key.
        await new Promise((resolve) => setTimeout(resolve, 600));
        const shifts = watchShifts(window, Boolean(attributes));
        await line.rules();
        if (!/region/.test(attributes)) await waitFor(() => textOf(kaart, 'card').includes('Almere'), 'the gemeente');
        for (let frame = 0; frame < 5; frame++) await nextFrame();
        equal(shifts(), 0);
      });
    }
  }
});

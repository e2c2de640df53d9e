import {dataInfo} from '../../../src/data/info.js';
import type {RegioKaart} from '../../../src/index.js';
import type {RegioErrorEvent, RegioSelectEvent} from '../../../src/shared/events.js';
import {
  allowConsole,
  assert,
  click,
  deepEqual,
  equal,
  expectEvent,
  expectNoEvent,
  find,
  findAll,
  type HostPage,
  type Line,
  matches,
  nextFrame,
  openLine,
  openPage,
  present,
  press,
  waitFor,
} from '../../helpers/index.js';
import {
  announced,
  BORDER,
  FLEVOLAND,
  field,
  focused,
  part,
  settled,
  status,
  submit,
  textOf,
  typeInto,
} from './kaart.js';

interface Page extends HostPage {
  kaart: RegioKaart;
}

/** Opens a page with one built element over a line, after the markup `before`. */
async function open(line: Line, {attributes = '', before = '', height = 1400} = {}): Promise<Page> {
  const page = await openPage({
    body: `${before}<script type="module" src="${line.url('/dist/cdn/regiokaart.js')}"></script><regio-kaart ${attributes}></regio-kaart>`,
    height,
  });
  const kaart = present(page.document.querySelector<RegioKaart>('regio-kaart'), 'the element');
  await waitFor(() => part(kaart, 'form'), 'the form');
  return {...page, kaart};
}

const FAR = '<style>.far {height: 5000px}</style><div class="far">Boven</div>';

const isMap = ({path}: {path: string}) => /\/(map|outlines)-/.test(path);
const asked = async (line: Line) => (await line.requests()).filter(isMap).length;
const paths = (kaart: Element) =>
  findAll<SVGPathElement>(present(find(kaart, 'regio-map'), 'the map'), '[role="option"]');
const drawn = (kaart: Element) => waitFor(() => paths(kaart).length === 14, 'the regions');
const region = (kaart: Element, name: string) =>
  present(
    paths(kaart).find((path) => path.getAttribute('aria-label')?.startsWith(name)),
    name,
  );
const mapButton = (kaart: Element) => present(find<HTMLButtonElement>(kaart, '.map > button'), 'the button');

describe('<regio-kaart>, when its map is loaded', () => {
  it('is never with map="none"', async () => {
    const line = await openLine();
    const {kaart} = await open(line, {attributes: 'map="none"'});
    await submit(kaart, FLEVOLAND);
    await settled(kaart);
    equal(find(kaart, '.map'), null);
    equal(await asked(line), 0);
  });

  it('is on the visitor\'s click with map="click", which takes the focus to the map', async () => {
    const line = await openLine();
    const {kaart, document} = await open(line, {attributes: 'map="click"'});
    equal(mapButton(kaart).textContent, 'Toon de kaart');
    await waitFor(() => find(kaart, '.map > svg'), 'a picture of the regions');
    await nextFrame();
    equal(await asked(line), 0);
    await click(mapButton(kaart));
    await drawn(kaart);
    await waitFor(() => focused(document)?.closest('.map')?.getRootNode() !== kaart.shadowRoot, 'the focus in the map');
    await press('Tab');
    equal(focused(document)?.getAttribute('role'), 'option');
  });

  it('is when it comes near the viewport, and not before', async () => {
    const line = await openLine();
    const {kaart} = await open(line, {before: FAR, height: 500});
    await nextFrame();
    equal(await asked(line), 0);
    // An answer does not load the map either.
    kaart.lookup(FLEVOLAND);
    await settled(kaart);
    equal(await asked(line), 0);
    find(kaart, '.map')?.scrollIntoView();
    await drawn(kaart);
    equal(region(kaart, 'Flevoland').getAttribute('aria-selected'), 'true');
  });

  it('is at once if it is visible', async () => {
    const {kaart} = await open(await openLine());
    await drawn(kaart);
    equal(kaart.renderRoot.querySelector('.map > p'), null);
  });

  it('follows the attribute when it changes', async () => {
    const line = await openLine();
    const {kaart} = await open(line, {before: FAR, height: 500});
    kaart.map = 'none';
    await kaart.updateComplete;
    equal(find(kaart, '.map'), null);
    kaart.map = 'click';
    await kaart.updateComplete;
    find(kaart, '.map')?.scrollIntoView();
    await nextFrame();
    equal(mapButton(kaart).textContent, 'Toon de kaart');
    equal(await asked(line), 0);
    kaart.map = 'visible';
    await drawn(kaart);
    kaart.map = 'none';
    await kaart.updateComplete;
    equal(find(kaart, 'regio-map'), null);
    kaart.map = 'visible';
    await drawn(kaart);
  });

  it('is as usual for an unknown value of the attribute', async () => {
    const {kaart} = await open(await openLine(), {attributes: 'map="true"'});
    await drawn(kaart);
  });
});

describe('<regio-kaart>, map and list', () => {
  it('lead to the same card, and show the same choice', async () => {
    const {kaart, document} = await open(await openLine());
    await drawn(kaart);
    const event = await expectEvent<RegioSelectEvent>(kaart, 'regio-select', () => click(region(kaart, 'Flevoland')));
    deepEqual([String(event.regionId), event.source], ['flevoland', 'map']);
    equal(textOf(kaart, 'card-name'), 'Flever');
    equal(kaart.getAttribute('region'), 'flevoland');
    equal(find(kaart, '[aria-current]')?.textContent, 'Flevoland');
    await announced('Flever, regio Flevoland.', document);
    await submit(kaart, '6211');
    await waitFor(() => region(kaart, 'Limburg').getAttribute('aria-selected') === 'true', 'the choice on the map');
    equal(region(kaart, 'Flevoland').getAttribute('aria-selected'), 'false');
    await settled(kaart);
  });

  it('lead to the heading of the card after a choice by keys on the map', async () => {
    const {kaart, document} = await open(await openLine());
    await drawn(kaart);
    present(find<SVGPathElement>(kaart, '[role="option"][tabindex="0"]'), 'the tab stop').focus();
    await press('Home');
    await expectEvent(kaart, 'regio-select', () => press('Enter'));
    equal(focused(document), part(kaart, 'card-name'));
    equal(textOf(kaart, 'card-name'), 'ZorgpleinNoord');
    await settled(kaart);
  });

  it('mark both regions of a border postcode as possible, and none as chosen', async () => {
    const {kaart} = await open(await openLine());
    await drawn(kaart);
    kaart.lookup(BORDER);
    await waitFor(
      () =>
        paths(kaart).filter((path) => /mogelijk jouw regio/.test(path.getAttribute('aria-label') ?? '')).length === 2,
      'two candidates',
    );
    equal(find(kaart, '[role="option"][aria-selected="true"]'), null);
    await settled(kaart);
  });
});

describe('<regio-kaart>, its sources', () => {
  it('are one click away at the map, with the editions of division and postcodes', async () => {
    const {kaart} = await open(await openLine());
    await drawn(kaart);
    const summary = await waitFor(() => find<HTMLElement>(kaart, '.foot .sources summary'), '"Bronnen"');
    equal(summary.textContent?.trim(), 'Bronnen');
    await click(summary);
    const lines = findAll(kaart, '.sources li').map(({textContent}) => textContent ?? '');
    for (const {name, edition, attribution} of dataInfo.sources) {
      assert(
        lines.some((line) => [name, `editie ${edition}`, attribution].every((text) => line.includes(text))),
        `${name} of ${edition} in ${lines.join()}`,
      );
    }
    const kinds = dataInfo.sources.map(({name}) => name).join();
    matches(kinds, /RegioPlus-arbeidsmarktregio/);
    matches(kinds, /PC4 in use/);
  });
});

describe('<regio-kaart>, without its map', () => {
  const failing = {path: '/map-', status: 503};

  it('shows a message, offers to try again, fires an event, and still answers', async () => {
    allowConsole(/map-|Failed to load|import/i);
    const line = await openLine({path: '/map-', hold: true});
    const {kaart, document} = await open(line);
    await waitFor(async () => (await asked(line)) > 0, 'the request');
    const event = await expectEvent<RegioErrorEvent>(kaart, 'regio-error', () => line.rules(failing));
    equal(event.error.name, 'TypeError');
    await waitFor(() => find(kaart, '.map button'), 'the button');
    equal(find(kaart, '.map p')?.textContent, 'De kaart kan nu niet laden. Zoeken op postcode en de lijst werken wel.');
    equal(mapButton(kaart).textContent, 'Probeer opnieuw');
    await announced('De kaart kan nu niet laden. Zoeken op postcode en de lijst werken wel.', document);
    await submit(kaart, FLEVOLAND);
    equal(focused(document)?.textContent?.trim(), 'Flever');
    kaart.select('zeeland');
    await kaart.updateComplete;
    equal(textOf(kaart, 'card-name'), 'Viazorg');
    await settled(kaart);
  });

  it('announces nothing and fires no event once the element has been removed', async () => {
    const line = await openLine({path: '/map-', hold: true});
    const {kaart, document} = await open(line);
    await waitFor(async () => (await asked(line)) > 0, 'the request');
    kaart.remove();
    allowConsole(/map-|Failed to load|import/i);
    await expectNoEvent(kaart, 'regio-error', async () => {
      await line.rules(failing);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    });
    equal(status(document).textContent, '');
  });

  it('is not announced if the visitor has done something else since', async () => {
    const line = await openLine({path: '/map-', hold: true});
    const {kaart, document} = await open(line);
    await waitFor(async () => (await asked(line)) > 0, 'the request');
    await typeInto(kaart, FLEVOLAND);
    await announced('1316: Flever, regio Flevoland.', document);
    kaart.remove();
    await line.rules();
    document.body.append(kaart);
    // The map may be below the viewport, under the card.
    find(kaart, '.map')?.scrollIntoView();
    await drawn(kaart);
    assert(!/kaart kan nu niet/.test(status(document).textContent ?? ''), 'nothing of the map');
    equal(field(kaart).value, FLEVOLAND);
    assert(part(kaart, 'card'), 'the card');
    await settled(kaart);
  });
});

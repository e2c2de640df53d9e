import type {RegioKaart} from '../../../src/index.js';
import {
  allowConsole,
  click,
  deepEqual,
  equal,
  find,
  findAll,
  openLine,
  openPage,
  present,
  waitFor,
} from '../../helpers/index.js';
import {markupOf, openPrerendered} from '../prerender/prerendered.js';
import {BORDER, listButton, part, settled} from './kaart.js';

/** The code of the map, which may be held back or fail. */
const MAP = '/map-';

const WIDE = {width: 1280, height: 1400};

/** Opens a page with a built element whose map does not come as it should. */
async function open(rule?: {readonly hold?: boolean; readonly status?: number}, attributes = '') {
  const line = await openLine(...(rule ? [{path: MAP, ...rule}] : []));
  const {document: page} = await openPage({
    body: `<script type="module" src="${line.url('/dist/cdn/regiokaart.js')}"></script><regio-kaart ${attributes}></regio-kaart>`,
    ...WIDE,
  });
  const kaart = present(page.querySelector<RegioKaart>('regio-kaart'), 'the element');
  await waitFor(() => part(kaart, 'form'), 'the form');
  return {kaart, line};
}

const frameOf = (kaart: Element): number[] => {
  const {x, y, width, height} = present(find(kaart, '.map'), 'the frame').getBoundingClientRect();
  return [x, y, width, height];
};

/** Texts and fills of what is marked in the picture. */
const marked = (kaart: Element): string[] =>
  findAll(kaart, '.picture .name.on').map((name) => [...name.children].map(({textContent}) => textContent).join(' '));

/** Waits until a region alone is marked, in the accent colour. */
async function isMarked(kaart: Element, name: string): Promise<void> {
  await waitFor(() => marked(kaart).join() === name, `the mark of ${name}`);
  const [shape, ...others] = findAll(kaart, '.picture > path.on');
  equal(others.length, 0);
  const accent = getComputedStyle(present(find(kaart, '[part="submit"]'), 'the button')).backgroundColor;
  equal(getComputedStyle(present(shape, 'the region')).fill, accent);
  equal(findAll(kaart, '.picture > path').length, 14);
}

/** Lets the map come, and expects it in the place of the picture, without a jump. */
async function isReplaced(kaart: RegioKaart): Promise<void> {
  const before = frameOf(kaart);
  await waitFor(() => find(kaart, 'regio-map [role="option"]') ?? find(kaart, '[role="option"].region'), 'the map');
  equal(find(kaart, '.picture'), null);
  deepEqual(frameOf(kaart), before);
}

describe('the picture of the regions', () => {
  it('stands behind the button that loads the map, with the region of the answer in the accent', async () => {
    const {kaart} = await open(undefined, 'map="click"');
    await waitFor(() => find(kaart, '.picture'), 'the picture');
    deepEqual(marked(kaart), []);
    await click(listButton(kaart, 'Zeeland'));
    await isMarked(kaart, 'Zeeland');
    await click(listButton(kaart, 'Limburg'));
    await isMarked(kaart, 'Limburg');
    await click(present(find(kaart, '.map > button'), 'the button'));
    await isReplaced(kaart);
  });

  it('stands in while a map takes long, and is replaced without a jump', async () => {
    const {kaart, line} = await open({hold: true});
    await waitFor(() => find(kaart, '.picture'), 'the picture');
    equal(find(kaart, '.map > p'), null);
    await click(listButton(kaart, 'Utrecht'));
    await isMarked(kaart, 'Utrecht');
    await line.rules();
    await isReplaced(kaart);
  });

  it('stays where the map has failed', async () => {
    allowConsole(/503|Failed to load|import|loading/i);
    const {kaart, line} = await open({status: 503});
    await waitFor(() => find(kaart, '.map > button'), 'the button');
    await click(listButton(kaart, 'Gelderland'));
    await isMarked(kaart, 'Gelderland');
    await line.rules();
    await click(present(find(kaart, '.map > button'), 'the button'));
    await isReplaced(kaart);
  });

  it('marks the regions that a border postcode may mean', async () => {
    const {kaart} = await open({hold: true});
    kaart.lookup(BORDER);
    await waitFor(() => marked(kaart).length === 2, 'the marks');
    deepEqual(marked(kaart).sort(), ['Gelderland', 'Oost-Nederland']);
    await settled(kaart);
  });

  for (const form of ['nl', 'nl-click']) {
    it(`marks the region of the answer where that of the server was taken over: ${form}`, async () => {
      const page = await openPrerendered(await markupOf(form), {held: MAP, ...WIDE});
      const before = frameOf(page.kaart);
      await page.upgrade();
      await click(listButton(page.kaart, 'Flevoland'));
      await isMarked(page.kaart, 'Flevoland');
      deepEqual(frameOf(page.kaart), before);
    });
  }
});

import {
  assert,
  click,
  deepEqual,
  equal,
  find,
  findAll,
  nextFrame,
  present,
  press,
  waitFor,
} from '../../helpers/index.js';
import {answerOf, inputOf, journey, type Kaart, kaartOf, mapRegions, openHost, standsStill, submit} from './host.js';

/** The finder inside the element with this id. */
const finderIn = (document: Document, id: string): Promise<Kaart> => kaartOf(present(document.getElementById(id), id));

describe('a finder in a place of a page', () => {
  it('draws no map while it is hidden, and draws it whole once it is shown', async () => {
    const {document, line} = await openHost('hidden', {height: 3000});
    for (const id of ['hidden', 'none', 'details', 'dialog']) {
      const kaart = await finderIn(document, id);
      await nextFrame();
      equal(find(kaart, 'regio-map'), null, `map while hidden in ${id}`);
    }
    const asked = (await line.requests()).filter(({path}) => /\/map-\w+\.js/.test(path));
    equal(asked.length, 0, 'requests for the map');

    present(document.getElementById('hidden'), 'hidden').hidden = false;
    await journey(await finderIn(document, 'hidden'));
    present(document.getElementById('none'), 'none').style.display = '';
    await journey(await finderIn(document, 'none'));
    await click(present(document.querySelector('summary'), 'summary'));
    await journey(await finderIn(document, 'details'));
  });

  it('works in a modal dialog, with its status inside the dialog', async () => {
    const {document} = await openHost('hidden', {height: 560});
    const dialog = present(document.querySelector('dialog'), 'dialog');
    const kaart = await finderIn(document, 'dialog');
    dialog.showModal();
    await journey(kaart);
    await waitFor(() => /Noord-Brabant/.test(dialog.querySelector('[role="status"]')?.textContent ?? ''), 'the status');
    dialog.close();
  });

  it('keeps its map and what it shows when it is hidden and shown again', async () => {
    const {document} = await openHost('plain');
    const kaart = await kaartOf(document);
    await waitFor(() => mapRegions(kaart).length === 14, 'the map');
    kaart.select('zeeland');
    await standsStill(present(mapRegions(kaart)[0], 'a region'));
    kaart.style.display = 'none';
    await nextFrame();
    kaart.select('limburg');
    await nextFrame();
    kaart.style.display = '';
    await waitFor(
      () => mapRegions(kaart).find((path) => path.getAttribute('aria-selected') === 'true')?.ariaLabel === 'Limburg',
      'Limburg on the map',
    );
    await journey(kaart);
  });

  it('can be moved, removed and put back a thousand times without leaving anything behind', async () => {
    const {document, window} = await openHost('counted');
    const counted = () => (window as unknown as {counted(): Record<string, number>}).counted();
    const kaart = await kaartOf(document);
    await waitFor(() => mapRegions(kaart).length === 14, 'the map');
    const homes = [present(document.querySelector('main'), 'main'), present(document.querySelector('aside'), 'aside')];
    const settled = async () => {
      await waitFor(() => mapRegions(kaart).length === 14, 'the map');
      await standsStill(present(mapRegions(kaart)[0], 'a region'));
    };
    const moves = async (times: number, redrawEvery: number) => {
      for (let i = 1; i <= times; i++) {
        if (i % 2) kaart.remove();
        homes[i % 2]?.append(kaart);
        if (i % redrawEvery === 0) await settled();
      }
      await settled();
    };
    await moves(10, 5);
    await submit(kaart, '1316');
    const before = counted();
    const nodes = document.querySelectorAll('*').length;
    await moves(1000, 100);
    deepEqual(counted(), before, 'listeners and observers');
    equal(document.querySelectorAll('*').length, nodes, 'elements of the page');
    equal(kaart.region, 'flevoland', 'region');
    await journey(kaart);

    kaart.remove();
    await nextFrame();
    deepEqual(
      Object.keys(counted()).filter((name) => name.endsWith('Observer')),
      [],
      'observers of a finder that is gone',
    );
  });

  it('leaves the page as it was when it is removed while its map loads', async () => {
    const {document, line} = await openHost('counted', {rules: [{path: '/(map|outlines)-\\w+\\.js', hold: true}]});
    const kaart = await kaartOf(document);
    await waitFor(async () => (await line.requests()).some(({path}) => /\/map-\w+\.js/.test(path)), 'the request');
    kaart.remove();
    await line.rules();
    await nextFrame();
    document.body.append(kaart);
    await journey(kaart);
  });

  it('works fifty times on a page, each with its own answer, with one set of files', async () => {
    const {document, line} = await openHost('many', {height: 2000});
    await kaartOf(document);
    const all = findAll<Kaart>(document, 'regio-kaart');
    equal(all.length, 50, 'finders');
    for (const kaart of all) await kaart.updateComplete;
    for (const [i, kaart] of all.entries()) kaart.lookup(i % 2 ? '1316' : '4331');
    for (const kaart of all) await kaart.updateComplete;
    all.forEach((kaart, i) => {
      equal(kaart.region, i % 2 ? 'flevoland' : 'zeeland', `region of ${i}`);
    });
    const [first, second] = all;
    assert(first && second, 'two finders');
    await journey(first);
    assert(answerOf(second).includes('Flevoland'), 'the other answer stays');
    equal(document.querySelectorAll('[role="status"]').length, 1, 'status regions');
    const last = present(all.at(-1), 'the last');
    present(find(last, '.map'), 'the frame of its map').scrollIntoView();
    await waitFor(() => mapRegions(last).length === 14, 'the last map');
    const paths = (await line.requests()).map(({path}) => path).filter((path) => path.includes('/dist/cdn/'));
    equal(new Set(paths).size, paths.length, `each file once: ${paths.join()}`);
  });

  it('keeps the focus in the page when it moves on by keyboard', async () => {
    const {document} = await openHost('plain');
    const kaart = await kaartOf(document);
    await submit(kaart, '1316');
    inputOf(kaart).focus();
    await press('Tab');
    equal(kaart.shadowRoot?.activeElement?.getAttribute('part'), 'submit', 'next stop');
  });
});

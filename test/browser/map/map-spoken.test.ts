import type {RegioMap} from '../../../src/map/define.js';
import {squares} from '../../fixtures/squares.js';
import {
  accessibilityTree,
  assert,
  can,
  click,
  computedName,
  computedRole,
  equal,
  expectEvent,
  expectNoEvent,
  find,
  flatten,
  itIf,
  matches,
  present,
  press,
  render,
  rendered,
  waitFor,
} from '../../helpers/index.js';
import {buttonOf, regionPath, showMap, standsStill} from './show-map.js';

const status = () => document.querySelector('[role="status"][data-regiokaart-status]')?.textContent ?? '';

describe('<regio-map> with a screen reader', () => {
  itIf(can.tree)('is a list of regions without a document around it', async () => {
    await showMap();
    const nodes = flatten(await accessibilityTree());
    assert(
      nodes.some(({role, name}) => role === 'listbox' && name === "Regio's"),
      'the list',
    );
    equal(nodes.filter(({role}) => /svg|graphics/i.test(role)).length, 0, 'documents');
  });

  it('gives the drawing no role', async () => {
    const map = await showMap();
    equal(present(find(map, '.regions > svg'), 'the drawing').getAttribute('role'), 'none');
  });

  it('has commas in accessible names, instead of the slashes in labels', async () => {
    const [first, ...others] = squares;
    const map = await showMap({regions: [{...first, name: 'Noord/West/Hoek'}, ...others]});
    equal(await computedName(regionPath(map, 'Noord')), 'Noord, West, Hoek');
    matches(find(map, '.name')?.textContent, /Noord\/\u200bWest\/\u200bHoek/);
  });

  it('lets a screen reader enter the list with Enter, and chooses only at the next key', async () => {
    const map = await showMap();
    // Like a screen reader in browse mode, which moves the focus and then passes the key on.
    regionPath(map, 'Noordwest').focus();
    const taken: unknown[] = [];
    map.shadowRoot?.addEventListener('focusin', ({target}) => taken.push(target));
    await expectNoEvent(map, 'regio-map-select', () => press('Enter'));
    // It takes no notice of the focus before, so the region takes it once more.
    await waitFor(() => taken.at(-1) === regionPath(map, 'Noordwest'), 'the focus once more');
    equal(map.shadowRoot?.activeElement, regionPath(map, 'Noordwest'));
    equal(find(map, '[role="listbox"]')?.hasAttribute('tabindex'), false, 'a tab stop of the list');
    assert(find(map, '.ring-outer'), 'visible focus');
    await expectEvent(map, 'regio-map-select', () => press('Enter'));
  });

  it('chooses with the first Enter after Tab', async () => {
    const before = await render('<button>Ervoor</button>');
    const map = await showMap();
    before.focus();
    await press('Tab');
    equal(map.shadowRoot?.activeElement, regionPath(map, 'Noordwest'));
    const event = await expectEvent(map, 'regio-map-select', () => press('Enter'));
    equal((event as Event & {byKey?: boolean}).byKey, true);
  });

  it('chooses with the first Enter after a click, and tells the two apart', async () => {
    const map = await showMap();
    const clicked = await expectEvent(map, 'regio-map-select', () => click(regionPath(map, 'Zuidoost')));
    equal((clicked as Event & {byKey?: boolean}).byKey, false);
    await expectEvent(map, 'regio-map-select', () => press('Enter'));
  });

  it('takes the focus as a whole, under its name, and Tab then leads to its regions', async () => {
    const map = await showMap();
    map.focus();
    const focused = present(map.shadowRoot?.activeElement, 'what has focus');
    equal(await computedRole(focused), 'region');
    equal(await computedName(focused), "Kaart van de regio's");
    await press('Tab');
    equal(map.shadowRoot?.activeElement, regionPath(map, 'Noordwest'));
  });

  it('takes the focus that was requested before it was rendered', async () => {
    const frame = await render('<div></div>');
    const map: RegioMap = document.createElement('regio-map');
    frame.append(map);
    map.focus();
    await rendered(map);
    await waitFor(() => map.shadowRoot?.activeElement?.getAttribute('role') === 'region', 'the focus');
  });

  it('has buttons with names that are clear without their context', async () => {
    const map = await showMap();
    for (const name of ['.zoomIn', '.zoomOut', '.all', '.left', '.up', '.down', '.right']) {
      matches(await computedName(present(find(map, name), name)), /^Kaart: /);
    }
  });

  it('announces what its buttons did, and when they can do no more', async () => {
    const map = await showMap();
    buttonOf(map, 'zoom in').focus();
    await press('Enter');
    await waitFor(() => /^Ingezoomd\. In beeld: .*Noordwest/.test(status()), 'what it did');
    await standsStill(map);
    await click(buttonOf(map, 'naar beneden'));
    await waitFor(() => /^Kaart verschoven\. /.test(status()), 'the move');
    await standsStill(map);
    await click(buttonOf(map, 'heel Nederland'));
    await waitFor(() => status() === 'Uitgezoomd. Heel Nederland is in beeld.', 'the whole country');
    await standsStill(map);
    await waitFor(() => buttonOf(map, 'zoom uit').ariaDisabled === 'true', 'the end');
    await click(buttonOf(map, 'zoom uit'));
    await waitFor(() => status() === 'De kaart kan niet verder.', 'the end, said');
  });

  it('announces no move that the visitor did not make', async () => {
    const map = await showMap();
    await waitFor(() => status() === '', 'silence');
    map.selected = squares[0].id;
    await standsStill(map);
    await new Promise((resolve) => setTimeout(resolve, 200));
    equal(status(), '');
  });
});

import {RegioMap} from '../../../src/map/define.js';
import {squares} from '../../fixtures/squares.js';
import {
  afterThisTest,
  allowConsole,
  assert,
  audit,
  can,
  click,
  computedName,
  computedRole,
  consoleProblems,
  deepEqual,
  emulateDark,
  emulateForcedColors,
  emulateReducedMotion,
  equal,
  expectEvent,
  expectNoEvent,
  find,
  findAll,
  itIf,
  matches,
  nextFrame,
  present,
  render,
  rendered,
  tap,
  waitFor,
} from '../../helpers/index.js';
import {buttonOf, frameOf, id, isDrawn, isInView, regionPath, regionPaths, showMap, standsStill} from './show-map.js';

const selectedNames = (map: Element) =>
  regionPaths(map)
    .filter((path) => path.getAttribute('aria-selected') === 'true')
    .map((path) => path.getAttribute('aria-label'));

describe('<regio-map>', () => {
  it('is registered once, even if its script runs twice', async () => {
    equal(customElements.get('regio-map'), RegioMap);
    await import(new URL('../../../src/map/define.ts?again', import.meta.url).href);
    equal(customElements.get('regio-map'), RegioMap);
  });

  it('shows all regions whole at first', async () => {
    const map = await showMap();
    for (const {name} of squares) assert(isInView(map, name), `${name} in view`);
    const north = regionPath(map, 'Noordwest').getBoundingClientRect();
    const south = regionPath(map, 'Zuidwest').getBoundingClientRect();
    const east = regionPath(map, 'Noordoost').getBoundingClientRect();
    assert(north.bottom <= south.top + 2, 'north lies above south');
    assert(north.right <= east.left + 2, 'west lies left of east');
  });

  it('has a name, mentions that the list offers the same choice, and names its regions', async () => {
    const map = await showMap();
    const region = present(find(map, '[part="map"]'), 'part map');
    equal(await computedRole(region), 'region');
    equal(await computedName(region), "Kaart van de regio's");
    const about = present(find(map, `#${region.getAttribute('aria-describedby')}`), 'the description');
    matches(about.textContent, /lijst/);
    const list = present(find(map, '[role="listbox"]'), 'the listbox');
    equal(await computedRole(list), 'listbox');
    equal(await computedName(list), "Regio's");
    for (const path of regionPaths(map)) equal(await computedRole(path), 'option');
    equal(await computedName(regionPath(map, 'Zuidoost')), 'Zuidoost');
  });

  it('passes the axe audit: start, selected, candidates, with a marker', async () => {
    const map = await showMap();
    await audit(map);
    map.selected = id('zuidoost');
    await standsStill(map);
    await audit(map);
    Object.assign(map, {selected: null, candidates: [id('noordwest'), id('zuidwest')]});
    map.marker = {point: [4.5, 52], label: '1234'};
    await standsStill(map);
    await audit(map);
  });

  it('always shows the sources of the map as text', async () => {
    const map = await showMap();
    const source = present(find(map, '[part="attribution"]'), 'part attribution');
    equal(source.textContent?.trim(), '© CBS, © Kadaster');
    assert(source.getBoundingClientRect().width > 0, 'visible');
    equal(findAll(map, 'a').length, 0, 'links');
  });

  it('fires regio-map-select once for a click, and selects nothing until the host does', async () => {
    const map = await showMap();
    const event = await expectEvent(map, 'regio-map-select', () => click(regionPath(map, 'Zuidoost')));
    equal((event as unknown as {regionId: string}).regionId, 'zuidoost');
    equal(event.bubbles, false);
    deepEqual(selectedNames(map), []);
  });

  itIf(can.tap)('chooses on a tap', async () => {
    const map = await showMap();
    const event = await expectEvent(map, 'regio-map-select', () => tap(regionPath(map, 'Noordoost')));
    equal((event as unknown as {regionId: string}).regionId, 'noordoost');
  });

  it('chooses when the pointer is released, not when it is pressed', async () => {
    const map = await showMap();
    const path = regionPath(map, 'Noordoost');
    await expectNoEvent(map, 'regio-map-select', () => {
      path.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true, pointerId: 1, isPrimary: true}));
      path.dispatchEvent(new MouseEvent('mousedown', {bubbles: true}));
    });
  });

  it('marks the selected region by state, fill, outline and a bold label, and moves to it', async () => {
    const map = await showMap();
    const before = regionPath(map, 'Zuidoost').getBoundingClientRect().width;
    await expectNoEvent(map, 'regio-map-select', async () => {
      map.selected = id('zuidoost');
      await waitFor(() => regionPath(map, 'Zuidoost').getBoundingClientRect().width > before, 'a closer look');
      await standsStill(map);
    });
    deepEqual(selectedNames(map), ['Zuidoost']);
    const fill = (name: string) => getComputedStyle(regionPath(map, name)).fill;
    await waitFor(() => fill('Zuidoost') !== fill('Zuidwest'), 'another fill');
    equal(findAll(map, '.mark.selected').length, 1, 'outlines');
    const label = present(find(map, '[data-rank="selected"] .name'), 'its label');
    equal(label.textContent, 'Zuidoost');
    equal(getComputedStyle(label).fontWeight, '700');
    await waitFor(() => getComputedStyle(label).opacity === '1', 'its label to show');
    assert(isInView(map, 'Zuidoost'), 'in view');

    map.selected = null;
    await rendered(map);
    deepEqual(selectedNames(map), []);
    await waitFor(() => isInView(map, 'Noordwest') && isInView(map, 'Zuidoost'), 'the whole country');
  });

  it('moves at once for visitors who want less motion', async () => {
    await emulateReducedMotion();
    const map = await showMap();
    map.selected = id('zuidoost');
    await rendered(map);
    const there = find(map, 'svg > g')?.getAttribute('transform');
    equal(await standsStill(map), there ?? '');
  });

  it('moves smoothly otherwise', async () => {
    const map = await showMap();
    const seen = new Set<string>();
    map.selected = id('zuidoost');
    await rendered(map);
    await waitFor(() => seen.add(find(map, 'svg > g')?.getAttribute('transform') ?? '').size > 3, 'steps between');
    await standsStill(map);
  });

  it('marks candidates as possible, selects none, and shows them together', async () => {
    const map = await showMap();
    map.candidates = [id('noordoost'), id('zuidoost')];
    await standsStill(map);
    deepEqual(selectedNames(map), []);
    equal(regionPath(map, 'Noordoost').getAttribute('aria-label'), 'Noordoost (mogelijk jouw regio)');
    equal(regionPath(map, 'Noordwest').getAttribute('aria-label'), 'Noordwest');
    equal(findAll(map, '.mark.candidate').length, 2, 'outlines');
    await waitFor(
      () => /^url\(/.test(getComputedStyle(regionPath(map, 'Zuidoost')).fill),
      'stripes, after a transition',
    );
    assert(isInView(map, 'Noordoost') && isInView(map, 'Zuidoost'), 'both in view');
  });

  it('stays where the visitor moved it when the host passes equal values again', async () => {
    const map = await showMap({candidates: [id('noordoost')], marker: {point: [5.5, 52.5], label: '1234'}});
    await click(buttonOf(map, 'zoom uit'));
    const there = await standsStill(map);
    map.candidates = [id('noordoost')];
    map.marker = {point: [5.5, 52.5], label: '1234'};
    await rendered(map);
    equal(await standsStill(map), there);
  });

  it('marks a point, with its label as text', async () => {
    const map = await showMap({marker: {point: [4.5, 52.5], label: '<b>1234</b>'}});
    const dot = present(find(map, '.dot'), 'the dot').getBoundingClientRect();
    const region = regionPath(map, 'Noordwest').getBoundingClientRect();
    assert(Math.abs(dot.left + dot.width / 2 - (region.left + region.width / 2)) < 3, 'in the middle of its square');
    equal(find(map, '.tag')?.textContent, '<b>1234</b>');
    map.marker = null;
    await rendered(map);
    equal(find(map, '.dot'), null);
  });

  it('keeps the labels from assistive technology, which has the names on the regions', async () => {
    const map = await showMap();
    equal(find(map, '.labels')?.ariaHidden, 'true');
    deepEqual(
      findAll(map, '.label.shown').map((label) => label.textContent),
      squares.map(({name}) => name),
    );
  });

  it('hides labels that do not fit', async () => {
    const map = await showMap({}, {width: 300, height: 264});
    const long = squares.map((square) => ({...square, name: `${square.name} en alles wat daar omheen ligt aan water`}));
    map.regions = long;
    await isDrawn(map);
    equal(findAll(map, '.label.shown').length, 0, 'labels');
    map.selected = id('noordwest');
    await standsStill(map);
    assert(find(map, '.label.shown[data-rank="selected"]'), 'the selected one shows');
  });

  it('shows no label over another, the marker or its buttons, or across its edge', async () => {
    const map = await showMap({marker: {point: [4.5, 52.5], label: '1234 AB'}}, {width: 420, height: 420});
    const names = findAll(map, '.label.shown .name');
    const boxes = [...names, ...findAll(map, '.tag, .zoom')].map((node) => node.getBoundingClientRect());
    assert(names.length > 0, 'labels');
    const frame = frameOf(map);
    boxes.forEach((box, index) => {
      assert(box.left >= frame.left && box.right <= frame.right, 'within the map');
      for (const other of boxes.slice(index + 1)) {
        const apart =
          box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top;
        assert(apart, 'labels apart');
      }
    });
  });

  it('speaks the language of its page, and the host’s own texts', async () => {
    const map = await showMap({candidates: [id('noordwest')]});
    map.lang = 'en';
    map.strings = {mapSource: '<i>CBS</i>', heading: 'of another part'};
    await waitFor(() => find(map, '[part="map"]')?.ariaLabel === 'Map of the regions', 'English');
    equal(find(map, '[role="listbox"]')?.ariaLabel, 'Regions');
    equal(regionPath(map, 'Noordwest').ariaLabel, 'Noordwest (possibly your region)');
    equal(find(map, '[part="attribution"]')?.textContent?.trim(), '<i>CBS</i>');
    map.lang = 'nl';
    map.strings = null;
    await waitFor(() => regionPath(map, 'Noordwest').ariaLabel === 'Noordwest (mogelijk jouw regio)', 'Dutch');
  });

  it('warns about an unknown text', async () => {
    allowConsole(/strings\.mapNothing/);
    await showMap({strings: {mapNothing: 'x'}});
    equal(consoleProblems().filter((problem) => `${problem}`.includes('mapNothing')).length, 1, 'warnings');
  });
});

describe('the look of <regio-map>', () => {
  itIf(can.emulate.includes('forcedColors'))(
    'distinguishes selection, candidates and focus in forced colours',
    async () => {
      await emulateForcedColors();
      const map = await showMap({selected: id('noordwest')});
      const style = (selector: string) => getComputedStyle(present(find(map, selector), selector));
      const fill = (name: string) => getComputedStyle(regionPath(map, name)).fill;
      await waitFor(() => fill('Noordwest') !== fill('Zuidoost'), 'another fill');
      assert(
        Number.parseFloat(style('.mark.selected').strokeWidth) > Number.parseFloat(style('.region.quiet').strokeWidth),
        'a heavier outline',
      );
      regionPath(map, 'Zuidoost').focus();
      assert(style('.ring-outer').stroke !== style('.ring-inner').stroke, 'a ring in two colours');
      await audit(map);
    },
  );

  itIf(can.emulate.includes('dark'))('passes the axe audit in dark colours', async () => {
    await emulateDark();
    const map = await showMap({selected: id('noordwest'), marker: {point: [4.5, 52.2], label: '1234'}});
    // A dark host page, because the map has no background of its own.
    Object.assign(document.documentElement.style, {colorScheme: 'dark', background: '#142125'});
    afterThisTest(() => document.documentElement.removeAttribute('style'));
    await audit(map);
  });

  it('keeps its buttons and source inside a narrow element', async () => {
    const map = await showMap({tiles: 'pdok'}, {width: 288, height: 420});
    const right = map.getBoundingClientRect().right;
    for (const node of findAll(map, 'button, [part="attribution"]')) {
      assert(node.getBoundingClientRect().right <= right + 1, `${node.textContent} sticks out`);
    }
  });

  it('has the same names for directions on pages from right to left', async () => {
    const map = await showMap();
    map.dir = 'rtl';
    await nextFrame();
    const left = (name: string) => buttonOf(map, name).getBoundingClientRect().left;
    assert(left('schuif naar links') < left('schuif naar rechts'), 'left is left');
    const west = regionPath(map, 'Noordwest').getBoundingClientRect();
    assert(west.left < regionPath(map, 'Noordoost').getBoundingClientRect().left, 'west is left');
  });
});

describe('<regio-map> in a page', () => {
  it('waits for a size when it is hidden at first', async () => {
    const details = await render<HTMLDetailsElement>(
      '<details><summary>Kaart</summary><regio-map></regio-map></details>',
    );
    const map = present(details.querySelector('regio-map'), 'the map');
    map.regions = squares;
    map.selected = id('noordoost');
    await rendered(map);
    await nextFrame();
    equal(regionPaths(map).length, 0, 'regions while hidden');
    details.open = true;
    await isDrawn(map);
    deepEqual(selectedNames(map), ['Noordoost']);
    assert(isInView(map, 'Noordoost'), 'in view');
  });

  it('keeps what it shows while it is hidden later', async () => {
    const map = await showMap({selected: id('noordoost')});
    const there = await standsStill(map);
    map.hidden = true;
    await nextFrame();
    map.hidden = false;
    await nextFrame();
    equal(await standsStill(map), there);
  });

  it('fits again when its size changes', async () => {
    const map = await showMap();
    map.style.width = '300px';
    const isWhole = () => isInView(map, 'Zuidoost') && isInView(map, 'Noordwest');
    await waitFor(() => Math.round(frameOf(map).width) === 300 && isWhole(), 'the narrower map');
    map.style.setProperty('--regio-map-height', '280px');
    await waitFor(() => frameOf(map).height < 280 && isWhole(), 'the lower map');
    map.style.width = '700px';
    await waitFor(() => Math.round(frameOf(map).width) === 700 && isWhole(), 'the larger map');
  });

  it('works without ResizeObserver', async () => {
    const {ResizeObserver} = window;
    afterThisTest(() => Object.assign(window, {ResizeObserver}));
    Object.assign(window, {ResizeObserver: undefined});
    const map = await showMap();
    map.style.width = '300px';
    window.dispatchEvent(new Event('resize'));
    await waitFor(() => isInView(map, 'Zuidoost'), 'the smaller map');
  });

  it('works again after it was removed and put back', async () => {
    const map = await showMap({selected: id('zuidwest')});
    const parent = present(map.parentElement, 'its parent');
    map.remove();
    equal(regionPaths(map).length, 0, 'regions while away');
    map.selected = id('noordoost');
    parent.append(map);
    await isDrawn(map);
    deepEqual(selectedNames(map), ['Noordoost']);
    assert(isInView(map, 'Noordoost'), 'in view');
    await expectEvent(map, 'regio-map-select', () => click(regionPath(map, 'Noordoost')));
  });

  it('can be removed in the middle of a move', async () => {
    const map = await showMap();
    map.selected = id('zuidwest');
    await rendered(map);
    await nextFrame();
    map.remove();
    await nextFrame();
    await nextFrame();
  });

  it('leaves nothing behind when the element is moved a thousand times', async () => {
    const map = await showMap();
    const [first, second] = [await render('<div></div>'), await render('<section></section>')];
    const listeners = countListeners(document, window, document.body);
    first.append(map);
    await isDrawn(map);
    const nodes = findAll(map, '*').length;
    const before = listeners();
    for (let move = 0; move < 1000; move++) {
      (move % 2 ? first : second).append(map);
      // Most moves happen in one task; after some there is time to make the map.
      if (move % 100 === 0) await isDrawn(map);
    }
    await isDrawn(map);
    equal(listeners(), before, 'listeners on the page');
    equal(findAll(map, '*').length, nodes, 'nodes');
  });

  it('accepts another set of regions', async () => {
    const map = await showMap();
    map.regions = squares.slice(0, 2);
    await waitFor(() => regionPaths(map).length === 2, 'two regions');
  });

  it('works beside a patched Array.prototype and another Leaflet', async () => {
    const own = {version: 'of the host'};
    Object.assign(window, {L: own});
    // biome-ignore lint/suspicious/noExplicitAny: what old scripts do to a page
    (Array.prototype as any).first = function first() {
      return this[0];
    };
    afterThisTest(() => {
      // biome-ignore lint/suspicious/noExplicitAny: as above
      delete (Array.prototype as any).first;
      Reflect.deleteProperty(window, 'L');
    });
    const map = await showMap({selected: id('noordwest'), candidates: [id('zuidwest')]});
    await click(buttonOf(map, 'zoom uit'));
    await standsStill(map);
    equal((window as unknown as {L: unknown}).L, own, 'the host’s L');
    const classes = document.body.className;
    equal(classes, '', 'classes on the body');
  });

  it('shows two maps apart', async () => {
    const [first, second] = [await showMap({}, {height: 280}), await showMap({}, {height: 280})];
    first.selected = id('noordwest');
    second.candidates = [id('zuidoost')];
    await standsStill(first);
    await standsStill(second);
    deepEqual(selectedNames(first), ['Noordwest']);
    deepEqual(selectedNames(second), []);
    const patterns = [first, second].map((map) => find(map, 'pattern')?.id);
    assert(patterns[0] !== patterns[1], 'ids differ');
  });
});

/** Counts the listeners that are added to `targets` from now on and not removed. */
function countListeners(...targets: readonly EventTarget[]): () => number {
  const added: unknown[][] = [];
  for (const target of targets) {
    const {addEventListener, removeEventListener} = target;
    target.addEventListener = (...call: Parameters<typeof addEventListener>) => {
      added.push([target, call[0], call[1]]);
      addEventListener.apply(target, call);
    };
    target.removeEventListener = (...call: Parameters<typeof removeEventListener>) => {
      const index = added.findIndex(
        ([of, type, listener]) => of === target && type === call[0] && listener === call[1],
      );
      if (index >= 0) added.splice(index, 1);
      removeEventListener.apply(target, call);
    };
    afterThisTest(() => Object.assign(target, {addEventListener, removeEventListener}));
  }
  return () => added.length;
}

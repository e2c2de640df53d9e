import {
  assert,
  click,
  deepEqual,
  equal,
  expectEvent,
  expectNoEvent,
  find,
  findAll,
  present,
  press,
  render,
  rendered,
  waitFor,
} from '../../helpers/index.js';
import {buttonOf, id, isInView, regionPath, regionPaths, showMap, standsStill} from './show-map.js';

/** Accessible name of the focused element in the map. */
const focusName = (map: Element) => map.shadowRoot?.activeElement?.getAttribute('aria-label') ?? null;

describe('<regio-map> by keyboard', () => {
  it('is one tab stop, followed by its buttons and the rest of the page', async () => {
    const before = await render('<button>Ervoor</button>');
    const map = await showMap();
    await render('<button>Erna</button>');
    before.focus();
    const names: (string | null)[] = [];
    for (let stop = 0; stop < 8; stop++) {
      await press('Tab');
      names.push(focusName(map));
    }
    deepEqual(names, [
      'Noordwest',
      'Kaart: zoom in',
      'Kaart: zoom uit',
      'Kaart: toon heel Nederland',
      'Kaart: schuif naar links',
      'Kaart: schuif naar boven',
      'Kaart: schuif naar beneden',
      'Kaart: schuif naar rechts',
    ]);
    await press('Tab');
    equal(document.activeElement?.textContent, 'Erna');
  });

  it('moves to the neighbour in the direction of the arrow key, and chooses nothing', async () => {
    const map = await showMap();
    regionPath(map, 'Noordwest').focus();
    await expectNoEvent(map, 'regio-map-select', async () => {
      const rows = [
        ['ArrowRight', 'Noordoost'],
        ['ArrowDown', 'Zuidoost'],
        ['ArrowLeft', 'Zuidwest'],
        ['ArrowLeft', 'Zuidwest'],
        ['ArrowUp', 'Noordwest'],
        ['End', 'Zuidoost'],
        ['Home', 'Noordwest'],
      ] as const;
      for (const [key, name] of rows) {
        await press(key);
        equal(focusName(map), name, `after ${key}`);
      }
    });
    equal(regionPaths(map).filter((path) => path.tabIndex === 0).length, 1, 'tab stops');
  });

  it('chooses with Enter and with Space, once each', async () => {
    const map = await showMap();
    regionPath(map, 'Noordwest').focus();
    await press('ArrowDown');
    for (const key of ['Enter', 'Space']) {
      const event = await expectEvent(map, 'regio-map-select', () => press(key));
      equal((event as unknown as {regionId: string}).regionId, 'zuidwest', key);
    }
  });

  it('moves to the buttons of the map with Escape, and comes back to the same region', async () => {
    const map = await showMap();
    regionPath(map, 'Noordwest').focus();
    await press('ArrowRight');
    await press('Escape');
    equal(focusName(map), 'Kaart: zoom in');
    await press('Shift+Tab');
    equal(focusName(map), 'Noordoost');
  });

  it('makes the selected region the tab stop, else the first candidate', async () => {
    const map = await showMap({selected: id('zuidoost')});
    equal(regionPath(map, 'Zuidoost').tabIndex, 0);
    equal(regionPath(map, 'Noordwest').tabIndex, -1);
    Object.assign(map, {selected: null, candidates: [id('zuidwest'), id('noordoost')]});
    await rendered(map);
    equal(regionPath(map, 'Zuidwest').tabIndex, 0);
    equal(regionPaths(map).filter((path) => path.tabIndex === 0).length, 1, 'tab stops');
  });

  it('leaves other keys and chords to the page', async () => {
    const map = await showMap();
    const path = regionPath(map, 'Noordwest');
    path.focus();
    for (const init of [{key: 'a'}, {key: '+'}, {key: 'ArrowRight', ctrlKey: true}, {key: 'ArrowLeft', altKey: true}]) {
      const event = new KeyboardEvent('keydown', {...init, bubbles: true, cancelable: true, composed: true});
      path.dispatchEvent(event);
      equal(event.defaultPrevented, false, init.key);
    }
    equal(focusName(map), 'Noordwest');
  });

  it('outlines the focused region, apart from the selection, for keys and not for the mouse', async () => {
    const map = await showMap({selected: id('noordoost')});
    await click(regionPath(map, 'Noordoost'));
    equal(findAll(map, '.ring-outer').length, 0, 'rings after a click');
    await press('ArrowLeft');
    const [outer, inner] = [find(map, '.ring-outer'), find(map, '.ring-inner')];
    equal(outer?.getAttribute('d'), regionPath(map, 'Noordwest').getAttribute('d'));
    assert(
      getComputedStyle(present(outer, 'outer')).stroke !== getComputedStyle(present(inner, 'inner')).stroke,
      'two colours',
    );
    equal(findAll(map, '.mark.selected').length, 1, 'outline of the selection');
    await press('Tab');
    equal(findAll(map, '.ring-outer').length, 0, 'rings after leaving');
  });

  it('brings the region with focus into view', async () => {
    const map = await showMap({selected: id('noordwest')});
    for (let step = 0; step < 4; step++) await click(buttonOf(map, 'Kaart: zoom in'));
    await standsStill(map);
    regionPath(map, 'Noordwest').focus();
    await press('ArrowRight');
    await standsStill(map);
    const box = regionPath(map, 'Noordoost').getBoundingClientRect();
    const frame = present(find(map, '.view'), 'the map').getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    assert(x > frame.left && x < frame.right && y > frame.top && y < frame.bottom, 'its middle in view');
  });
});

describe('buttons of <regio-map>', () => {
  it('zoom, keep the focus, and announce when they can do no more', async () => {
    const map = await showMap();
    const [zoomIn, zoomOut, all] = ['Kaart: zoom in', 'Kaart: zoom uit', 'Kaart: toon heel Nederland'].map((name) =>
      buttonOf(map, name),
    );
    assert(zoomIn && zoomOut && all, 'buttons');
    equal(zoomOut.ariaDisabled, 'true');
    equal(all.ariaDisabled, 'true');
    const width = () => regionPath(map, 'Noordwest').getBoundingClientRect().width;
    const whole = width();

    zoomIn.focus();
    await press('Enter');
    await standsStill(map);
    assert(width() > whole * 1.3, 'closer');
    equal(map.shadowRoot?.activeElement, zoomIn);
    await waitFor(() => zoomOut.ariaDisabled === 'false', 'the way back');

    await click(all);
    await standsStill(map);
    assert(Math.abs(width() - whole) < 1, 'the whole country');
    equal(map.shadowRoot?.activeElement, all);
    await waitFor(() => all.ariaDisabled === 'true', 'nothing more to show');

    for (let step = 0; step < 8; step++) {
      await click(zoomIn);
      await standsStill(map);
    }
    await waitFor(() => zoomIn.ariaDisabled === 'true', 'the closest');
    const closest = width();
    await click(zoomIn);
    await standsStill(map);
    equal(width(), closest);
  });

  it('move the map without a drag', async () => {
    const map = await showMap();
    await click(buttonOf(map, 'Kaart: zoom in'));
    await standsStill(map);
    await click(buttonOf(map, 'Kaart: zoom in'));
    await standsStill(map);
    const at = () => regionPath(map, 'Noordwest').getBoundingClientRect();
    const rows = [
      ['rechts', -1, 0],
      ['links', 1, 0],
      ['beneden', 0, -1],
      ['boven', 0, 1],
    ] as const;
    for (const [name, x, y] of rows) {
      const before = at();
      await click(buttonOf(map, name));
      await standsStill(map);
      equal(Math.sign(Math.round(at().left - before.left)) || 0, x, `${name}, across`);
      equal(Math.sign(Math.round(at().top - before.top)) || 0, y, `${name}, down`);
    }
  });

  it('do not move the map off the country', async () => {
    const map = await showMap();
    await click(buttonOf(map, 'Kaart: zoom in'));
    await standsStill(map);
    for (let step = 0; step < 12; step++) await click(buttonOf(map, 'Kaart: schuif naar links'));
    await standsStill(map);
    await waitFor(() => buttonOf(map, 'Kaart: schuif naar links').ariaDisabled === 'true', 'the edge');
    assert(regionPath(map, 'Noordwest').getBoundingClientRect().left < 400, 'the country in view');
    assert(!isInView(map, 'Noordoost'), 'moved');
  });

  it('are at least 44 px and have names', async () => {
    const map = await showMap({tiles: 'pdok'});
    for (const button of findAll(map, 'button')) {
      const {width, height} = button.getBoundingClientRect();
      assert(width >= 44 && height >= 44, `${button.ariaLabel}: ${width} x ${height}`);
      assert(button.ariaLabel || button.textContent?.trim(), 'a name');
    }
  });
});

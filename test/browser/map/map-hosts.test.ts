import {
  afterThisTest,
  allowConsole,
  assert,
  click,
  consoleProblems,
  equal,
  expectEvent,
  find,
  findAll,
  matches,
  present,
  press,
  rendered,
  waitFor,
} from '../../helpers/index.js';
import {buttonOf, id, isInView, regionPath, showMap, standsStill} from './show-map.js';

/** Adds a function to `Object.prototype` like careless scripts, which every `for (… in …)` of the page then meets. */
function extendObjects(): void {
  Object.defineProperty(Object.prototype, 'hostHelper', {
    value: () => undefined,
    enumerable: true,
    configurable: true,
    writable: true,
  });
  afterThisTest(() => Reflect.deleteProperty(Object.prototype, 'hostHelper'));
}

describe('<regio-map> on pages with a function on Object.prototype', () => {
  it('works: choice, keys, buttons, and removal', async () => {
    extendObjects();
    const map = await showMap({candidates: [id('zuidwest')]});
    await expectEvent(map, 'regio-map-select', () => click(regionPath(map, 'Zuidwest')));
    await press('ArrowRight');
    equal(map.shadowRoot?.activeElement, regionPath(map, 'Zuidoost'));
    map.candidates = [];
    map.selected = id('noordoost');
    await standsStill(map);
    await click(buttonOf(map, 'zoom uit'));
    await standsStill(map);
    const parent = present(map.parentElement, 'its parent');
    map.remove();
    parent.append(map);
    await waitFor(() => find(map, '.region'), 'the regions, again');
  });

  it('offers no background map, and warns the programmer', async () => {
    allowConsole(/no background map/);
    extendObjects();
    const map = await showMap({tiles: 'pdok'});
    equal(find(map, '.background'), null);
    equal(consoleProblems().length, 1, 'warnings');
  });
});

describe('<regio-map> where it cannot be drawn', () => {
  it('shows a message that refers to the list', async () => {
    allowConsole(/the map does not work on this page/);
    const {createElementNS} = document;
    afterThisTest(() => Object.assign(document, {createElementNS}));
    const map = await showMap();
    Object.assign(document, {
      createElementNS: () => {
        throw new Error('not here');
      },
    });
    map.regions = [...map.regions];
    map.remove();
    document.body.append(map);
    afterThisTest(() => map.remove());
    const words = await waitFor(() => find(map, '.broken')?.textContent, 'the words');
    matches(words, /lijst/);
    equal(findAll(map, 'button').length, 0, 'buttons');
    Object.assign(document, {createElementNS});
    map.remove();
    document.body.append(map);
    await waitFor(() => find(map, '.region'), 'the regions, once it can');
    await rendered(map);
    equal(find(map, '.broken'), null);
  });
});

describe('<regio-map> on paper', () => {
  it('shows the whole country at the size of the sheet, and then the earlier view', async () => {
    const map = await showMap({selected: id('zuidoost')}, {width: 358, height: 420});
    await standsStill(map);
    const place = () => {
      const {left, top, width} = regionPath(map, 'Zuidoost').getBoundingClientRect();
      return [left, top, width].map((value) => Math.round(value)).join(' ');
    };
    const before = place();
    assert(!isInView(map, 'Noordwest'), 'close to the region at first');
    window.dispatchEvent(new Event('beforeprint'));
    // At once, because the page is printed when the listeners have run.
    const {width, height} = present(find(map, '.view'), '.view').getBoundingClientRect();
    equal(`${width} ${height}`, '560 440');
    assert(isInView(map, 'Noordwest') && isInView(map, 'Zuidoost'), 'the whole country');
    const names = findAll(map, '.label.shown .name');
    equal(names.length, 4, 'names');
    for (const name of names) equal(getComputedStyle(name).opacity, '1', 'a name that has come');
    window.dispatchEvent(new Event('afterprint'));
    await standsStill(map);
    equal(place(), before);
  });

  it('goes back to where the visitor had moved it', async () => {
    const map = await showMap();
    await click(buttonOf(map, 'zoom in'));
    const before = await standsStill(map);
    window.dispatchEvent(new Event('beforeprint'));
    window.dispatchEvent(new Event('afterprint'));
    equal(await standsStill(map), before);
  });
});

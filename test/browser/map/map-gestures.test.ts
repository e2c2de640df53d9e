import {
  assert,
  click,
  drag,
  equal,
  expectEvent,
  expectNoEvent,
  find,
  matches,
  present,
  rendered,
  waitFor,
  wheel,
} from '../../helpers/index.js';
import {buttonOf, frameOf, regionPath, showMap, standsStill} from './show-map.js';

const hint = (map: Element) => present(find(map, '.hint'), 'the hint');
const leftOf = (map: Element) => regionPath(map, 'Noordwest').getBoundingClientRect().left;
const widthOf = (map: Element) => regionPath(map, 'Noordwest').getBoundingClientRect().width;

/** Sends one pointer event to the region in the north-west, at pixels from the map's corner. */
function point(map: Element, type: string, pointerId: number, x: number, y: number): void {
  const frame = frameOf(map);
  regionPath(map, 'Noordwest').dispatchEvent(
    new PointerEvent(type, {
      bubbles: true,
      cancelable: true,
      composed: true,
      pointerId,
      pointerType: 'touch',
      isPrimary: pointerId === 10,
      clientX: frame.left + x,
      clientY: frame.top + y,
    }),
  );
}

describe('<regio-map> with mouse, wheel and touch', () => {
  it('follows a drag of the mouse, whose end selects nothing', async () => {
    const map = await showMap();
    for (let step = 0; step < 2; step++) {
      await click(buttonOf(map, 'zoom in'));
      await standsStill(map);
    }
    const before = leftOf(map);
    const frame = frameOf(map);
    const [x, y] = [frame.left + 320, frame.top + 200];
    await expectNoEvent(map, 'regio-map-select', () => drag({x, y}, {x: x - 60, y}));
    await standsStill(map);
    assert(Math.abs(leftOf(map) - (before - 60)) <= 2, `moved by ${leftOf(map) - before}`);
    await expectEvent(map, 'regio-map-select', () => click({x: frame.left + 450, y: frame.top + 400}));
  });

  it('leaves the wheel alone to the page and shows a hint, which disappears', async () => {
    const map = await showMap();
    const before = widthOf(map);
    equal(getComputedStyle(hint(map)).opacity, '0');
    await wheel(regionPath(map, 'Noordwest'), 60);
    await waitFor(() => hint(map).classList.contains('shown'), 'the hint');
    matches(hint(map).textContent, /Ctrl|⌘/);
    equal(hint(map).ariaHidden ?? hint(map).getAttribute('aria-hidden'), 'true');
    equal(widthOf(map), before, 'width');
    await waitFor(() => !hint(map).classList.contains('shown'), 'the hint to go');
  });

  it('zooms by the wheel with Ctrl or Command, around the pointer', async () => {
    const map = await showMap();
    for (const chord of [{ctrlKey: true}, {metaKey: true}]) {
      const before = widthOf(map);
      const target = regionPath(map, 'Noordwest');
      const box = target.getBoundingClientRect();
      const event = new WheelEvent('wheel', {
        bubbles: true,
        cancelable: true,
        composed: true,
        deltaY: -100,
        clientX: box.left + box.width / 2,
        clientY: box.top + box.height / 2,
        ...chord,
      });
      target.dispatchEvent(event);
      equal(event.defaultPrevented, true);
      await standsStill(map);
      assert(widthOf(map) > before * 1.2, 'closer');
    }
    await waitFor(() => buttonOf(map, 'zoom uit').ariaDisabled === 'false', 'the buttons to follow');
  });

  it('lets one finger scroll the page', async () => {
    const map = await showMap();
    const view = present(find(map, '.view'), 'the map');
    equal(getComputedStyle(view).touchAction, 'pan-y');
    const before = leftOf(map);
    point(map, 'pointerdown', 10, 100, 100);
    point(map, 'pointermove', 10, 102, 160);
    await rendered(map);
    equal(hint(map).classList.contains('shown'), false, 'a hint for a scroll');
    point(map, 'pointermove', 10, 160, 102);
    await waitFor(() => hint(map).classList.contains('shown'), 'the hint');
    matches(hint(map).textContent, /twee vingers/);
    point(map, 'pointerup', 10, 160, 100);
    equal(leftOf(map), before);
  });

  it('zooms and moves with two fingers', async () => {
    const map = await showMap();
    const before = widthOf(map);
    point(map, 'pointerdown', 10, 200, 200);
    point(map, 'pointerdown', 11, 300, 200);
    point(map, 'pointermove', 10, 198, 200);
    point(map, 'pointermove', 10, 150, 200);
    point(map, 'pointermove', 11, 350, 200);
    point(map, 'pointerup', 10, 150, 200);
    point(map, 'pointerup', 11, 350, 200);
    await standsStill(map);
    assert(Math.abs(widthOf(map) / before - 2) < 0.1, `zoomed ${widthOf(map) / before} times`);
    const left = leftOf(map);
    point(map, 'pointerdown', 10, 200, 200);
    point(map, 'pointerdown', 11, 300, 200);
    point(map, 'pointermove', 10, 199, 200);
    point(map, 'pointermove', 11, 260, 200);
    point(map, 'pointermove', 10, 160, 200);
    point(map, 'pointerup', 10, 160, 200);
    point(map, 'pointerup', 11, 260, 200);
    await standsStill(map);
    assert(leftOf(map) < left, 'moved');
  });

  it('keeps the page from scrolling under two fingers only', async () => {
    const map = await showMap();
    const view = present(find(map, '.view'), 'the map');
    const touches = (count: number) => {
      const event = new Event('touchmove', {bubbles: true, cancelable: true});
      Object.assign(event, {touches: {length: count}});
      view.dispatchEvent(event);
      return event.defaultPrevented;
    };
    equal(touches(1), false);
    equal(touches(2), true);
  });
});

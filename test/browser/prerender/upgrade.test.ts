import {
  assert,
  audit,
  click,
  deepEqual,
  equal,
  findAll,
  present,
  press,
  STRICT_POLICY,
  type,
  waitFor,
} from '../../helpers/index.js';
import {field, focused, part, textOf} from '../finder/kaart.js';
import {markupFor, markupOf, openPrerendered, type PrerenderedPage} from './prerendered.js';

const FORMS = ['nl', 'nl-click', 'nl-no-map', 'en', 'en-click', 'en-no-map'] as const;

/** A policy that allows files of the page's own site and nothing else, not even a request by a script. */
const OWN_FILES = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'";

/** The position of each control, heading and text. */
function places({root, after}: PrerenderedPage): Record<string, string> {
  const shown = [...root.querySelectorAll('[part], .intro, .start, .map, li')].filter(
    (element) => !element.closest('.region:not([open]) > article') && element.getClientRects().length > 0,
  );
  const boxes = [...shown, after].map((element, index) => {
    const {x, y, width, height} = element.getBoundingClientRect();
    const box = [x, y, width, height].map((value) => value.toFixed(1)).join(' ');
    return [`${index} ${element.getAttribute('part') ?? element.className}`, box];
  });
  return Object.fromEntries(boxes);
}

describe('the prerendered element', () => {
  for (const name of FORMS) {
    it(`${name}.html has the same contents as the element, and passes axe before and after the script`, async () => {
      const page = await openPrerendered(await markupOf(name), {held: 'outlines|map-'});
      equal(page.root.querySelectorAll('details.region').length, 14);
      equal(page.root.querySelectorAll('.picture').length, name.includes('no-map') ? 0 : 1);
      await audit(page.kaart);
      const before = places(page);
      await page.upgrade();
      deepEqual(places(page), before);
      equal(page.root.querySelectorAll('link, details.region').length, 0);
      equal(page.root.querySelectorAll('form').length, 1);
      await audit(page.kaart);
    });
  }

  it('keeps what the visitor typed, answers it, and leaves focus and caret where they are', async () => {
    const page = await openPrerendered(await markupOf('nl-no-map'));
    await click(field(page.kaart));
    await type('13166');
    await press('ArrowLeft');
    await press('Shift+ArrowLeft');
    await page.upgrade();
    const input = field(page.kaart);
    equal(input.value, '13166');
    equal(focused(page.document), input);
    deepEqual([input.selectionStart, input.selectionEnd, input.selectionDirection], [3, 4, 'backward']);
    await press('ArrowRight');
    await press('Delete');
    equal(input.value, '1316');
    await waitFor(() => part(page.kaart, 'card'), 'the card');
    equal(textOf(page.kaart, 'card-name'), 'Flever');
    equal(focused(page.document), input);
  });

  it('answers a whole postcode that was typed before the script loaded', async () => {
    const page = await openPrerendered(await markupOf('nl-no-map'));
    await click(field(page.kaart));
    await type('1316');
    await page.upgrade();
    await waitFor(() => part(page.kaart, 'card'), 'the card');
    equal(textOf(page.kaart, 'card-name'), 'Flever');
  });

  it('moves nothing where it begins with a card, and fires no event', async () => {
    const page = await openPrerendered(await markupFor({region: 'zeeland'}), {height: 1600});
    const heard: string[] = [];
    for (const type of ['regio-select', 'regio-choice', 'regio-miss']) {
      page.document.addEventListener(type, () => heard.push(type));
    }
    const before = places(page);
    assert(
      Object.keys(before).some((name) => name.endsWith('card-name')),
      'got no card before the script',
    );
    await page.upgrade();
    deepEqual(places(page), before);
    equal(textOf(page.kaart, 'card-name'), 'Viazorg');
    equal(page.root.querySelectorAll('article').length, 1);
    deepEqual(heard, []);
    await audit(page.kaart);
  });

  for (const [typed, name] of [
    ['3511', 'Utrechtzorg'],
    ['', null],
  ] as const) {
    it(`puts what the visitor made of the host's postcode first: "${typed}"`, async () => {
      const page = await openPrerendered(await markupFor({postcode: '1316'}));
      equal(textOf(page.kaart, 'card-name'), 'Flever');
      await click(field(page.kaart));
      field(page.kaart).select();
      await press('Delete');
      if (typed) await type(typed);
      await page.upgrade();
      equal(field(page.kaart).value, typed);
      if (name) await waitFor(() => textOf(page.kaart, 'card-name') === name, 'the other card');
      else await waitFor(() => !part(page.kaart, 'card'), 'the start');
    });
  }

  it('does not leave the page when the form is submitted before the script has loaded', async () => {
    const page = await openPrerendered(await markupOf('nl-no-map'));
    const address = page.window.location.href;
    await click(field(page.kaart));
    await type('1316');
    await press('Enter');
    await click(present(part(page.kaart, 'submit'), 'the button'));
    equal(page.window.location.href, address);
    equal(field(page.kaart).value, '1316');
  });

  it('keeps opened regions open, with the focus in one, and moves nothing', async () => {
    const page = await openPrerendered(await markupOf('nl-no-map'), {height: 1600});
    const open = () =>
      findAll(page.kaart, '[data-region]')
        .filter((region) => (region as HTMLDetailsElement).open)
        .map((region) => (region as HTMLElement).dataset['region']);
    for (const id of ['zeeland', 'flevoland']) {
      await click(present(page.root.querySelector(`[data-region=${id}] > summary`), id));
    }
    const link = () =>
      present(page.root.querySelector<HTMLElement>('[data-region=zeeland] [part=website]'), 'the link');
    link().focus();
    const before = places(page);
    await page.upgrade();
    deepEqual(open(), ['flevoland', 'zeeland']);
    equal(focused(page.document), link());
    deepEqual(places(page), before);
  });

  it('keeps a list closed that the visitor has closed, with the focus on it', async () => {
    const page = await openPrerendered(await markupOf('nl-no-map'));
    await click(present(page.root.querySelector('[part=list] > summary'), 'the list'));
    await page.upgrade();
    const list = present(page.root.querySelector<HTMLDetailsElement>('[part=list]'), 'the list');
    equal(list.open, false);
    equal(focused(page.document), list.querySelector('summary'));
  });

  it('stays while English texts load, and keeps what is typed meanwhile', async () => {
    const page = await openPrerendered(await markupOf('en-no-map'), {held: 'texts-en', lang: 'nl'});
    const upgrade = page.upgrade();
    await waitFor(() => page.window.customElements.get('regio-kaart'), 'the definition');
    equal(page.root.querySelectorAll('link').length, 1);
    await click(field(page.kaart));
    await type('13');
    await upgrade;
    equal(field(page.kaart).value, '13');
    equal(focused(page.document), field(page.kaart));
  });

  it('shows the picture until the map is drawn in its place', async () => {
    const page = await openPrerendered(await markupOf('nl'), {width: 1000, height: 900});
    const picture = present(page.root.querySelector('.picture'), 'the picture');
    const frame = picture.parentElement?.getBoundingClientRect();
    await page.upgrade();
    assert(page.root.querySelector('.picture, regio-map'), 'got neither picture nor map');
    await waitFor(() => page.root.querySelector('regio-map')?.shadowRoot?.querySelector('[role=option]'), 'the map');
    equal(page.root.querySelector('.picture'), null);
    const {x, y, width, height} = present(page.root.querySelector('.map'), 'the frame').getBoundingClientRect();
    deepEqual([x, y, width, height], [frame?.x, frame?.y, frame?.width, frame?.height]);
  });

  for (const [name, policy] of [
    ['its own files', OWN_FILES],
    ['the strictest', STRICT_POLICY],
  ] as const) {
    it(`violates no policy that allows ${name}`, async () => {
      // A policy violation is reported in the console, and fails the test.
      const head = '<script type="module" src="/dist/cdn/regiokaart.js"></script>';
      const page = await openPrerendered(await markupOf('nl'), {policy, head, width: 1000, height: 900});
      equal(page.window.getComputedStyle(page.kaart).display, 'block');
      await waitFor(() => page.kaart.hasUpdated, 'the element to render itself');
      await click(field(page.kaart));
      await type('1316');
      await waitFor(() => part(page.kaart, 'card'), 'the card');
      await waitFor(() => page.root.querySelector('regio-map')?.shadowRoot?.querySelector('[role=option]'), 'the map');
    });
  }
});

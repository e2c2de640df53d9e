import type {RegioKaart} from '../../../src/index.js';
import {
  assert,
  click,
  equal,
  expectNoEvent,
  find,
  findAll,
  type Line,
  openLine,
  openPage,
  present,
  press,
  type,
  waitFor,
} from '../../helpers/index.js';
import {field, focused, listButton, listen, NAMES, part, settled, textOf} from '../finder/kaart.js';

/** A page whose requests can be held back. */
async function open(line: Line) {
  const {document: page} = await openPage({
    body: `<script type="module" src="${line.url('/src/define.ts')}"></script><regio-kaart map="none"></regio-kaart>`,
    height: 1400,
  });
  const kaart = present(page.querySelector<RegioKaart>('regio-kaart'), 'the element');
  await waitFor(() => part(kaart, 'form'), 'the form');
  await click(field(kaart));
  return {page, kaart};
}

const note = (kaart: Element) => textOf(kaart, 'note');
const options = (kaart: Element) => findAll(kaart, '[role="option"]').filter((each) => each.checkVisibility());

describe('names that are still loading', () => {
  it('are awaited after Enter, with an announcement, and then answer', async () => {
    const line = await openLine({path: NAMES, hold: true});
    const {page, kaart} = await open(line);
    const heard = listen(page);
    await expectNoEvent(kaart, 'regio-miss', async () => {
      await type('Almere');
      await press('Enter');
      await waitFor(() => note(kaart) === 'Plaatsen worden geladen…', 'the note');
    });
    equal(part(kaart, 'error'), null);
    await line.rules();
    await waitFor(() => kaart.region === 'flevoland', 'the answer');
    equal(note(kaart), '');
    equal(options(kaart).length, 0, 'suggestions');
    await waitFor(() => focused(page) === part(kaart, 'card-name'), 'the focus on the answer');
    assert(!heard.some((text) => /Geen plaats|geen Nederlandse/.test(text)), `heard ${heard}`);
  });

  it('do not replace an answer that was reached in the meantime', async () => {
    const line = await openLine({path: NAMES, hold: true});
    const {page, kaart} = await open(line);
    await type('Almere');
    await press('Enter');
    await waitFor(() => note(kaart) === 'Plaatsen worden geladen…', 'the note');
    await click(listButton(kaart, 'Zeeland'));
    equal(note(kaart), '');
    await line.rules();
    await waitFor(async () => (await line.requests()).some(({status}) => status === 200), 'the names');
    await new Promise((resolve) => setTimeout(resolve, 500));
    equal(kaart.region, 'zeeland');
    equal(focused(page), part(kaart, 'card-name'));
    equal(note(kaart), '');
  });

  it('are announced by "Zoek op plaats", which does not take the focus from an answer', async () => {
    const line = await openLine({path: NAMES, hold: true});
    const {page, kaart} = await open(line);
    await click(present(part(kaart, 'places'), 'the button'));
    await waitFor(() => note(kaart) === 'Plaatsen worden geladen…', 'the note');
    equal(focused(page), field(kaart));
    await type('1316');
    await press('Enter');
    await waitFor(() => focused(page) === part(kaart, 'card-name'), 'the answer');
    await line.rules();
    await new Promise((resolve) => setTimeout(resolve, 500));
    equal(focused(page), part(kaart, 'card-name'));
    equal(note(kaart), '');
    await settled(kaart);
  });

  it('show a message if loading fails, and leave postcodes working', async () => {
    const line = await openLine({path: NAMES, abort: true});
    const {kaart} = await open(line);
    await type('Almere');
    await press('Enter');
    await waitFor(() => /lukt nu niet/.test(note(kaart)), 'the sentence');
    equal(part(kaart, 'error'), null);
    field(kaart).select();
    await type('1316');
    await waitFor(() => kaart.region === 'flevoland', 'the answer');
    equal(note(kaart), '');
    await settled(kaart);
  });
});

describe('suggestions', () => {
  it('open again by a click in the field', async () => {
    const line = await openLine();
    const {page, kaart} = await open(line);
    await type('alme');
    await waitFor(() => options(kaart).length > 0, 'suggestions');
    field(kaart).blur();
    await waitFor(() => options(kaart).length === 0, 'none');
    await click(field(kaart));
    await waitFor(() => options(kaart).length > 0, 'suggestions again');
    equal(focused(page), field(kaart));
  });

  it('are not clipped by a box of the page, and never scroll it', async () => {
    const line = await openLine();
    const {document: page} = await openPage({
      body: `<script type="module" src="${line.url('/src/define.ts')}"></script>
        <div id="box" style="height: 330px; overflow: hidden"><regio-kaart map="none"></regio-kaart></div><p>Onder</p>`,
      height: 900,
    });
    const kaart = present(page.querySelector<RegioKaart>('regio-kaart'), 'the element');
    await waitFor(() => part(kaart, 'form'), 'the form');
    await click(field(kaart));
    const box = present(page.querySelector('#box'), 'the box');
    const before = box.scrollTop;
    await type('a');
    await waitFor(() => options(kaart).length === 8, 'eight suggestions');
    for (let step = 0; step < 9; step++) {
      await press('ArrowUp');
      const active = find(kaart, '[aria-selected="true"]');
      if (!active) continue;
      const {left, top, width, height} = active.getBoundingClientRect();
      const hit = kaart.shadowRoot?.elementFromPoint(left + width / 2, top + height / 2);
      assert(hit && (hit === active || active.contains(hit)), `${active.textContent} can be seen`);
    }
    equal(box.scrollTop, before);
  });

  it('are above the field if there is no room below', async () => {
    const line = await openLine();
    const {document: page, window} = await openPage({
      body: `<script type="module" src="${line.url('/src/define.ts')}"></script>
        <div style="height: 400px">Boven</div><regio-kaart map="none"></regio-kaart>`,
      height: 700,
    });
    const kaart = present(page.querySelector<RegioKaart>('regio-kaart'), 'the element');
    await waitFor(() => part(kaart, 'form'), 'the form');
    await click(field(kaart));
    window.scrollTo(0, 0);
    await type('a');
    await waitFor(() => options(kaart).length === 8, 'eight suggestions');
    const popup = present(find(kaart, '.suggestions'), 'the suggestions').getBoundingClientRect();
    assert(popup.top >= 0 && popup.bottom <= window.innerHeight, `from ${popup.top} to ${popup.bottom}`);
    assert(popup.bottom <= field(kaart).getBoundingClientRect().top, 'above the field');
  });

  it('follow the present language, like the field', async () => {
    const line = await openLine();
    const {kaart} = await open(line);
    await click(present(part(kaart, 'places'), 'the button'));
    kaart.lang = 'en';
    await waitFor(() => textOf(kaart, 'label') === 'Postcode or place', 'the English label');
    assert(!/plaats/.test(textOf(kaart, 'hint')), 'an English hint');
    equal(find(kaart, '[role="listbox"]')?.ariaLabel, 'Places');
  });
});

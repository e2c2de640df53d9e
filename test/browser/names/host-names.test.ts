import type {RegioKaart, RegioSelectEvent} from '../../../src/index.js';
import {
  allowConsole,
  click,
  deepEqual,
  equal,
  expectEvent,
  find,
  findAll,
  type Line,
  matches,
  openLine,
  openPage,
  present,
  press,
  type,
  waitFor,
} from '../../helpers/index.js';
import {field, focused, listButton, listen, NAMES, part, textOf} from '../finder/kaart.js';

const EVENTS = ['regio-select', 'regio-choice', 'regio-miss', 'regio-error'];

/** A page with the element and one of the host's own buttons, which records every event of the element. */
async function open(line: Line, attributes = '') {
  const {document: page} = await openPage({
    body: `<button>Host</button><regio-kaart map="none" ${attributes}></regio-kaart>`,
    height: 1400,
  });
  const events: string[] = [];
  for (const name of EVENTS) page.addEventListener(name, () => events.push(name));
  const heard = listen(page);
  present(page.querySelector('button'), 'the button').focus();
  const script = page.createElement('script');
  Object.assign(script, {type: 'module', src: line.url('/src/define.ts')});
  page.body.append(script);
  const kaart = present(page.querySelector<RegioKaart>('regio-kaart'), 'the element');
  return {page, kaart, events, heard};
}

const shown = (kaart: Element) => waitFor(() => part(kaart, 'form'), 'the form');
const note = (kaart: Element) => textOf(kaart, 'note');
const options = (kaart: Element) =>
  findAll(kaart, '[role="option"]')
    .filter((each) => each.checkVisibility())
    .map((each) => each.textContent?.trim().replace(/\s+/g, ' ') ?? '');
const answersFor = (kaart: Element) => find(kaart, '.answers-for')?.textContent ?? '';

describe('a name that the host page sets', () => {
  it('is answered like a typed one, when set by the attribute', async () => {
    const {page, kaart, events, heard} = await open(await openLine(), 'postcode="Urk"');
    await waitFor(() => kaart.region === 'flevoland', 'the answer');
    await kaart.updateComplete;
    equal(textOf(kaart, 'card-name'), 'Flever');
    matches(answersFor(kaart), /^Voor Urk/);
    equal(field(kaart).value, 'Urk');
    deepEqual(events, []);
    deepEqual(heard, []);
    equal(focused(page)?.textContent, 'Host', 'the focus');
    deepEqual(options(kaart), []);
  });

  it('is answered by lookup(), even before the first rendering', async () => {
    const {page, kaart, events} = await open(await openLine());
    await page.defaultView?.customElements.whenDefined('regio-kaart');
    const result = kaart.lookup('Scheveningen');
    equal(result.status, 'invalid');
    await waitFor(() => kaart.region === 'haaglanden-nieuwe-waterweg-noord', 'the answer');
    await kaart.updateComplete;
    matches(answersFor(kaart), /^Voor Scheveningen, ?gemeente/);
    equal(field(kaart).value, 'Scheveningen');
    kaart.lookup('Dokkum');
    await waitFor(() => kaart.region === 'groningen-friesland-drenthe', 'the next answer');
    deepEqual(events, []);
    equal(focused(page)?.textContent, 'Host', 'the focus');
  });

  it('is answered by an element that is added to the page afterwards', async () => {
    const {page, kaart} = await open(await openLine());
    await shown(kaart);
    const other = page.createElement('regio-kaart');
    other.map = 'none';
    other.lookup('Urk');
    page.body.append(other);
    await waitFor(() => other.region === 'flevoland', 'the answer');
  });

  it('gives no error while the names are loading, and only then that there is no such place', async () => {
    const line = await openLine({path: NAMES, hold: true});
    const {kaart, events} = await open(line, 'postcode="Xyzzyheim"');
    await shown(kaart);
    await waitFor(async () => (await line.requests()).some(({path}) => path.includes('suggestions')), 'the request');
    equal(part(kaart, 'error'), null);
    await line.rules();
    await waitFor(() => textOf(kaart, 'error').startsWith('Geen plaats gevonden'), 'the message');
    equal(field(kaart).value, 'Xyzzyheim');
    deepEqual(events, []);
  });

  it('gives the list if places in several regions have it, and the visitor chooses', async () => {
    const {page, kaart, events} = await open(await openLine(), 'postcode="Bergen"');
    await waitFor(() => options(kaart).length > 1, 'the list');
    equal(kaart.region, null);
    equal(note(kaart), 'Kies je plaats in de lijst.');
    deepEqual(events, []);
    equal(focused(page)?.textContent, 'Host', 'the focus');
    const limburg = findAll<HTMLElement>(kaart, '[role="option"]').find((each) =>
      each.textContent?.includes('Limburg'),
    );
    const event = await expectEvent<RegioSelectEvent>(kaart, 'regio-select', () =>
      click(present(limburg, 'Bergen in Limburg')),
    );
    equal(event.regionId, 'limburg');
    equal(event.source, 'place');
  });

  it('has a list that closes when the visitor presses elsewhere', async () => {
    const {page, kaart} = await open(await openLine(), 'postcode="Zeeland"');
    await waitFor(() => options(kaart).length > 1, 'the list');
    await click(present(page.querySelector('button'), 'the button'));
    await waitFor(() => options(kaart).length === 0, 'no list');
  });

  for (const [what, overtake, region] of [
    ['a choice from the list', (kaart: RegioKaart) => click(listButton(kaart, 'Zeeland')), 'zeeland'],
    ['another postcode', (kaart: RegioKaart) => Object.assign(kaart, {postcode: '3511'}), 'utrecht'],
    ['select()', (kaart: RegioKaart) => kaart.select('limburg'), 'limburg'],
    ['a region that is set', (kaart: RegioKaart) => Object.assign(kaart, {region: 'limburg'}), 'limburg'],
    ['reset()', (kaart: RegioKaart) => kaart.reset(), null],
  ] as const) {
    it(`is cancelled by ${what}`, async () => {
      const line = await openLine({path: NAMES, hold: true});
      const {kaart} = await open(line, 'postcode="Urk"');
      await shown(kaart);
      await waitFor(async () => (await line.requests()).some(({path}) => path.includes('suggestions')), 'the request');
      await overtake(kaart);
      await kaart.updateComplete;
      await line.rules();
      // This answer needs the same names, so a late answer would have come first.
      const other = kaart.ownerDocument.createElement('regio-kaart');
      Object.assign(other, {map: 'none', postcode: 'Urk'});
      kaart.after(other);
      await waitFor(() => other.region === 'flevoland', 'the names');
      equal(kaart.region, region);
    });
  }

  it('is cancelled by what the visitor types', async () => {
    const line = await openLine({path: NAMES, hold: true});
    const {kaart} = await open(line, 'postcode="Urk"');
    await shown(kaart);
    const input = field(kaart);
    await click(input);
    input.select();
    await type('1316');
    await press('Enter');
    await waitFor(() => kaart.region === 'flevoland', 'the answer');
    await line.rules();
    await waitFor(() => answersFor(kaart).includes('gemeente'), 'the gemeente');
    matches(answersFor(kaart), /1316/);
  });

  it('takes precedence over the region if it has an answer, and leaves it alone if it has none', async () => {
    const {kaart} = await open(await openLine(), 'postcode="Urk" region="zeeland"');
    await waitFor(() => kaart.region === 'flevoland', 'the answer');
    kaart.region = 'zeeland';
    await kaart.updateComplete;
    kaart.postcode = 'Xyzzyheim';
    await kaart.updateComplete;
    const other = kaart.ownerDocument.createElement('regio-kaart');
    Object.assign(other, {map: 'none', postcode: 'Xyzzyheim'});
    kaart.after(other);
    await waitFor(() => part(other, 'error'), 'the judgement');
    equal(kaart.region, 'zeeland');
    equal(part(kaart, 'error'), null);
  });

  it('shows a message if the names fail to load, and requests them again at the next name', async () => {
    const line = await openLine({path: NAMES, status: 503});
    const {kaart, events} = await open(line, 'postcode="Urk"');
    allowConsole(/503|Failed to load|import|error loading/i);
    await waitFor(() => note(kaart) !== '', 'the message');
    equal(kaart.region, null);
    deepEqual(events, ['regio-error']);
    await line.rules();
    kaart.lookup('Urk');
    await waitFor(() => kaart.region === 'flevoland', 'the answer');
  });
});

import '../../../src/define.js';
import type {RegioKaart} from '../../../src/index.js';
import {
  allowConsole,
  assert,
  audit as auditAxe,
  can,
  emulateDark,
  find,
  findAll,
  type HostPage,
  itIf,
  type Line,
  openLine,
  openPage,
  present,
  render,
  waitFor,
} from '../../helpers/index.js';
import {BORDER, FLEVOLAND, part, settled, submit, UNUSED} from './kaart.js';

const show = (attributes = '') => render<RegioKaart>(`<regio-kaart map="none" ${attributes}></regio-kaart>`);

/** Opens a page over a line, with an element whose map is near the viewport. */
async function openKaart(line: Line): Promise<HostPage & {kaart: RegioKaart}> {
  const page = await openPage({
    body: `<main><script type="module" src="${line.url('/src/define.ts')}"></script><regio-kaart></regio-kaart></main>`,
    height: 1400,
  });
  const kaart = present(page.document.querySelector<RegioKaart>('regio-kaart'), 'the element');
  await waitFor(() => find(kaart, '.map'), 'the frame of the map');
  return {...page, kaart};
}

/** The steps to each state without a map. */
const STATES: readonly (readonly [state: string, lead: (kaart: RegioKaart) => unknown])[] = [
  ['at the start', () => {}],
  ['with what is not complete', (kaart) => submit(kaart, '13')],
  ['with nothing typed', (kaart) => submit(kaart, '')],
  ['with a code that is not in use', (kaart) => submit(kaart, UNUSED)],
  ['with the region of a postcode', (kaart) => submit(kaart, FLEVOLAND)],
  ['with the two regions of a border postcode', (kaart) => submit(kaart, BORDER)],
  [
    'with a region about which nothing is known',
    (kaart) => {
      kaart.organisations = {rijnstreek: {name: null, formerName: null, website: null}};
      kaart.select('rijnstreek');
    },
  ],
  [
    'with a closed list',
    (kaart) => {
      (part(kaart, 'list') as HTMLDetailsElement).open = false;
    },
  ],
];

/** Audits an element, and fails if it shows an internal value such as `undefined`. */
async function audit(kaart: RegioKaart): Promise<void> {
  for (const text of findAll(kaart, ':not(style)').flatMap(({childNodes}) => [...childNodes])) {
    if (text.nodeType !== Node.TEXT_NODE) continue;
    assert(
      !/\b(false|true|undefined|null|NaN)\b|\[object|\{\w+\}/.test(text.nodeValue ?? ''),
      `got "${text.nodeValue}"`,
    );
  }
  await auditAxe(kaart);
}

describe('axe finds nothing in <regio-kaart>', () => {
  for (const [state, lead] of STATES) {
    it(state, async () => {
      const kaart = await show();
      await lead(kaart);
      await kaart.updateComplete;
      await settled(kaart);
      await audit(kaart);
    });
  }

  it('in English', async () => {
    const kaart = await show('lang="en" region="flevoland"');
    await settled(kaart);
    await audit(kaart);
  });

  for (const [state, lead] of STATES) {
    itIf(can.emulate.includes('dark'))(`in dark colours, ${state}`, async () => {
      await emulateDark();
      const kaart = await render<RegioKaart>(
        '<regio-kaart class="dark" map="none"></regio-kaart><style>.dark {color-scheme: dark; background: #142125}</style>',
      );
      await lead(kaart);
      await kaart.updateComplete;
      await settled(kaart);
      await audit(kaart);
    });
  }

  it('while the map loads', async () => {
    const line = await openLine({path: '/map/define', hold: true});
    const {kaart} = await openKaart(line);
    await waitFor(() => find(kaart, '.map')?.textContent?.includes('wordt geladen'), 'the line');
    await waitFor(async () => (await line.requests()).some(({path}) => path.includes('/map/define')), 'the request');
    await audit(kaart);
    await line.rules();
    await waitFor(() => find(kaart, 'regio-map'), 'the map');
  });

  it('when the map cannot load', async () => {
    allowConsole(/map|Failed to load|import/i);
    const line = await openLine({path: '/map/define', status: 503});
    const {kaart} = await openKaart(line);
    await waitFor(() => find(kaart, '.map button'), 'the button');
    await audit(kaart);
  });

  it('with a map, at the start and with a choice', async () => {
    const {kaart} = await openKaart(await openLine());
    await waitFor(() => findAll(kaart, '[role="option"]').length === 14, 'the regions');
    await audit(kaart);
    kaart.select('flevoland');
    await waitFor(() => find(kaart, '[role="option"][aria-selected="true"]'), 'the choice');
    await audit(kaart);
    kaart.lookup(BORDER);
    await kaart.updateComplete;
    await audit(kaart);
  });

  it('with a button for the map', async () => {
    const kaart = await render<RegioKaart>('<regio-kaart map="click"></regio-kaart>');
    await audit(kaart);
  });
});

import type {RegioKaart} from '../../../src/index.js';
import {assert, audit, equal, findAll, present, waitFor} from '../../helpers/index.js';
import {part} from '../finder/kaart.js';
import {openDemo} from './demo-page.js';

const SERVER_PAGES = ['servers/next', 'servers/nuxt', 'servers/astro', 'servers/sveltekit'];

/** Pages that only contain text. */
const WITHOUT_ELEMENT = ['handleiding', 'insluiten', 'accessibility', ...SERVER_PAGES];

const PAGES = [
  'index',
  'preset',
  'region',
  'narrow',
  'dark',
  'no-map',
  'click',
  'tiles',
  'themed',
  'two',
  'contact',
  'english',
  'slots',
  'hostile',
  'iframe',
  'samenstellen',
  'data',
  ...WITHOUT_ELEMENT,
];

describe('the demo', () => {
  for (const name of PAGES) {
    it(`${name}.html passes axe and fits 320 px`, async () => {
      const {document: page} = await openDemo(name, 320);
      const elements = [...page.querySelectorAll<RegioKaart>('regio-kaart, regio-contact')];
      equal(elements.length > 0, !WITHOUT_ELEMENT.includes(name));
      for (const element of elements) {
        await waitFor(() => part(element, 'form') ?? part(element, 'card'), 'the first render');
        await element.updateComplete;
      }
      const {scrollWidth, clientWidth} = page.documentElement;
      assert(scrollWidth <= clientWidth, `${scrollWidth} px in ${clientWidth}`);
      await audit(page.documentElement);
    });
  }

  it('shows a postcode of its own, a region of its own, and two cards', async () => {
    const regionOf = async (name: string) => {
      const {document: page} = await openDemo(name, 760);
      const kaart = present(page.querySelector<RegioKaart>('regio-kaart'), 'the element');
      await waitFor(() => part(kaart, 'card'), 'a card');
      return [String(kaart.region), findAll(kaart, 'article').length].join();
    };
    equal(await regionOf('preset'), 'flevoland,1');
    equal(await regionOf('region'), 'zeeland,1');
    equal(await regionOf('hostile'), 'null,2');
  });
});

import {
  assert,
  click,
  equal,
  find,
  findAll,
  matches,
  openLine,
  openPage,
  present,
  waitFor,
} from '../../helpers/index.js';
import {journey, kaartOf, openHost} from '../hosts/host.js';
import {altered, buttonWith, errors, FAULTS, loadFailures, TWO_FAULTS} from './faults.js';

describe('when a file fails to load', () => {
  for (const stem of ['map', 'outlines']) {
    for (const [what, fault] of stem === 'map' ? Object.entries(FAULTS) : TWO_FAULTS) {
      it(`works without a map and draws it at the next attempt: ${stem} ${what}`, async () => {
        loadFailures();
        const host = await openHost('faults', {rules: [{path: `/${stem}-`, ...fault}]});
        const kaart = await kaartOf(host.document);
        await click(present(buttonWith(kaart, 'Toon de kaart'), 'the button'));
        const retry = await waitFor(() => buttonWith(kaart, 'Probeer opnieuw'), 'a way to try again');
        equal(findAll(kaart, '.map p').length, 1, 'sentences');
        matches(find(kaart, '.map p')?.textContent, /^De kaart kan nu niet laden\./);
        equal(errors(host).length, 1, 'regio-error');
        assert(errors(host)[0]?.error instanceof host.window.Error, 'an Error');
        await journey(kaart, {map: false});

        await click(retry);
        await waitFor(() => errors(host).length === 2 && buttonWith(kaart, 'Probeer opnieuw'), 'the second failure');
        await host.line.rules();
        await click(present(buttonWith(kaart, 'Probeer opnieuw'), 'the button'));
        await journey(kaart);
        equal(errors(host).length, 2, 'regio-error');
      });
    }
  }

  it('works without a map when the outlines are altered, and draws it at the next attempt', async () => {
    const host = await openHost('faults', {rules: [await altered('outlines')]});
    const kaart = await kaartOf(host.document);
    await click(present(buttonWith(kaart, 'Toon de kaart'), 'the button'));
    const retry = await waitFor(() => buttonWith(kaart, 'Probeer opnieuw'), 'a way to try again');
    equal(errors(host)[0]?.error?.name, 'RegionDataError', 'the error');
    equal(find(kaart, 'regio-map'), null, 'a map of broken outlines');
    await journey(kaart, {map: false});
    await host.line.rules();
    await click(retry);
    await journey(kaart);
  });

  for (const [what, head, addresses] of [
    ['at ever other addresses', '', 7],
    ['at the four addresses that an import map can name', '<script type="importmap">{}</script>', 4],
  ] as const) {
    it(`is requested as often as the visitor tries, ${what}`, async () => {
      loadFailures();
      const line = await openLine({path: '/map-', abort: true});
      const {document} = await openPage({
        head: `${head}<script type="module" src="${line.url('/dist/cdn/regiokaart.js')}"></script>`,
        body: '<regio-kaart map="click"></regio-kaart>',
        height: 1500,
      });
      const kaart = await kaartOf(document);
      let failures = 0;
      document.addEventListener('regio-error', () => failures++);
      await click(present(buttonWith(kaart, 'Toon de kaart'), 'the button'));
      for (let tries = 1; tries < 7; tries++) {
        await waitFor(() => failures === tries, 'the failure');
        await click(await waitFor(() => buttonWith(kaart, 'Probeer opnieuw'), 'a way to try again'));
      }
      await waitFor(() => failures === 7, 'the last failure');
      const retry = await waitFor(() => buttonWith(kaart, 'Probeer opnieuw'), 'a way to try again');
      const asked = (await line.requests()).filter(({path}) => path.includes('/map-')).map(({path}) => path);
      equal(new Set(asked).size, addresses, asked.join());
      if (head) return;
      await line.rules();
      await click(retry);
      await journey(kaart);
    });
  }

  it('works while the map is slow, and draws it once it has loaded', async () => {
    const host = await openHost('faults', {rules: [{path: '/(map|outlines)-', hold: true}]});
    const kaart = await kaartOf(host.document);
    await click(present(buttonWith(kaart, 'Toon de kaart'), 'the button'));
    await waitFor(() => find(kaart, '.map p')?.textContent === 'De kaart wordt geladen…', 'the word for it');
    await journey(kaart, {map: false});
    await host.line.rules();
    await journey(kaart);
    equal(errors(host).length, 0, 'regio-error');
  });

  it('keeps working when the connection is lost after the page has loaded', async () => {
    loadFailures();
    const host = await openHost('faults');
    const kaart = await kaartOf(host.document);
    await host.line.rules({path: '.', abort: true});
    await journey(kaart, {map: false, faulty: true});
    await click(present(buttonWith(kaart, 'Toon de kaart'), 'the button'));
    await waitFor(() => buttonWith(kaart, 'Probeer opnieuw'), 'a way to try again');
    await host.line.rules();
    await click(present(buttonWith(kaart, 'Probeer opnieuw'), 'the button'));
    await journey(kaart);
  });
});

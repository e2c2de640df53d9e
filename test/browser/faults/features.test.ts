import {allowConsole, assert, click, equal, find, findAll, present, type, waitFor} from '../../helpers/index.js';
import {answerOf, inputOf, journey, type Kaart, kaartOf, openHost} from '../hosts/host.js';
import {altered, buttonWith, errors, FAULTS, loadFailures} from './faults.js';

describe('when a feature does not arrive', () => {
  for (const [what, fault] of Object.entries(FAULTS)) {
    it(`shows the card without its extras, and asks for them at the next card: they ${what}`, async () => {
      loadFailures();
      const host = await openHost('faults', {rules: [{path: '/card-extras-', ...fault}]});
      const kaart = await kaartOf(host.document);
      await journeyEvents(kaart, '1316', 'Flevoland');
      await waitFor(() => errors(host).length > 0, 'regio-error');
      await host.line.rules();
      await journeyEvents(kaart, '4331', 'Zeeland');
      await waitFor(
        async () =>
          (await host.line.requests()).filter(({path, status}) => path.includes('/card-extras-') && status === 200)
            .length > (fault.status || fault.abort ? 0 : 1),
        'the second try',
      );
    });

    it(`says that a search on location cannot be had, and finds it at the next click: it ${what}`, async () => {
      loadFailures();
      const host = await openHost('faults', {rules: [{path: '/location-', ...fault}], allow: "geolocation 'none'"});
      const kaart = await kaartOf(host.document);
      const button = present(find(kaart, '[part="location"]'), 'the button');
      await click(button);
      const failed = () => findAll(kaart, 'form p').some((each) => each.textContent.startsWith('Dit lukt nu niet.'));
      await waitFor(failed, 'the sentence');
      equal(errors(host).length, 1, 'regio-error');
      await journey(kaart, {map: false});
      await host.line.rules();
      await click(button);
      await waitFor(() => findAll(kaart, 'form p').some((each) => /locatie/.test(each.textContent)), 'the search');
      assert(!failed(), 'the sentence is gone');
    });

    it(`says that a search by place cannot be had, and has it at the next try: it ${what}`, async () => {
      loadFailures();
      const host = await openHost('faults', {rules: [{path: '/places-', ...fault}]});
      const kaart = await kaartOf(host.document);
      const input = inputOf(kaart);
      const failed = () => findAll(kaart, 'form p').some((each) => each.textContent.startsWith('Dit lukt nu niet.'));
      await click(input);
      await type('Alm');
      await waitFor(failed, 'the sentence');
      equal(input.value, 'Alm', 'the text stays');
      assert(errors(host).length > 0, 'regio-error');
      await journey(kaart, {map: false});
      await host.line.rules();
      await click(present(buttonWith(kaart, 'Zoek op plaats'), 'the button'));
      await waitFor(() => input.role === 'combobox', 'the search');
      assert(!failed(), 'the sentence is gone');
      await type('Almere');
      await waitFor(() => find(kaart, '[role="option"]'), 'suggestions');
    });

    it(`stays Dutch when the English texts fail, and turns English once asked again: they ${what}`, async () => {
      loadFailures();
      const host = await openHost('english', {rules: [{path: '/texts-', ...fault}]});
      const kaart = await kaartOf(host.document);
      await waitFor(() => errors(host).length > 0, 'regio-error');
      equal(find(kaart, '.root')?.getAttribute('lang'), 'nl', 'language of the texts');
      await journey(kaart, {map: false});
      await host.line.rules();
      kaart.lang = 'nl';
      await waitFor(() => kaart.updateComplete, 'the update');
      kaart.lang = 'en';
      await waitFor(() => find(kaart, '.root')?.getAttribute('lang') === 'en', 'English');
      assert(!/Regio Zeeland/.test(answerOf(kaart)), 'Dutch words');
    });

    it(`keeps the bundled data when the reader of the host's data fails: it ${what}`, async () => {
      loadFailures();
      const host = await openHost('faults', {rules: [{path: '/host-data-', ...fault}]});
      const kaart = (await kaartOf(host.document)) as Kaart & {organisations: unknown};
      kaart.organisations = {zeeland: {organisation: {name: 'Eigen naam'}}};
      await waitFor(() => errors(host).length === 1, 'regio-error');
      await journey(kaart, {map: false});
      assert(!answerOf(kaart).includes('Eigen naam'), 'not read');
      await host.line.rules();
      kaart.organisations = {zeeland: {organisation: {name: 'Eigen naam'}}};
      await waitFor(() => answerOf(kaart).includes('Eigen naam'), 'the own name');
    });
  }

  it('suggests nothing from altered places, and asks for them anew', async () => {
    const host = await openHost('faults', {rules: [await altered('places')]});
    const kaart = await kaartOf(host.document);
    const button = present(buttonWith(kaart, 'Zoek op plaats'), 'the button');
    await click(button);
    await waitFor(() => errors(host).length === 1, 'regio-error');
    equal(errors(host)[0]?.error?.name, 'RegionDataError', 'the error');
    await host.line.rules();
    await click(button);
    await waitFor(() => inputOf(kaart).role === 'combobox', 'the search');
    await type('Almere');
    await waitFor(() => find(kaart, '[role="option"]'), 'suggestions');
  });

  it('goes on without the marker and the gemeente when the points are altered', async () => {
    const host = await openHost('faults', {rules: [await altered('points')]});
    const kaart = await kaartOf(host.document);
    await journeyEvents(kaart, '1316', 'Flevoland');
    await waitFor(() => errors(host).length === 1, 'regio-error');
    equal(errors(host)[0]?.error?.name, 'RegionDataError', 'the error');
    assert(!/gemeente/.test(answerOf(kaart)), 'a gemeente');
    await click(present(buttonWith(kaart, 'Toon de kaart'), 'the button'));
    await journey(kaart);
  });

  it('shows the form while the English texts are slow', async () => {
    const host = await openHost('english', {rules: [{path: '/texts-', hold: true}], early: true});
    const kaart = await kaartOf(host.document);
    await journey(kaart, {map: false});
    await host.line.rules();
    await waitFor(() => find(kaart, '.root')?.getAttribute('lang') === 'en', 'English');
  });

  it('warns all the same when the words for it do not arrive', async () => {
    loadFailures();
    allowConsole(/console\.warn/);
    const host = await openHost('faults', {rules: [{path: '/diagnostics-', status: 404}]});
    const kaart = await kaartOf(host.document);
    kaart.select('atlantis');
    await kaart.updateComplete;
    await journey(kaart, {map: false});
  });
});

/** Submits a code and waits for the card. */
async function journeyEvents(kaart: Kaart, code: string, region: string): Promise<void> {
  const input = present(find<HTMLInputElement>(kaart, 'input'), 'the field');
  input.value = code;
  input.dispatchEvent(new Event('input', {bubbles: true}));
  await waitFor(() => answerOf(kaart).includes(`Regio ${region}`), `the card of ${region}`);
}

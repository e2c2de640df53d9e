import {allowConsole, assert, click, equal, find, findAll, present, waitFor} from '../../helpers/index.js';
import {answerOf, journey, type Kaart, kaartOf, openHost} from '../hosts/host.js';
import {errors, FAULTS, loadFailures} from './faults.js';

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

import {assert, click, equal, find, findAll, matches, nextFrame, present, type, waitFor} from '../../helpers/index.js';
import {
  answerOf,
  builtFile,
  chunkName,
  inputOf,
  journey,
  type Kaart,
  kaartOf,
  openHost,
  submit,
} from '../hosts/host.js';
import {altered, buttonWith, errors, loadFailures, TWO_FAULTS} from './faults.js';

const hasNote = (kaart: Kaart, text: RegExp) => findAll(kaart, 'form p').some((each) => text.test(each.textContent));

describe('when a feature fails to load', () => {
  for (const [what, fault] of TWO_FAULTS) {
    it(`shows the card without the gemeente, and with it for the next postcode: the points are ${what}`, async () => {
      loadFailures();
      const host = await openHost('faults', {rules: [{path: '/points-', ...fault}]});
      const kaart = await kaartOf(host.document);
      await submit(kaart, '1316');
      await waitFor(() => answerOf(kaart).includes('Flever'), 'the card of Flevoland');
      await waitFor(() => errors(host).length > 0, 'regio-error');
      assert(!/gemeente Almere/.test(answerOf(kaart)), 'no gemeente');
      await host.line.rules();
      await submit(kaart, '4331');
      await waitFor(() => /gemeente Middelburg/.test(answerOf(kaart)), 'the gemeente of the next one');
    });

    it(`shows a message if the location search fails to load, and works at the next click: it ${what}`, async () => {
      loadFailures();
      const host = await openHost('faults', {
        rules: [{path: '/location-controller-', ...fault}],
        allow: "geolocation 'none'",
      });
      const kaart = await kaartOf(host.document);
      const button = present(find(kaart, '[part="location"]'), 'the button');
      await click(button);
      await waitFor(() => hasNote(kaart, /^Dit lukt nu niet\./), 'the sentence');
      equal(errors(host).length, 1, 'regio-error');
      await journey(kaart, {map: false});
      await host.line.rules();
      await click(button);
      await waitFor(() => hasNote(kaart, /locatie/), 'the search');
      assert(!hasNote(kaart, /^Dit lukt nu niet\./), 'the sentence is gone');
    });

    it(`answers postcodes without its names, and loads them at the next letter: they ${what}`, async () => {
      loadFailures();
      const host = await openHost('faults', {rules: [{path: '/suggestions-', ...fault}]});
      const kaart = await kaartOf(host.document);
      const input = inputOf(kaart);
      await click(input);
      await type('Alm');
      await waitFor(() => errors(host).length > 0, 'regio-error');
      equal(input.value, 'Alm', 'the text stays');
      await journey(kaart, {map: false, faulty: true});
      await host.line.rules();
      await submit(kaart, 'Almere');
      await waitFor(() => answerOf(kaart).includes('Flever'), 'the card of Flevoland');
    });

    it(`stays Dutch when the English texts fail, and becomes English after the next request: they ${what}`, async () => {
      loadFailures();
      const host = await openHost('english', {rules: [{path: '/texts-', ...fault}]});
      const kaart = await kaartOf(host.document);
      await waitFor(() => errors(host).length > 0, 'regio-error');
      equal(find(kaart, '.root')?.getAttribute('lang'), 'nl', 'language of the texts');
      await journey(kaart, {map: false, faulty: true});
      await host.line.rules();
      // An earlier request may still fail; then the next rendering makes another one.
      await waitFor(async () => {
        kaart.lang = 'nl';
        await kaart.updateComplete;
        kaart.lang = 'en';
        await nextFrame();
        await kaart.updateComplete;
        return find(kaart, '.root')?.getAttribute('lang') === 'en';
      }, 'English');
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

    it(`shows a message if the gemeenten of a region fail to load, and loads them when opened again: they ${what}`, async () => {
      loadFailures();
      const host = await openHost('faults', {rules: [{path: '/municipalities-', ...fault}]});
      const kaart = await kaartOf(host.document);
      kaart.select('zeeland');
      const details = await waitFor(
        () => findAll<HTMLDetailsElement>(kaart, 'details').find(({textContent}) => /gemeenten/i.test(textContent)),
        'the gemeenten',
      );
      details.open = true;
      await waitFor(() => errors(host).length === 1, 'regio-error');
      await waitFor(() => details.querySelector('p')?.textContent.trim(), 'the sentence');
      details.open = false;
      await host.line.rules();
      await waitFor(() => {
        details.open = true;
        return details.textContent.includes('Middelburg');
      }, 'the gemeenten');
    });
  }

  it('keeps working without the marker and the gemeente when the points are altered', async () => {
    const host = await openHost('faults', {rules: [await altered('points')]});
    const kaart = await kaartOf(host.document);
    await submit(kaart, '1316');
    await waitFor(() => errors(host).length === 1, 'regio-error');
    equal(errors(host)[0]?.error?.name, 'RegionDataError', 'the error');
    assert(!/gemeente Almere/.test(answerOf(kaart)), 'a gemeente');
    await click(present(buttonWith(kaart, 'Toon de kaart'), 'the button'));
    await journey(kaart, {faulty: true});
  });

  it('answers postcodes when the names are altered, and fires an event with what was got', async () => {
    const stem = 'suggestions';
    const text = await builtFile(await chunkName(stem));
    const body = text.replace(/\bsizes\b(["']?):\s*\[[^\]]+\]/, 'sizes$1: []');
    assert(body !== text, 'the sizes of a gemeente');
    const host = await openHost('faults', {rules: [{path: `/${stem}-`, body, type: 'text/javascript'}]});
    const kaart = await kaartOf(host.document);
    await submit(kaart, 'Almere');
    await waitFor(() => errors(host).length > 0, 'regio-error');
    equal(errors(host)[0]?.error?.name, 'RegionDataError', 'the error');
    matches(errors(host)[0]?.error?.message, /^names\.json, .+: got 0, expected \d+$/);
    equal(find(kaart, '[part="error"]'), null);
    matches(find(kaart, '[part="note"]')?.textContent, /namen|plaats/i);
    await submit(kaart, '1316');
    await waitFor(() => answerOf(kaart).includes('Flever'), 'the card of Flevoland');
  });

  it('shows the form while the English texts are slow', async () => {
    const host = await openHost('english', {rules: [{path: '/texts-', hold: true}], early: true});
    const kaart = await kaartOf(host.document);
    await journey(kaart, {map: false});
    await host.line.rules();
    await waitFor(() => find(kaart, '.root')?.getAttribute('lang') === 'en', 'English');
  });
});

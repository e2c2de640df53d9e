import {click, deepEqual, equal, find, findAll, matches, present, waitFor} from '../../helpers/index.js';
import {answerOf, kaartOf, listButton, mapRegion, mapRegions, standsStill, submit} from './host.js';

/** Built beside the bundle, from the same sources. */
const PAGE = '/demo/provinces/index.html';

describe('the same finder for another division', () => {
  it('answers by postcode, list and map from the data of that division', async () => {
    const frame = document.createElement('iframe');
    frame.title = 'provinces';
    frame.width = '1000';
    frame.height = '1500';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}));
    frame.src = PAGE;
    document.body.append(frame);
    await loaded;
    const kaart = await kaartOf(present(frame.contentDocument, 'the page'));

    await submit(kaart, '1316');
    await waitFor(() => answerOf(kaart).includes('Regio Voorbeeldregio Oost'), 'the card of Oost');
    matches(answerOf(kaart), /Voorbeeldorganisatie Oost/);
    equal(kaart.region, 'voorbeeldregio-oost');

    deepEqual(
      findAll(kaart, '[part="list"] button').map((button) => button.textContent),
      ['Noord', 'Oost', 'West', 'Zuid'].map((name) => `Voorbeeldregio ${name}`),
    );
    await click(listButton(kaart, 'voorbeeldregio-zuid'));
    // Nothing about Zuid is verified, so its card refers to the fallback contact of that division.
    await waitFor(() => answerOf(kaart).includes('Voorbeeldkoepel helpt je verder'), 'the card of Zuid');

    kaart.reset();
    await kaart.updateComplete;
    find(kaart, '.map')?.scrollIntoView({block: 'center', behavior: 'instant'});
    const path = await mapRegion(kaart, 'Voorbeeldregio Noord');
    equal(mapRegions(kaart).length, 4);
    await standsStill(path);
    await click(path);
    await waitFor(() => answerOf(kaart).includes('Voorbeeldorganisatie Noord'), 'the card of Noord');
    frame.remove();
  });
});

import {allowConsole, click, find, findAll, present, waitFor} from '../../helpers/index.js';
import {journey, kaartOf, openHost} from '../hosts/host.js';

describe('on a page with restrictions', () => {
  it('draws the map without observers of size and view', async () => {
    const {document} = await openHost('no-observers');
    await journey(await kaartOf(document));
  });

  it('completes the journey without storage', async () => {
    const {document} = await openHost('no-storage');
    await journey(await kaartOf(document));
  });

  it('shows a message if a policy forbids the location, and keeps working', async () => {
    const {document} = await openHost('plain', {allow: "geolocation 'none'"});
    const kaart = await kaartOf(document);
    allowConsole(/geolocation/i);
    await click(present(find(kaart, '[part="location"]'), 'the button'));
    await waitFor(() => findAll(kaart, 'form p').some(({textContent}) => /locatie/.test(textContent)), 'the sentence');
    await journey(kaart);
  });
});

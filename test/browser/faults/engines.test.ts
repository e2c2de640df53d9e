import {allowConsole, click, find, findAll, present, waitFor} from '../../helpers/index.js';
import {journey, kaartOf, openHost} from '../hosts/host.js';

describe('where a page may do less', () => {
  it('draws the map without observers of size and view', async () => {
    const {document} = await openHost('no-observers');
    await journey(await kaartOf(document));
  });

  it('has the whole journey where storage is forbidden', async () => {
    const {document} = await openHost('no-storage');
    await journey(await kaartOf(document));
  });

  it('says that the location cannot be had where a policy forbids it, and goes on', async () => {
    const {document} = await openHost('plain', {allow: "geolocation 'none'"});
    const kaart = await kaartOf(document);
    allowConsole(/geolocation/i);
    await click(present(find(kaart, '[part="location"]'), 'the button'));
    await waitFor(() => findAll(kaart, 'form p').some(({textContent}) => /locatie/.test(textContent)), 'the sentence');
    await journey(kaart);
  });
});

import {
  allowConsole,
  click,
  deepEqual,
  equal,
  find,
  findAll,
  openLine,
  otherOrigins,
  present,
  waitFor,
} from '../../helpers/index.js';
import {journey, kaartOf, openHost, submit} from '../hosts/host.js';

const spied = (view: Window) => (view as unknown as {spied: string[]}).spied;

describe('what the finder requests, stores and sends', () => {
  it('is only its own files, over the whole journey', async () => {
    allowConsole(/status of 404|Failed to (load|fetch)|Loading (module|failed)|MIME type|importing a module/i);
    const {document, window, line} = await openHost('private', {rules: [{path: '/map-', status: 404}]});
    const kaart = await kaartOf(document);
    // The map fails, is requested again, and loads.
    const retry = await waitFor(
      () => findAll(kaart, 'button').find(({textContent}) => textContent === 'Probeer opnieuw'),
      'a way to try again',
    );
    await line.rules();
    await click(retry);
    await journey(kaart);
    await submit(kaart, '1010');
    await submit(kaart, '');
    await submit(kaart, '1316 AB');
    kaart.lang = 'en';
    await waitFor(() => find(kaart, '.root')?.getAttribute('lang') === 'en', 'English');
    kaart.lang = 'nl';
    await waitFor(() => find(kaart, '.root')?.getAttribute('lang') === 'nl', 'Dutch');
    kaart.remove();
    document.body.append(kaart);
    await journey(await kaartOf(document));

    deepEqual(spied(window), []);
    equal(document.cookie, '', 'cookies');
    equal(otherOrigins(window).join(), '', 'other origins');
    const paths = (await line.requests()).map(({path}) => path);
    const own =
      /^\/(dist\/cdn\/(regiokaart|[\w-]+-[0-9a-z]{8})\.js(\?retry=\d)?|test\/(helpers|browser\/hosts\/pages)\/[\w-]+\.(html|js))$/;
    deepEqual(
      paths.filter((path) => !own.test(path)),
      [],
      'requests for anything but own files',
    );
    // Requests that bypass the line would be in the page's own record.
    const recorded = window.performance.getEntriesByType('resource').map(({name}) => new URL(name).pathname);
    deepEqual(
      recorded.filter((path) => !path.startsWith('/__line__/')),
      [],
      'requests beside the line',
    );
  });

  it('does not ask for the location before the visitor does, and then once', async () => {
    const {document, window} = await openHost('private', {allow: 'geolocation'});
    const kaart = await kaartOf(document);
    window.navigator.geolocation.constructor.prototype.getCurrentPosition = function answer(told: PositionCallback) {
      spied(window).push('asked');
      told({coords: {longitude: 5.22, latitude: 52.37, accuracy: 20}} as GeolocationPosition);
    };
    await journey(kaart);
    deepEqual(spied(window), []);
    await click(present(find(kaart, '[part="location"]'), 'the button'));
    await waitFor(() => kaart.region === 'flevoland', 'the region of the place');
    deepEqual(spied(window), ['asked']);
  });

  it('gives the page a region and never a postcode', async () => {
    const {document} = await openHost('private');
    const kaart = await kaartOf(document);
    const events: Event[] = [];
    for (const type of ['regio-select', 'regio-miss']) document.addEventListener(type, (event) => events.push(event));
    await submit(kaart, '1316 AB');
    await submit(kaart, '1010');
    await waitFor(() => events.length === 2, 'two events');
    for (const event of events) {
      const own = Object.entries(event).map(([name, value]) => `${name}=${value}`);
      equal(/1316|1010|AB/.test(own.join()), false, own.join());
    }
    equal(document.location.href.includes('1316'), false, 'the address');
  });

  it('is recorded completely: each of these would be noticed', async () => {
    const {window} = await openHost('private');
    const line = await openLine();
    window.document.cookie = 'a=1; max-age=0';
    window.localStorage.setItem('a', '1');
    window.localStorage.removeItem('a');
    window.indexedDB.open('a');
    await window.fetch(line.url('/test/helpers/watch.js'));
    window.navigator.sendBeacon(line.url('/nothing'), '');
    const seen = spied(window).map((text) => text.split(' ')[0]);
    for (const what of ['cookie', 'localStorage', 'storage', 'database', 'fetch', 'beacon']) {
      equal(seen.includes(what), true, what);
    }
  });
});

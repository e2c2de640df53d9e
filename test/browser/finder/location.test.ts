import '../../../src/define.js';
import type {RegioKaart} from '../../../src/index.js';
import {
  afterThisTest,
  allowConsole,
  assert,
  audit,
  click,
  deepEqual,
  equal,
  expectEvent,
  expectNoEvent,
  find,
  findAll,
  matches,
  nextFrame,
  openLine,
  openPage,
  otherOrigins,
  present,
  render,
  rendered,
  STRICT_POLICY,
  type,
  waitFor,
} from '../../helpers/index.js';

type Told = (position: unknown) => void;
type Failed = (error: unknown) => void;

/** A device that the test controls. */
interface Device {
  /** The requests to the device, in order. */
  readonly asked: PositionOptions[];
  tell: (longitude: number, latitude: number, accuracy?: number) => void;
  give: Told;
  fail: (code: number) => void;
}

/** Replaces a property of the page until the end of the test. */
function replace(target: object, name: string, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, {value, configurable: true, writable: true});
  afterThisTest(() => {
    if (before) Object.defineProperty(target, name, before);
    else delete (target as Record<string, unknown>)[name];
  });
}

function useDevice(): Device {
  const asked: PositionOptions[] = [];
  let told: Told = () => {};
  let failed: Failed = () => {};
  replace(navigator, 'geolocation', {
    getCurrentPosition(onTold: Told, onFailed: Failed, options: PositionOptions) {
      asked.push(options);
      told = onTold;
      failed = onFailed;
    },
  });
  return {
    asked,
    give: (position) => told(position),
    tell: (longitude, latitude, accuracy = 30) => told({coords: {longitude, latitude, accuracy}, timestamp: 0}),
    fail: (code) => failed({code, message: 'refused by the test'}),
  };
}

/** Holds timers of this length; returns a function that fires them. */
function holdTimers(ms: number): () => void {
  const held: (() => void)[] = [];
  const real = window.setTimeout;
  replace(window, 'setTimeout', (run: () => void, wait?: number) => (wait === ms ? held.push(run) : real(run, wait)));
  return () => {
    for (const run of held.splice(0)) run();
  };
}

const SLOW_MS = 10_000;

const ALMERE: [number, number] = [5.22, 52.37];
const LELYSTAD: [number, number] = [5.47, 52.51];
/** In Apeldoorn, some kilometres from Ede. */
const NEAR_BORDER: [number, number, number] = [5.85, 52.16, 9000];
const BRUSSELS: [number, number] = [4.35, 50.85];

const button = (kaart: Element) => present(find(kaart, '[part="location"]'), 'the button');
const formText = (kaart: Element) => find(kaart, 'form')?.textContent ?? '';
const heard = () => document.querySelector('[data-regiokaart-status]')?.textContent ?? '';
const regionShown = (kaart: RegioKaart) => waitFor(() => kaart.region, 'a region');

const says = (kaart: Element, pattern: RegExp) =>
  waitFor(() => pattern.test(formText(kaart)), `the form to say ${pattern}`);

const show = () => render<RegioKaart>('<regio-kaart map="none"></regio-kaart>');

/** Clicks the button and waits until the device has been asked. */
async function search(kaart: Element, device: Device): Promise<void> {
  const times = device.asked.length;
  await click(button(kaart));
  await waitFor(() => device.asked.length > times, 'the device to be asked');
}

describe('<regio-kaart> with "Gebruik mijn locatie"', () => {
  it('asks the device only on the click, and announces the search', async () => {
    const device = useDevice();
    const kaart = await show();
    equal(device.asked.length, 0, 'times asked');
    await search(kaart, device);
    await says(kaart, /wordt opgezocht/);
    await waitFor(() => /wordt opgezocht/.test(heard()), 'the announcement');
    equal(device.asked.length, 1, 'times asked');
    await audit(kaart);
  });

  it('shows the card of the region, and reports only the region to the host', async () => {
    const device = useDevice();
    const kaart = await show();
    await search(kaart, device);
    const event = await expectEvent(kaart, 'regio-select', () => device.tell(...ALMERE));
    equal(kaart.region, 'flevoland');
    const {regionId, source, ...rest} = event as unknown as Record<string, unknown>;
    deepEqual({regionId, source}, {regionId: 'flevoland', source: 'location'});
    deepEqual(
      Object.keys(rest).filter((key) => key !== 'isTrusted'),
      [],
    );
    await waitFor(() => /Flevoland/.test(heard()), 'the announcement');
    assert(!/opgezocht/.test(formText(kaart)), 'the note is gone');
    await audit(kaart);
  });

  it('does not store, send or log the position', async () => {
    const sent: string[] = [];
    replace(window, 'fetch', (url: string) => {
      sent.push(url);
      return Promise.reject(new Error('no network in this test'));
    });
    replace(navigator, 'sendBeacon', (url: string) => sent.push(url));
    const logged: unknown[] = [];
    for (const name of ['log', 'info', 'debug'] as const)
      replace(console, name, (...what: unknown[]) => logged.push(what));
    const device = useDevice();
    const kaart = await show();
    await search(kaart, device);
    device.tell(5.223344, 52.377788);
    await regionShown(kaart);
    deepEqual(sent, []);
    assert(!/5\.22|52\.37/.test(JSON.stringify(logged)), 'nothing in the console');
    assert(
      !/5\.22|52\.37/.test(JSON.stringify({...localStorage, ...sessionStorage}) + document.cookie),
      'nothing kept',
    );
    assert(!/5\.22|52\.37/.test(kaart.outerHTML + kaart.shadowRoot?.innerHTML), 'nothing in the page');
  });

  it('asks once when the button is clicked twice', async () => {
    const device = useDevice();
    const kaart = await show();
    await search(kaart, device);
    await click(button(kaart));
    await click(button(kaart));
    await nextFrame();
    equal(device.asked.length, 1, 'times asked');
    await expectEvent(kaart, 'regio-select', () => device.tell(...ALMERE));
  });

  it('uses the first of two answers', async () => {
    const device = useDevice();
    const kaart = await show();
    await search(kaart, device);
    await expectEvent(kaart, 'regio-select', () => {
      device.tell(...ALMERE);
      device.tell(...BRUSSELS);
      device.fail(1);
    });
    equal(kaart.region, 'flevoland');
    assert(!/buiten Nederland|mag niet/.test(formText(kaart)), 'nothing is said of the second');
  });

  it('can be used again', async () => {
    const device = useDevice();
    const kaart = await show();
    await search(kaart, device);
    device.fail(2);
    await says(kaart, /niet beschikbaar/);
    await search(kaart, device);
    device.tell(...ALMERE);
    equal(await regionShown(kaart), 'flevoland');
    await search(kaart, device);
    await expectNoEvent(kaart, 'regio-select', () => device.tell(...LELYSTAD));
    await says(kaart, /Je bent in de regio Flevoland/);
  });

  it('shows the possible regions near a border, nearest first', async () => {
    const device = useDevice();
    const kaart = await show();
    await search(kaart, device);
    await expectNoEvent(kaart, 'regio-select', () => device.tell(...NEAR_BORDER));
    await waitFor(() => findAll(kaart, '[part="card"]').length === 2, 'two cards');
    matches(find(kaart, '.answer')?.textContent, /grens.*Oost-Nederland.*Gelderland/s);
    equal(find(kaart, '.question'), null);
    equal(kaart.region, null);
    await waitFor(() => /grens/.test(heard()), 'the announcement');
    await audit(kaart);
  });

  for (const [name, run, sentence] of [
    ['the visitor refuses', (device) => device.fail(1), /mag niet gebruikt worden/],
    ['the device cannot tell', (device) => device.fail(2), /niet beschikbaar/],
    ['the device takes too long', (device) => device.fail(3), /duurt lang/],
    ['the place is NaN', (device) => device.tell(Number.NaN, Number.NaN), /geen bruikbare locatie/],
    ['there is no place in the answer', (device) => device.give({}), /geen bruikbare locatie/],
    ['there is nothing in the answer', (device) => device.give(null), /geen bruikbare locatie/],
    ['the place is too coarse', (device) => device.tell(5.2, 52.1, 90_000), /niet precies genoeg/],
    ['the place is abroad', (device) => device.tell(...BRUSSELS), /buiten Nederland/],
  ] satisfies [string, (device: Device) => void, RegExp][]) {
    it(`shows a message if ${name}`, async () => {
      const device = useDevice();
      const kaart = await show();
      await search(kaart, device);
      await expectNoEvent(kaart, 'regio-select', () => run(device));
      await says(kaart, sentence);
      await waitFor(() => sentence.test(heard()), 'the announcement');
      assert(!/wordt opgezocht/.test(formText(kaart)), 'one sentence');
      equal(kaart.region, null);
      await audit(kaart);
    });
  }

  it('shows a message on a page that may not ask', async () => {
    const device = useDevice();
    replace(window, 'isSecureContext', false);
    const kaart = await show();
    await click(button(kaart));
    await says(kaart, /niet beschikbaar/);
    equal(device.asked.length, 0, 'times asked');
  });

  it('shows a message if a policy of the page forbids it', async () => {
    const device = useDevice();
    replace(document, 'featurePolicy', {allowsFeature: (name: string) => name !== 'geolocation'});
    const kaart = await show();
    await click(button(kaart));
    await says(kaart, /niet beschikbaar/);
    equal(device.asked.length, 0, 'times asked');
  });

  it('shows a message in a browser without geolocation', async () => {
    replace(navigator, 'geolocation', undefined);
    const kaart = await show();
    await click(button(kaart));
    await says(kaart, /niet beschikbaar/);
  });

  it('shows a message if asking throws', async () => {
    replace(navigator, 'geolocation', {
      getCurrentPosition() {
        throw new TypeError('not today');
      },
    });
    const kaart = await show();
    await click(button(kaart));
    await says(kaart, /niet beschikbaar/);
  });

  it('shows a message if the device does not answer, and can be used again', async () => {
    const strike = holdTimers(SLOW_MS);
    const device = useDevice();
    const kaart = await show();
    await search(kaart, device);
    equal(device.asked[0]?.timeout, SLOW_MS);
    strike();
    await says(kaart, /duurt lang/);
    await search(kaart, device);
    await says(kaart, /wordt opgezocht/);
    device.tell(...ALMERE);
    equal(await regionShown(kaart), 'flevoland');
  });

  it('still uses a late position if the visitor waits', async () => {
    const strike = holdTimers(SLOW_MS);
    const device = useDevice();
    const kaart = await show();
    await search(kaart, device);
    strike();
    await says(kaart, /duurt lang/);
    await expectEvent(kaart, 'regio-select', () => device.tell(...ALMERE));
    assert(!/duurt lang/.test(formText(kaart)), 'the note is gone');
  });

  for (const [name, late] of [
    ['place', (device) => device.tell(...ALMERE)],
    ['refusal', (device) => device.fail(1)],
  ] satisfies [string, (device: Device) => void][]) {
    it(`ignores a late ${name} if the visitor has typed`, async () => {
      const device = useDevice();
      const kaart = await show();
      await search(kaart, device);
      present(find<HTMLElement>(kaart, 'input'), 'input').focus();
      await type('97');
      assert(!/opgezocht/.test(formText(kaart)), 'the note is gone');
      await expectNoEvent(kaart, 'regio-select', () => late(device));
      await nextFrame();
      equal(kaart.region, null);
      assert(!/mag niet/.test(formText(kaart)), 'nothing is said');
    });

    it(`ignores a late ${name} if the visitor has chosen a region`, async () => {
      const device = useDevice();
      const kaart = await show();
      await search(kaart, device);
      await click(present(find(kaart, 'button[value="zeeland"]'), 'Zeeland'));
      await expectNoEvent(kaart, 'regio-select', () => late(device));
      await nextFrame();
      equal(kaart.region, 'zeeland');
      assert(!/mag niet/.test(formText(kaart)), 'nothing is said');
    });

    it(`ignores a late ${name} if the host has chosen a region`, async () => {
      const device = useDevice();
      const kaart = await show();
      await search(kaart, device);
      kaart.select('zeeland');
      await rendered(kaart);
      await expectNoEvent(kaart, 'regio-select', () => late(device));
      equal(kaart.region, 'zeeland');
    });

    it(`ignores a late ${name} if the element has been removed`, async () => {
      const device = useDevice();
      const kaart = await show();
      await search(kaart, device);
      await waitFor(() => /opgezocht/.test(heard()), 'the announcement');
      kaart.remove();
      await expectNoEvent(kaart, 'regio-select', () => late(device));
      await nextFrame();
      matches(heard(), /opgezocht/);
    });
  }

  it('announces a typed answer, not the end of the search', async () => {
    const device = useDevice();
    const kaart = await show();
    await search(kaart, device);
    present(find<HTMLElement>(kaart, 'input'), 'input').focus();
    await type('9727');
    await waitFor(() => /Groningen/.test(heard()), 'the announcement');
    equal(kaart.region, 'groningen-friesland-drenthe');
  });

  it('speaks English', async () => {
    const device = useDevice();
    const kaart = await render<RegioKaart>('<regio-kaart map="none" lang="en"></regio-kaart>');
    await waitFor(() => /Use my location/.test(formText(kaart)), 'English');
    await search(kaart, device);
    await says(kaart, /stays on your own device/);
    device.tell(...BRUSSELS);
    await says(kaart, /outside the Netherlands/);
  });

  it('lets the host override a sentence', async () => {
    const device = useDevice();
    const kaart = await show();
    kaart.strings = {locationRefused: 'Geen locatie? Geen probleem.'};
    await search(kaart, device);
    device.fail(1);
    await says(kaart, /Geen probleem/);
  });
});

describe('the built element with "Gebruik mijn locatie" under the strictest policy', () => {
  it('answers on the device, once, without a request to another origin', async () => {
    const {document: page, window: view} = await openPage({
      policy: STRICT_POLICY,
      body: '<script type="module" src="/dist/cdn/regiokaart.js"></script><regio-kaart map="none"></regio-kaart>',
    });
    const kaart = await waitFor(() => find<RegioKaart>(page.body, 'regio-kaart'), 'the element');
    await waitFor(() => button(kaart), 'the button');
    let asked = 0;
    Object.defineProperty(view.navigator, 'geolocation', {
      value: {
        getCurrentPosition(told: Told) {
          asked++;
          told({coords: {longitude: ALMERE[0], latitude: ALMERE[1], accuracy: 10}});
        },
      },
      configurable: true,
    });
    await expectEvent(kaart, 'regio-select', () => click(button(kaart)));
    equal(kaart.region, 'flevoland');
    await expectNoEvent(kaart, 'regio-select', async () => {
      await click(button(kaart));
      await says(kaart, /Je bent in de regio Flevoland/);
    });
    equal(asked, 2, 'times asked');
    deepEqual(otherOrigins(view), []);
  });
});

describe('the built element without the outlines of the regions', () => {
  it('shows a message, and can be used again', async () => {
    allowConsole(/404|Failed to load|error loading|dynamically imported module|MIME/i);
    const line = await openLine({path: '/outlines-', status: 404});
    const {document: page, window: view} = await openPage({
      body: `<script type="module" src="${line.url('/dist/cdn/regiokaart.js')}"></script><regio-kaart map="none"></regio-kaart>`,
    });
    Object.defineProperty(view.navigator, 'geolocation', {
      value: {
        getCurrentPosition: (told: Told) => told({coords: {longitude: ALMERE[0], latitude: ALMERE[1], accuracy: 10}}),
      },
      configurable: true,
    });
    const kaart = await waitFor(() => find<RegioKaart>(page.body, 'regio-kaart'), 'the element');
    await waitFor(() => button(kaart), 'the button');
    await expectEvent(kaart, 'regio-error', () => click(button(kaart)));
    await says(kaart, /lukt nu niet/);
    await line.rules();
    await expectEvent(kaart, 'regio-select', () => click(button(kaart)));
    equal(kaart.region, 'flevoland');
  });
});

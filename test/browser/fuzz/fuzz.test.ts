import * as fc from 'fast-check';
import {
  allowConsole,
  assert,
  deepEqual,
  engine,
  equal,
  find,
  findAll,
  nextFrame,
  rendered,
  waitFor,
} from '../../helpers/index.js';
import {answerOf, inputOf, type Kaart, kaartOf, listButton, mapRegions, openHost} from '../hosts/host.js';

/** Enough to find occasional faults, but few enough for every run of the tests. */
const RUNS = engine === 'chromium' ? 12 : 4;
const STEPS = engine === 'chromium' ? 30 : 20;
const LIMIT_MS = 120_000;

/** Codes whose answer is known, and regions by their name on the map. */
const FOUND: Readonly<Record<string, string>> = {
  '1316': 'flevoland',
  '4331': 'zeeland',
  '5611': 'noord-brabant',
  '6211': 'limburg',
  '3511 AB': 'utrecht',
};
const UNKNOWN = ['1010', '1999'];
/** Digits that are not a postcode, and a word that is not a name. */
const WORD = 'xqzxqz';
const INVALID = ['', '12', '0123', '13161', WORD, '<b>13</b>', '🦆'];
const NAMES: Readonly<Record<string, string>> = {
  flevoland: 'Flevoland',
  zeeland: 'Zeeland',
  'noord-brabant': 'Noord-Brabant',
  limburg: 'Limburg',
  utrecht: 'Utrecht',
};

/** What a finder should show: the start, an error, a code that is not in use, or a region. */
type Model = 'start' | 'invalid' | 'unknown' | {readonly region: string};

const modelOf = (text: string): Model => {
  const region = FOUND[text];
  if (region) return {region};
  return UNKNOWN.includes(text) ? 'unknown' : 'invalid';
};

const regionIn = (model: Model): string | null => (typeof model === 'object' ? model.region : null);

/** A step of a visitor or of the host. */
type Step =
  | {readonly do: 'type' | 'submit' | 'lookup' | 'postcode'; readonly text: string}
  | {readonly do: 'map' | 'list' | 'select' | 'region'; readonly id: string}
  | {readonly do: 'no-region'}
  | {readonly do: 'reset' | 'remove' | 'move' | 'frame'}
  | {readonly do: 'lang'; readonly lang: string}
  | {readonly do: 'show-map'; readonly map: string};

const texts = fc.constantFrom(...Object.keys(FOUND), ...UNKNOWN, ...INVALID);
/** Names that the host page sets are answered later: see host-names.test.ts. */
const codes = texts.filter((text) => !/[a-z]/.test(text));
const ids = fc.constantFrom(...Object.keys(NAMES));
const steps: fc.Arbitrary<Step> = fc.oneof(
  {weight: 3, arbitrary: fc.record({do: fc.constantFrom('type' as const, 'submit' as const), text: texts})},
  {weight: 2, arbitrary: fc.record({do: fc.constantFrom('lookup' as const, 'postcode' as const), text: codes})},
  {weight: 3, arbitrary: fc.record({do: fc.constantFrom('map' as const, 'list' as const), id: ids})},
  {weight: 2, arbitrary: fc.record({do: fc.constantFrom('select' as const, 'region' as const), id: ids})},
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('no-region' as const, 'reset' as const, 'remove' as const, 'move' as const, 'frame' as const),
    }),
  },
  fc.record({do: fc.constant('lang' as const), lang: fc.constantFrom('nl', 'en', '', 'de')}),
  fc.record({do: fc.constant('show-map' as const), map: fc.constantFrom('visible', 'none', 'click')}),
);

/** Carries out a step, and returns what should be shown and which event should have been fired. */
async function take(step: Step, kaart: Kaart, home: Element, before: Model): Promise<{model: Model; event: string}> {
  const told = (model: Model, source: string): string => {
    const region = regionIn(model);
    if (region) return `regio-select ${region} ${source}`;
    return model === 'start' ? '' : `regio-miss ${model}`;
  };
  switch (step.do) {
    case 'type': {
      const input = inputOf(kaart);
      input.value = step.text;
      input.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
      const model = modelOf(step.text);
      if (!step.text) return {model: 'start', event: ''};
      // An error is shown only on submit, and removed when the text changes.
      if (model === 'invalid') return {model: before === 'invalid' ? 'start' : before, event: ''};
      return {model, event: told(model, 'postcode')};
    }
    case 'submit': {
      inputOf(kaart).value = step.text;
      find<HTMLButtonElement>(kaart, '[part="submit"]')?.click();
      // For a text with letters, the names are loaded first.
      if (/[a-z]/.test(step.text)) {
        await kaart.updateComplete;
        await waitFor(() => find(kaart, '[part="error"]'), 'what is wrong');
      }
      const model = modelOf(step.text);
      return {model, event: told(model, 'postcode')};
    }
    case 'lookup':
      kaart.lookup(step.text);
      return {model: modelOf(step.text), event: ''};
    case 'postcode':
      kaart.postcode = step.text;
      if (!step.text) return {model: 'start', event: ''};
      // Without an answer it leaves the region alone.
      return {model: FOUND[step.text] || !regionIn(before) ? modelOf(step.text) : before, event: ''};
    case 'map': {
      const path = mapRegions(kaart).find(({ariaLabel}) => ariaLabel === NAMES[step.id]);
      if (!path) return {model: before, event: ''};
      path.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true}));
      const model = {region: step.id};
      return {model, event: told(model, 'map')};
    }
    case 'list': {
      listButton(kaart, step.id).click();
      const model = {region: step.id};
      return {model, event: told(model, 'list')};
    }
    case 'select':
      kaart.select(step.id);
      return {model: {region: step.id}, event: ''};
    case 'region':
      kaart.region = step.id;
      return {model: {region: step.id}, event: ''};
    case 'no-region':
      // An answer without a region stays, because the property was already null.
      kaart.region = null;
      return {model: regionIn(before) ? 'start' : before, event: ''};
    case 'reset':
      kaart.reset();
      return {model: 'start', event: ''};
    case 'remove':
      kaart.remove();
      home.append(kaart);
      return {model: before, event: ''};
    case 'move':
      home.prepend(kaart);
      return {model: before, event: ''};
    case 'frame':
      await nextFrame();
      return {model: before, event: ''};
    case 'lang':
      kaart.lang = step.lang;
      return {model: before, event: ''};
    case 'show-map':
      kaart.map = step.map;
      return {model: before, event: ''};
  }
}

const same = (a: Model, b: Model) => JSON.stringify(a) === JSON.stringify(b);

/** Checks that everything that shows or announces the answer agrees. */
async function agree(kaart: Kaart, model: Model): Promise<void> {
  await kaart.updateComplete;
  await rendered(kaart);
  const region = regionIn(model);
  equal(kaart.region, region, 'property');
  equal(kaart.getAttribute('region'), region, 'attribute');
  const pressed = findAll<HTMLButtonElement>(kaart, '[part="list"] [aria-current]').map(({value}) => value);
  deepEqual(pressed, region ? [region] : [], 'list');
  const card = find(kaart, '[part="card"]');
  equal(!!card, !!region, 'a card');
  if (region) assert(answerOf(kaart).includes(NAMES[region] ?? ''), `card of ${region}: ${answerOf(kaart)}`);
  equal(!!find(kaart, '[part="error"]'), model === 'invalid', 'what is wrong');
  equal(inputOf(kaart).hasAttribute('aria-invalid'), model === 'invalid', 'mark of the field');
  if (kaart.map === 'none') equal(find(kaart, 'regio-map'), null, 'a map');
  // A map that has just loaded gets its regions a moment later.
  const marked = () => mapRegions(kaart).filter((path) => path.getAttribute('aria-selected') === 'true');
  await waitFor(() => {
    if (mapRegions(kaart).length === 0) return true;
    deepEqual(
      marked().map(({ariaLabel}) => ariaLabel),
      region ? [NAMES[region] ?? ''] : [],
      'map',
    );
    return true;
  }, 'the map to agree');
}

describe('<regio-kaart> in any order of steps', function () {
  this.timeout(LIMIT_MS);

  it('shows one and the same in card, list, map, attribute and events', async () => {
    allowConsole(/lang is "de"/);
    const {document} = await openHost('plain');
    const home = document.body;
    const first = await kaartOf(document);
    await waitFor(() => mapRegions(first).length === 14, 'the map');
    first.remove();
    await fc.assert(
      fc.asyncProperty(fc.array(steps, {minLength: 3, maxLength: STEPS}), async (list) => {
        const kaart = document.createElement('regio-kaart') as Kaart;
        home.append(kaart);
        await kaartOf(home);
        const events: string[] = [];
        const listen = (event: Event) => {
          const {type, regionId, source, status} = event as Event & Record<string, string>;
          events.push(type === 'regio-select' ? `${type} ${regionId} ${source}` : `${type} ${status ?? ''}`);
        };
        for (const type of ['regio-select', 'regio-miss', 'regio-error']) kaart.addEventListener(type, listen);
        try {
          let model: Model = 'start';
          for (const step of list) {
            const before: Model = model;
            const {model: next, event} = await take(step, kaart, home, before);
            model = next;
            await agree(kaart, model);
            const said = events.splice(0).join();
            // The same answer may fire an event again or not, depending on how it was reached.
            const again = said === '' && same(model, before);
            equal(said, again ? '' : event, `events after ${JSON.stringify(step)}`);
          }
        } finally {
          kaart.remove();
        }
      }),
      {numRuns: RUNS, endOnFailure: true, includeErrorInReport: true},
    );
  });
});

describe('<regio-kaart> given anything', function () {
  this.timeout(LIMIT_MS);

  it('takes any text in any attribute', async () => {
    allowConsole(/console\.warn: regiokaart: /);
    const {document} = await openHost('plain');
    await kaartOf(document);
    const attributes = [
      'postcode',
      'region',
      'map',
      'tiles',
      'heading-level',
      'lang',
      'no-location',
      'class',
      'hidden',
    ];
    const any = fc.oneof(
      fc.string({unit: 'binary', maxLength: 40}),
      fc.constantFrom(
        '',
        'null',
        'undefined',
        '__proto__',
        'constructor',
        'toString',
        '<img src=x onerror=alert(1)>',
        '1e9',
        '-1',
        'NaN',
        '1'.repeat(10_000),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...attributes), any), {maxLength: 6}), async (given) => {
        const kaart = document.createElement('regio-kaart') as Kaart;
        for (const [name, value] of given.slice(0, 3)) kaart.setAttribute(name, value);
        document.body.append(kaart);
        await kaart.updateComplete;
        for (const [name, value] of given.slice(3)) kaart.setAttribute(name, value);
        await kaart.updateComplete;
        kaart.removeAttribute('hidden');
        equal(findAll(kaart, 'img, script').length, 0, 'markup from a text');
        kaart.lookup('1316');
        await kaart.updateComplete;
        equal(kaart.getAttribute('region'), 'flevoland', 'the next answer');
        kaart.remove();
      }),
      {numRuns: RUNS * 4, endOnFailure: true, includeErrorInReport: true},
    );
  });

  it('takes values of any kind in any property', async () => {
    allowConsole(/console\.warn: regiokaart: /);
    const {document} = await openHost('plain');
    await kaartOf(document);
    const names = ['postcode', 'region', 'map', 'tiles', 'noLocation', 'headingLevel', 'strings'] as const;
    const any = fc.oneof(
      fc.anything({maxDepth: 2}),
      fc.constantFrom(null, undefined, 0, Number.NaN, {}, [], () => 1),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...names), any), {maxLength: 6}), async (given) => {
        const kaart = document.createElement('regio-kaart') as HTMLElement as Kaart;
        document.body.append(kaart);
        await kaart.updateComplete;
        for (const [name, value] of given) Reflect.set(kaart, name, value);
        await kaart.updateComplete;
        kaart.lookup('1316');
        await kaart.updateComplete;
        equal(kaart.getAttribute('region'), 'flevoland', 'the next answer');
        kaart.remove();
      }),
      {numRuns: RUNS * 4, endOnFailure: true, includeErrorInReport: true},
    );
  });

  it('shows the last of a thousand postcodes that are set in a row', async () => {
    const {document} = await openHost('plain');
    const kaart = await kaartOf(document);
    let told = 0;
    kaart.addEventListener('regio-select', () => told++);
    const codes = Object.keys(FOUND);
    for (let i = 0; i < 1000; i++) kaart.postcode = codes[i % codes.length] ?? '';
    await agree(kaart, modelOf(kaart.postcode));
    for (let i = 0; i < 1000; i++) {
      kaart.setAttribute('postcode', `${1000 + i * 9}`);
      if (i % 100 === 0) await kaart.updateComplete;
    }
    kaart.postcode = '6211';
    await agree(kaart, {region: 'limburg'});
    equal(told, 0, 'events');
  });
});

import {type FactAge, listFacts} from '../../../src/core/fact-age.js';
import {facts} from '../../../src/data/facts.js';
import {regions} from '../../../src/data/index.js';
import {
  assert,
  audit,
  can,
  click,
  deepEqual,
  emulateDark,
  equal,
  itIf,
  matches,
  present,
  press,
  runCommand,
  type,
  waitFor,
} from '../../helpers/index.js';
import {openDemo} from './demo-page.js';

/** More tab stops than a region has. */
const MOST_TABS = 30;

const open = async (width: number) => {
  const view = await openDemo('contactgegevens', width);
  await waitFor(() => view.document.querySelectorAll('main table').length === regions.length, 'all regions');
  return view;
};

const today = () => new Date().toISOString().slice(0, 10);
const factsOf = (id: string): readonly FactAge[] =>
  listFacts(
    regions.filter((region) => region.id === id).map((region) => ({id, organisation: facts[region.id] ?? {}})),
    today(),
  );

const messageOf = (page: Document, id: string) =>
  present(page.querySelector<HTMLTextAreaElement>(`#${id} textarea`), 'the message');
const mailOf = (page: Document, id: string) =>
  present(page.querySelector<HTMLAnchorElement>(`#${id} a[href^="mailto:"]`), 'the link');

describe('the page about the age of contact data', () => {
  for (const dark of [false, true]) {
    itIf(!dark || can.emulate.includes('dark'))(
      `passes axe and fits 320 px ${dark ? 'in dark colours' : 'in light colours'}`,
      async () => {
        if (dark) await emulateDark();
        const {document: page} = await open(320);
        for (const details of page.querySelectorAll('details')) details.open = true;
        const {scrollWidth, clientWidth} = page.documentElement;
        assert(scrollWidth <= clientWidth, `${scrollWidth} px in ${clientWidth}`);
        await audit(page.documentElement);
      },
    );
  }

  it('lists the same facts as the command line, in the same order', async () => {
    const {document: page} = await open(1280);
    const shown = regions.flatMap(({id}) =>
      [...page.querySelectorAll<HTMLElement>(`#${id} tbody tr`)].map((row) => [
        id,
        row.dataset['field'],
        row.className,
      ]),
    );
    const {stdout} = await runCommand(['facts', '--json']);
    const told = JSON.parse(stdout) as FactAge[];
    assert(told.length > regions.length, `got ${told.length} facts`);
    deepEqual(
      shown,
      told.map(({region, field, state}) => [region, field, state]),
    );
    // Includes the time to build the command.
  }).timeout(120_000);

  it('shows the value, the source and the age of each fact in words', async () => {
    const {document: page} = await open(1280);
    for (const {id} of regions) {
      for (const {field, value, source, months} of factsOf(id)) {
        const row = present(page.querySelector(`#${id} tr[data-field="${field}"]`), field);
        if (value === null) matches(row.textContent, /ontbreekt$/);
        else {
          assert(row.textContent?.includes(value), `${value} in ${row.textContent}`);
          assert(source && row.innerHTML.includes(source.replaceAll('&', '&amp;')), `${source} in ${row.innerHTML}`);
          matches(row.textContent, months === 0 ? /van deze maand/ : /\d+ (maand|maanden|jaar) oud/);
        }
      }
    }
  });

  it('has a message for each organisation about exactly the missing and old facts', async () => {
    const {document: page} = await open(1280);
    const names = new Map<string, string[]>();
    for (const {id} of regions) {
      const name = facts[id]?.name?.value ?? id;
      names.set(name, [...(names.get(name) ?? []), id]);
    }
    for (const [name, [first = '', ...others]] of names) {
      const asked = new Set(
        [first, ...others]
          .flatMap((id) => factsOf(id))
          .filter(({state}) => state !== 'current')
          .map(({field, value}) => `${field} ${value}`),
      );
      const text = messageOf(page, first).value;
      equal(text.match(/^- /gm)?.length, asked.size, `${name}: ${text}`);
      for (const fact of asked) {
        const value = fact.slice(fact.indexOf(' ') + 1);
        if (value !== 'null') assert(text.includes(value), `${value} in ${text}`);
      }
      assert(!/\b(u|uw)\b/i.test(text), text);
      for (const id of others) equal(page.querySelector(`#${id} textarea`), null);
    }
  });

  it('has a message for the union about the missing and old facts of each region', async () => {
    const {document: page} = await open(1280);
    const text = messageOf(page, 'bond').value;
    assert(text.startsWith('Beste mensen van RegioPlus,'), text);
    for (const {id, name} of regions) {
      const line = present(
        text.split('\n').find((each) => each.startsWith(`- ${name} (`)),
        `a line for ${name}`,
      );
      const [, missing = '', old = ''] =
        /^[^:]*: (?:ontbreekt: ([^;]*))?(?:; )?(?:ouder dan een jaar: (.*))?$/.exec(line) ?? [];
      const countOf = (list: string) => (list ? list.split(', ').length : 0);
      const own = factsOf(id);
      equal(countOf(missing), own.filter(({state}) => state === 'missing').length, line);
      equal(countOf(old), own.filter(({state}) => state === 'old').length, line);
    }
    const mail = new URL(mailOf(page, 'bond').href);
    equal(mail.searchParams.get('body')?.replaceAll('\r\n', '\n'), text);
  });

  it('opens the message in a mail program, to the verified address if there is one', async () => {
    const {document: page} = await open(1280);
    for (const {id} of regions) {
      if (!page.querySelector(`#${id} textarea`)) continue;
      const url = new URL(mailOf(page, id).href);
      equal(url.pathname, facts[id]?.email?.value ?? '');
      equal(url.searchParams.get('body')?.replaceAll('\r\n', '\n'), messageOf(page, id).value);
    }
    const text = messageOf(page, 'utrecht');
    text.value = 'Dag & tot ziens';
    text.dispatchEvent(new InputEvent('input', {bubbles: true}));
    equal(new URL(mailOf(page, 'utrecht').href).searchParams.get('body'), 'Dag & tot ziens');
  });

  it('copies the message, or selects it if the browser refuses', async () => {
    const view = await open(1280);
    const {document: page} = view;
    const section = present(page.getElementById('zeeland'), 'the section');
    present(section.querySelector('details'), 'the message').open = true;
    Object.defineProperty(view.navigator, 'clipboard', {value: {writeText: () => Promise.reject(new Error('no'))}});
    await click(present(section.querySelector('button'), 'the button'));
    await waitFor(() => section.querySelector('[role="status"]')?.textContent, 'a word');
    matches(section.querySelector('[role="status"]')?.textContent, /geselecteerd/);
    const text = messageOf(page, 'zeeland');
    equal(text.selectionEnd, text.value.length);
  });

  it('leads by keyboard alone from the list of regions to a copied message', async () => {
    const view = await open(1280);
    const {document: page} = view;
    const copied: string[] = [];
    Object.defineProperty(view.navigator, 'clipboard', {value: {writeText: async (text: string) => copied.push(text)}});
    const tabTo = async (element: Element) => {
      for (let steps = 0; page.activeElement !== element && steps < MOST_TABS; steps++) await press('Tab');
      equal(page.activeElement, element);
    };
    present(page.querySelector<HTMLElement>('#overview a[href="#zeeland"]'), 'the link').focus();
    await press('Enter');
    await waitFor(() => view.location.hash === '#zeeland', 'the region');
    const section = present(page.getElementById('zeeland'), 'the section');
    await tabTo(present(section.querySelector('summary'), 'the message'));
    await press('Enter');
    await tabTo(messageOf(page, 'zeeland'));
    await press('End');
    await type('!');
    await tabTo(present(section.querySelector('button'), 'the button'));
    await press('Enter');
    await waitFor(() => section.querySelector('[role="status"]')?.textContent, 'a word');
    equal(copied.length, 1);
    equal(copied[0], messageOf(page, 'zeeland').value);
    assert(copied[0]?.includes('!'), 'what was typed');
  });
});

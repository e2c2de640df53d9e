import ICAL from 'ical.js';
import '../../../src/define.js';
import type {RegioErrorEvent} from '../../../src/index.js';
import {
  allowConsole,
  assert,
  audit,
  click,
  deepEqual,
  equal,
  find,
  findAll,
  matches,
  openLine,
  openPage,
  present,
  rendered,
  setViewport,
  waitFor,
} from '../../helpers/index.js';
import {actionsOf, catchFile, feedback, heard, replace, show, sources, tell} from './card.js';

const EVENT = {
  title: 'Open dag',
  text: 'Kom langs; wij vertellen je alles, ook over leren.',
  href: 'https://voorbeeld.nl/open-dag',
  date: '2099-03-14',
  start: '10:00',
  end: '16:00',
};

const saveButton = (contact: Element) =>
  present(find<HTMLButtonElement>(contact, '[part="notice"] button'), 'the button');

describe('a card with the host’s own notices and buttons', () => {
  it('shows notices from their first to their last day, and buttons with safe addresses', async () => {
    const contact = await show('utrecht');
    const refused: string[] = [];
    contact.addEventListener('regio-error', (event) => refused.push((event as RegioErrorEvent).error.message));
    await tell(contact, {
      utrecht: {
        notices: [
          {text: 'Nu gratis'},
          {text: 'Voorbij', until: '2020-01-01'},
          {text: 'Straks', from: '9999-01-01'},
          {text: 'Nu <b>gratis</b>'},
        ],
        actions: [
          {label: 'Vacatures', href: 'https://voorbeeld.nl/vacatures'},
          {label: 'Kwaad', href: 'javascript:alert(1)'},
        ],
      },
    });
    deepEqual(
      findAll(contact, '[part="notice"]').map((notice) => notice.textContent?.trim()),
      ['Nu gratis'],
    );
    deepEqual(
      findAll<HTMLAnchorElement>(contact, '.own a').map(({href, textContent}) => [textContent, href]),
      [['Vacatures', 'https://voorbeeld.nl/vacatures']],
    );
    deepEqual(
      refused.map((message) => message.split(' is ')[0]),
      ['organisations: utrecht.notices[3].text', 'organisations: utrecht.actions[1].href'],
    );
    await audit(contact);
  });

  it('shows the host’s contact data, notice and button together', async () => {
    const contact = await show('utrecht');
    contact.organisations = {
      utrecht: {
        organisation: {phone: '030 111 11 11'},
        notices: [{text: 'Open dag', from: '2020-01-01', until: '9999-12-31'}],
        actions: [{label: 'Vacatures', href: 'https://voorbeeld.nl/vacatures'}],
      },
    };
    await waitFor(() => /030 111 11 11/.test(find(contact, '[part="phone"]')?.textContent ?? ''), 'the number');
    equal(find(contact, '[part="notice"]')?.textContent?.trim(), 'Open dag');
    equal(find<HTMLAnchorElement>(contact, '.own a')?.href, 'https://voorbeeld.nl/vacatures');
    assert(!/Telefoon,/.test(sources(contact).textContent ?? ''), 'no source of the phone');
  });

  it('shows each kind of button with its own icon, and a button without a kind with none', async () => {
    await setViewport(320);
    const contact = await show('zeeland');
    const hrefs = {
      appointment: 'https://voorbeeld.nl/afspraak',
      callback: 'mailto:info@voorbeeld.nl?subject=Bel%20mij',
      whatsapp: 'https://wa.me/31612345678',
      chat: 'https://voorbeeld.nl/chat',
    };
    const actions = Object.entries(hrefs).map(([kind, href]) => ({label: kind, href, kind}));
    await tell(contact, {zeeland: {actions: [...actions, {label: 'none', href: 'tel:0800-1234'}]}});
    const links = findAll<HTMLAnchorElement>(contact, '.own a');
    deepEqual(
      links.map((link) => [link.textContent, link.getAttribute('href')]),
      [...Object.entries(hrefs), ['none', 'tel:0800-1234']],
    );
    const icons = links.map((link) => find(link, 'path')?.getAttribute('d'));
    equal(new Set(icons).size, 5, 'four icons and none');
    equal(icons.at(-1), undefined);
    for (const link of links) assert(link.getBoundingClientRect().height >= 44, 'a target of 44 px');
    await audit(contact);
  });

  it('shows title, text and link of a notice, and saves its event as a file for calendars', async () => {
    const files = catchFile();
    const contact = await show('utrecht');
    await tell(contact, {utrecht: {notices: [EVENT]}});
    const told = actionsOf(contact);
    const notice = present(find(contact, '[part="notice"]'), 'the notice');
    deepEqual(
      findAll(notice, 'p').map(({textContent}) => textContent),
      [EVENT.title, EVENT.text],
    );
    equal(find<HTMLAnchorElement>(notice, 'a')?.href, EVENT.href);
    await audit(contact);
    await click(saveButton(contact));
    const file = await waitFor(() => files[0], 'the file');
    deepEqual([file.name, file.type], ['Open-dag.ics', 'text/calendar']);
    const events = new ICAL.Component(ICAL.parse(await file.content)).getAllSubcomponents('vevent');
    equal(events.length, 1, 'events');
    const event = new ICAL.Event(present(events[0], 'the event'));
    deepEqual(
      [event.summary, `${event.startDate}`, `${event.endDate}`, event.startDate.zone?.tzid],
      ['Open dag', '2099-03-14T10:00:00', '2099-03-14T16:00:00', 'Europe/Amsterdam'],
    );
    matches(event.description, /^Kom langs; wij vertellen je alles, ook over leren\.\nUtrechtzorg\n/);
    await waitFor(() => heard() === 'Bewaard', 'the announcement');
    equal(feedback(saveButton(contact)), 'Bewaard');
    deepEqual(told, ['utrecht own']);
    await waitFor(() => !feedback(saveButton(contact)), 'the button as before');
  });

  it('shows and announces that an event could not be saved', async () => {
    const contact = await show('utrecht');
    await tell(contact, {utrecht: {notices: [EVENT]}});
    const told = actionsOf(contact);
    replace(URL, 'createObjectURL', () => {
      throw new TypeError('no files here');
    });
    await click(saveButton(contact));
    await waitFor(() => /lukt nu niet/.test(heard()), 'the announcement');
    equal(feedback(saveButton(contact)), 'Lukt nu niet');
    deepEqual(told, []);
  });

  it('shows every field of a contact', async () => {
    const contact = await show('zeeland');
    const organisation = {
      name: 'Zorgbanen Zeeland',
      formerName: 'Viazorg',
      phone: '0800 1234',
      phoneHours: 'Bereikbaar op dinsdag van 9 tot 12 uur.',
      email: 'info@voorbeeld.nl',
      contactPage: 'https://voorbeeld.nl/contact',
      website: 'https://www.voorbeeld.nl/',
      vacancies: 'https://banen.voorbeeld.nl',
      address: 'Lange Vorststraat 1, 4461 JA Goes',
      about: 'Wij helpen je aan een baan of een leerplek in de zorg.',
    };
    await tell(contact, {zeeland: organisation});
    const text = (selector: string) => find(contact, selector)?.textContent?.replace(/\s+/g, ' ').trim();
    const href = (selector: string) => find(contact, selector)?.getAttribute('href');
    equal(text('[part="card-name"]'), 'Zorgbanen Zeeland');
    equal(find(contact, '[part="card-name"]')?.ariaLabel, 'Zorgbanen Zeeland, regio Zeeland');
    equal(text('article > .quiet'), 'voorheen Viazorg');
    equal(text('.about'), organisation.about);
    deepEqual(
      findAll<HTMLAnchorElement>(contact, '[part="actions"] a').map((link) => [
        link.getAttribute('part'),
        link.textContent?.replace(/\s+/g, ' ').trim(),
        link.getAttribute('href'),
      ]),
      [
        ['phone', 'Bel 0800 1234', 'tel:08001234'],
        [
          'email',
          'Mail info@voorbeeld.nl',
          'mailto:info@voorbeeld.nl?subject=Werken%20in%20zorg%20en%20welzijn%2C%20regio%20Zeeland',
        ],
        ['email', 'Stuur een bericht', 'https://voorbeeld.nl/contact'],
        ['vacancies', 'Bekijk vacatures', 'https://banen.voorbeeld.nl'],
        ['website', 'Ga naar voorbeeld.nl', 'https://www.voorbeeld.nl/'],
      ],
    );
    equal(text('.hours'), organisation.phoneHours);
    equal(text('[part="address"]'), organisation.address);
    equal(href('[part="tools"] a'), 'https://www.openstreetmap.org/directions?to=Lange+Vorststraat+1%2C+4461+JA+Goes');
    equal(find(contact, '[part="sources"]'), null, 'nothing of this has a source here');
    await audit(contact);
  });

  it('shows everything else if a field is refused, and reports each one', async () => {
    const contact = await show('utrecht');
    const refused: string[] = [];
    contact.addEventListener('regio-error', (event) => refused.push((event as RegioErrorEvent).error.message));
    await tell(contact, {
      utrecht: {
        name: 'Eigen naam',
        phoneHours: 'Altijd. '.repeat(256),
        about: 'Wij <script>alert(1)</script> helpen.',
        actions: [
          {label: 'WhatsApp', href: 'https://voorbeeld.nl/31612345678', kind: 'whatsapp'},
          {label: 'Chat', href: 'https://voorbeeld.nl/chat', kind: 'chat'},
        ],
        notices: [{text: 'Open dag', date: '2099-03-14', start: '16:00', end: '10:00'}, {text: 'Goed'}],
      },
      zeeland: {notices: Array.from({length: 50}, (_, index) => ({text: `Bericht ${index}`})), name: 'Ander'},
    });
    deepEqual(refused.map((message) => /^organisations: ([\w.[\]]+) is /.exec(message)?.[1]).sort(), [
      'utrecht.about',
      'utrecht.actions[0].href',
      'utrecht.notices[0].end',
      'utrecht.phoneHours',
      'zeeland.notices',
    ]);
    assert(
      refused.every((message) => message.length < 300),
      'short messages',
    );
    equal(find(contact, '[part="card-name"]')?.textContent, 'Eigen naam');
    equal(find(contact, '.hours')?.textContent, 'Bereikbaar op werkdagen van 9 tot 17 uur.');
    matches(find(contact, '.about')?.textContent, /^Meer weten over werken en leren/);
    deepEqual(
      findAll(contact, '.own a, [part="notice"] p').map(({textContent}) => textContent),
      ['Goed', 'Chat'],
    );
    contact.region = 'zeeland' as typeof contact.region;
    await rendered(contact);
    equal(find(contact, '[part="card-name"]')?.textContent, 'Ander');
    equal(find(contact, '[part="notice"]'), null);
  });

  it('shows the data of an older file, without the newer fields', async () => {
    const contact = await show('flevoland');
    await tell(contact, {
      flevoland: {organisation: {phone: '0320 12 34 56'}, notices: [{text: 'Oud', until: '9999-01-01'}]},
    });
    equal(find(contact, '[part="phone"]')?.getAttribute('href'), 'tel:+31320123456');
    equal(find(contact, '[part="notice"]')?.textContent?.trim(), 'Oud');
  });
});

describe('the built card if the parts for the host’s data fail', () => {
  it('shows the bundled data, fires an event, and tries again with the next data', async () => {
    allowConsole(/404|Failed to load|error loading|dynamically imported module|MIME/i);
    const line = await openLine({path: '/own-content-', status: 404});
    const {document: page} = await openPage({
      body: `<script type="module" src="${line.url('/dist/cdn/regiokaart.js')}"></script><regio-contact region="zeeland"></regio-contact>`,
    });
    const contact = present(page.querySelector('regio-contact'), 'the card');
    await waitFor(() => find(contact, '.tools'), 'the card');
    const errors: Event[] = [];
    contact.addEventListener('regio-error', (event) => errors.push(event));
    Object.assign(contact, {organisations: {zeeland: {name: 'Een', notices: [{text: 'Bericht'}]}}});
    await waitFor(() => errors.length === 1, 'the error');
    equal(find(contact, '[part="card-name"]')?.textContent, 'Viazorg');
    equal(find(contact, '[part="notice"]'), null);
    await line.rules();
    Object.assign(contact, {organisations: {zeeland: {name: 'Twee', notices: [{text: 'Bericht'}]}}});
    await waitFor(() => find(contact, '[part="notice"]'), 'the notice');
  });
});

import '../../../src/define.js';
import type {RegioContact, RegioErrorEvent} from '../../../src/index.js';
import {
  deepEqual,
  equal,
  find,
  findAll,
  matches,
  openLine,
  openPage,
  present,
  render,
  STRICT_POLICY,
  waitFor,
} from '../../helpers/index.js';

const FILE = '/host.json';

/** A card with the host's own data, and its error messages. */
async function show(organisations: unknown, attributes = ''): Promise<{contact: RegioContact; messages: string[]}> {
  const contact = await render<RegioContact>(`<regio-contact region="flevoland" ${attributes}></regio-contact>`);
  const messages: string[] = [];
  contact.addEventListener('regio-error', (event) => messages.push((event as RegioErrorEvent).error.message));
  if (organisations) contact.organisations = organisations;
  await contact.updateComplete;
  return {contact, messages};
}

const nameOf = (contact: Element) => find(contact, '[part~="card-name"]')?.textContent?.trim();
const phoneOf = (contact: Element) => find(contact, '[part~="phone"]')?.getAttribute('href');

describe('<regio-contact> with data of the host', () => {
  it('shows the host’s data over the bundled data, field by field', async () => {
    const {contact, messages} = await show({flevoland: {name: 'Eigen naam', email: 'info@example.nl'}});
    await waitFor(() => nameOf(contact) === 'Eigen naam', 'the name of the host');
    equal(phoneOf(contact), 'tel:+31880182888');
    equal(
      find(contact, '[part~="email"]')?.getAttribute('href'),
      'mailto:info@example.nl?subject=Werken%20in%20zorg%20en%20welzijn%2C%20regio%20Flevoland',
    );
    deepEqual(messages, []);
  });

  it('hides a bundled field for null', async () => {
    const {contact} = await show({flevoland: {phone: null}});
    await waitFor(() => !find(contact, '[part~="phone"]'), 'the card without a telephone number');
  });

  it('keeps the bundled data if the host’s is invalid, and fires regio-error', async () => {
    const {contact, messages} = await show({flevoland: {phone: 'javascript:alert(1)', website: 'javascript:alert(1)'}});
    await waitFor(() => messages.length === 2, 'two errors');
    await contact.updateComplete;
    equal(phoneOf(contact), 'tel:+31880182888');
    equal(find(contact, '[part~="website"]')?.getAttribute('href'), 'https://flever.nl');
    for (const message of messages)
      matches(message, /^organisations: flevoland\.\w+ is "javascript:alert\(1\)", expected /);
  });

  it('shows text as text', async () => {
    const {contact} = await show({flevoland: {name: 'a < b > c & {d} `e`'}});
    await waitFor(() => nameOf(contact) === 'a < b > c & {d} `e`', 'the text as it was given');
    equal(findAll(contact, '[part~="card-name"] *').length, 0);
  });

  it('reads data-src', async () => {
    const line = await openLine({path: FILE, type: 'application/json', body: '{"flevoland": {"name": "Bestand"}}'});
    const {contact, messages} = await show(null, `data-src="${line.url(FILE)}"`);
    await waitFor(() => nameOf(contact) === 'Bestand', 'the name in the file');
    deepEqual(messages, []);
  });

  it('uses the data that was requested last, whichever arrives first', async () => {
    const line = await openLine(
      {path: '/slow.json', body: '{"flevoland": {"name": "Traag"}}', type: 'application/json', hold: true},
      {path: '/quick.json', body: '{"flevoland": {"name": "Vlug"}}', type: 'application/json'},
    );
    const {contact} = await show(null);
    contact.dataSrc = line.url('/slow.json');
    await contact.updateComplete;
    contact.dataSrc = line.url('/quick.json');
    await waitFor(() => nameOf(contact) === 'Vlug', 'the data asked for last');
    await line.rules({path: '/slow.json', body: '{"flevoland": {"name": "Traag"}}', type: 'application/json'});
    await waitFor(async () => (await fetch(line.url('/slow.json'))).ok, 'the slow file');
    await contact.updateComplete;
    equal(nameOf(contact), 'Vlug');
  });

  it('goes back to the bundled data when the host removes its own', async () => {
    const {contact} = await show({flevoland: {name: 'Eigen naam'}});
    await waitFor(() => nameOf(contact) === 'Eigen naam', 'the name of the host');
    contact.organisations = null;
    await waitFor(() => nameOf(contact) === 'Flever', 'the bundled name');
  });

  it('keeps the bundled data when data-src fails', async () => {
    const line = await openLine({path: FILE, hold: true});
    const {contact, messages} = await show(null, `data-src="${line.url(FILE)}"`);
    await line.rules({path: FILE, status: 404});
    await waitFor(() => messages.length === 1, 'the error');
    matches(messages[0], /^data-src "[^"]*host\.json": got status 404, expected status 200$/);
    equal(nameOf(contact), 'Flever');
  });

  it('works under the strictest policy, from the built files', async () => {
    const line = await openLine({path: FILE, type: 'application/json', body: '{"flevoland": {"name": "Bestand"}}'});
    const page = await openPage({
      policy: STRICT_POLICY,
      head: '<script type="module" src="/dist/cdn/regiokaart.js"></script>',
      body: `<regio-contact region="flevoland" data-src="${line.url(FILE)}"></regio-contact>`,
    });
    const contact = present(page.document.querySelector('regio-contact'), 'card');
    await waitFor(() => nameOf(contact) === 'Bestand', 'the name in the file');
  });
});

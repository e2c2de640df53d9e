import {lookupDataOf, regions} from '../../../src/data/index.js';
import '../../../src/define.js';
import type {RegioContact, RegioKaart} from '../../../src/index.js';
import {
  afterThisTest,
  allowConsole,
  assert,
  audit,
  can,
  click,
  deepEqual,
  emulateDark,
  engine,
  equal,
  expectEvent,
  find,
  findAll,
  itIf,
  matches,
  openLine,
  openPage,
  present,
  press,
  render,
  rendered,
  STRICT_POLICY,
  setViewport,
  waitFor,
} from '../../helpers/index.js';

const {table} = lookupDataOf(regions);

/** Puts a value in place of a property of the page until the end of the test. */
function replace(target: object, name: string, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, {value, configurable: true, writable: true});
  afterThisTest(() => {
    if (before) Object.defineProperty(target, name, before);
    else delete (target as Record<string, unknown>)[name];
  });
}

/** Has no property of this name until the end of the test, also not from its prototype. */
function hide(target: object, name: string): void {
  let owner: object | null = target;
  while (owner && !Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner);
  if (!owner) return;
  const from = owner;
  const before = present(Object.getOwnPropertyDescriptor(from, name), name);
  delete (from as Record<string, unknown>)[name];
  afterThisTest(() => Object.defineProperty(from, name, before));
}

const heard = () => document.querySelector('[data-regiokaart-status]')?.textContent ?? '';
const sources = (root: Element) => present(find(root, '[part="sources"]'), 'the sources');
const tools = (root: Element) =>
  findAll<HTMLButtonElement>(root, '.tool').filter((tool) => tool.localName === 'button');
const toolOf = (root: Element, label: string) =>
  present(
    tools(root).find((tool) => tool.ariaLabel?.startsWith(label)),
    `the button ${label}`,
  );

/** Shows a card and waits until it is whole. */
async function show(region: string, attributes = ''): Promise<RegioContact> {
  const contact = await render<RegioContact>(`<regio-contact region="${region}" ${attributes}></regio-contact>`);
  await waitFor(() => find(contact, '.tools'), 'the quiet part');
  return contact;
}

/** Sets what a host says of its regions. */
async function tell(contact: RegioContact, organisations: unknown): Promise<void> {
  const before = find(contact, 'article')?.textContent;
  contact.organisations = organisations;
  await waitFor(() => find(contact, 'article')?.textContent !== before, 'the data of the host');
}

/** Catches the file that a click saves. */
function catchFile(): {name: string; type: string; content: Promise<string>}[] {
  const caught: {name: string; type: string; content: Promise<string>}[] = [];
  const blobs = new Map<string, Blob>();
  const {createObjectURL} = URL;
  replace(URL, 'createObjectURL', (blob: Blob) => {
    const url = createObjectURL.call(URL, blob);
    blobs.set(url, blob);
    return url;
  });
  replace(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
    const blob = present(blobs.get(this.href), 'a blob');
    caught.push({name: this.download, type: blob.type, content: blob.text()});
  });
  return caught;
}

describe('<regio-contact> with the quiet part of its card', () => {
  it('shows address, buttons and small print, and nothing that was not verified', async () => {
    const contact = await show('utrecht');
    equal(find(contact, '[part="address"]')?.textContent, 'Kokermolen 3, 3994 DG Houten');
    matches(sources(contact).textContent, /Naam: gezien in maart 2020 via meerbode\.nl/);
    matches(sources(contact).textContent, /Telefoon, e-mail en adres: gezien in \w+ \d{4} via .*\(bron zonder datum\)/);
    await audit(contact);
  });

  it('leads to directions only where an address is verified, and asks for nothing before the click', async () => {
    const contact = await show('utrecht');
    const route = present(find<HTMLAnchorElement>(contact, '.tools a'), 'the link');
    equal(route.href, 'https://www.openstreetmap.org/directions?to=Kokermolen+3%2C+3994+DG+Houten');
    equal(route.rel, 'noreferrer');
    matches(route.textContent, /OpenStreetMap/);
    contact.region = 'zeeland';
    await rendered(contact);
    equal(find(contact, '.tools a'), null);
    equal(find(contact, '[part="address"]'), null);
  });

  it('offers to print even when nothing is known, and nothing that would be empty', async () => {
    const contact = await show('rijnstreek');
    await tell(contact, {rijnstreek: {name: null, formerName: null, website: null}});
    deepEqual(
      tools(contact).map((tool) => tool.textContent?.trim()),
      ['Print'],
    );
    equal(find(contact, '[part="sources"] ul'), null);
    await audit(contact);
  });

  it('links a source only where that is a page with a safe address', async () => {
    const contact = await show('flevoland');
    matches(sources(contact).textContent, /Telefoon en vroegere naam: gezien in december 2020 via zowelwerk\.nl/);
    for (const {href} of findAll<HTMLAnchorElement>(contact, '[part="sources"] a')) matches(href, /^https:/);
    contact.region = 'drechtsteden';
    await rendered(contact);
    matches(sources(contact).textContent, /via hetkontakt\.nl/);
    equal(find(contact, '[part="sources"] li a'), null);
  });

  it('dates facts in the language of the element', async () => {
    const contact = await show('utrecht', 'lang="en"');
    await waitFor(
      () => /Name: seen in March 2020 via meerbode\.nl/.test(sources(contact).textContent ?? ''),
      'English',
    );
    await audit(contact);
  });

  it('gives the host’s own data no source', async () => {
    const contact = await show('utrecht');
    await tell(contact, {utrecht: {organisation: {phone: '030 111 11 11', website: 'https://utrechtzorg.net'}}});
    matches(sources(contact).textContent, /E-mail en adres: gezien/);
    assert(!/Telefoon|Website/.test(sources(contact).textContent ?? ''), 'no source of the phone and the site');
  });

  it('copies the details, says so, and shows it on the button', async () => {
    const written: string[] = [];
    replace(navigator, 'clipboard', {writeText: async (text: string) => written.push(text)});
    const contact = await show('utrecht');
    const button = toolOf(contact, 'Kopieer');
    const {width} = button.getBoundingClientRect();
    await click(button);
    await waitFor(() => heard() === 'Gekopieerd', 'the announcement');
    deepEqual(written, [
      'Utrechtzorg\nRegio Utrecht\n030 634 08 08\nsecretariaat@utrechtzorg.net\nhttps://utrechtzorg.net\nKokermolen 3, 3994 DG Houten',
    ]);
    const after = toolOf(contact, 'Gekopieerd');
    equal(after, button);
    equal(after.getBoundingClientRect().width, width, 'width');
    await audit(contact);
    contact.region = 'zeeland';
    await rendered(contact);
    contact.region = 'gelderland';
    await rendered(contact);
    assert(toolOf(contact, 'Kopieer'), 'another card is not copied');
  });

  it('copies by selection where the clipboard is missing', async () => {
    replace(navigator, 'clipboard', undefined);
    let copied = '';
    const contact = await show('utrecht');
    replace(document, 'execCommand', (command: string) => {
      copied = `${command}: ${find<HTMLTextAreaElement>(contact, 'textarea')?.value.split('\n')[0]}`;
      return true;
    });
    const button = toolOf(contact, 'Kopieer');
    await click(button);
    await waitFor(() => heard() === 'Gekopieerd', 'the announcement');
    equal(copied, 'copy: Utrechtzorg');
    equal(find(contact, 'textarea'), null);
    button.focus();
    await press('Enter');
    await rendered(contact);
    equal(contact.shadowRoot?.activeElement, button, 'focus');
  });

  it('really copies by selection', async () => {
    replace(navigator, 'clipboard', undefined);
    const contact = await show('zeeland');
    await tell(contact, {zeeland: {organisation: {phone: '0113 11 11 11', website: null}}});
    const field = document.createElement('textarea');
    field.ariaLabel = 'Plakken';
    document.body.append(field);
    afterThisTest(() => field.remove());
    await click(toolOf(contact, 'Kopieer'));
    await waitFor(() => heard() === 'Gekopieerd', 'the announcement');
    field.focus();
    await press('Control+v');
    await waitFor(() => field.value === 'Viazorg\nRegio Zeeland\n0113 11 11 11', 'the text');
  });

  it('shows the text where copying is refused', async () => {
    replace(navigator, 'clipboard', {writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError'))});
    replace(document, 'execCommand', () => false);
    const contact = await show('utrecht');
    await click(toolOf(contact, 'Kopieer'));
    const field = await waitFor(() => find<HTMLTextAreaElement>(contact, 'textarea'), 'the text');
    matches(field.value, /^Utrechtzorg\n/);
    await waitFor(() => /kopieer die zelf/.test(heard()), 'the announcement');
    await audit(contact);
  });

  it('shares where the browser can', async () => {
    const shared: ShareData[] = [];
    replace(navigator, 'share', async (data: ShareData) => void shared.push(data));
    const contact = await show('utrecht');
    await click(toolOf(contact, 'Deel'));
    equal(shared.length, 1, 'times');
    equal(shared[0]?.title, 'Utrechtzorg');
    matches(shared[0]?.text, /030 634 08 08/);
  });

  it('is silent when the visitor does not share after all, and says so when it fails', async () => {
    let name = 'AbortError';
    replace(navigator, 'share', () => Promise.reject(new DOMException('no', name)));
    const contact = await show('utrecht');
    const before = heard();
    await click(toolOf(contact, 'Deel'));
    await rendered(contact);
    equal(heard(), before);
    name = 'DataError';
    await click(toolOf(contact, 'Deel'));
    await waitFor(() => /lukt nu niet/.test(heard()), 'the announcement');
  });

  it('has no button to share where the browser cannot', async () => {
    hide(navigator, 'share');
    const contact = await show('utrecht');
    assert(!tools(contact).some((tool) => /Deel/.test(tool.textContent ?? '')), 'no button');
  });

  it('saves a contact for address books', async () => {
    const files = catchFile();
    const contact = await show('utrecht');
    await click(toolOf(contact, 'Bewaar'));
    equal(files.length, 1, 'files');
    equal(files[0]?.name, 'Utrechtzorg.vcf');
    equal(files[0]?.type, 'text/vcard');
    const card = (await files[0]?.content) ?? '';
    matches(card, /^BEGIN:VCARD\r\nVERSION:4\.0\r\n/);
    matches(card, /\r\nTEL;VALUE=uri;TYPE=work:tel:\+31306340808\r\n/);
    matches(card, /\r\nADR;TYPE=work:;;Kokermolen 3;Houten;;3994 DG;Nederland\r\n/);
    matches(card.replaceAll('\r\n ', ''), /\r\nNOTE;LANGUAGE=nl:.*regio Utrecht\r\n/);
  });

  it('prints', async () => {
    let times = 0;
    replace(window, 'print', () => times++);
    const contact = await show('utrecht');
    toolOf(contact, 'Print').focus();
    await press('Enter');
    await waitFor(() => times > 0, 'the print dialog');
    equal(times, 1, 'times');
  });

  it('shows notices between their dates, and buttons that lead to safe addresses', async () => {
    const contact = await show('utrecht');
    await tell(contact, {
      utrecht: {
        notices: [
          {text: 'Nu <b>gratis</b>'},
          {text: 'Voorbij', until: '2020-01-01'},
          {text: 'Straks', from: '9999-01-01'},
        ],
        actions: [
          {label: 'Vacatures', href: 'https://voorbeeld.nl/vacatures'},
          {label: 'Kwaad', href: 'javascript:alert(1)'},
        ],
      },
    });
    deepEqual(
      findAll(contact, '.notice').map((notice) => notice.textContent),
      ['Nu <b>gratis</b>'],
    );
    deepEqual(
      findAll<HTMLAnchorElement>(contact, '.own a').map(({href, textContent}) => [textContent, href]),
      [['Vacatures', 'https://voorbeeld.nl/vacatures']],
    );
    await audit(contact);
  });

  it('shows what the host’s data says, once it has passed the checks', async () => {
    const contact = await show('utrecht');
    contact.organisations = {
      utrecht: {
        organisation: {phone: '030 111 11 11'},
        notices: [{text: 'Open dag', from: '2020-01-01', until: '9999-12-31'}],
        actions: [{label: 'Vacatures', href: 'https://voorbeeld.nl/vacatures'}],
      },
    };
    await waitFor(() => find(contact, '.notice')?.textContent === 'Open dag', 'the notice');
    equal(find<HTMLAnchorElement>(contact, '.own a')?.href, 'https://voorbeeld.nl/vacatures');
    assert(!/Telefoon/.test(sources(contact).textContent ?? ''), 'no source of the phone');
  });

  it('takes reports of errors where the host says, by a page or a message', async () => {
    const contact = await show('utrecht', 'report-url="mailto:redactie@voorbeeld.nl"');
    equal(find<HTMLAnchorElement>(contact, '.report a')?.href, 'mailto:redactie@voorbeeld.nl');
    for (const wrong of ['javascript:alert(1)', 'http://voorbeeld.nl', '/melden', '']) {
      contact.setAttribute('report-url', wrong);
      contact.requestUpdate();
      await rendered(contact);
      equal(find(contact, '.report'), null, wrong);
    }
  });

  it('is quiet, and wraps at 320 px with large targets, in light and dark', async () => {
    await setViewport(engine === 'webkit' ? 360 : 320);
    const contact = await show('utrecht', 'report-url="https://voorbeeld.nl/melden"');
    for (const tool of findAll(contact, '.tool'))
      assert(tool.getBoundingClientRect().height >= 44, 'a target of 44 px');
    assert(document.documentElement.scrollWidth <= innerWidth, 'no sideways scrolling');
    await audit(contact);
    if (!can.emulate.includes('dark')) return;
    await emulateDark();
    await audit(contact);
  });
});

describe('<regio-contact structured-data>', () => {
  const blocks = (root: ParentNode) => findAll<HTMLScriptElement>(root, 'script[type="application/ld+json"]');

  it('tells search engines what is verified, and only where the host wants it', async () => {
    const plain = await show('utrecht');
    equal(blocks(plain).length, 0, 'blocks');
    const contact = await show('utrecht', 'structured-data');
    const block = await waitFor(() => blocks(contact)[0], 'the block');
    equal(block.getRootNode(), document);
    const data = JSON.parse(block.text);
    equal(data.name, 'Utrechtzorg');
    equal(data.telephone, '+31306340808');
    deepEqual(data.areaServed, {'@type': 'AdministrativeArea', name: 'Utrecht'});
  });

  it('replaces the block with the answer, and takes it away', async () => {
    const contact = await show('utrecht', 'structured-data');
    await waitFor(() => blocks(contact).length === 1, 'the block');
    contact.region = 'zeeland';
    await waitFor(() => /Viazorg/.test(blocks(contact)[0]?.text ?? ''), 'another block');
    equal(blocks(contact).length, 1, 'blocks');
    contact.region = null;
    await waitFor(() => blocks(contact).length === 0, 'no block');
    await tell(contact, {rijnstreek: {name: null, formerName: null, website: null}});
    contact.region = 'rijnstreek';
    await rendered(contact);
    equal(blocks(contact).length, 0, 'blocks without a name');
  });

  it('goes when the host no longer wants it', async () => {
    const contact = await show('utrecht', 'structured-data');
    await waitFor(() => blocks(contact).length === 1, 'the block');
    contact.removeAttribute('structured-data');
    contact.requestUpdate();
    await waitFor(() => blocks(contact).length === 0, 'no block');
  });

  it('holds both organisations of a choice', async () => {
    const kaart = await render<RegioKaart>('<regio-kaart map="none" structured-data></regio-kaart>');
    kaart.lookup('7351');
    await waitFor(() => blocks(kaart).length === 1, 'the block');
    equal(JSON.parse(blocks(kaart)[0]?.text ?? '')['@graph'].length, 2, 'organisations');
    kaart.reset();
    await waitFor(() => blocks(kaart).length === 0, 'no block');
  });
});

describe('a card after an answer by postcode', () => {
  it('names the gemeente, and the map marks the place', async () => {
    const kaart = await render<RegioKaart>('<regio-kaart></regio-kaart>');
    kaart.lookup('1316');
    await waitFor(
      () => find(kaart, '.place')?.textContent === 'Postcode 1316: gemeente Almere',
      'the gemeente in the card',
    );
    kaart.scrollIntoView();
    await waitFor(() => {
      const map = find(kaart, 'regio-map');
      return map && find(map, '.tag')?.textContent === '1316, Almere';
    }, 'the marker on the map');
    kaart.reset();
    await waitFor(() => !find(present(find(kaart, 'regio-map'), 'the map'), '.tag'), 'no marker');
  });

  it('names the gemeente', async () => {
    const contact = await show('flevoland');
    Object.assign(contact, {pc4: 1316, table});
    contact.requestUpdate();
    await waitFor(() => find(contact, '.place')?.textContent === 'Postcode 1316: gemeente Almere', 'the gemeente');
    Object.assign(contact, {pc4: 1300, table});
    contact.requestUpdate();
    await rendered(contact);
    equal(find(contact, '.place')?.textContent, '');
    await audit(contact);
  });
});

describe('the built card under the strictest policy', () => {
  // Chromium 143, which comes from npm, takes no script under this policy, not even data; 156 does.
  const chromium = Number(/Chrome\/(\d+)/.exec(navigator.userAgent)?.[1] ?? Number.POSITIVE_INFINITY);

  itIf(chromium > 143)('describes the organisation without a violation', async () => {
    const {document: page} = await openPage({
      policy: STRICT_POLICY,
      body: '<script type="module" src="/dist/cdn/regiokaart.js"></script><regio-contact region="utrecht" structured-data></regio-contact>',
    });
    await waitFor(() => find(page.body, 'script[type="application/ld+json"]'), 'the block');
  });

  it('copies and saves without a violation', async () => {
    const {document: page, window: view} = await openPage({
      policy: STRICT_POLICY,
      body: '<script type="module" src="/dist/cdn/regiokaart.js"></script><regio-contact region="utrecht" report-url="https://voorbeeld.nl"></regio-contact>',
    });
    await waitFor(() => find(page.body, '.tools'), 'the quiet part');
    const contact = present(page.querySelector('regio-contact'), 'the card');
    assert(getComputedStyle(present(find(contact, '.tools'), 'tools')).display === 'flex', 'styles');
    Object.defineProperty(view.navigator, 'clipboard', {value: {writeText: async () => {}}, configurable: true});
    await click(toolOf(contact, 'Kopieer'));
    await waitFor(() => toolOf(contact, 'Gekopieerd'), 'copied');
    let saved = '';
    view.HTMLAnchorElement.prototype.click = function () {
      saved = `${this.download} ${this.protocol}`;
    };
    await click(toolOf(contact, 'Bewaar'));
    equal(saved, 'Utrechtzorg.vcf blob:');
  });
});

describe('the built card without the points of postcodes', () => {
  it('tells the host, and shows the rest', async () => {
    allowConsole(/404|Failed to load|error loading|dynamically imported module|MIME/i);
    const line = await openLine({path: '/points-', status: 404});
    const {document: page} = await openPage({
      body: `<script type="module" src="${line.url('/dist/cdn/regiokaart.js')}"></script><regio-contact region="flevoland"></regio-contact>`,
    });
    await waitFor(() => find(page.body, '.tools'), 'the quiet part');
    const contact = present(page.querySelector('regio-contact'), 'the card');
    await expectEvent(contact, 'regio-error', () => {
      Object.assign(contact, {pc4: 1316, table});
      contact.requestUpdate();
    });
    equal(find(contact, '.place')?.textContent, '');
    assert(find(contact, '.tools'), 'the rest');
    contact.requestUpdate();
    await rendered(contact);
    equal((await line.requests()).filter(({path}) => path.includes('/points-')).length, 1, 'requests');
  });
});

import type {RegioContact, RegioKaart} from '../../../src/index.js';
import {
  assert,
  audit,
  can,
  deepEqual,
  emulateDark,
  equal,
  find,
  itIf,
  matches,
  otherOrigins,
  present,
  press,
  runCommand,
  type,
  waitFor,
} from '../../helpers/index.js';
import {catchFiles, give, openDemo} from './demo-page.js';

const open = async (width = 1280, hash = '') => {
  const view = await openDemo(`organisaties-bewerken${hash}`, width);
  await waitFor(
    () => view.document.querySelector('#contact input') && view.document.querySelector('#report input'),
    'the form',
  );
  return view;
};

const byId = <T extends HTMLElement>(page: Document, id: string) => present(page.getElementById(id) as T | null, id);
/** The control for a path in the file, such as `flevoland.organisation.phone`. */
const at = (page: Document, path: string) =>
  present(page.querySelector<HTMLInputElement>(`[data-path="${path}"]`), path);
/** The error beside a control; empty if there is none. */
const wrongAt = (page: Document, path: string) => {
  const box = byId(page, `${at(page, path).id}-wrong`);
  return box.hidden ? '' : box.textContent;
};
const put = (control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string) => {
  control.value = value;
  control.dispatchEvent(new InputEvent('input', {bubbles: true}));
  control.dispatchEvent(new Event('change', {bubbles: true}));
};
const cardText = (page: Document) => find(byId<RegioContact>(page, 'preview'), '[part~="card"]')?.textContent ?? '';
const told = (page: Document) => byId(page, 'told').textContent ?? '';

/** Moves to a control using only the Tab key. */
async function tabTo(page: Document, control: Element): Promise<void> {
  for (let pressed = 0; page.activeElement !== control; pressed++) {
    assert(pressed < 60, `Tab leads to ${control.outerHTML}; got ${page.activeElement?.outerHTML.slice(0, 200)}`);
    await press('Tab');
  }
}

async function openFile(
  page: Document,
  content: string | Uint8Array<ArrayBuffer>,
  name = 'organisaties.json',
): Promise<void> {
  const before = byId(page, 'told').firstChild;
  give(byId(page, 'file'), name, content);
  await waitFor(() => byId(page, 'told').firstChild !== before, 'a word about the file');
}

describe('the form for contact data', () => {
  for (const dark of [false, true]) {
    itIf(!dark || can.emulate.includes('dark'))(
      `passes axe and fits 320 px ${dark ? 'in dark colours' : 'in light colours'}`,
      async () => {
        if (dark) await emulateDark();
        const {document: page} = await open(320);
        for (const id of ['add-notice', 'add-action', 'save']) byId(page, id).click();
        put(byId<HTMLSelectElement>(page, 'key'), 'call');
        byId(page, 'add-text').click();
        for (const details of page.querySelectorAll('details')) details.open = true;
        const {scrollWidth, clientWidth} = page.documentElement;
        const wide = [...page.querySelectorAll('body *')]
          .filter((each) => each.getBoundingClientRect().right > clientWidth + 1 || each.scrollWidth > clientWidth)
          .map(({localName, className, id}) => `${localName}.${className}#${id}`);
        assert(scrollWidth <= clientWidth, `${scrollWidth} px in ${clientWidth}: ${wide.join(', ')}`);
        await audit(page.documentElement);
      },
    );
  }

  it('leads by keyboard alone from an empty form to a saved file that the command line accepts', async () => {
    const view = await open();
    const {document: page} = view;
    const files = catchFiles(view);
    byId(page, 'file').focus();
    await tabTo(page, byId(page, 'region'));
    await type('Flevo');
    await waitFor(() => page.querySelector('[data-path="flevoland.organisation.phone"]'), 'the fields of the region');
    await tabTo(page, at(page, 'flevoland.organisation.phone'));
    await type('030 123 45 67');
    await tabTo(page, at(page, 'flevoland.organisation.vacancies'));
    await type('https://banen.example.nl');
    await tabTo(page, byId(page, 'add-notice'));
    await press('Enter');
    equal(page.activeElement, at(page, 'flevoland.notices[0].title'));
    await type('Open dag');
    await tabTo(page, at(page, 'flevoland.notices[0].text'));
    await type('Kom kennismaken.');
    await tabTo(page, at(page, 'flevoland.notices[0].date'));
    await type('2031-03-14');
    await tabTo(page, at(page, 'flevoland.notices[0].start'));
    await type('10:00');
    await tabTo(page, byId(page, 'add-action'));
    await press('Enter');
    await type('Bekijk opleidingen');
    await tabTo(page, at(page, 'flevoland.actions[0].href'));
    await type('https://www.example.nl/opleidingen');
    await tabTo(page, byId(page, 'save'));
    await press('Enter');
    await waitFor(() => files.length > 0, 'a file');
    const {name, text} = present(files[0], 'the file');
    equal(name, 'organisaties.json');
    const content = await text;
    deepEqual(JSON.parse(content), {
      flevoland: {
        organisation: {phone: '030 123 45 67', vacancies: 'https://banen.example.nl'},
        notices: [{title: 'Open dag', text: 'Kom kennismaken.', date: '2031-03-14', start: '10:00'}],
        actions: [{label: 'Bekijk opleidingen', href: 'https://www.example.nl/opleidingen'}],
      },
    });
    const {status, stderr} = await runCommand(['check', name], {name, content});
    equal(status, 0, stderr);
    equal(byId(page, 'saved').textContent, 'Bewaard');
    await waitFor(() => cardText(page).includes('030 123 45 67'), 'the card with the number');
    matches(cardText(page), /Open dag/);
    deepEqual(otherOrigins(view), []);
    // Includes the time to build the command.
  }).timeout(120_000);

  it('shows errors beside the field, in the words of the rules, and does not save them', async () => {
    const view = await open(1280, '#flevoland');
    const {document: page} = view;
    const files = catchFiles(view);
    const wrong = [
      ['flevoland.organisation.phone', '12', 'tien cijfers'],
      ['flevoland.organisation.email', 'nobody', 'een e-mailadres'],
      ['flevoland.organisation.website', 'http://x.nl', 'een adres dat begint met https://'],
      ['flevoland.organisation.contactPage', 'https://x.nl/a b', 'zonder spaties'],
      ['flevoland.organisation.address', 'Dorp', 'straat en nummer'],
      ['flevoland.organisation.about', '<b>Wij</b>', 'zonder HTML'],
    ] as const;
    for (const [path, value, expected] of wrong) {
      put(at(page, path), value);
      assert(wrongAt(page, path)?.includes(expected), `${path}: ${wrongAt(page, path)}`);
      equal(at(page, path).getAttribute('aria-invalid'), 'true');
    }
    byId(page, 'add-notice').click();
    put(at(page, 'flevoland.notices[0].date'), '2031-02-30');
    matches(wrongAt(page, 'flevoland.notices[0].date'), /een dag zoals 2026-12-31/);
    put(at(page, 'flevoland.notices[0].start'), '14:00');
    put(at(page, 'flevoland.notices[0].end'), '10:00');
    byId(page, 'save').click();
    equal(files.length, 0);
    matches(byId(page, 'mistakes').textContent, /Flevoland, Bericht 1, Bericht: verwacht platte tekst/);
    equal(page.activeElement, byId(page, 'mistakes'));
    put(at(page, 'flevoland.notices[0].date'), '14-3-2031');
    equal(at(page, 'flevoland.notices[0].date').value, '2031-03-14');
    put(at(page, 'flevoland.notices[0].text'), 'Kom.');
    matches(wrongAt(page, 'flevoland.notices[0].end'), /een tijd na start/);
    for (const [path] of wrong) put(at(page, path), '');
    put(at(page, 'flevoland.notices[0].end'), '16.30');
    equal(byId(page, 'mistakes').textContent, '');
    byId(page, 'save').click();
    await waitFor(() => files.length === 1, 'the file');
  });

  it('hides what is bundled, and keeps the fields of each region apart', async () => {
    const {document: page} = await open(1280, '#utrecht');
    await waitFor(() => /Bel 030/.test(cardText(page)), 'the card');
    const phone = at(page, 'utrecht.organisation.phone');
    present(phone.closest('.field')?.querySelector<HTMLInputElement>('[type="checkbox"]'), 'the box').click();
    equal(phone.disabled, true);
    await waitFor(() => !/Bel 030/.test(cardText(page)), 'a card without a number');
    put(byId<HTMLSelectElement>(page, 'region'), 'zeeland');
    put(at(page, 'zeeland.organisation.phone'), '0113 12 34 56');
    put(byId<HTMLSelectElement>(page, 'region'), 'utrecht');
    equal(at(page, 'utrecht.organisation.phone').disabled, true);
    deepEqual(JSON.parse(byId(page, 'code').textContent ?? ''), {
      utrecht: {organisation: {phone: null}},
      zeeland: {organisation: {phone: '0113 12 34 56'}},
    });
  });

  it('opens a file in both forms, and saves the same contents', async () => {
    const {document: page} = await open();
    const data = {
      $schema: './schema.json',
      zeeland: {phone: '0113 12 34 56', email: null},
      limburg: {
        organisation: {name: 'Voorbeeld'},
        notices: [{text: 'Dicht.', from: '2031-01-01', until: '2031-01-02'}],
        actions: [{label: 'App', href: 'https://wa.me/31612345678', kind: 'whatsapp'}],
      },
    };
    await openFile(page, JSON.stringify(data));
    equal(told(page), 'organisaties.json is open.');
    equal(at(page, 'zeeland.organisation.phone').value, '0113 12 34 56');
    const {phone, email} = data.zeeland;
    deepEqual(JSON.parse(byId(page, 'code').textContent ?? ''), {...data, zeeland: {organisation: {phone, email}}});
  });

  it('opens a file that is dropped on the page', async () => {
    const view = await open();
    const {document: page} = view;
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['{"zeeland": {"phone": "0113 12 34 56"}}'], 'mijn.json'));
    page.body.dispatchEvent(new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer}));
    await waitFor(() => told(page) === 'mijn.json is open.', 'the file');
    equal(at(page, 'zeeland.organisation.phone').value, '0113 12 34 56');
  });

  it('reports contents of a file that it cannot edit', async () => {
    const {document: page} = await open();
    await openFile(page, '{"zeeland": {"telefoon": "1", "phone": 113, "email": "x"}, "drenthe": {}, "__proto__": {}}');
    matches(told(page), /zeeland\.telefoon: gevonden "1", verwacht een veld dat bestaat/);
    matches(told(page), /zeeland\.phone: gevonden 113, verwacht tien cijfers/);
    matches(told(page), /drenthe: gevonden \{…\}, verwacht de id van een regio/);
    matches(wrongAt(page, 'zeeland.organisation.email'), /een e-mailadres/);
  });

  const OTHERS: readonly (readonly [what: string, content: string | Uint8Array<ArrayBuffer>, says: RegExp])[] = [
    ['no JSON', 'Beste mensen,', /geen JSON\. Het begint met "Beste mensen,"/],
    ['nothing', '', /geen JSON\. Het is leeg/],
    ['a list', '[1]', /geen object met regio's/],
    ['another division', '{"noord": {"phone": "1"}, "zuid": {}}', /van een andere indeling.*noord, zuid.*flevoland/],
    ['the list of facts', '{"format": 1, "organisations": {}}', /de lijst van de regiokaart zelf/],
    ['no text', Uint8Array.of(0x50, 0x4b, 3, 4, 0xff, 0xfe, 0xd0), /geen tekst in UTF-8/],
    ['too much', ' '.repeat(300 * 1024), /300 kB.*hoogstens 256 kB/],
  ];
  for (const [what, content, says] of OTHERS) {
    it(`explains what a file with ${what} is, and changes nothing`, async () => {
      const {document: page} = await open(1280, '#zeeland');
      put(at(page, 'zeeland.organisation.phone'), '0113 12 34 56');
      await openFile(page, content);
      matches(told(page), says);
      matches(told(page), /Er is niets veranderd/);
      equal(at(page, 'zeeland.organisation.phone').value, '0113 12 34 56');
    });
  }

  it('allows no more notices and buttons than a card shows', async () => {
    const {document: page} = await open(1280, '#zeeland');
    const add = byId<HTMLButtonElement>(page, 'add-action');
    for (let count = 0; count < 6; count++) add.click();
    equal(add.disabled, true);
    present(page.querySelector<HTMLElement>('#actions .item > button'), 'the button').click();
    equal(add.disabled, false);
    equal(page.activeElement, add);
  });
});

describe('the form for texts', () => {
  it('changes the texts of the finder, saves them, and opens them again', async () => {
    const view = await open();
    const {document: page} = view;
    const files = catchFiles(view);
    const kaart = byId<RegioKaart>(page, 'texts-preview');
    put(byId<HTMLSelectElement>(page, 'key'), 'submit');
    byId(page, 'add-text').click();
    const text = present(page.querySelector<HTMLTextAreaElement>('#texts textarea'), 'the text');
    equal(page.activeElement, text);
    put(text, 'Zoek mijn regio');
    put(present(page.querySelector<HTMLInputElement>('#report input'), 'the address'), 'mailto:redactie@example.nl');
    await waitFor(() => find(kaart, '[part~="submit"]')?.textContent?.trim() === 'Zoek mijn regio', 'the text');
    byId(page, 'save-texts').click();
    const {name, text: content} = present(files[0], 'the file');
    equal(name, 'regiokaart-teksten.js');
    const script = await content;
    // As a host's page would use the file.
    kaart.strings = null;
    new view.Function(script)();
    equal(JSON.stringify(page.querySelector<RegioKaart>('regio-kaart')?.strings), '{"submit":"Zoek mijn regio"}');
    const again = await open();
    give(byId(again.document, 'texts-file'), name, script);
    await waitFor(() => /is open/.test(byId(again.document, 'texts-told').textContent ?? ''), 'the file');
    equal(again.document.querySelector<HTMLTextAreaElement>('#texts textarea')?.value, 'Zoek mijn regio');
    equal(again.document.querySelector<HTMLInputElement>('#report input')?.value, 'mailto:redactie@example.nl');
  });

  it('refuses an invalid address and unknown placeholders', async () => {
    const view = await open();
    const {document: page} = view;
    const files = catchFiles(view);
    const report = present(page.querySelector<HTMLInputElement>('#report input'), 'the address');
    put(report, 'redactie');
    matches(byId(page, `${report.id}-wrong`).textContent, /https:\/\/ of mailto:/);
    put(byId<HTMLSelectElement>(page, 'key'), 'call');
    byId(page, 'add-text').click();
    const text = present(page.querySelector<HTMLTextAreaElement>('#texts textarea'), 'the text');
    put(text, 'Bel {nummer}');
    equal(byId(page, `${text.id}-wrong`).textContent, 'Verwacht: tussen accolades alleen {phone}.');
    byId(page, 'save-texts').click();
    equal(files.length, 0);
    give(byId(page, 'texts-file'), 'x.js', 'alert(1)');
    await waitFor(() => /geen bestand met teksten/.test(byId(page, 'texts-told').textContent ?? ''), 'a word');
  });
});

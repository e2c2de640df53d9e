import ICAL from 'ical.js';
import '../../../src/define.js';
import type {RegioActionEvent, RegioContact} from '../../../src/index.js';
import {
  afterThisTest,
  assert,
  audit,
  click,
  deepEqual,
  equal,
  expectEvent,
  find,
  matches,
  present,
  press,
  rendered,
  waitFor,
} from '../../helpers/index.js';
import {actionsOf, catchFile, feedback, heard, hide, replace, show, tell, toolOf, tools} from './card.js';

describe('what a visitor does with a card', () => {
  it('copies the details, announces it, and shows it over the button for a moment', async () => {
    const written: string[] = [];
    replace(navigator, 'clipboard', {writeText: async (text: string) => written.push(text)});
    const contact = await show('utrecht');
    const told = actionsOf(contact);
    const button = toolOf(contact, 'Kopieer');
    const [box, next] = [button, toolOf(contact, 'Print')].map((each) => each.getBoundingClientRect());
    await click(button);
    await waitFor(() => heard() === 'Gekopieerd', 'the announcement');
    deepEqual(written, [
      'Utrechtzorg\nRegio Utrecht\n030 634 08 08\nBereikbaar op werkdagen van 9 tot 17 uur.\nsecretariaat@utrechtzorg.net\nhttps://utrechtzorg.net\nhttps://jouwzorgbaan.nl\nKokermolen 3, 3994 DG Houten',
    ]);
    equal(feedback(button), 'Gekopieerd');
    equal(button.ariaLabel, 'Kopieer: Utrechtzorg', 'its name stays');
    deepEqual(
      [button, toolOf(contact, 'Print')].map((each) => each.getBoundingClientRect().toJSON()),
      [box?.toJSON(), next?.toJSON()],
      'nothing moves',
    );
    await audit(contact);
    await waitFor(() => !feedback(button), 'the button as before');
    deepEqual(told, ['utrecht copy']);
  });

  it('leaves no feedback on the card of another region', async () => {
    replace(navigator, 'clipboard', {writeText: async () => {}});
    const contact = await show('utrecht');
    await click(toolOf(contact, 'Kopieer'));
    await waitFor(() => find(contact, '.feedback'), 'the feedback');
    contact.region = 'zeeland' as RegioContact['region'];
    await rendered(contact);
    equal(find(contact, '.feedback'), null);
    contact.region = 'utrecht' as RegioContact['region'];
    await rendered(contact);
    await waitFor(() => !find(contact, '.feedback'), 'no feedback after a while');
  });

  it('copies by selection without a clipboard API', async () => {
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

  it('shows the text if copying is refused', async () => {
    replace(navigator, 'clipboard', {writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError'))});
    replace(document, 'execCommand', () => false);
    const contact = await show('utrecht');
    const told = actionsOf(contact);
    await click(toolOf(contact, 'Kopieer'));
    const field = await waitFor(() => find<HTMLTextAreaElement>(contact, 'textarea'), 'the text');
    matches(field.value, /^Utrechtzorg\n/);
    await waitFor(() => /kopieer die zelf/.test(heard()), 'the announcement');
    equal(feedback(toolOf(contact, 'Kopieer')), 'Lukt nu niet');
    await audit(contact);
    await waitFor(() => !find(contact, '.feedback'), 'the button as before');
    deepEqual(told, [], 'nothing was copied');
  });

  it('shares in a browser that can', async () => {
    const shared: ShareData[] = [];
    replace(navigator, 'share', async (data: ShareData) => void shared.push(data));
    const contact = await show('utrecht');
    const told = actionsOf(contact);
    await click(toolOf(contact, 'Deel'));
    await waitFor(() => heard() === 'Gedeeld', 'the announcement');
    equal(feedback(toolOf(contact, 'Deel')), 'Gedeeld');
    deepEqual(told, ['utrecht share']);
    equal(shared.length, 1, 'times');
    equal(shared[0]?.title, 'Utrechtzorg');
    matches(shared[0]?.text, /030 634 08 08/);
  });

  it('is silent when the visitor cancels sharing, and announces a failure', async () => {
    let name = 'AbortError';
    replace(navigator, 'share', () => Promise.reject(new DOMException('no', name)));
    const contact = await show('utrecht');
    const told = actionsOf(contact);
    const before = heard();
    await click(toolOf(contact, 'Deel'));
    await rendered(contact);
    equal(heard(), before);
    equal(find(contact, '.feedback'), null);
    name = 'DataError';
    await click(toolOf(contact, 'Deel'));
    await waitFor(() => /lukt nu niet/.test(heard()), 'the announcement');
    equal(feedback(toolOf(contact, 'Deel')), 'Lukt nu niet');
    await waitFor(() => !find(contact, '.feedback'), 'the button as before');
    deepEqual(told, []);
  });

  it('has no share button in a browser that cannot share', async () => {
    hide(navigator, 'share');
    const contact = await show('utrecht');
    assert(!tools(contact).some((tool) => /Deel/.test(tool.textContent ?? '')), 'no button');
  });

  it('saves a contact for an address book', async () => {
    const files = catchFile();
    const contact = await show('utrecht');
    const told = actionsOf(contact);
    await click(toolOf(contact, 'Bewaar'));
    await waitFor(() => files.length === 1, 'the file');
    equal(files[0]?.name, 'Utrechtzorg.vcf');
    equal(files[0]?.type, 'text/vcard');
    const [, properties] = ICAL.parse((await files[0]?.content) ?? '') as [string, [string, object, string, unknown][]];
    const textOf = (name: string) => properties.find(([each]) => each === name)?.[3];
    equal(textOf('fn'), 'Utrechtzorg');
    equal(textOf('tel'), 'tel:+31306340808');
    equal(textOf('email'), 'secretariaat@utrechtzorg.net');
    deepEqual(
      properties.filter(([each]) => each === 'url').map(([, , , value]) => value),
      ['https://utrechtzorg.net', 'https://jouwzorgbaan.nl'],
    );
    matches(String(textOf('note')), /regio Utrecht\n030 634 08 08: Bereikbaar op werkdagen van 9 tot 17 uur\.$/);
    await waitFor(() => heard() === 'Bewaard', 'the announcement');
    equal(feedback(toolOf(contact, 'Bewaar')), 'Bewaard');
    deepEqual(told, ['utrecht save']);
  });

  it('shows and announces that a contact could not be saved, and saves it at the next attempt', async () => {
    const contact = await show('utrecht');
    const told = actionsOf(contact);
    const {createObjectURL} = URL;
    replace(URL, 'createObjectURL', () => {
      throw new TypeError('no files here');
    });
    await click(toolOf(contact, 'Bewaar'));
    await waitFor(() => /lukt nu niet/.test(heard()), 'the announcement');
    equal(feedback(toolOf(contact, 'Bewaar')), 'Lukt nu niet');
    deepEqual(told, []);
    URL.createObjectURL = createObjectURL;
    const files = catchFile();
    await click(toolOf(contact, 'Bewaar'));
    await waitFor(() => files.length === 1, 'the file');
    await waitFor(() => told.length === 1, 'the event');
  });

  it('prints', async () => {
    let times = 0;
    replace(window, 'print', () => times++);
    const contact = await show('utrecht');
    const told = actionsOf(contact);
    toolOf(contact, 'Print').focus();
    await press('Enter');
    await waitFor(() => times > 0, 'the print dialog');
    equal(times, 1, 'times');
    deepEqual(told, ['utrecht print']);
  });

  it('fires one event for each link that is followed, and no other', async () => {
    const stay = (event: Event) => event.preventDefault();
    document.addEventListener('click', stay);
    afterThisTest(() => document.removeEventListener('click', stay));
    const contact = await show('utrecht');
    await tell(contact, {
      utrecht: {
        contactPage: 'https://voorbeeld.nl/contact',
        notices: [{text: 'Open dag', href: 'https://voorbeeld.nl/open-dag'}],
        actions: [{label: 'Maak een afspraak', href: 'https://voorbeeld.nl/afspraak', kind: 'appointment'}],
      },
    });
    const told = actionsOf(contact);
    for (const [action, selector] of [
      ['call', '[part="phone"]'],
      ['email', '[href^="mailto:"]'],
      ['contact-page', '[href="https://voorbeeld.nl/contact"]'],
      ['website', '[part="website"]'],
      ['vacancies', '[part="vacancies"]'],
      ['route', '[href^="https://www.openstreetmap.org"]'],
      ['own', '[part="notice"] a'],
      ['own', '[href="https://voorbeeld.nl/afspraak"]'],
    ] as const) {
      const event = await expectEvent<RegioActionEvent>(contact, 'regio-action', () =>
        click(present(find(contact, selector), selector)),
      );
      deepEqual([event.bubbles, event.composed, event.action], [true, true, action]);
      equal(told.length, 1, selector);
      equal(told.pop(), `utrecht ${action}`);
    }
    contact.region = 'flevoland' as RegioContact['region'];
    contact.organisations = null;
    await rendered(contact);
    deepEqual(told, [], 'not by what the page does');
  });
});

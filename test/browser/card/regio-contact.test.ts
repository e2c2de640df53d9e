import '../../../src/define.js';
import type {RegioContact} from '../../../src/index.js';
import {
  allowConsole,
  assert,
  audit,
  consoleProblems,
  equal,
  find,
  findAll,
  present,
  render,
  setViewport,
  waitFor,
} from '../../helpers/index.js';
import {part, textOf} from '../finder/kaart.js';

const show = (attributes: string, inside = '') =>
  render<RegioContact>(`<regio-contact ${attributes}>${inside}</regio-contact>`);

describe('<regio-contact>', () => {
  it('is defined, with the version of <regio-kaart>', () => {
    const version = (tag: string) => (customElements.get(tag) as unknown as {version: string}).version;
    equal(version('regio-contact'), version('regio-kaart'));
  });

  it('is the card of a region, and nothing else', async () => {
    const contact = await show('region="flevoland"');
    equal(part(contact, 'card-name')?.localName, 'h2');
    equal(textOf(contact, 'card-name'), 'Flever');
    equal((part(contact, 'phone') as HTMLAnchorElement).getAttribute('href'), 'tel:+31880182888');
    equal(find(contact, 'form, .map, [part~="list"]'), null);
  });

  it('follows its region, which reflects', async () => {
    const contact = await show('region="flevoland"');
    contact.region = 'zeeland' as RegioContact['region'];
    await contact.updateComplete;
    equal(contact.getAttribute('region'), 'zeeland');
    equal(textOf(contact, 'card-name'), 'Viazorg');
    contact.setAttribute('region', 'limburg');
    await contact.updateComplete;
    equal(contact.region, 'limburg');
    equal(textOf(contact, 'card-name'), 'Zorg aan Zet');
  });

  it('shows the content between its tags without a region, and for an unknown one', async () => {
    allowConsole(/region is "atlantis"/);
    for (const attributes of ['', 'region="atlantis"']) {
      const contact = await show(attributes, '<p>Bel ons</p>');
      equal(part(contact, 'card'), null);
      assert((contact.querySelector('p')?.getBoundingClientRect().height ?? 0) > 0, 'the words between the tags');
    }
    await waitFor(() => consoleProblems().length === 1, 'one warning');
  });

  it('uses the level, the language, the texts and the slot content that it is given', async () => {
    const contact = await show(
      'region="flevoland" heading-level="5" lang="en"',
      '<p slot="region-flevoland">Open dag</p>',
    );
    equal(part(contact, 'card-name')?.localName, 'h5');
    equal(part(contact, 'phone')?.textContent?.trim(), 'Call 088 0182 888');
    assert((contact.querySelector('p')?.getBoundingClientRect().height ?? 0) > 0, 'the slot');
    contact.strings = {call: 'Ring {phone}'};
    await waitFor(() => part(contact, 'phone')?.textContent?.trim() === 'Ring 088 0182 888', 'the text of the host');
  });

  it('passes axe and fits 320 px, for each region', async () => {
    await setViewport(320, 640);
    const contact = await show('region="flevoland"');
    const page = document.documentElement;
    for (const id of ['flevoland', 'rijnstreek', 'rotterdam', 'amsterdam-noord-holland-noord', 'utrecht']) {
      contact.setAttribute('region', id);
      await contact.updateComplete;
      assert(findAll(contact, '[part~="actions"] a').length > 0, `a next step for ${id}`);
      assert(page.scrollWidth <= page.clientWidth, `${id} fits`);
      await audit(contact);
    }
  });

  it('keeps its card when it is removed and put back', async () => {
    const contact = await show('region="flevoland"');
    const parent = present(contact.parentElement, 'the parent');
    contact.remove();
    parent.append(contact);
    await contact.updateComplete;
    equal(textOf(contact, 'card-name'), 'Flever');
  });
});

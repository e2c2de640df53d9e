import '../../../src/define.js';
import type {RegioKaart} from '../../../src/index.js';
import {
  assert,
  audit,
  can,
  click,
  computedName,
  deepEqual,
  emulateDark,
  emulateForcedColors,
  equal,
  expectEvent,
  expectNoEvent,
  find,
  findAll,
  itIf,
  matches,
  present,
  press,
  render,
  rendered,
  setViewport,
  tap,
  type,
  waitFor,
} from '../../helpers/index.js';

const show = (attributes = '') => render<RegioKaart>(`<regio-kaart map="none" ${attributes}></regio-kaart>`);
const inputOf = (kaart: Element) => present(find<HTMLInputElement>(kaart, 'input'), 'the field');
const options = (kaart: Element) => findAll(kaart, '[role="option"]').filter((each) => each.checkVisibility());
/** Name and location of a suggestion. */
const read = (option: Element) => [...option.children].map(({textContent}) => textContent).join(', ');
const texts = (kaart: Element) => options(kaart).map(read);
const active = (kaart: Element) => {
  const id = inputOf(kaart).getAttribute('aria-activedescendant');
  return id === null ? null : read(present(kaart.shadowRoot?.getElementById(id), id));
};
const heard = () => document.querySelector('[data-regiokaart-status]')?.textContent ?? '';
const focused = (kaart: Element) => kaart.shadowRoot?.activeElement;
const placesButton = (kaart: Element) =>
  present(
    findAll(kaart, 'form button').find(({textContent}) => /plaats/i.test(textContent ?? '')),
    'the button',
  );

/** Types into the field and waits for the suggestions. */
async function suggest(kaart: Element, text: string): Promise<void> {
  inputOf(kaart).focus();
  await type(text);
  await waitFor(() => options(kaart).length > 0, `suggestions for ${text}`);
}

/** Clicks "Zoek op plaats" and waits until the field is ready for letters. */
async function open(kaart: Element): Promise<HTMLInputElement> {
  await click(placesButton(kaart));
  await waitFor(() => inputOf(kaart).inputMode === 'text', 'the field to take letters');
  return inputOf(kaart);
}

describe('<regio-kaart> by place', () => {
  it('is a combobox from the start, closed for digits, so that nothing is announced in the middle of a word', async () => {
    const kaart = await show();
    inputOf(kaart).focus();
    await type('1316');
    await waitFor(() => kaart.region, 'a region');
    equal(kaart.region, 'flevoland');
    equal(inputOf(kaart).getAttribute('role'), 'combobox');
    equal(inputOf(kaart).getAttribute('aria-expanded'), 'false');
    equal(options(kaart).length, 0);
  });

  it('suggests places from the first letter on, large ones first, each with its location', async () => {
    const kaart = await show();
    await suggest(kaart, 'al');
    const input = inputOf(kaart);
    equal(input.getAttribute('role'), 'combobox');
    equal(input.getAttribute('aria-expanded'), 'true');
    equal(input.getAttribute('aria-autocomplete'), 'list');
    equal(input.spellcheck, false);
    equal(present(kaart.shadowRoot?.getElementById(input.getAttribute('aria-controls') ?? ''), 'list').role, 'listbox');
    equal(texts(kaart)[0], 'Almere, Flevoland');
    assert(texts(kaart).includes('Alphen aan den Rijn, Zuid-Holland'), `got ${texts(kaart)}`);
    equal(find(kaart, '[role="option"] strong')?.textContent, 'Al');
    equal(kaart.region, null);
    await audit(kaart);
  });

  it('chooses with the arrow keys and Enter, fires one event, and leads to the card', async () => {
    const kaart = await show();
    await suggest(kaart, 'alphen aan');
    await press('ArrowDown');
    equal(active(kaart), 'Alphen aan den Rijn, Zuid-Holland');
    equal(read(present(find(kaart, '[aria-selected="true"]'), 'the one selected')), active(kaart));
    await audit(kaart);
    const atAnswer: unknown[] = [];
    kaart.addEventListener('regio-select', () => {
      atAnswer.push(focused(kaart), inputOf(kaart).value, inputOf(kaart).getAttribute('aria-expanded'), active(kaart));
    });
    const event = await expectEvent<Event & {source: string; regionId: string}>(kaart, 'regio-select', () =>
      press('Enter'),
    );
    deepEqual([event.source, event.regionId], ['place', 'rijnstreek']);
    equal(atAnswer[0], inputOf(kaart), 'the field says its new value before the focus moves');
    deepEqual(atAnswer.slice(1, 3), ['Alphen aan den Rijn', 'false']);
    matches(
      `${atAnswer[3]}`,
      /Alphen aan den Rijn/,
      'the suggestion stays until then, or the field would be read once more',
    );
    equal(inputOf(kaart).value, 'Alphen aan den Rijn');
    equal(inputOf(kaart).getAttribute('aria-expanded'), 'false');
    await waitFor(() => focused(kaart)?.closest('.answer'), 'the focus on the answer');
    await kaart.updateComplete;
    equal(options(kaart).length, 0);
    matches(focused(kaart)?.ariaLabel, /, regio Rijnstreek$/);
    equal(heard(), '', 'the heading says it all');
  });

  it('goes through the suggestions and back to the field by Down and Up', async () => {
    const kaart = await show();
    await suggest(kaart, 'den ham');
    const [first, second] = texts(kaart);
    equal(texts(kaart).length, 2);
    const seen = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp']) {
      await press(key);
      seen.push(active(kaart));
    }
    deepEqual(seen, [first, second, null, second, first, null, second]);
    equal(focused(kaart), inputOf(kaart));
  });

  it('goes back to the text with Home, End, Left and Right', async () => {
    const kaart = await show();
    await suggest(kaart, 'den ham');
    const input = inputOf(kaart);
    for (const [key, caret] of [
      ['Home', 0],
      ['End', 7],
      ['ArrowLeft', 6],
      ['ArrowRight', 7],
    ] as const) {
      await press('ArrowDown');
      assert(active(kaart), 'a suggestion is active');
      await press(key);
      deepEqual([active(kaart), input.selectionStart], [null, caret], key);
    }
  });

  it('closes on Escape without closing a dialog around it, and opens again with Down', async () => {
    const dialog = await render<HTMLDialogElement>('<dialog><regio-kaart map="none"></regio-kaart></dialog>');
    dialog.showModal();
    const kaart = present(find<RegioKaart>(dialog, 'regio-kaart'), 'the element');
    await rendered(kaart);
    await suggest(kaart, 'almere');
    await press('Escape');
    equal(options(kaart).length, 0);
    equal(inputOf(kaart).getAttribute('aria-expanded'), 'false');
    equal(inputOf(kaart).value, 'almere');
    assert(dialog.open, 'the dialog is open');
    await press('ArrowDown');
    await waitFor(() => options(kaart).length > 0, 'the suggestions again');
    equal(active(kaart), null);
    await press('ArrowDown');
    equal(active(kaart), 'Almere, Flevoland');
    await press('Escape');
    await press('Escape');
    assert(!dialog.open, 'the dialog is closed');
  });

  it('closes when the focus goes elsewhere', async () => {
    const kaart = await show();
    await suggest(kaart, 'almere');
    await press('Tab');
    await waitFor(() => options(kaart).length === 0, 'no suggestions');
    equal(kaart.region, null);
  });

  it('chooses on a click, and keeps the focus in the field until then', async () => {
    const kaart = await show();
    await suggest(kaart, 'lely');
    await expectEvent(kaart, 'regio-select', () => click(present(options(kaart)[0], 'a suggestion')));
    equal(kaart.region, 'flevoland');
    equal(inputOf(kaart).value, 'Lelystad');
  });

  itIf(can.tap)('chooses on a tap', async () => {
    const kaart = await show();
    await suggest(kaart, 'lely');
    await expectEvent(kaart, 'regio-select', () => tap(present(options(kaart)[0], 'a suggestion')));
    equal(kaart.region, 'flevoland');
  });

  for (const [text, region] of [
    ['Almere', 'flevoland'],
    ['den haag', 'haaglanden-nieuwe-waterweg-noord'],
    ['’s-gravenhage', 'haaglanden-nieuwe-waterweg-noord'],
    ['Winterswijk', 'oost-nederland'],
    ['gemeente Zaanstad', 'amsterdam-noord-holland-noord'],
    ['Rijswijk Gelderland', 'gelderland'],
  ] as const) {
    it(`answers ${text} on Enter`, async () => {
      const kaart = await show();
      await open(kaart);
      await suggest(kaart, text);
      await expectEvent(kaart, 'regio-select', () => press('Enter'));
      equal(kaart.region, region);
    });
  }

  it('lets the visitor choose between places of one name in several regions', async () => {
    const kaart = await show();
    await suggest(kaart, 'bergen');
    await expectNoEvent(kaart, 'regio-miss', () => press('Enter'));
    equal(kaart.region, null);
    deepEqual(texts(kaart).slice(0, 3), [
      'Bergen (NH), gemeente Bergen (NH.), Noord-Holland',
      'Bergen L, gemeente Bergen (L.), Limburg',
      'Bergen, wijk in Eindhoven, Noord-Brabant',
    ]);
    const note = () => find(kaart, 'form')?.textContent ?? '';
    await waitFor(() => /Kies je plaats in de lijst/.test(note()), 'the note');
    await waitFor(() => /Kies je plaats in de lijst/.test(heard()), 'the announcement');
    await audit(kaart);
    await press('ArrowUp');
    await press('ArrowUp');
    await press('Enter');
    await waitFor(() => kaart.region, 'a region');
    await rendered(kaart);
    assert(!/Kies je plaats/.test(note()), 'the note is gone');
  });

  it('does not guess from the beginning of a name, nor from one with a typing error', async () => {
    const kaart = await show();
    for (const text of ['lelys', 'enschde']) {
      inputOf(kaart).value = '';
      await suggest(kaart, text);
      await expectNoEvent(kaart, 'regio-select', () => press('Enter'));
      assert(options(kaart).length > 0, 'suggestions');
      equal(kaart.region, null);
    }
  });

  it('has the same message for every text that is not a place', async () => {
    const kaart = await show();
    await suggest(kaart, 'al');
    await type('qq');
    await waitFor(() => /Geen plaats gevonden/.test(heard()), 'the announcement');
    equal(inputOf(kaart).getAttribute('aria-expanded'), 'false');
    await audit(kaart);
    await expectEvent(kaart, 'regio-miss', () => press('Enter'));
    assert(find(kaart, '[part="error"]'), 'an error');
    equal(inputOf(kaart).value, 'alqq');
  });

  it('announces the number of suggestions, in the language of the page', async () => {
    const kaart = await show('lang="en"');
    await suggest(kaart, 'den ham');
    await waitFor(() => /^2 places found/.test(heard()), 'the announcement');
    equal(texts(kaart)[0], 'Den Ham, municipality of Twenterand, Overijssel');
    equal(find(kaart, '[role="listbox"]')?.ariaLabel, 'Places');
  });

  it('closes when the text becomes a postcode, which answers as before', async () => {
    const kaart = await show();
    await suggest(kaart, 'a');
    await press('Backspace');
    equal(options(kaart).length, 0);
    const event = await expectEvent<Event & {source: string}>(kaart, 'regio-select', () => type('1316'));
    equal(event.source, 'postcode');
    equal(options(kaart).length, 0);
    await press('ArrowDown');
    equal(options(kaart).length, 0);
  });
});

describe('<regio-kaart> with "Zoek op plaats"', () => {
  it('prepares the field for letters, says what to type, and moves the focus there', async () => {
    const kaart = await show();
    const input = await open(kaart);
    equal(focused(kaart), input);
    equal(input.autocomplete, 'off');
    equal(input.getAttribute('aria-expanded'), 'false');
    const hints = (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => kaart.shadowRoot?.getElementById(id)?.textContent);
    matches(hints[0], /Almere/);
    await audit(kaart);
  });

  itIf(can.role)('gives the field a name for both', async () => {
    const kaart = await show();
    matches(await computedName(await open(kaart)), /Postcode.* of woonplaats/);
  });

  it('still accepts a postcode', async () => {
    const kaart = await show();
    await open(kaart);
    await type('1316 AB');
    await waitFor(() => kaart.region, 'a region');
    equal(kaart.region, 'flevoland');
    equal(options(kaart).length, 0);
  });

  it('opens only once, and selects the text the second time', async () => {
    const kaart = await show();
    const input = await open(kaart);
    await type('almere');
    await waitFor(() => options(kaart).length > 0, 'suggestions');
    await press('Escape');
    await click(placesButton(kaart));
    await waitFor(() => input.selectionEnd === 6 && input.selectionStart === 0, 'the selection');
    equal(findAll(kaart, '[role="listbox"]').length, 1);
  });

  it('works twice on a page, each field for itself', async () => {
    const both = await render(
      '<div><regio-kaart map="none"></regio-kaart><regio-kaart map="none"></regio-kaart></div>',
    );
    const [one, two] = findAll<RegioKaart>(both, 'regio-kaart');
    assert(one && two, 'two elements');
    await suggest(one, 'almere');
    await suggest(two, 'utrecht');
    await waitFor(() => options(one).length === 0, 'no suggestions at the first');
    await press('Enter');
    deepEqual([one.region, two.region], [null, 'utrecht']);
  });

  it('works after it was removed and put back', async () => {
    const kaart = await show();
    await open(kaart);
    const parent = present(kaart.parentElement, 'its parent');
    kaart.remove();
    parent.append(kaart);
    await suggest(kaart, 'almere');
    await expectEvent(kaart, 'regio-select', () => press('Enter'));
    equal(kaart.region, 'flevoland');
  });

  it('moves nothing when suggestions open, at 320 pixels too, and each is 44 pixels high', async () => {
    await setViewport(320);
    const kaart = await show();
    await open(kaart);
    const answer = present(find(kaart, '.answer'), 'the answer');
    const before = answer.getBoundingClientRect().top;
    await suggest(kaart, 'alphen');
    equal(answer.getBoundingClientRect().top, before);
    for (const option of options(kaart)) {
      const {height, left, right} = option.getBoundingClientRect();
      assert(height >= 44, `got ${height} pixels`);
      assert(left >= 0 && right <= innerWidth, `got ${left} to ${right} of ${innerWidth}`);
    }
    assert(document.documentElement.scrollWidth <= innerWidth, 'no scrolling sideways');
  });

  itIf(can.emulate.includes('dark'))('passes the audit in dark colours', async () => {
    await emulateDark();
    const kaart = await show();
    Object.assign(present(kaart.parentElement, 'its parent').style, {colorScheme: 'dark', background: '#142125'});
    await open(kaart);
    await suggest(kaart, 'alphen');
    await press('ArrowDown');
    await audit(kaart);
  });

  itIf(can.emulate.includes('forcedColors'))('marks the active suggestion in forced colours', async () => {
    await emulateForcedColors();
    const kaart = await show();
    await suggest(kaart, 'alphen');
    await press('ArrowDown');
    const [one, two] = options(kaart).map((option) => getComputedStyle(option).outlineStyle);
    deepEqual([one, two], ['solid', 'none']);
    await audit(kaart);
  });
});

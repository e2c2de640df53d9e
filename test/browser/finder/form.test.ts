import '../../../src/define.js';
import {kaartEn as en} from '../../../src/finder/kaart-texts-en.js';
import {kaartNl as nl} from '../../../src/finder/texts.js';
import type {RegioKaart} from '../../../src/index.js';
import type {RegioChoiceEvent, RegioMissEvent, RegioSelectEvent} from '../../../src/shared/events.js';
import {
  allowConsole,
  assert,
  can,
  click,
  computedName,
  consoleProblems,
  deepEqual,
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
  setViewport,
  type,
  waitFor,
} from '../../helpers/index.js';
import {
  announced,
  BORDER,
  clear,
  FLEVOLAND,
  field,
  focused,
  listButton,
  listen,
  part,
  ROTTERDAM,
  settled,
  status,
  submit,
  textOf,
  typeInto,
  UNUSED,
} from './kaart.js';

const show = (attributes = '') => render<RegioKaart>(`<regio-kaart map="none" ${attributes}></regio-kaart>`);

const EVENTS = ['regio-select', 'regio-miss', 'regio-error'];

/** Runs an action and fails if the element fires any event. */
async function quietly(kaart: RegioKaart, action: () => unknown): Promise<void> {
  const [first = '', second = '', third = ''] = EVENTS;
  await expectNoEvent(kaart, first, () =>
    expectNoEvent(kaart, second, () =>
      expectNoEvent(kaart, third, async () => {
        await action();
        await kaart.updateComplete;
      }),
    ),
  );
}

describe('<regio-kaart>', () => {
  it('is defined, with the version of the package', async () => {
    const text = await (await fetch('/package.json')).text();
    const element = customElements.get('regio-kaart') as unknown as {version: string};
    matches(text, new RegExp(`version"? *[:=] *"${element.version}"`));
    matches(element.version, /^\d+\.\d+\.\d+/);
  });

  it('asks one thing at the start, offers the list, and says where the answer will be', async () => {
    const kaart = await show();
    const heading = present(part(kaart, 'heading'), 'the heading');
    equal(heading.localName, 'h2');
    equal(heading.textContent, 'Vind de werkgeversorganisatie in jouw regio');
    matches(find(kaart, '.intro')?.textContent, /^Wil je de contactgegevens opzoeken/);
    equal(textOf(kaart, 'label'), 'Postcode of woonplaats');
    equal(field(kaart).value, '');
    equal(textOf(kaart, 'submit'), 'Zoek');
    equal(findAll(kaart, '[part~="list"] li button').length, 14);
    matches(find(kaart, '.answer')?.textContent, /Hier zie je straks/);
    for (const name of ['error', 'card', 'map']) equal(part(kaart, name), null, name);
  });

  it('shows the content between its tags only until it is upgraded', async () => {
    const kaart = await render('<regio-kaart map="none"><a href="#x">De lijst</a></regio-kaart>');
    equal(kaart.querySelector('a')?.getBoundingClientRect().height, 0);
  });
});

describe('<regio-kaart>, its field', () => {
  it('is recognised as a postcode by phones, browsers and assistive technology', async () => {
    const kaart = await show();
    const input = field(kaart);
    equal(input.type, 'text');
    equal(input.inputMode, 'numeric');
    equal(input.autocomplete, 'postal-code');
    equal(input.getAttribute('enterkeyhint'), 'search');
    equal(input.maxLength, -1);
    equal(input.required, false);
    equal(input.form?.noValidate, true);
    equal((part(kaart, 'submit') as HTMLButtonElement).type, 'submit');
  });

  it('has a visible label and a hint that belongs to it', async () => {
    const kaart = await show();
    const input = field(kaart);
    const label = present(input.labels?.[0], 'the label');
    equal(label.textContent, 'Postcode of woonplaats');
    assert(label.getBoundingClientRect().height > 0, 'the label can be seen');
    const [hint] = (input.getAttribute('aria-describedby') ?? '').split(' ');
    equal(find(kaart, `#${hint}`)?.textContent, 'Bijvoorbeeld 1316 of Almere');
  });

  itIf(can.role)('has the accessible name Postcode of woonplaats', async () => {
    equal(await computedName(field(await show())), 'Postcode of woonplaats');
  });

  for (const [typed, reason] of [
    ['', 'empty'],
    ['13', 'incomplete'],
    ['1316131', 'too-long'],
    ['0999', 'not-a-postcode'],
  ] as const) {
    it(`says beside the field how to correct "${typed}" (${reason}), keeps it, and returns the focus`, async () => {
      const kaart = await show();
      await typeInto(kaart, typed);
      equal(part(kaart, 'error'), null, 'an error while typing');
      const event = await expectEvent<RegioMissEvent>(kaart, 'regio-miss', () =>
        click(present(part(kaart, 'submit'), 'the button')),
      );
      deepEqual([event.status, event.reason], ['invalid', reason]);
      equal(textOf(kaart, 'error'), nl[reason]);
      const input = field(kaart);
      equal(input.value, typed);
      equal(input.getAttribute('aria-invalid'), 'true');
      const described = (input.getAttribute('aria-describedby') ?? '').split(' ');
      assert(described.includes(part(kaart, 'error')?.id ?? '?'), 'the error describes the field');
      equal(focused(), input);
    });
  }

  it('loses the error as soon as it has four digits', async () => {
    const kaart = await show();
    await submit(kaart, '13');
    assert(part(kaart, 'error'), 'an error');
    await type('16');
    equal(part(kaart, 'error'), null);
    equal(field(kaart).hasAttribute('aria-invalid'), false);
    equal(textOf(kaart, 'card-name'), 'Flever');
    await settled(kaart);
  });

  it('keeps a text without an answer, also from a script', async () => {
    const kaart = await show();
    for (const text of ['x'.repeat(10_000), '😀', '１３', '12 3', '<b>131</b>']) {
      equal(kaart.lookup(text).status, 'invalid');
      // A text with letters may be a name, and is only judged when the names have loaded.
      await waitFor(() => part(kaart, 'error'), 'an error');
      equal(field(kaart).value, text);
      equal(find(kaart, 'b'), null);
    }
  });

  it('accepts any value from a script', async () => {
    const kaart = await show();
    for (const value of [null, undefined, {}, [], Number.NaN, 5, true]) {
      equal(kaart.lookup(value as unknown as string).status, 'invalid');
      kaart.postcode = value as unknown as string;
      await kaart.updateComplete;
      assert(part(kaart, 'submit'), 'the form');
    }
    kaart.postcode = 1316 as unknown as string;
    await kaart.updateComplete;
    equal(kaart.region, 'flevoland');
    await settled(kaart);
  });
});

describe('<regio-kaart>, an answer', () => {
  it('comes when the fourth digit is typed, without moving the focus, and is announced once', async () => {
    const kaart = await show();
    const heard = listen();
    const event = await expectEvent<RegioSelectEvent>(kaart, 'regio-select', () => typeInto(kaart, FLEVOLAND));
    deepEqual([event.regionId, event.source], ['flevoland', 'postcode']);
    equal(focused(), field(kaart));
    equal(textOf(kaart, 'card-name'), 'Flever');
    await announced('1316: Flever, regio Flevoland.');
    // Letters after the digits, then Enter: the same answer.
    await quietly(kaart, async () => {
      await type(' AB');
      await press('Enter');
    });
    await clear(kaart);
    await typeInto(kaart, ROTTERDAM);
    await announced(/Rotterdam/);
    deepEqual(heard, ['1316: Flever, regio Flevoland.', '3011: deRotterdamseZorg, regio Rotterdam.']);
    await settled(kaart);
  });

  it('is announced when another postcode leads to the same region', async () => {
    const kaart = await show();
    await typeInto(kaart, FLEVOLAND);
    await announced('1316: Flever, regio Flevoland.');
    await clear(kaart);
    await typeInto(kaart, '1317');
    await announced('1317: Flever, regio Flevoland.');
    await settled(kaart);
  });

  it('moves the focus to its heading on Enter and on the button', async () => {
    const kaart = await show();
    await submit(kaart, FLEVOLAND);
    equal(focused(), part(kaart, 'card-name'));
    await clear(kaart);
    await typeInto(kaart, ROTTERDAM);
    await click(present(part(kaart, 'submit'), 'the button'));
    equal(focused(), part(kaart, 'card-name'));
    equal(focused()?.textContent, 'deRotterdamseZorg');
    await settled(kaart);
  });

  it('is wholly in view once it has the focus', async () => {
    await setViewport(800, 420);
    const kaart = await show();
    await submit(kaart, FLEVOLAND);
    await settled(kaart);
    const {top, bottom} = present(part(kaart, 'actions'), 'the links').getBoundingClientRect();
    assert(top >= 0 && bottom <= innerHeight, `the links from ${top} to ${bottom} in ${innerHeight}`);
  });

  it('with two regions is both cards, the main one first, each with the name of its gemeente', async () => {
    const kaart = await show();
    const choice = await expectEvent<RegioChoiceEvent>(kaart, 'regio-choice', () =>
      quietly(kaart, () => submit(kaart, BORDER)),
    );
    deepEqual([...choice.regionIds].map(String), ['oost-nederland', 'gelderland']);
    const heading = present(part(kaart, 'answer'), 'the heading of the answer');
    equal(heading.localName, 'h3');
    equal(heading.textContent, 'Postcode 7351 ligt in meer dan één regio: Oost-Nederland en Gelderland');
    equal(focused(), heading);
    const cards = findAll(kaart, 'article');
    deepEqual(
      cards.map((card) => [card.querySelector('h4')?.textContent, card.querySelector('.question')?.textContent]),
      [
        ['WGV Zorg en Welzijn', 'Woon je in de gemeente Apeldoorn?'],
        ['WZW', 'Woon je in de gemeente Ede?'],
      ],
    );
    equal(kaart.region, null);
    await settled(kaart);
  });

  it('for a code that is not in use says so, and explains what to do', async () => {
    const kaart = await show();
    const event = await expectEvent<RegioMissEvent>(kaart, 'regio-miss', () => submit(kaart, UNUSED));
    deepEqual([event.status, event.reason], ['unknown', undefined]);
    equal(part(kaart, 'error'), null);
    equal(field(kaart).hasAttribute('aria-invalid'), false);
    equal(focused()?.textContent, `Postcode ${UNUSED} is niet in gebruik`);
    matches(find(kaart, '.answer p')?.textContent, /lijst.*Woon je niet in Nederland\?/);
  });

  it('for two codes in one text is a choice between their regions, each with its code', async () => {
    const kaart = await show();
    const choice = await expectEvent<RegioChoiceEvent>(kaart, 'regio-choice', () => submit(kaart, '1316 / 3511'));
    deepEqual([...choice.regionIds].map(String), ['flevoland', 'utrecht']);
    equal(textOf(kaart, 'answer'), 'Hier staan meer postcodes: 1316, 3511');
    equal(focused(), part(kaart, 'answer'));
    deepEqual(
      findAll(kaart, 'article').map((card) => card.querySelector('.question')?.textContent),
      ['Is je postcode 1316?', 'Is je postcode 3511?'],
    );
    equal(kaart.region, null);
    kaart.lookup('1316 / 1317');
    await kaart.updateComplete;
    equal(String(kaart.region), 'flevoland', 'two codes of one region');
  });

  for (const code of ['10115', 'B-1000', 'SW1A 1AA']) {
    it(`for ${code}, a code of another country, says so, and what people abroad can do`, async () => {
      const kaart = await show();
      await expectEvent(kaart, 'regio-miss', () => submit(kaart, code));
      matches(
        textOf(kaart, 'error'),
        /^Dit (zijn te veel cijfers|is geen Nederlandse postcode)\..* Woon je niet in Nederland\? Kies/,
      );
      equal(field(kaart).value, code);
    });
  }

  it('comes from the list by pointer and by keys, and moves the focus to its heading', async () => {
    const kaart = await show();
    const button = listButton(kaart, 'Zeeland');
    const event = await expectEvent<RegioSelectEvent>(kaart, 'regio-select', () => click(button));
    deepEqual([event.regionId, event.source], ['zeeland', 'list']);
    equal(textOf(kaart, 'card-name'), 'Viazorg');
    equal(focused(), part(kaart, 'card-name'));
    equal(button.getAttribute('aria-current'), 'true');
    listButton(kaart, 'Limburg').focus();
    await expectEvent(kaart, 'regio-select', () => press('Space'));
    equal(button.getAttribute('aria-current'), null);
    equal(listButton(kaart, 'Limburg').getAttribute('aria-current'), 'true');
    equal(findAll(kaart, '[aria-current]').length, 1);
    equal(findAll(kaart, '[aria-pressed]').length, 0, 'a press cannot be taken back');
    await settled(kaart);
  });

  it('is the same by postcode, by list, by attribute and by method', async () => {
    const answers: string[] = [];
    for (const act of [
      (kaart: RegioKaart) => typeInto(kaart, FLEVOLAND),
      (kaart: RegioKaart) => click(listButton(kaart, 'Flevoland')),
      (kaart: RegioKaart) => kaart.setAttribute('postcode', '1316 AB'),
      (kaart: RegioKaart) => kaart.setAttribute('region', 'flevoland'),
      (kaart: RegioKaart) => kaart.lookup(FLEVOLAND),
      (kaart: RegioKaart) => kaart.select('flevoland'),
    ]) {
      const kaart = await show();
      await act(kaart);
      await kaart.updateComplete;
      await settled(kaart);
      answers.push(
        [
          part(kaart, 'card-name')?.textContent,
          kaart.region,
          kaart.getAttribute('region'),
          find(kaart, '[aria-current]')?.textContent,
        ].join('|'),
      );
      kaart.remove();
    }
    deepEqual([...new Set(answers)], ['Flever|flevoland|flevoland|Flevoland']);
  });

  it('has a working next step for each region, and no unverified number', async () => {
    const kaart = await show();
    for (const button of findAll<HTMLButtonElement>(kaart, '[part~="list"] li button')) {
      kaart.select(button.value);
      await kaart.updateComplete;
      const links = findAll<HTMLAnchorElement>(kaart, '[part~="actions"] a');
      assert(links.length > 0, `a next step for ${button.value}`);
      for (const {href, textContent} of links) {
        matches(href, /^(https:\/\/|mailto:\S+@|tel:\+31\d{9}$)/);
        assert(textContent?.trim(), `a name for ${href}`);
      }
    }
    await settled(kaart);
  });

  it('for Flevoland calls 088 0182 888, and gives the former name of Flever', async () => {
    const kaart = await show('region="flevoland"');
    const phone = part(kaart, 'phone') as HTMLAnchorElement;
    equal(phone.getAttribute('href'), 'tel:+31880182888');
    equal(phone.textContent?.trim(), 'Bel 088 0182 888');
    matches(part(kaart, 'card')?.textContent, /voorheen Zowelwerk/);
    equal((part(kaart, 'website') as HTMLAnchorElement).textContent?.trim(), 'Ga naar flever.nl');
    await settled(kaart);
  });

  it('without any facts refers to the fallback contact', async () => {
    const kaart = await show('region="rijnstreek"');
    kaart.organisations = {rijnstreek: {name: null, formerName: null, website: null}};
    await waitFor(() => textOf(kaart, 'card-name') !== 'ZWconnect', 'the host’s data');
    equal(textOf(kaart, 'card-name'), 'Werkgeversorganisatie');
    matches(textOf(kaart, 'message'), /RegioPlus helpt je verder/);
    matches((part(kaart, 'website') as HTMLAnchorElement).href, /regioplus\.nl/);
    await settled(kaart);
  });
});

describe('<regio-kaart>, its order of tabs', () => {
  /** Presses Tab, starting in the field, and lists what gets the focus until it leaves the element. */
  async function walk(kaart: RegioKaart): Promise<string[]> {
    field(kaart).focus();
    const names: string[] = [];
    for (let step = 0; step < 40; step++) {
      await press('Tab');
      const element = focused();
      // Some engines start again at the top of the page.
      if (!element || element === field(kaart) || !(element.getRootNode() instanceof ShadowRoot)) break;
      names.push(element.textContent?.trim() ?? '');
    }
    return names;
  }

  it('is field, buttons, card, list, and then leaves the element', async () => {
    const kaart = await show('region="flevoland"');
    const quiet = findAll(kaart, 'article :is(a, button, summary)').length;
    const names = await walk(kaart);
    deepEqual(names.slice(0, 3), ['Zoek', 'Gebruik mijn locatie', 'Zoek op plaats']);
    deepEqual(names.slice(3, 5), ['Bel 088 0182 888', 'Ga naar flever.nl']);
    const list = names.indexOf('Kies je regio uit de lijst');
    assert(list > 5 && list <= 3 + quiet, `the list at ${list}`);
    equal(names.length, list + 1 + 14);
    equal(names.at(-1), 'Limburg');
  });

  it('skips a closed list', async () => {
    const kaart = await show();
    (part(kaart, 'list') as HTMLDetailsElement).open = false;
    equal((await walk(kaart)).at(-1), 'Kies je regio uit de lijst');
  });

  it('leads back by Shift+Tab', async () => {
    const kaart = await show();
    listButton(kaart, 'Groningen/Friesland/Drenthe').focus();
    for (const name of ['Kies je regio uit de lijst', 'Zoek op plaats', 'Gebruik mijn locatie', 'Zoek']) {
      await press('Shift+Tab');
      equal(focused()?.textContent?.trim(), name);
    }
    await press('Shift+Tab');
    equal(focused(), field(kaart));
  });
});

describe('<regio-kaart>, attributes and properties', () => {
  it('agree', async () => {
    const kaart = await show('postcode="1316" heading-level="4" tiles="pdok" lang="en" no-location data-src=""');
    deepEqual(
      [kaart.postcode, kaart.region, kaart.map, kaart.tiles, kaart.lang, String(kaart.headingLevel), kaart.noLocation],
      ['1316', 'flevoland', 'none', 'pdok', 'en', '4', true],
    );
    equal(part(kaart, 'heading')?.localName, 'h4');
    equal(part(kaart, 'card-name')?.localName, 'h5');
    equal(part(kaart, 'location'), null);
    kaart.region = 'zeeland';
    await kaart.updateComplete;
    equal(kaart.getAttribute('region'), 'zeeland');
    kaart.setAttribute('region', 'limburg');
    await kaart.updateComplete;
    equal(kaart.region, 'limburg');
    kaart.removeAttribute('region');
    await kaart.updateComplete;
    equal(kaart.region, null);
    equal(part(kaart, 'card'), null);
    kaart.noLocation = false;
    kaart.headingLevel = 1;
    await kaart.updateComplete;
    assert(part(kaart, 'location'), 'the button for the location');
    equal(part(kaart, 'heading')?.localName, 'h1');
    await settled(kaart);
  });

  it('show a postcode from the page in the field, and its answer', async () => {
    const kaart = await show('postcode="1316 AB"');
    equal(field(kaart).value, '1316 AB');
    equal(kaart.region, 'flevoland');
    kaart.postcode = ROTTERDAM;
    await kaart.updateComplete;
    equal(field(kaart).value, ROTTERDAM);
    equal(kaart.region, 'rotterdam');
    await settled(kaart);
  });

  it('fire no event, are not announced and do not move the focus, and neither do methods', async () => {
    const kaart = await show();
    const heard = listen();
    await quietly(kaart, async () => {
      kaart.postcode = FLEVOLAND;
      await kaart.updateComplete;
      kaart.region = 'zeeland';
      await kaart.updateComplete;
      equal(kaart.lookup(ROTTERDAM).status, 'found');
      kaart.lookup(BORDER);
      kaart.lookup(UNUSED);
      kaart.lookup('');
      kaart.select('limburg');
      await kaart.updateComplete;
      equal(kaart.region, 'limburg');
      kaart.reset();
    });
    equal(focused(), document.body);
    await typeInto(kaart, FLEVOLAND);
    await announced('1316: Flever, regio Flevoland.');
    deepEqual(heard, ['1316: Flever, regio Flevoland.']);
    await settled(kaart);
  });

  it('warn once about an unknown region, and show none', async () => {
    allowConsole(/region is "atlantis"/);
    const kaart = await show('region="atlantis"');
    equal(kaart.region, null);
    kaart.select('atlantis');
    await kaart.updateComplete;
    equal(part(kaart, 'card'), null);
    await waitFor(() => consoleProblems().length === 1, 'one warning');
  });
});

describe('<regio-kaart>, its methods', () => {
  it('lookup fills the field, shows the answer and returns it', async () => {
    const kaart = await show();
    const result = kaart.lookup('1316 ab');
    equal(result.status === 'found' ? String(result.region.id) : '', 'flevoland');
    await kaart.updateComplete;
    equal(field(kaart).value, '1316 ab');
    equal(textOf(kaart, 'card-name'), 'Flever');
    await settled(kaart);
  });

  it('reset leads back to the start', async () => {
    const kaart = await show();
    await submit(kaart, FLEVOLAND);
    kaart.reset();
    await kaart.updateComplete;
    equal(field(kaart).value, '');
    equal(kaart.region, null);
    equal(kaart.hasAttribute('region'), false);
    matches(find(kaart, '.answer')?.textContent, /Hier zie je straks/);
    await settled(kaart);
  });

  it('select shows a card and keeps what was typed', async () => {
    const kaart = await show();
    await typeInto(kaart, '13');
    kaart.select('zeeland');
    await kaart.updateComplete;
    equal(textOf(kaart, 'card-name'), 'Viazorg');
    equal(field(kaart).value, '13');
    await settled(kaart);
  });

  it('work before the element is in the page', async () => {
    const kaart = document.createElement('regio-kaart');
    kaart.map = 'none';
    equal(kaart.lookup(FLEVOLAND).status, 'found');
    kaart.reset();
    kaart.select('zeeland');
    const main = await render('<section></section>');
    main.append(kaart);
    await kaart.updateComplete;
    equal(textOf(kaart, 'card-name'), 'Viazorg');
    await settled(kaart);
  });
});

describe('<regio-kaart>, its events', () => {
  it('bubble out of another component, and carry no postcode', async () => {
    const host = await render('<div></div>');
    const kaart = document.createElement('regio-kaart');
    kaart.map = 'none';
    host.attachShadow({mode: 'open'}).append(kaart);
    await kaart.updateComplete;
    const select = await expectEvent(document, 'regio-select', () => typeInto(kaart, FLEVOLAND));
    deepEqual(
      Object.keys(select)
        .filter((key) => key !== 'isTrusted')
        .sort(),
      ['regionId', 'source'],
    );
    await clear(kaart);
    const miss = await expectEvent(document, 'regio-miss', () => typeInto(kaart, UNUSED));
    deepEqual(
      Object.keys(miss)
        .filter((key) => key !== 'isTrusted')
        .sort(),
      ['reason', 'status'],
    );
    for (const event of [select, miss]) {
      for (const value of Object.values(event)) assert(!/\d{4}/.test(String(value)), `no code in ${String(value)}`);
    }
    await settled(kaart);
  });

  it('are fired once the answer is shown', async () => {
    const kaart = await show();
    let shown = '';
    kaart.addEventListener('regio-select', () => {
      shown = `${textOf(kaart, 'card-name')} ${kaart.region}`;
    });
    await typeInto(kaart, FLEVOLAND);
    equal(shown, 'Flever flevoland');
    await settled(kaart);
  });

  it('are fired once for the same error', async () => {
    const kaart = await show();
    await expectEvent(kaart, 'regio-miss', () => submit(kaart, '13'));
    await expectNoEvent(kaart, 'regio-miss', () => press('Enter'));
    equal(focused(), field(kaart));
  });
});

describe('the live region', () => {
  it('is one polite status in the page itself, empty until there is an announcement', async () => {
    document.querySelector('[role="status"]')?.remove();
    await render('<div><regio-kaart map="none"></regio-kaart><regio-kaart map="none"></regio-kaart></div>');
    equal(document.querySelectorAll('[role="status"]').length, 1);
    equal(status().parentElement, document.body);
    equal(status().textContent, '');
    assert(status().getBoundingClientRect().width <= 1, 'out of sight');
    assert(getComputedStyle(status()).display !== 'none', 'not hidden from assistive technology');
  });

  it('serves two elements, each in its own language', async () => {
    const both = await render(
      '<div><regio-kaart map="none"></regio-kaart><regio-kaart map="none" lang="en"></regio-kaart></div>',
    );
    const [dutch, english] = both.children as unknown as [RegioKaart, RegioKaart];
    await waitFor(() => textOf(english, 'submit') === 'Search', 'the English texts');
    await submit(dutch, '');
    await announced(nl.empty);
    equal(status().lang, 'nl');
    await submit(english, '');
    await announced(en.empty);
    equal(status().lang, 'en');
    equal(document.querySelectorAll('[role="status"]').length, 1);
  });

  it('moves into an open dialog, and back', async () => {
    const kaarten = await render(
      '<div><dialog><regio-kaart map="none"></regio-kaart></dialog><regio-kaart map="none"></regio-kaart></div>',
    );
    const dialog = present(kaarten.querySelector('dialog'), 'the dialog');
    const [inside, outside] = kaarten.querySelectorAll('regio-kaart') as unknown as [RegioKaart, RegioKaart];
    dialog.showModal();
    await typeInto(inside, FLEVOLAND);
    await announced('1316: Flever, regio Flevoland.');
    equal(status().parentElement, dialog);
    dialog.close();
    await typeInto(outside, ROTTERDAM);
    await announced(/Rotterdam/);
    equal(status().parentElement, document.body);
    await settled(inside);
    await settled(outside);
  });

  it('announces only the last of several simultaneous texts', async () => {
    const kaart = await show();
    const heard = listen();
    await typeInto(kaart, '7351');
    await clear(kaart);
    await type(FLEVOLAND);
    await announced('1316: Flever, regio Flevoland.');
    assert(heard.length <= 2, `heard ${heard}`);
    equal(heard.at(-1), '1316: Flever, regio Flevoland.');
    await settled(kaart);
  });
});

describe('<regio-kaart>, its life', () => {
  it('keeps its state when it is removed and put back', async () => {
    const kaart = await show();
    await submit(kaart, FLEVOLAND);
    await settled(kaart);
    const main = present(kaart.parentElement, 'the parent');
    kaart.remove();
    main.prepend(kaart);
    await kaart.updateComplete;
    equal(field(kaart).value, FLEVOLAND);
    equal(textOf(kaart, 'card-name'), 'Flever');
    await clear(kaart);
    await expectEvent(kaart, 'regio-select', () => typeInto(kaart, ROTTERDAM));
  });

  it('works twice on a page, sharing nothing but the live region', async () => {
    const both = await render(
      '<div><regio-kaart map="none"></regio-kaart><regio-kaart map="none"></regio-kaart></div>',
    );
    const [first, second] = both.children as unknown as [RegioKaart, RegioKaart];
    await expectNoEvent(second, 'regio-select', () => typeInto(first, FLEVOLAND));
    await typeInto(second, ROTTERDAM);
    deepEqual([first.region, second.region], ['flevoland', 'rotterdam']);
    deepEqual([field(first).value, field(second).value], [FLEVOLAND, ROTTERDAM]);
    await settled(first);
    await settled(second);
  });

  it('works in the element of another component, in a details and in a hidden place', async () => {
    const box = await render('<details><summary>Contact</summary><regio-kaart map="none"></regio-kaart></details>');
    const kaart = present(box.querySelector<RegioKaart>('regio-kaart'), 'the element');
    await click(present(box.querySelector('summary'), 'the summary'));
    await expectEvent(kaart, 'regio-select', () => typeInto(kaart, FLEVOLAND));
    kaart.hidden = true;
    equal(getComputedStyle(kaart).display, 'none');
    await settled(kaart);
  });
});

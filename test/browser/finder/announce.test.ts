import '../../../src/define.js';
import type {RegioKaart} from '../../../src/index.js';
import {
  assert,
  can,
  click,
  computedName,
  deepEqual,
  equal,
  expectEvent,
  find,
  findAll,
  itIf,
  matches,
  present,
  press,
  render,
  rendered,
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
  settled,
  status,
  submit,
  typeInto,
} from './kaart.js';

const show = (attributes = '') => render<RegioKaart>(`<regio-kaart map="none" ${attributes}></regio-kaart>`);

/** The description of the field. */
const described = (kaart: Element): string =>
  (field(kaart).getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => (id ? find(kaart, `#${id}`)?.textContent : ''))
    .join('');

/** Waits long enough for announcements that follow a pause. */
const afterAPause = () => new Promise((resolve) => setTimeout(resolve, 1200));

describe('the announcement of an answer', () => {
  it('is only the heading after Enter, however soon that follows the fourth digit', async () => {
    for (const wait of [0, 300]) {
      const kaart = await show();
      const heard = listen();
      const input = field(kaart);
      input.focus();
      // Typed by a script, because a driver's keys may take longer than a visitor's.
      input.value = FLEVOLAND;
      input.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
      await new Promise((resolve) => setTimeout(resolve, wait));
      input.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, composed: true}));
      if (wait === 0) equal(focused(), input, 'the focus before the text has been drawn');
      await waitFor(() => focused() === part(kaart, 'card-name'), 'the focus on the heading');
      await afterAPause();
      deepEqual(heard, []);
      await settled(kaart);
      kaart.remove();
    }
  });

  it('is only the heading after a choice from the list', async () => {
    const kaart = await show();
    const heard = listen();
    await click(listButton(kaart, 'Zeeland'));
    equal(focused(), part(kaart, 'card-name'));
    await afterAPause();
    deepEqual(heard, []);
  });

  it('includes the region in the content of the heading, which Orca reads instead of its name', async () => {
    const kaart = await show('region="flevoland"');
    const title = present(part(kaart, 'card-name'), 'the heading');
    equal(title.textContent, 'Flever');
    equal(title.dataset['rest'], ', regio Flevoland');
    // Firefox reports the function, other engines its result.
    matches(getComputedStyle(title, '::after').content, /^(", regio Flevoland"|attr\(data-rest\))$/);
  });

  itIf(can.role)('is organisation and region in the heading, without a slash', async () => {
    const kaart = await show('region="flevoland"');
    equal(await computedName(present(part(kaart, 'card-name'), 'the heading')), 'Flever, regio Flevoland');
    const button = listButton(kaart, 'Groningen/Friesland/Drenthe');
    equal(await computedName(button), 'Groningen, Friesland, Drenthe');
  });

  itIf(can.role)('names, for a border code, the regions and the gemeente of each card', async () => {
    const kaart = await show(`postcode="${BORDER}"`);
    equal(
      await computedName(present(part(kaart, 'answer'), 'the heading')),
      `Postcode ${BORDER} ligt in meer dan één regio: Oost-Nederland en Gelderland`,
    );
    const names = await Promise.all(findAll(kaart, '[part~="card-name"]').slice(0, 1).map(computedName));
    deepEqual(names, ['WGV Zorg en Welzijn, regio Oost-Nederland, voor de gemeente Apeldoorn']);
  });

  itIf(can.role)('includes the region if the organisation has no name', async () => {
    const kaart = await show('region="flevoland"');
    kaart.organisations = {flevoland: {name: null}};
    await waitFor(() => part(kaart, 'card-name')?.textContent === 'Werkgeversorganisatie', 'the card without a name');
    equal(
      await computedName(present(part(kaart, 'card-name'), 'the heading')),
      'Werkgeversorganisatie, regio Flevoland',
    );
  });

  it('is removed after a while, so that nobody meets it later', async () => {
    const kaart = await show();
    await typeInto(kaart, FLEVOLAND);
    await announced('1316: Flever, regio Flevoland.');
    await waitFor(() => status().textContent === '', 'an empty region');
    await settled(kaart);
  });
});

describe('the announcement of an error', () => {
  it('is repeated when the error is repeated', async () => {
    const kaart = await show();
    await submit(kaart, '13');
    await announced(/te weinig cijfers/);
    await waitFor(() => status().textContent === '', 'an empty region');
    await press('Enter');
    await announced(/te weinig cijfers/);
  });

  it('is a different text when it is repeated at once, because Orca ignores the same text as a duplicate event', async () => {
    const kaart = await show();
    await submit(kaart, '13');
    await announced(/te weinig cijfers/);
    const first = status().textContent;
    await press('Enter');
    await waitFor(() => status().textContent && status().textContent !== first, 'another text');
    equal(status().textContent?.trim(), first);
  });

  it('does not describe the field until it loses the focus, since screen readers read a changed description', async () => {
    const kaart = await show();
    equal(described(kaart), 'Bijvoorbeeld 1316 of Almere');
    await submit(kaart, '13');
    await announced(/te weinig cijfers/);
    equal(field(kaart).ariaInvalid, 'true');
    equal(described(kaart), '');
    field(kaart).blur();
    await kaart.updateComplete;
    equal(described(kaart), part(kaart, 'error')?.textContent);
  });

  it('is read with the field when the focus returns to it, and is not announced as well', async () => {
    const kaart = await show();
    await typeInto(kaart, '13');
    const heard = listen();
    await click(present(part(kaart, 'submit'), 'the button'));
    equal(focused(), field(kaart));
    matches(described(kaart), /te weinig cijfers/);
    await afterAPause();
    deepEqual(heard, []);
  });

  it('is removed at the next key, and no hint is read in its place', async () => {
    const kaart = await show();
    await submit(kaart, '13');
    await announced(/te weinig cijfers/);
    const input = field(kaart);
    const heard = listen();
    await type('1');
    equal(part(kaart, 'error'), null);
    equal(input.ariaInvalid, null);
    equal(input.hasAttribute('aria-describedby'), false);
    await afterAPause();
    deepEqual(heard, []);
    input.blur();
    await kaart.updateComplete;
    equal(described(kaart), 'Bijvoorbeeld 1316 of Almere');
  });

  it('is one message about places for a text of letters, shown and announced once', async () => {
    const kaart = await show();
    const heard = listen();
    await submit(kaart, 'xyzq');
    const error = await waitFor(() => part(kaart, 'error'), 'the error');
    equal(error.textContent, 'Geen plaats gevonden. Controleer de spelling of vul je postcode in.');
    await announced(error.textContent ?? '');
    await afterAPause();
    deepEqual(heard, ['Plaatsen worden geladen…', error.textContent].slice(-heard.length));
    equal(find(kaart, '.suggestions')?.checkVisibility(), false, 'nothing covers it');
    equal(focused(), field(kaart));
    for (const act of [() => kaart.reset(), () => kaart.lookup(FLEVOLAND)]) {
      act();
      await kaart.updateComplete;
      equal(part(kaart, 'error'), null);
      equal(part(kaart, 'note'), null);
    }
    await settled(kaart);
  });
});

describe('the form', () => {
  itIf(can.role)('is a landmark with a name that differs from that of a second finder', async () => {
    const both = await render(
      '<div><regio-kaart map="none"></regio-kaart><regio-kaart map="none"></regio-kaart></div>',
    );
    await rendered(both);
    const names = [];
    for (const form of findAll(both, 'form')) names.push(await computedName(form));
    deepEqual(names, ['Zoek je werkgeversorganisatie', 'Zoek je werkgeversorganisatie (2)']);
    findAll(both, 'regio-kaart')[0]?.remove();
    await rendered(both);
    equal(await computedName(present(find(both, 'form'), 'the form')), 'Zoek je werkgeversorganisatie');
  });
});

describe('the live region', () => {
  it('is in the modal dialog of a component that the finder is slotted into', async () => {
    const host = await render('<div></div>');
    const shadow = host.attachShadow({mode: 'open'});
    shadow.innerHTML = '<dialog><slot></slot></dialog>';
    const kaart = document.createElement('regio-kaart');
    kaart.map = 'none';
    host.append(kaart);
    await kaart.updateComplete;
    const dialog = present(shadow.querySelector('dialog'), 'the dialog');
    dialog.showModal();
    await typeInto(kaart, FLEVOLAND);
    await waitFor(() => /1316: Flever/.test(dialog.textContent ?? ''), 'the announcement in the dialog');
    equal(findAll(document.body, '[role="status"]').length, 1, 'live regions');
    await clear(kaart);
    await typeInto(kaart, '3011');
    await waitFor(() => /3011/.test(dialog.textContent ?? ''), 'the second one');
    equal(findAll(document.body, '[role="status"]').length, 1, 'live regions after two announcements');
    dialog.close();
    await settled(kaart);
  });

  it('is in the dialog around the component that the finder is a part of', async () => {
    const dialog = await render<HTMLDialogElement>('<dialog><div></div></dialog>');
    const inner = present(dialog.querySelector('div'), 'the component');
    const kaart = document.createElement('regio-kaart');
    kaart.map = 'none';
    inner.attachShadow({mode: 'open'}).append(kaart);
    await kaart.updateComplete;
    dialog.showModal();
    await typeInto(kaart, FLEVOLAND);
    await announced('1316: Flever, regio Flevoland.');
    equal(status().parentElement, dialog);
    dialog.close();
    await settled(kaart);
  });

  it('is in an element that a library has made modal by hiding its siblings', async () => {
    const page = await render(
      '<div><div aria-hidden="true">Pagina</div><div role="dialog" aria-modal="true"><regio-kaart map="none"></regio-kaart></div></div>',
    );
    const kaart = present(find<RegioKaart>(page, 'regio-kaart'), 'the element');
    await typeInto(kaart, FLEVOLAND);
    await announced('1316: Flever, regio Flevoland.');
    assert(status().closest('[aria-modal]'), 'in the modal part');
    await settled(kaart);
  });

  it('announces nothing for an element that has been removed', async () => {
    const kaart = await show();
    const heard = listen();
    const gone = expectEvent(kaart, 'regio-select', () => typeInto(kaart, FLEVOLAND));
    await gone;
    kaart.remove();
    await afterAPause();
    deepEqual(heard, []);
  });

  it('does not render any finder again', async () => {
    const both = await render(
      '<div lang="nl"><regio-kaart map="none"></regio-kaart><regio-kaart map="none" lang="en"></regio-kaart></div>',
    );
    await rendered(both);
    const [dutch, english] = findAll<RegioKaart>(both, 'regio-kaart');
    assert(dutch && english, 'two elements');
    await submit(english, '13');
    await announced(/too few/);
    let renderings = 0;
    const inner = dutch as unknown as {requestUpdate(): void};
    const {requestUpdate} = inner;
    inner.requestUpdate = function (this: unknown, ...args: unknown[]) {
      renderings++;
      return (requestUpdate as (...args: unknown[]) => void).apply(this, args);
    };
    await press('Enter');
    await announced(/too few/);
    await afterAPause();
    equal(renderings, 0);
  });
});

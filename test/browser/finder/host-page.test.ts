import '../../../src/define.js';
import type {RegioKaart} from '../../../src/index.js';
import {
  afterThisTest,
  assert,
  audit,
  click,
  deepEqual,
  equal,
  expectEvent,
  find,
  findAll,
  matches,
  nextFrame,
  openPage,
  present,
  press,
  render,
  rendered,
  setViewport,
  type,
  waitFor,
} from '../../helpers/index.js';
import {clear, FLEVOLAND, field, focused, listButton, part, settled, submit, textOf, typeInto} from './kaart.js';

const show = (attributes = '') => render<RegioKaart>(`<regio-kaart map="none" ${attributes}></regio-kaart>`);
const isStart = (kaart: Element) => matches(find(kaart, '.answer')?.textContent, /Hier zie je straks/);

describe('<regio-kaart>, its postcode', () => {
  it('leads back to the start when it is emptied or removed', async () => {
    for (const act of [
      (kaart: RegioKaart) => kaart.setAttribute('postcode', ''),
      (kaart: RegioKaart) => kaart.removeAttribute('postcode'),
      (kaart: RegioKaart) => {
        kaart.postcode = null;
      },
    ]) {
      const kaart = await show(`postcode="${FLEVOLAND}"`);
      equal(textOf(kaart, 'card-name'), 'Flever');
      act(kaart);
      await kaart.updateComplete;
      equal(field(kaart).value, '');
      equal(kaart.region, null);
      isStart(kaart);
      kaart.remove();
    }
  });

  it('is looked up again when it is set to the same value after the visitor typed another', async () => {
    const kaart = await show(`postcode="${FLEVOLAND}"`);
    for (const act of [
      () => {
        kaart.postcode = FLEVOLAND;
      },
      () => kaart.setAttribute('postcode', FLEVOLAND),
    ]) {
      await clear(kaart);
      await typeInto(kaart, '3011');
      equal(kaart.region, 'rotterdam');
      act();
      await kaart.updateComplete;
      equal(field(kaart).value, FLEVOLAND);
      equal(kaart.region, 'flevoland');
    }
    await settled(kaart);
  });

  it('takes precedence over the region if it has an answer, and leaves it alone if it has none', async () => {
    for (const postcode of ['abc', '13', '1004']) {
      const kaart = await show(`postcode="${postcode}" region="zeeland"`);
      equal(kaart.region, 'zeeland', postcode);
      equal(textOf(kaart, 'card-name'), 'Viazorg');
      kaart.remove();
    }
    equal((await show(`postcode="${FLEVOLAND}" region="zeeland"`)).region, 'flevoland');
  });

  it('may be looked up before the first rendering, on an English page too', async () => {
    const main = await render('<section lang="en"></section>');
    const kaart = document.createElement('regio-kaart');
    kaart.map = 'none';
    main.append(kaart);
    kaart.lookup(FLEVOLAND);
    await waitFor(() => textOf(kaart, 'submit') === 'Search', 'the English texts');
    equal(field(kaart).value, FLEVOLAND);
    equal(textOf(kaart, 'card-name'), 'Flever');
    await settled(kaart);
  });
});

describe('<regio-kaart>, its field and the page', () => {
  it('leads back to the start when the visitor empties it', async () => {
    const kaart = await show();
    await submit(kaart, FLEVOLAND);
    await settled(kaart);
    await clear(kaart);
    await kaart.updateComplete;
    isStart(kaart);
    equal(kaart.region, null);
  });

  it('keeps its keys from the shortcuts of the page, except those that leave it', async () => {
    const kaart = await show();
    const seen: string[] = [];
    const shortcut = (event: Event) => {
      const {key} = event as KeyboardEvent;
      seen.push(key);
      // Like pages that check the target, which is the element rather than its field.
      if (key === 's' && (event.target as Element).localName !== 'input') {
        event.preventDefault();
        document.body.focus();
        (document.activeElement as HTMLElement | null)?.blur();
      }
    };
    for (const name of ['keydown', 'keypress', 'keyup']) {
      document.addEventListener(name, shortcut);
      afterThisTest(() => document.removeEventListener(name, shortcut));
    }
    await typeInto(kaart, 'assen');
    equal(field(kaart).value, 'assen');
    equal(focused(), field(kaart));
    await press('Tab');
    deepEqual([...new Set(seen)], ['Tab']);
  });

  it('has a font size of at least 16 px, so that phones do not zoom in', async () => {
    for (const size of [10, 12, 20]) {
      const box = await render(`<div style="font-size: ${size}px"><regio-kaart map="none"></regio-kaart></div>`);
      await rendered(box);
      equal(getComputedStyle(field(box)).fontSize, `${Math.max(16, size * 1.25)}px`);
      box.remove();
    }
  });

  it('answers without the submission of forms, which frames may forbid', async () => {
    const {document: page} = await openPage({
      policy: 'sandbox allow-scripts allow-same-origin',
      body: '<script type="module" src="/src/define.ts"></script><regio-kaart map="none"></regio-kaart>',
    });
    const kaart = present(page.querySelector<RegioKaart>('regio-kaart'), 'the element');
    await waitFor(() => part(kaart, 'form'), 'the form');
    await click(field(kaart));
    await type('12');
    await press('Enter');
    await waitFor(() => /te weinig cijfers/.test(textOf(kaart, 'error')), 'the message');
    await type('34');
    await click(present(part(kaart, 'submit'), 'the button'));
    await waitFor(() => part(kaart, 'card') ?? part(kaart, 'answer'), 'an answer');
    await settled(kaart);
  });
});

describe('<regio-kaart> and a page translator', () => {
  /** Wraps each text in a new element, as translators do. */
  function translate(root: ParentNode): void {
    for (const element of findAll(root, '*')) {
      if (element.matches('style, script')) continue;
      for (const node of [...element.childNodes]) {
        if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) continue;
        const font = document.createElement('font');
        node.replaceWith(font);
        font.append(node.textContent);
      }
    }
  }

  it('never shows one organisation with the facts of another', async () => {
    const kaart = await show();
    await typeInto(kaart, FLEVOLAND);
    await settled(kaart);
    translate(kaart);
    await clear(kaart);
    await typeInto(kaart, '3511');
    await settled(kaart);
    const card = part(kaart, 'card')?.textContent ?? '';
    matches(card, /Utrechtzorg/);
    matches(card, /3511/);
    assert(!/Flever|088 0182 888|1316/.test(card), card);
  });

  it('never shows an earlier error, heading, note or place', async () => {
    const kaart = await show();
    await submit(kaart, '13');
    translate(kaart);
    await type('16789');
    await press('Enter');
    matches(textOf(kaart, 'error'), /^Dit zijn te veel cijfers/);
    kaart.lookup('7351');
    await kaart.updateComplete;
    translate(kaart);
    kaart.lookup('1004');
    await kaart.updateComplete;
    equal(textOf(kaart, 'answer'), 'Postcode 1004 is niet in gebruik');
    kaart.reset();
    await kaart.updateComplete;
    await typeInto(kaart, 'alme');
    await waitFor(() => find(kaart, '[role="option"]'), 'suggestions');
    translate(kaart);
    await clear(kaart);
    await typeInto(kaart, 'utre');
    await waitFor(() => /Utrecht/.test(find(kaart, '[role="option"]')?.textContent ?? ''), 'other suggestions');
    assert(!/Almere/.test(find(kaart, '[role="listbox"]')?.textContent ?? ''), 'no place of before');
  });
});

describe('<regio-kaart> in the styles of a page', () => {
  it('has no outline of its own when something in it has the focus', async () => {
    const sheet = document.createElement('style');
    sheet.textContent = ':where(main *:focus) {outline: 2px solid red}';
    document.head.append(sheet);
    afterThisTest(() => sheet.remove());
    const box = await render('<main><regio-kaart map="none"></regio-kaart></main>');
    await rendered(box);
    const kaart = present(find(box, 'regio-kaart'), 'the element');
    await typeInto(kaart, '1');
    equal(focused(), field(kaart));
    equal(getComputedStyle(kaart).outlineStyle, 'none');
    if (field(kaart).matches(':focus-visible')) equal(getComputedStyle(field(kaart)).outlineStyle, 'solid');
  });

  it('keeps the direction of its texts on a page from right to left', async () => {
    const box = await render('<div dir="rtl"><regio-kaart map="none"></regio-kaart></div>');
    present(find<RegioKaart>(box, 'regio-kaart'), 'the element').strings = {hint: '4 cijfers, bijvoorbeeld 1316.'};
    await rendered(box);
    const hint = present(find(box, '#hint'), 'the hint');
    const text = present(
      [...hint.childNodes].find((node) => node.nodeType === Node.TEXT_NODE),
      'the text',
    );
    const leftOf = (index: number) => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + 1);
      return range.getBoundingClientRect().left;
    };
    assert(leftOf(0) < leftOf(2), 'the 4 stands before the c of cijfers');
    assert(leftOf(28) > leftOf(27), 'the full stop stands at the end');
  });

  it('scrolls its heading clear of a sticky header', async () => {
    await setViewport(390, 500);
    const box = await render(
      `<div style="--regio-scroll-margin: 120px"><div style="position: sticky; top: 0; height: 110px; background: #fff; z-index: 1">Kop</div>
        <div style="height: 300px"></div><regio-kaart map="none"></regio-kaart><div style="height: 1500px"></div></div>`,
    );
    const kaart = present(find<RegioKaart>(box, 'regio-kaart'), 'the element');
    await rendered(box);
    await submit(kaart, FLEVOLAND);
    await settled(kaart);
    scrollTo(0, 5000);
    await click(listButton(kaart, 'Zeeland'));
    await nextFrame();
    const {top} = present(part(kaart, 'card-name'), 'the heading').getBoundingClientRect();
    assert(top >= 110, `the heading at ${top}`);
  });
});

describe('<regio-kaart> in other documents', () => {
  it('stays styled when a frame adopts it, and when it comes back', async () => {
    const kaart = await show();
    const home = present(kaart.parentElement, 'the parent');
    const frame = document.createElement('iframe');
    frame.title = 'Ander document';
    document.body.append(frame);
    afterThisTest(() => frame.remove());
    const other = present(frame.contentDocument, 'the document');
    const weight = () =>
      present(kaart.ownerDocument.defaultView, 'the window').getComputedStyle(
        present(find(kaart, 'label'), 'the label'),
      ).fontWeight;
    equal(weight(), '700');
    other.body.append(other.adoptNode(kaart));
    await kaart.updateComplete;
    equal(weight(), '700', 'in the frame');
    kaart.lookup(FLEVOLAND);
    await kaart.updateComplete;
    equal(textOf(kaart, 'card-name'), 'Flever');
    home.append(document.adoptNode(kaart));
    await kaart.updateComplete;
    equal(weight(), '700', 'back');
    await settled(kaart);
  });
});

describe('two finders on a page', () => {
  it('have different names, as axe requires of landmarks', async () => {
    const both = await render('<div><regio-kaart></regio-kaart><regio-kaart></regio-kaart></div>');
    await rendered(both);
    for (const [index, kaart] of [...both.children].entries()) {
      find(kaart, '.map')?.scrollIntoView();
      await waitFor(() => findAll(both, '.regions').length > index, 'a map');
    }
    equal(findAll(both, 'regio-map').length, 2, 'maps');
    const landmarks = findAll(both, 'form, [role="region"], section, [role="search"]').map(
      (each) => `${each.getAttribute('role') ?? each.localName} ${each.ariaLabel}`,
    );
    equal(new Set(landmarks).size, landmarks.length, landmarks.join());
    await audit(both);
  });
});

describe('<regio-kaart> for visitors who save data', () => {
  it('loads no map before they ask for it', async () => {
    Object.defineProperty(navigator, 'connection', {value: {saveData: true}, configurable: true});
    afterThisTest(() => delete (navigator as {connection?: unknown}).connection);
    const kaart = await render<RegioKaart>('<regio-kaart></regio-kaart>');
    await nextFrame();
    const button = await waitFor(() => find<HTMLButtonElement>(kaart, '.map > button'), 'the button');
    equal(button.textContent, 'Toon de kaart');
    equal(find(kaart, 'regio-map'), null);
    await click(button);
    await waitFor(() => find(kaart, 'regio-map'), 'the map');
  });
});

describe('listeners of a page', () => {
  it('get the events on the document', async () => {
    const kaart = await show();
    let regionId = '';
    const listen = (event: DocumentEventMap['regio-select']) => {
      regionId = event.regionId;
    };
    document.addEventListener('regio-select', listen);
    afterThisTest(() => document.removeEventListener('regio-select', listen));
    await expectEvent(kaart, 'regio-select', () => typeInto(kaart, FLEVOLAND));
    equal(regionId, 'flevoland');
    await settled(kaart);
  });
});

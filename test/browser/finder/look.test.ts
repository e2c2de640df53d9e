import '../../../src/define.js';
import type {RegioKaart} from '../../../src/index.js';
import {
  afterThisTest,
  assert,
  can,
  emulateForcedColors,
  engine,
  equal,
  find,
  findAll,
  itIf,
  nextFrame,
  present,
  press,
  render,
  setViewport,
} from '../../helpers/index.js';
import {BORDER, field, focused, listButton, part, settled, submit} from './kaart.js';

/** Everything that can be pressed, filled in or opened. */
const CONTROLS = 'input, button, a, summary';

const show = async (attributes = '', style = ''): Promise<RegioKaart> => {
  const kaart = await render<RegioKaart>(
    `<regio-kaart class="seen" map="none" ${attributes}></regio-kaart><style>.seen {${style}}</style>`,
  );
  return kaart;
};

/** Fails if part of the element is outside the viewport, or text overflows a control. */
function expectFits(kaart: Element): void {
  const page = document.documentElement;
  assert(page.scrollWidth <= page.clientWidth, `the page is ${page.scrollWidth} wide in ${page.clientWidth}`);
  for (const element of findAll(kaart, CONTROLS)) {
    const {left, right, width} = element.getBoundingClientRect();
    if (width === 0) continue;
    // Inline elements have no width of their own.
    const inline = getComputedStyle(element).display === 'inline' || element.localName === 'input';
    const name = element.textContent?.trim() || element.localName;
    assert(left >= -0.5 && right <= page.clientWidth + 0.5, `${name} from ${left} to ${right}`);
    assert(inline || element.scrollWidth <= element.clientWidth + 1, `${name} holds its text`);
  }
}

/** Applies the print styles, for engines that cannot emulate printing. */
function asIfPrinted(kaart: RegioKaart): void {
  const rules = [...(kaart.shadowRoot?.adoptedStyleSheets ?? [])].flatMap((sheet) => [...sheet.cssRules]);
  const printed = rules.filter((rule) => rule instanceof CSSMediaRule && rule.media.mediaText === 'print');
  assert(printed.length > 0, 'rules for print');
  for (const rule of printed as CSSMediaRule[]) {
    rule.media.mediaText = 'all';
    afterThisTest(() => {
      rule.media.mediaText = 'print';
    });
  }
}

const STATES: readonly (readonly [state: string, lead: (kaart: RegioKaart) => unknown])[] = [
  ['at the start', () => {}],
  ['with an error', (kaart) => submit(kaart, '13')],
  ['with a card', (kaart) => kaart.select('groningen-friesland-drenthe')],
  ['with the region of the longest name', (kaart) => kaart.select('amsterdam-noord-holland-noord')],
  ['with two cards', (kaart) => kaart.lookup(BORDER)],
];

describe('<regio-kaart>, its look', () => {
  it('breaks no word of its heading in a column of 257 px', async () => {
    // What a window of 320 px leaves beside a scroll bar and the margins of a page.
    const kaart = await show('', 'width: 257px; font: 16px "DejaVu Sans", sans-serif');
    const text = present(
      [...(part(kaart, 'heading')?.childNodes ?? [])].find((node) => node instanceof Text),
      'the text of the heading',
    );
    const words = document.createRange();
    for (const {0: word, index} of (text.textContent ?? '').matchAll(/\S+/g)) {
      words.setStart(text, index);
      words.setEnd(text, index + word.length);
      equal(words.getClientRects().length, 1, `lines of "${word}"`);
    }
  });

  for (const [state, lead] of STATES) {
    it(`fits 320 px ${state}`, async () => {
      await setViewport(320, 640);
      const kaart = await show();
      await lead(kaart);
      await kaart.updateComplete;
      await settled(kaart);
      expectFits(kaart);
    });
  }

  it('fits 320 px in a serif at 20 px, and in the spacing of WCAG 1.4.12', async () => {
    await setViewport(320, 640);
    const spaced = 'font: 20px/1.5 serif; letter-spacing: 0.12em; word-spacing: 0.16em';
    const kaart = await show('region="flevoland"', spaced);
    await settled(kaart);
    expectFits(kaart);
    equal(getComputedStyle(field(kaart)).letterSpacing !== '', true);
    kaart.lookup(BORDER);
    await kaart.updateComplete;
    expectFits(kaart);
  });

  it('takes font, size and colour scheme from the page', async () => {
    const kaart = await show('', 'font: 20px Georgia, serif');
    for (const name of ['input', 'submit', 'label']) {
      const {fontFamily, fontSize} = getComputedStyle(part(kaart, name) as HTMLElement);
      assert(fontFamily.includes('Georgia'), `${name} in ${fontFamily}`);
      assert(Number.parseFloat(fontSize) >= 20, `${name} at ${fontSize}`);
    }
  });

  it('has targets of at least 44 px, even with a root font size of 10 px', async () => {
    document.documentElement.style.fontSize = '10px';
    afterThisTest(() => {
      document.documentElement.style.fontSize = '';
    });
    const kaart = await show('region="flevoland"');
    for (const element of findAll(
      kaart,
      '[part~="form"] :is(input, button), [part~="actions"] a, summary, li button',
    )) {
      const {height} = element.getBoundingClientRect();
      assert(
        height >= 44 || (element.localName === 'summary' && height >= 40),
        `${element.textContent} of ${height} px`,
      );
    }
    await settled(kaart);
  });

  it('has two columns if the element is wide enough, whatever the width of the window', async () => {
    await setViewport(1280, 800);
    const kaart = await render<RegioKaart>(
      '<regio-kaart class="frame" map="click"></regio-kaart><style>.frame {width: 1000px}</style>',
    );
    const boxes = () => [part(kaart, 'form'), find(kaart, '.map')].map((each) => each?.getBoundingClientRect());
    const [form, map] = boxes();
    assert(form && map && map.left >= form.right, 'the map beside the form');
    kaart.style.width = '400px';
    await nextFrame();
    const [above, below] = boxes();
    assert(above && below && below.top >= above.bottom && below.left < above.right, 'the map under the form');
  });

  it('is laid out from right to left on such a page', async () => {
    const box = await render('<div dir="rtl"><regio-kaart map="none" region="flevoland"></regio-kaart></div>');
    const kaart = box.querySelector('regio-kaart') as RegioKaart;
    const root = find(kaart, '.root')?.getBoundingClientRect();
    const input = field(kaart).getBoundingClientRect();
    const button = part(kaart, 'submit')?.getBoundingClientRect();
    assert(root && button && Math.abs(input.right - root.right) < 1, 'the field at the right');
    assert(button.right <= input.left, 'its button left of it');
    equal(getComputedStyle(part(kaart, 'card-name') as HTMLElement).textAlign, 'start');
    await settled(kaart);
  });

  // In the other engines, a driver's key does not always trigger :focus-visible.
  itIf(engine === 'chromium')('shows the focus on each control', async () => {
    const kaart = await show('region="flevoland"');
    await settled(kaart);
    field(kaart).focus();
    for (let step = 0; step < 8; step++) {
      await press('Tab');
      const element = focused() as HTMLElement;
      const {outlineStyle, outlineWidth} = getComputedStyle(element);
      assert(outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2, `a ring around ${element.textContent}`);
    }
  });

  it('marks the chosen region in the list by more than colour alone', async () => {
    const kaart = await show('region="flevoland"');
    const [chosen, other] = [listButton(kaart, 'Flevoland'), listButton(kaart, 'Zeeland')];
    assert(getComputedStyle(chosen, '::before').content.includes('✓'), 'a mark');
    equal(getComputedStyle(chosen).fontWeight, '700');
    equal(getComputedStyle(other).fontWeight, '400');
    await settled(kaart);
  });

  itIf(can.emulate.includes('forcedColors'))('keeps borders and the mark of the choice in forced colours', async () => {
    await emulateForcedColors();
    const kaart = await show('region="flevoland"');
    for (const element of findAll(kaart, '[part~="input"], [part~="submit"], [part~="actions"] a')) {
      const {borderTopStyle, borderTopWidth, borderTopColor, backgroundColor} = getComputedStyle(element);
      assert(borderTopStyle === 'solid' && borderTopWidth !== '0px', `a border around ${element.textContent}`);
      assert(borderTopColor !== backgroundColor, `a border that can be seen around ${element.textContent}`);
    }
    assert(getComputedStyle(listButton(kaart, 'Flevoland'), '::before').content.includes('✓'), 'a mark');
    await settled(kaart);
  });

  it('prints the answer without the form and the list', async () => {
    const kaart = await show('region="flevoland"');
    await settled(kaart);
    asIfPrinted(kaart);
    for (const name of ['form', 'list']) equal(getComputedStyle(part(kaart, name) as HTMLElement).display, 'none');
    const card = part(kaart, 'card') as HTMLElement;
    assert(card.getBoundingClientRect().height > 0, 'the card');
    assert(card.textContent?.includes('088 0182 888'), 'the number');
  });

  it('does not move the form when the answer appears', async () => {
    const kaart = await show();
    const box = (name: string) => (find(kaart, name) as HTMLElement).getBoundingClientRect();
    const {top} = box('form');
    assert(box('.answer').height >= 300, 'room for a short card');
    kaart.select('utrecht');
    await kaart.updateComplete;
    await settled(kaart);
    equal(box('form').top, top);
  });

  it('is not affected by a page that styles every element', async () => {
    const kaart = await render<RegioKaart>(`<regio-kaart map="none" region="flevoland"></regio-kaart><style>
      * {box-sizing: content-box !important} main * {margin: 30px; float: left}
      button, input, a, h2, p, ul, li, article {display: none; color: red; font-size: 40px}
      main {text-transform: uppercase; text-align: center; line-height: 3; white-space: nowrap; font-weight: 900}
    </style>`);
    for (const name of ['heading', 'input', 'submit', 'card-name', 'phone']) {
      const element = part(kaart, name) as HTMLElement;
      const {display, textTransform, whiteSpace, color} = getComputedStyle(element);
      assert(display !== 'none', `${name} can be seen`);
      equal(textTransform, 'none');
      assert(whiteSpace.startsWith('normal'), `${name} wraps`);
      assert(color !== 'rgb(255, 0, 0)', `${name} in our colour`);
    }
    await settled(kaart);
  });
});

import '../../../src/define.js';
import type {RegioKaart} from '../../../src/index.js';
import {blend, contrast, parseColor} from '../../../src/shared/color.js';
import {
  afterThisTest,
  assert,
  can,
  emulateDark,
  equal,
  find,
  findAll,
  itIf,
  nextFrame,
  present,
  render,
  rendered,
  waitFor,
} from '../../helpers/index.js';
import {submit} from './kaart.js';

const root = (element: Element) => present(find(element, '.root'), 'the root');
const schemeOf = (element: Element) => getComputedStyle(root(element)).colorScheme;

/** The parent of a node in the flat tree. */
const parentOf = (node: Node): Node | null =>
  (node as Element).assignedSlot ?? (node instanceof ShadowRoot ? node.host : node.parentNode);

/** The colour behind an element: white if nothing is painted, `picture` if the page has one. */
function behind(element: Element, picture: string): readonly [number, number, number] {
  const layers = [];
  for (let node: Node | null = element; node; node = parentOf(node)) {
    if (!(node instanceof Element)) continue;
    const style = getComputedStyle(node);
    const color = present(parseColor(style.backgroundColor), 'a colour');
    layers.push(style.backgroundImage !== 'none' && node.matches('.page') ? present(parseColor(picture), 'it') : color);
  }
  return layers.reduceRight<readonly [number, number, number]>((under, layer) => blend(layer, under), [255, 255, 255]);
}

/** The lowest contrast of our texts, with the text. */
function lowest(element: Element, picture = 'rgb(0, 0, 0)'): {ratio: number; text: string} {
  let low = {ratio: 21, text: ''};
  for (const each of findAll(element, '.root *')) {
    const text = [...each.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent?.trim())
      .join('');
    if (!text || !each.checkVisibility({visibilityProperty: true}) || each.closest('svg, regio-map')) continue;
    const color = present(parseColor(getComputedStyle(each).color), 'a colour');
    const ground = behind(each, picture);
    const ratio = contrast(blend(color, ground), ground);
    if (ratio < low.ratio) low = {ratio, text};
  }
  return low;
}

/** A finder with an error, and one with a card, on a page with this style. */
async function show(style: string, around = (inside: string) => inside): Promise<RegioKaart[]> {
  const page = await render(
    `<div class="page" style="${style}">${around(
      '<regio-kaart map="none"></regio-kaart><regio-kaart map="none" region="flevoland"></regio-kaart>',
    )}</div>`,
  );
  const both = findAll<RegioKaart>(page, 'regio-kaart');
  await rendered(page);
  await submit(present(both[0], 'the first'), '13');
  return both;
}

const GROUNDS: readonly (readonly [what: string, style: string, picture?: string])[] = [
  ['white', 'background: #fff'],
  ['pale', 'background: #eceff1'],
  ['black', 'background: #000; color: #fff'],
  ['a dark theme of WordPress', 'background: rgb(39, 39, 39); color: #f9f9f9'],
  ['dark blue, half of it, over black', 'background: rgb(20 40 90 / 0.5) ; color: #fff; box-shadow: 0 0 0 9px #000'],
  ['mid grey', 'background: #808080'],
  ['loud orange', 'background: #e8500a'],
  ['loud green in another notation', 'background: oklch(0.65 0.22 145)'],
  ['a dark picture', 'background: linear-gradient(#101820, #203040); color: #fff', 'rgb(32, 48, 64)'],
  ['a pale picture', 'background: linear-gradient(#fff, #eee); color: #222', 'rgb(238, 238, 238)'],
];

describe('<regio-kaart> on the ground of a page without a colour scheme', () => {
  for (const [what, style, picture] of GROUNDS) {
    it(`is readable on ${what}`, async () => {
      for (const kaart of await show(style)) {
        const {ratio, text} = lowest(kaart, picture);
        assert(ratio >= 4.5, `"${text}" has a contrast of ${ratio}`);
      }
    });
  }

  it('looks through slots and shadow roots', async () => {
    const host = await render('<div><regio-kaart map="none"></regio-kaart></div>');
    const shadow = host.attachShadow({mode: 'open'});
    shadow.innerHTML = '<style>section {background: #111; color: #eee}</style><section><slot></slot></section>';
    const kaart = present(find<RegioKaart>(host, 'regio-kaart'), 'the element');
    // Elsewhere in the page it checks the ground again.
    host.remove();
    document.body.append(host);
    afterThisTest(() => host.remove());
    await waitFor(() => schemeOf(kaart) === 'dark', 'the dark colours');
  });

  it('follows a ground that changes: by attribute, by style sheet, and in the course of a transition', async () => {
    const [kaart] = await show('');
    const page = present(kaart?.closest<HTMLElement>('.page'), 'the page');
    assert(kaart, 'the element');
    equal(schemeOf(kaart), 'normal');
    page.style.background = '#111';
    await waitFor(() => schemeOf(kaart) === 'dark', 'dark colours');
    page.style.background = '#fff';
    await waitFor(() => schemeOf(kaart) === 'normal', 'light colours');
    page.removeAttribute('style');
    await nextFrame();
    const sheet = document.createElement('style');
    sheet.textContent = '.page {background: #111}';
    document.head.append(sheet);
    afterThisTest(() => sheet.remove());
    await waitFor(() => schemeOf(kaart) === 'dark', 'dark colours');
    sheet.textContent = '.page {background: #fff}';
    await waitFor(() => schemeOf(kaart) === 'normal', 'light colours');
    page.style.transition = 'background-color 0.2s';
    await nextFrame();
    page.style.backgroundColor = '#111';
    await waitFor(() => schemeOf(kaart) === 'dark', 'dark colours');
  });

  it('follows a style sheet that loads later', async () => {
    const [kaart] = await show('');
    assert(kaart, 'the element');
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = URL.createObjectURL(new Blob(['.page {background: #111}'], {type: 'text/css'}));
    document.body.append(link);
    afterThisTest(() => link.remove());
    await waitFor(() => schemeOf(kaart) === 'dark', 'dark colours');
  });

  itIf(can.emulate.includes('dark'))('follows the visitor’s colour scheme if the page does', async () => {
    const sheet = document.createElement('style');
    sheet.textContent = '@media (prefers-color-scheme: dark) {.page {background: #111}}';
    document.head.append(sheet);
    afterThisTest(() => sheet.remove());
    const [kaart] = await show('');
    assert(kaart, 'the element');
    equal(schemeOf(kaart), 'normal');
    await emulateDark();
    await waitFor(() => schemeOf(kaart) === 'dark', 'dark colours');
  });

  it('moves nothing when it paints its own surface', async () => {
    const [kaart] = await show('background: #fff');
    assert(kaart, 'the element');
    const page = present(kaart.closest<HTMLElement>('.page'), 'the page');
    const places = () =>
      findAll(kaart, '.root, .root *')
        .map((each) => each.getBoundingClientRect())
        .map(({left, top, width, height}) => [left, top, width, height].join())
        .join(' ');
    const before = places();
    page.style.background = '#808080';
    await waitFor(() => root(kaart).matches('.on-surface'), 'the surface');
    equal(places(), before);
  });

  it('leaves a colour scheme of the page alone, and colours of the host', async () => {
    const [light] = await show('background: #111; color-scheme: light');
    assert(light, 'the element');
    await nextFrame();
    equal(root(light).matches('.on-dark, .on-surface'), false);
    const tokens = ['text', 'quiet', 'accent', 'error'].map((name) => `--regio-color-${name}: #fff`).join(';');
    const [own] = await show(`background: #888; ${tokens}`);
    assert(own, 'the element');
    await nextFrame();
    equal(root(own).matches('.on-dark, .on-surface'), false);
    equal(getComputedStyle(present(find(own, 'label'), 'the label')).color, 'rgb(255, 255, 255)');
  });
});

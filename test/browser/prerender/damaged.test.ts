import {allowConsole, assert, click, equal, findAll, openPage, present, type, waitFor} from '../../helpers/index.js';
import {field, part, textOf} from '../finder/kaart.js';
import {markupOf, openPrerendered, type PrerenderedPage} from './prerendered.js';

/** Checks that the element answers a postcode, and that nothing of the old markup is left. */
async function assertWhole(page: PrerenderedPage): Promise<void> {
  equal(page.root.querySelectorAll('form').length, 1);
  equal(page.root.querySelectorAll('[part=list]').length, 1);
  equal(page.root.querySelectorAll('link').length, 0);
  equal(findAll(page.kaart, '[part=list] button').length, 14);
  await click(field(page.kaart));
  await type('1316');
  await waitFor(() => part(page.kaart, 'card'), 'the card');
  equal(textOf(page.kaart, 'card-name'), 'Flever');
}

const CASES: Readonly<Record<string, (markup: string) => string>> = {
  'of another version': (markup) =>
    markup
      .replaceAll('part="', 'class="')
      .replaceAll('data-region', 'data-area')
      .replaceAll('class="picture"', 'class="drawing"')
      .replaceAll('details', 'section'),
  'without form and picture': (markup) =>
    markup.replace(/<form\b.*<\/form>/s, '').replace(/<svg class="picture".*?<\/svg>/s, ''),
  'without anything': (markup) => markup.replace(/(<template\b[^>]*>).*(<\/template>)/s, '$1$2'),
  'of text alone': (markup) => markup.replace(/(<template\b[^>]*>).*(<\/template>)/s, '$1Kaart$2'),
  'that is cut off': (markup) =>
    `${markup.slice(0, markup.indexOf('<details part="list"'))}</div></template></regio-kaart>`,
  'with paragraphs and empty tags put in': (markup) =>
    markup.replaceAll('\n<', '<p></p>\n<').replace('<template', '<p>Een regel</p><template'),
  'with two fields': (markup) => markup.replace(/<input\b[^>]*>/, '$&<input value="">'),
};

describe('prerendered markup', () => {
  for (const [name, edit] of Object.entries(CASES)) {
    it(`${name} is replaced by a whole element`, async () => {
      const page = await openPrerendered(edit(await markupOf('nl-no-map')));
      await page.upgrade();
      await assertWhole(page);
    });
  }

  it('without its style sheet is replaced by a styled element', async () => {
    allowConsole(/404|MIME|Failed to load resource|stylesheet/i);
    const page = await openPrerendered(
      (await markupOf('nl-no-map')).replace('/dist/cdn/regiokaart.css', '/dist/cdn/nowhere.css'),
    );
    await page.upgrade();
    equal(page.window.getComputedStyle(page.kaart).display, 'block');
    await assertWhole(page);
  });

  it('inserted by innerHTML, which makes no shadow root, leads to a whole element', async () => {
    const page = await openPrerendered('<div id="place"></div><regio-kaart map="none"></regio-kaart>');
    await page.upgrade();
    const place = present(page.document.querySelector('#place'), 'the place');
    place.innerHTML = await markupOf('nl-no-map');
    const kaart = present(place.querySelector<PrerenderedPage['kaart']>('regio-kaart'), 'the element');
    await waitFor(() => kaart.hasUpdated, 'the element to render itself');
    await assertWhole({
      ...page,
      kaart,
      get root() {
        return present(kaart.shadowRoot, 'the shadow root');
      },
    });
  });

  it('in an engine without declarative shadow roots leads to a whole element', async () => {
    // In such an engine it is a template in the light DOM.
    const page = await openPrerendered((await markupOf('nl-no-map')).replace('shadowrootmode', 'shadowroot'));
    equal(page.kaart.shadowRoot, null);
    await page.upgrade();
    await assertWhole(page);
  });

  it('twice on a page gives two elements, each with what was typed into it', async () => {
    const markup = await markupOf('nl-no-map');
    const page = await openPrerendered(markup + markup, {height: 1600});
    const [first, second] = [...page.document.querySelectorAll<PrerenderedPage['kaart']>('regio-kaart')];
    assert(first && second, 'got no two elements');
    await click(field(first));
    await type('13');
    await click(field(second));
    await type('30');
    await page.upgrade();
    await waitFor(() => second.hasUpdated, 'the second element');
    equal(field(first).value, '13');
    equal(field(second).value, '30');
    await type('11');
    await waitFor(() => part(second, 'card'), 'the card');
    equal(part(first, 'card'), null);
  });

  it('on a page whose script fails to load leaves the links to the organisations', async () => {
    const {document: page} = await openPage({body: await markupOf('nl')});
    const root = present(page.querySelector('regio-kaart')?.shadowRoot, 'the root');
    equal(root.querySelectorAll('details.region a[href^="https:"]').length >= 14, true);
  });
});

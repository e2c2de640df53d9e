import type {RegioKaart} from '../../../src/index.js';
import {afterThisTest, assert, equal, find, matches, openPage, present, waitFor} from '../../helpers/index.js';
import {part} from '../finder/kaart.js';

const PLACE = 'https://static.example.nl/regiokaart/1/';

/** Opens the snippet builder. */
async function openBuilder(): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.title = 'samenstellen';
  frame.src = '/demo/samenstellen.html';
  document.body.append(frame);
  afterThisTest(() => frame.remove());
  return waitFor(() => {
    const found = frame.contentDocument;
    return found?.querySelector('#code')?.textContent?.includes(PLACE) ? found : null;
  }, 'the first code');
}

/** The code that the builder shows, once it is made. */
const codeOf = (page: Document): Promise<string> =>
  waitFor(() => {
    const code = page.querySelector('#code')?.textContent ?? '';
    return code.includes(PLACE) ? code : null;
  }, 'the code');

/** Sets a field as a visitor does. */
function choose(page: Document, name: string, value: string): void {
  const field = present(
    page.querySelector<HTMLInputElement | HTMLSelectElement>(
      `[name="${name}"][value="${value}"], select[name="${name}"]`,
    ),
    `${name} ${value}`,
  );
  if (field instanceof present(page.defaultView, 'the window').HTMLSelectElement) {
    field.value = value;
    equal(field.value, value);
    field.dispatchEvent(new Event('input', {bubbles: true}));
  } else if (!(field as HTMLInputElement).checked) field.click();
}

describe('the code of the snippet builder', () => {
  for (const way of ['prerendered', 'module', 'classic'] as const) {
    it(`works on a page as it is: ${way}`, async () => {
      const builder = await openBuilder();
      choose(builder, 'form', way);
      const code = await codeOf(builder);
      const {document} = await openPage({body: code.replaceAll(PLACE, '/dist/cdn/')});
      await waitFor(() => document.querySelector<RegioKaart>('regio-kaart')?.hasUpdated, 'the element');
      await waitFor(() => find(document, 'input'), 'the form');
    });
  }

  it('is the prerendered form at first, with each choice in it', async () => {
    const builder = await openBuilder();
    choose(builder, 'lang', 'en');
    choose(builder, 'level', '4');
    choose(builder, 'map', 'click');
    present(builder.querySelector<HTMLInputElement>('[name="location"]'), 'the box').click();
    present(builder.querySelector<HTMLInputElement>('[name="link"]'), 'the box').click();
    const code = await waitFor(() => {
      const shown = builder.querySelector('#code')?.textContent ?? '';
      return shown.includes('deep-link') && shown.includes(PLACE) ? shown : null;
    }, 'the code with the last choice');
    matches(code, /<regio-kaart lang="en" heading-level="4" map="click" no-location deep-link>/);
    matches(code, new RegExp(`<template shadowrootmode="open"><link rel="stylesheet" href="${PLACE}regiokaart.css">`));
    matches(code, /<h4 part="heading"/);
    assert(!code.includes('part="location"'), 'got the button for the location');
    matches(code, /<\/template><a href="[^"]+">Find the employer organisation in your region<\/a><\/regio-kaart>$/);
    equal(code.match(/<details class="region"/g)?.length, 14);
  });

  it('names the hash of the style sheet too, in a version with control', async () => {
    const builder = await openBuilder();
    choose(builder, 'version', 'pinned');
    const code = await waitFor(() => {
      const shown = builder.querySelector('#code')?.textContent ?? '';
      return shown.includes('</template>') && shown.includes('importmap') ? shown : null;
    }, 'the code with hashes');
    matches(
      code,
      /<link rel="stylesheet" href="[^"]+\/regiokaart\.css" integrity="sha384-[^"]+" crossorigin="anonymous">/,
    );
  });

  for (const way of ['module', 'classic'] as const) {
    for (const [map, width, height] of [
      ['visible', 412, 900],
      ['none', 1280, 800],
    ] as const) {
      it(`keeps room for the element in the short form: ${way}, map ${map}, ${width} px`, async () => {
        const builder = await openBuilder();
        choose(builder, 'form', way);
        choose(builder, 'map', map);
        const code = await codeOf(builder);
        const waiting = code.replace(/<script\b.*?<\/script>\n/s, '').replace(/<link\b[^>]*>\n/, '');
        const {document, window} = await openPage({body: `${waiting}<p id="after">Tekst</p>`, width, height});
        const after = present(document.querySelector('#after'), 'the text');
        const top = present(
          document.querySelector('regio-kaart, [data-regiokaart]'),
          'the element',
        ).getBoundingClientRect().top;
        // Out of sight, or as low as it will be: nothing that is seen moves up or down.
        const before = after.getBoundingClientRect().top - top;
        const whole = await openPage({body: code.replaceAll(PLACE, '/dist/cdn/'), width, height});
        const kaart = await waitFor(() => whole.document.querySelector<RegioKaart>('regio-kaart'), 'the element');
        await waitFor(() => kaart.hasUpdated && part(kaart, 'list'), 'the list');
        assert(before >= Math.min(window.innerHeight, 38 * 16) - 1, `${before} px of room`);
        assert(
          before <= kaart.getBoundingClientRect().height + 40,
          `${before} px of room, ${kaart.getBoundingClientRect().height} px needed`,
        );
      });
    }
  }

  it('works when an optimiser has moved the plain script', async () => {
    const builder = await openBuilder();
    choose(builder, 'form', 'classic');
    const code = await codeOf(builder);
    const joined = await (await fetch('/dist/cdn/regiokaart.classic.js')).text();
    const [tag = ''] = /<script [^>]*regiokaart\.classic\.js[^>]*><\/script>/.exec(code) ?? [];
    assert(tag, code);
    const {document} = await openPage({
      body: code
        .replace(tag, () => `<script>${joined.replaceAll('</', '<\\/')}</script>`)
        .replaceAll(PLACE, '/dist/cdn/'),
    });
    await waitFor(() => find(document, 'input'), 'the form');
  });
});

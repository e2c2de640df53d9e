import {assert, audit, emulateDark, equal, openPage, present, setViewport} from '../../helpers/index.js';
import {markupOf} from './prerendered.js';

/**
 * Opens a page with the prerendered element and no script, styled as if scripts were disabled. The frame itself allows scripts,
 * because axe needs them.
 */
async function openWithoutScript(name: string, width: number): Promise<{document: Document; root: ShadowRoot}> {
  const css = await (await fetch('/dist/cdn/regiokaart.css')).text();
  assert(
    css.includes('(scripting:none)') || css.includes('(scripting: none)'),
    'got no rules for pages without scripts',
  );
  const style = `<style>${css.replace(/\(scripting: ?none\)/, 'all')}</style>`;
  const markup = (await markupOf(name)).replace(/<link\b[^>]*>/, style);
  const {document: page} = await openPage({
    body: markup,
    head: '<style>:root {color-scheme: light dark; background: Canvas}</style>',
    width,
    height: 900,
  });
  return {document: page, root: present(page.querySelector('regio-kaart')?.shadowRoot, 'the root')};
}

const isShown = (root: ShadowRoot, selector: string) =>
  present(root.querySelector(selector), selector).getClientRects().length > 0;

describe('the prerendered element without JavaScript', () => {
  for (const width of [320, 1280]) {
    for (const dark of [false, true]) {
      it(`is complete and passes axe: ${width} px, ${dark ? 'dark' : 'light'}`, async () => {
        await setViewport(width + 40, 900);
        if (dark) await emulateDark();
        const {document: page, root} = await openWithoutScript('nl-click', width);
        for (const each of ['h2', '.intro', '.picture', '[part=list]']) equal(isShown(root, each), true);
        for (const each of ['form', '.start', '.map > button']) equal(isShown(root, each), false);
        for (const region of root.querySelectorAll<HTMLDetailsElement>('.region')) region.open = true;
        const {scrollWidth, clientWidth} = page.documentElement;
        assert(scrollWidth <= clientWidth, `${scrollWidth} px in ${clientWidth}`);
        await audit(present(page.querySelector('regio-kaart'), 'the element'));
      });
    }
  }
});

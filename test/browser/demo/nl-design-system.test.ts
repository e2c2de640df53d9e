import {afterThisTest, equal, find, matches, present, render} from '../../helpers/index.js';
import '../../../src/define.js';

/** A published theme, for pages of the national government. */
const THEME = '/node_modules/@rijkshuisstijl-community/design-tokens/dist/index.css';

const LINK_BLUE = 'rgb(21, 66, 115)';

async function renderThemed(style = ''): Promise<HTMLElement> {
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = THEME;
  const loaded = new Promise((resolve, reject) => {
    sheet.addEventListener('load', resolve);
    sheet.addEventListener('error', reject);
  });
  document.head.append(sheet);
  afterThisTest(() => sheet.remove());
  await loaded;
  return render(
    `<div class="rhc-theme"><regio-kaart map="none" region="utrecht" style="${style}"></regio-kaart></div>`,
  );
}

const styleOf = (root: Element, selector: string) => getComputedStyle(present(find(root, selector), selector));

/** A colour of the page as the browser computes it. */
function computed(themed: HTMLElement, token: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  themed.append(probe);
  return getComputedStyle(probe).color;
}

describe('on a page with a theme of NL Design System', () => {
  it('takes border, radius, link, button and typeface from the theme', async () => {
    const themed = await renderThemed();
    const input = styleOf(themed, '[part~="input"]');
    equal(input.borderTopColor, LINK_BLUE);
    equal(input.borderTopLeftRadius, '2.5px');
    matches(input.fontFamily, /^"Fira Sans"/);
    const submit = styleOf(themed, '[part~="submit"]');
    equal(submit.borderTopLeftRadius, '5px');
    equal(submit.backgroundColor, LINK_BLUE);
    equal(styleOf(themed, '.tool').color, computed(themed, '--utrecht-link-color'));
    matches(styleOf(themed, '[part~="heading"]').fontFamily, /^"Fira Sans"/);
  });

  it('lets tokens of the element come first', async () => {
    const themed = await renderThemed(
      '--regio-color-accent: rgb(90, 0, 90); --regio-color-border: rgb(0, 90, 0); --regio-radius: 12px; --regio-font-family: serif',
    );
    const input = styleOf(themed, '[part~="input"]');
    equal(input.borderTopColor, 'rgb(0, 90, 0)');
    equal(input.borderTopLeftRadius, '12px');
    equal(input.fontFamily, 'serif');
    equal(styleOf(themed, '[part~="submit"]').borderTopLeftRadius, '12px');
    equal(styleOf(themed, '.tool').color, 'rgb(90, 0, 90)');
  });

  it('looks the same as elsewhere without a theme', async () => {
    const plain = await render(
      '<div style="font-family: monospace"><regio-kaart map="none" region="utrecht"></regio-kaart></div>',
    );
    equal(styleOf(plain, '[part~="input"]').fontFamily, 'monospace');
    equal(styleOf(plain, '[part~="heading"]').fontFamily, 'monospace');
    equal(styleOf(plain, '[part~="submit"]').borderTopLeftRadius, '8px');
  });
});

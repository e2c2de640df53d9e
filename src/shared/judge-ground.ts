/** The late part of `GroundController`: judges a ground that is not plainly white. */
import {blend, type Color, contrast, luminance, parseColor, parseHex} from './color.js';
import {renderedParent} from './rendered-parent.js';
import {colorTokens} from './tokens.js';

/** Contrast that WCAG asks of text. */
const LEAST_CONTRAST = 4.5;

/** Colours of text that stand on the page itself. */
const TEXTS = ['text', 'quiet', 'accent', 'error'] as const;

/** Without any background a page is white. */
const WHITE: Color['rgb'] = [255, 255, 255];

/** How the root of an element is painted: as it comes, with dark colours, or on a surface of its own. */
export type Ground = '' | 'dark' | 'surface' | 'dark surface';

/** What lies behind an element: the nearest backgrounds around it, laid over each other; undefined under a picture. */
function groundOf(element: Element): Color['rgb'] | undefined {
  const layers: Color[] = [];
  for (let node: Node | null = element; node; node = renderedParent(node)) {
    if (!(node instanceof Element)) continue;
    const {backgroundColor, backgroundImage} = getComputedStyle(node);
    const color = parseColor(backgroundColor);
    if (color && color.alpha > 0) layers.push(color);
    if (color?.alpha === 1) break;
    // What a picture shows there is not known.
    if (backgroundImage !== 'none') return undefined;
  }
  return layers.reduceRight<Color['rgb']>((under, layer) => blend(layer, under), WHITE);
}

/** How an element can be read where it lies. */
export function judgeGround(host: Element): Ground {
  const style = getComputedStyle(host);
  const ground = groundOf(host);
  // Text that the page itself can be read by is light where the ground is dark.
  if (!ground) return luminance(parseColor(style.color)?.rgb ?? [0, 0, 0]) > 0.4 ? 'dark' : '';
  // Where the host sets a colour, that is its own business.
  const ours = TEXTS.filter((name) => !style.getPropertyValue(`--regio-color-${name}`));
  const reads = (scheme: 'light' | 'dark') =>
    ours.every((name) => contrast(parseHex(colorTokens[name][scheme]), ground) >= LEAST_CONTRAST);
  if (reads('light')) return '';
  if (reads('dark')) return 'dark';
  return luminance(ground) < 0.18 ? 'dark surface' : 'surface';
}

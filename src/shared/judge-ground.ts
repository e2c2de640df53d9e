/** The part of `GroundController` that is loaded for a ground that is not plain white. */
import {blend, type Color, contrast, luminance, parseColor, parseHex} from './color.js';
import {renderedParent} from './rendered-parent.js';
import {colorTokens} from './tokens.js';

/** Contrast that WCAG requires for text. */
const LEAST_CONTRAST = 4.5;

/** Colours of texts that lie directly on the page. */
const TEXTS = ['text', 'quiet', 'accent', 'error'] as const;

/** A page without a background is white. */
const WHITE: Color['rgb'] = [255, 255, 255];

/** How the root of an element is painted: unchanged, with dark colours, or on its own surface. */
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
    // The colours of a picture are unknown.
    if (backgroundImage !== 'none') return undefined;
  }
  return layers.reduceRight<Color['rgb']>((under, layer) => blend(layer, under), WHITE);
}

/** The classes that make an element readable where it lies. */
export function judgeGround(host: Element): Ground {
  const style = getComputedStyle(host);
  const ground = groundOf(host);
  // On an unknown ground, light text on the page means that the ground is dark.
  if (!ground) return luminance(parseColor(style.color)?.rgb ?? [0, 0, 0]) > 0.4 ? 'dark' : '';
  // Colours that the host has set are left to the host.
  const ours = TEXTS.filter((name) => !style.getPropertyValue(`--regio-color-${name}`));
  const reads = (scheme: 'light' | 'dark') =>
    ours.every((name) => contrast(parseHex(colorTokens[name][scheme]), ground) >= LEAST_CONTRAST);
  if (reads('light')) return '';
  if (reads('dark')) return 'dark';
  return luminance(ground) < 0.18 ? 'dark surface' : 'surface';
}

import {describe, expect, it} from 'vitest';
import {mapColorTokens} from '../../../src/map/map-tokens.js';
import {colorTokens} from '../../../src/shared/tokens.js';

const colors = {...colorTokens, ...mapColorTokens};
type Name = keyof typeof colors;
type Scheme = 'light' | 'dark';

/** WCAG 2.2, 1.4.3: text. */
const TEXT = 4.5;
/** WCAG 2.2, 1.4.11: borders, lines and marks that are needed for use. */
const LINE = 3;

/** Every pair of colours in use, and where. */
const PAIRS: readonly (readonly [front: Name, back: Name, ratio: number, where: string])[] = [
  ['text', 'surface', TEXT, 'headings, sentences, list, and the text in the field'],
  ['text', 'tint', TEXT, 'a card'],
  ['quiet', 'surface', TEXT, 'hint, notes, the empty answer, credits of the map'],
  ['quiet', 'tint', TEXT, 'small print of a card'],
  ['accent', 'surface', TEXT, 'buttons without a ground, the chosen region in the list'],
  ['accent', 'tint', TEXT, 'the name of the region and the quieter links of a card'],
  ['link', 'surface', TEXT, 'links on the page'],
  ['link', 'tint', TEXT, 'the small links of a card'],
  ['on-accent', 'accent', TEXT, 'the search button, the link that calls, the name of the chosen region on the map'],
  ['error', 'surface', TEXT, 'what is wrong, and the text in the field then'],
  ['text', 'land', TEXT, 'names on the map'],
  ['text', 'land-hover', TEXT, 'names on the map under the pointer, signs of the buttons of the map under the pointer'],
  ['surface', 'text', TEXT, 'the hint over the map, the label of a place'],
  ['field-border', 'surface', LINE, 'the field'],
  ['border', 'surface', LINE, 'the list of suggestions, the empty answer, groups of buttons of the map'],
  ['accent', 'surface', LINE, 'the border of a button'],
  ['accent', 'tint', LINE, 'the border of a link of a card'],
  ['error', 'surface', LINE, 'the border of the field when something is wrong'],
  ['focus', 'surface', LINE, 'focus on the form, the list and the buttons of the map; the ring around a region'],
  ['focus', 'tint', LINE, 'focus on the links of a card'],
  ['land-border', 'land', LINE, 'borders between regions'],
  ['land-border', 'surface', LINE, 'the coast: water is the page'],
  ['accent', 'land', LINE, 'the chosen region beside the others, the outline of a possible one'],
  ['surface', 'text', LINE, 'the light line beside the outline of the chosen region, the dot of a place'],
  ['text', 'land', LINE, 'the outline of the chosen region beside the others'],
];

/** WCAG 2.2, "relative luminance": of a colour as `#rgb` or `#rrggbb`, 0 to 1. */
function luminance(color: string): number {
  const digits = /^#(?:([\da-f]{6})|([\da-f])([\da-f])([\da-f]))$/i.exec(color);
  if (!digits) throw new Error(`got the colour "${color}", expected #rgb or #rrggbb`);
  const [, six, r, g, b] = digits;
  const hex = six ?? `${r}${r}${g}${g}${b}${b}`;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, "contrast ratio": 1 to 21. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

describe('contrast', () => {
  it('is measured as WCAG does', () => {
    expect(contrast('#fff', '#000000')).toBeCloseTo(21);
    expect(contrast('#777', '#fff')).toBeCloseTo(4.48, 2);
    expect(contrast('#123456', '#123456')).toBe(1);
  });
});

for (const scheme of ['light', 'dark'] as const satisfies readonly Scheme[]) {
  describe(`the ${scheme} colours`, () => {
    for (const [front, back, ratio, where] of PAIRS) {
      it(`has ${ratio}:1 for ${front} on ${back}: ${where}`, () => {
        expect(contrast(colors[front][scheme], colors[back][scheme])).toBeGreaterThanOrEqual(ratio);
      });
    }
  });
}

describe('the pairs', () => {
  it('include every colour', () => {
    const used = new Set(PAIRS.flat());
    expect(Object.keys(colors).filter((name) => !used.has(name as Name))).toEqual([]);
  });
});

import {css, unsafeCSS} from 'lit';

/** A colour of the interface in both schemes. */
export interface ColorToken {
  readonly light: string;
  readonly dark: string;
  /** The tokens of NL Design System that it follows, the first one that a host has. */
  readonly nlds?: readonly string[];
  /** The colour of ours that it is equal to, unless a host says otherwise. */
  readonly like?: string;
}

/** Colours of text and controls. A host overrides each by `--regio-color-<name>`. Contrast of the pairs in use is computed by a test. */
export const colorTokens = {
  accent: {light: '#0b5a68', dark: '#7cd0de', nlds: ['utrecht-button-primary-action-background-color']},
  'on-accent': {light: '#fff', dark: '#06282f', nlds: ['utrecht-button-primary-action-color']},
  link: {light: '#0b5a68', dark: '#7cd0de', nlds: ['utrecht-link-color', 'nl-link-color'], like: 'accent'},
  text: {light: '#14262b', dark: '#e9f0f1', nlds: ['utrecht-document-color']},
  quiet: {light: '#4d6168', dark: '#a9bbc0'},
  surface: {light: '#fff', dark: '#142125', nlds: ['utrecht-document-background-color']},
  tint: {light: '#eef5f5', dark: '#1d2e33'},
  border: {light: '#718a90', dark: '#708990'},
  'field-border': {
    light: '#718a90',
    dark: '#708990',
    nlds: ['utrecht-textbox-border-color', 'utrecht-form-control-border-color'],
    like: 'border',
  },
  error: {light: '#a8201a', dark: '#ffaba3'},
  focus: {light: '#0b5a68', dark: '#ffd166', nlds: ['utrecht-focus-outline-color']},
  land: {light: '#e3eced', dark: '#2a3d43'},
  'land-border': {light: '#71868c', dark: '#8ea3a9'},
} as const satisfies Record<string, ColorToken>;

/** True where a stylesheet can follow the colour scheme of the page that it stands on. */
const FOLLOWS_SCHEME = globalThis.CSS?.supports?.('color', 'light-dark(#000,#fff)') ?? true;

/** A value that follows the first of some tokens of NL Design System that a host has. */
const follow = (nlds: readonly string[], own: string): string =>
  nlds.reduceRight((value, name) => `var(--${name},${value})`, own);

/**
 * Declarations of `--_<name>` for each colour: the host's own, else that of NL Design System, else ours.
 * Engines without `light-dark()` get the light scheme.
 */
export const declareColors = (colors: Readonly<Record<string, ColorToken>>): string =>
  Object.entries(colors)
    .map(([name, {light, dark, nlds = [], like}]) => {
      if (like) {
        // A host's own token for the other colour comes before those of NL Design System.
        const inherited = `--_nlds-${name}:${follow(nlds, `var(--_${like})`)};`;
        return `${inherited}--_${name}:var(--regio-color-${name},var(--regio-color-${like},var(--_nlds-${name})));`;
      }
      const own = FOLLOWS_SCHEME ? `light-dark(${light},${dark})` : light;
      return `--_${name}:var(--regio-color-${name},${follow(nlds, own)});`;
    })
    .join('');

const RADIUS = '8px';
const shapes = [
  ['radius', 'radius', follow(['utrecht-textbox-border-radius', 'utrecht-form-control-border-radius'], RADIUS)],
  ['button-radius', 'radius', follow(['utrecht-button-border-radius', 'nl-button-border-radius'], RADIUS)],
  ['font', 'font-family', follow(['utrecht-document-font-family'], 'inherit')],
  [
    'heading-font',
    'font-family',
    follow(['utrecht-heading-2-font-family', 'nl-heading-level-2-font-family'], 'var(--_font)'),
  ],
  ['scroll-margin', 'scroll-margin', '8px'],
  ['map-height', 'map-height', 'min(40em,85vh,130cqi)'],
]
  .map(([inner, name, value]) => `--_${inner}:var(--regio-${name},${value});`)
  .join('');

/** Every token as a private property of the element. */
export const tokens = css`:host{${unsafeCSS(declareColors(colorTokens) + shapes)}}`;

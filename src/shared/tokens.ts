import {css, unsafeCSS} from 'lit';

/** A colour of the interface in both schemes. */
export interface ColorToken {
  readonly light: string;
  readonly dark: string;
  /** Tokens of NL Design System to follow; the first one that the host has counts. */
  readonly nlds?: readonly string[];
  /** Another of our colours, whose value it takes unless the host sets its own. */
  readonly like?: string;
}

/** Colours of text and controls. A host overrides each by `--regio-color-<name>`. A test computes their contrast. */
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

/** Whether a style sheet can follow the colour scheme of the page. */
const FOLLOWS_SCHEME = globalThis.CSS?.supports?.('color', 'light-dark(#000,#fff)') ?? true;

/** The value of the first token of NL Design System that the host has, else our own. */
const follow = (nlds: readonly string[], own: string): string =>
  nlds.reduceRight((value, name) => `var(--${name},${value})`, own);

/**
 * Declarations of `--_<name>` for each colour: the host's token, else that of NL Design System, else our value.
 * Browsers without `light-dark()` get the light scheme.
 */
export const declareColors = (colors: Readonly<Record<string, ColorToken>>): string =>
  Object.entries(colors)
    .map(([name, {light, dark, nlds = [], like}]) => {
      if (like) {
        // The host's token for the other colour takes precedence over those of NL Design System.
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

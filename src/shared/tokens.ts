import {css, unsafeCSS} from 'lit';

/** A colour of the interface in both schemes, and the token of NL Design System that it follows where a host has it. */
export interface ColorToken {
  readonly light: string;
  readonly dark: string;
  readonly nlds?: string;
}

/** Colours of text and controls. A host overrides each by `--regio-color-<name>`. Contrast of the pairs in use is computed by a test. */
export const colorTokens = {
  accent: {light: '#0b5a68', dark: '#7cd0de', nlds: 'button-primary-action-background-color'},
  'on-accent': {light: '#fff', dark: '#06282f', nlds: 'button-primary-action-color'},
  text: {light: '#14262b', dark: '#e9f0f1', nlds: 'document-color'},
  quiet: {light: '#4d6168', dark: '#a9bbc0'},
  surface: {light: '#fff', dark: '#142125', nlds: 'document-background-color'},
  tint: {light: '#eef5f5', dark: '#1d2e33'},
  border: {light: '#718a90', dark: '#708990'},
  error: {light: '#a8201a', dark: '#ffaba3'},
  focus: {light: '#0b5a68', dark: '#ffd166', nlds: 'focus-outline-color'},
  land: {light: '#e3eced', dark: '#2a3d43'},
  'land-border': {light: '#71868c', dark: '#8ea3a9'},
} as const satisfies Record<string, ColorToken>;

/** True where a stylesheet can follow the colour scheme of the page that it stands on. */
const FOLLOWS_SCHEME = globalThis.CSS?.supports?.('color', 'light-dark(#000,#fff)') ?? true;

/**
 * Declarations of `--_<name>` for each colour: the host's own, else that of NL Design System, else ours.
 * Engines without `light-dark()` get the light scheme.
 */
export const declareColors = (colors: Readonly<Record<string, ColorToken>>): string =>
  Object.entries(colors)
    .map(([name, {light, dark, nlds}]) => {
      const own = FOLLOWS_SCHEME ? `light-dark(${light},${dark})` : light;
      return `--_${name}:var(--regio-color-${name},${nlds ? `var(--utrecht-${nlds},${own})` : own});`;
    })
    .join('');

/** Every token as a private property of the element. */
export const tokens = css`:host{${unsafeCSS(declareColors(colorTokens))}--_radius:var(--regio-radius,8px);--_scroll-margin:var(--regio-scroll-margin,8px);--_map-height:var(--regio-map-height,min(40em,85vh,130cqi))}`;

import {css, unsafeCSS} from 'lit';
import {type ColorToken, declareColors} from '../shared/tokens.js';

/** Colours that only the map uses. */
export const mapColorTokens = {
  'land-hover': {light: '#c9dbdd', dark: '#3a525a'},
} as const satisfies Record<string, ColorToken>;

/** The map's colours as private properties of its element. */
export const mapTokens = css`:host{${unsafeCSS(declareColors(mapColorTokens))}}`;

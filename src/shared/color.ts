/** Red, green and blue from 0 to 255, with opacity. */
export interface Color {
  readonly rgb: readonly [red: number, green: number, blue: number];
  /** 0 to 1. */
  readonly alpha: number;
}

const PLAIN = /^rgba?\(\s*([\d.]+)[,\s]+([\d.]+)[,\s]+([\d.]+)(?:[,/\s]+([\d.]+)(%?))?\s*\)$/;

/** Reads a colour in another notation (`oklch()`, `color()`) by painting it. */
function paint(value: string): Color | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.fillStyle = value;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return {rgb: [red, green, blue], alpha: alpha / 255};
}

/** Reads a colour in the notation of `getComputedStyle`. */
export function parseColor(value: string): Color | undefined {
  const match = PLAIN.exec(value);
  if (!match) return paint(value);
  const [, red, green, blue, alpha = '1', percent] = match;
  return {rgb: [Number(red), Number(green), Number(blue)], alpha: Number(alpha) / (percent ? 100 : 1)};
}

/** Reads `#rgb` and `#rrggbb`. */
export function parseHex(hex: string): Color['rgb'] {
  const digits = hex.length === 4 ? hex.replace(/[\da-f]/gi, '$&$&') : hex;
  const number = Number.parseInt(digits.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

/** The result of one colour over another, opaque one. */
export const blend = ({rgb, alpha}: Color, under: Color['rgb']): Color['rgb'] => {
  const mix = (index: 0 | 1 | 2) => rgb[index] * alpha + under[index] * (1 - alpha);
  return [mix(0), mix(1), mix(2)];
};

/** Relative luminance, WCAG 2.2. */
export function luminance(rgb: Color['rgb']): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, 1 to 21, WCAG 2.2. */
export function contrast(a: Color['rgb'], b: Color['rgb']): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

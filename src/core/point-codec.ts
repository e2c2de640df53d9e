import type {LonLat} from './geometry.js';
import {type BitCoder, codeNumber, codeSigned, createLearner, decodeText, encodeText} from './range-coder.js';
import type {Grid} from './shape-codec.js';

/** Where a postcode lies, and in which gemeente its point does. */
export interface PostcodePoint {
  /** 1000 to 9999. */
  readonly pc4: number;
  readonly point: LonLat;
  /** Index into the list of gemeente names that goes with the points. */
  readonly municipality: number;
}

/** About 95 m by 100 m in the Netherlands. */
export const POINT_GRID: Grid = {lon: 714, lat: 1111};

const MARKER = 'P1';

function codePoints(code: BitCoder, grid?: Grid, points?: readonly PostcodePoint[]): PostcodePoint[] {
  const learn = createLearner(code, 400);
  const number = (context: number, value = 0) => codeNumber(code, learn, [context], value);
  const signed = (context: number, value: number) => codeSigned(code, learn, [context], value);
  const lon = number(0, grid?.lon);
  const lat = number(0, grid?.lat);
  const decoded: PostcodePoint[] = [];
  let pc4 = 999;
  let x = 0;
  let y = 0;
  let municipality = 0;
  while (learn([20], points && decoded.length < points.length ? 1 : 0)) {
    const source = points?.[decoded.length];
    pc4 += 1 + number(1, source && source.pc4 - pc4 - 1);
    x += signed(4, source ? Math.round(source.point[0] * lon) - x : 0);
    y += signed(6, source ? Math.round(source.point[1] * lat) - y : 0);
    municipality += signed(8, source ? source.municipality - municipality : 0);
    decoded.push({pc4, point: [x / lon, y / lat], municipality});
  }
  return decoded;
}

/**
 * Packs points, rounded to the grid.
 *
 * @throws RangeError when they are not in ascending order of pc4.
 */
export function encodePoints(points: readonly PostcodePoint[], grid: Grid = POINT_GRID): string {
  let last = 999;
  for (const {pc4} of points) {
    if (!(pc4 > last && pc4 <= 9999))
      throw new RangeError(`Got pc4 ${pc4} after ${last}, expected ${last + 1} to 9999`);
    last = pc4;
  }
  return encodeText(MARKER, (code) => codePoints(code, grid, points));
}

/**
 * Unpacks points, in ascending order of pc4.
 *
 * @throws RegionDataError for anything but a text of `encodePoints`.
 */
export function decodePoints(text: string): PostcodePoint[] {
  return decodeText(MARKER, text, (code) => codePoints(code));
}

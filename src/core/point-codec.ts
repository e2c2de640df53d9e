import type {LonLat} from './geometry.js';
import type {PostcodeTable} from './postcode-table.js';
import {type BitCoder, codeNumber, codeSigned, createLearner, decodeInSteps, encodeText} from './range-coder.js';
import {assertGrid, type Grid} from './shape-codec.js';
import {finish, type Steps} from './steps.js';

/** Where a postcode lies, and in which gemeente its point does. */
export interface PostcodePoint {
  /** 1000 to 9999. */
  readonly pc4: number;
  readonly point: LonLat;
  /** Name of the gemeente. */
  readonly gemeente: string;
}

const MARKER = 'P2';

/** Bits after which counts are halved: distances are alike all over the country. */
const MEMORY = 400;

/** First context of letters. A letter takes 256 on its own, and 256 behind each other letter. */
const LETTERS = 8192;

interface Source {
  readonly grid: Grid;
  readonly points: readonly PostcodePoint[];
}

/**
 * Writes the points of `source`, or reads them without.
 *
 * - Which codes have a point: nearly those in use that are no PO boxes (x000 to x009 mostly), so with the table
 *   this takes 50 bytes and not 750.
 * - Gemeente: mostly as before. It changes with the region, and else where a ten or a hundred starts. A change
 *   leads to one met before (coded by how long ago), or to a new one: its name follows, letter by letter, each learnt
 *   from the letter before. Beside the packed data a list of names costs 600 bytes more after gzip.
 * - Place: the step from the code before. Its size depends on the two things above (150 bytes). Means of more codes,
 *   the direction of the last step and its size were tried and gain nothing: towns are numbered without a plan.
 */
function* codePoints(code: BitCoder, table: PostcodeTable | undefined, source?: Source): Steps<PostcodePoint[]> {
  const learn = createLearner(code, LETTERS + 257 * 256, MEMORY);
  const number = (context: number, value = 0) => codeNumber(code, learn, context, context + 4, value);
  const lon = number(0, source?.grid.lon);
  const lat = number(0, source?.grid.lat);
  const name = (text?: string) => {
    let read = '';
    for (let before = 0; ; ) {
      const wanted = text?.charCodeAt(read.length) || 0;
      let letter = 1;
      for (let place = 7; place >= 0; place--) {
        const node = LETTERS + letter;
        letter = letter * 2 + learn(node, node + 256 * (before + 1), (wanted >> place) & 1);
      }
      before = letter - 256;
      if (!before) return read;
      read += String.fromCharCode(before);
    }
  };
  const points: PostcodePoint[] = [];
  /** Gemeenten met, latest first. */
  const met: string[] = [];
  let x = 0;
  let y = 0;
  let last = 0;
  for (let pc4 = 1000; pc4 < 10_000; pc4++) {
    if (pc4 % 100 === 0) yield;
    const next = source?.points[points.length];
    const region = table?.[pc4 - 1000] ?? 0;
    const use = (+!!region * 2 + +(last === pc4 - 1)) * 2 + +(pc4 % 100 < 10);
    if (!learn(7000 + use, 7008 + use * 10 + (pc4 % 10), +(next?.pc4 === pc4))) continue;

    // 0 in the same ten as the code before, 1 in the same hundred, 2 further.
    const near =
      +(Math.floor(pc4 / 10) !== Math.floor(last / 10)) + +(Math.floor(pc4 / 100) !== Math.floor(last / 100));
    const change = near * 2 + +(region !== (table?.[last - 1000] ?? 0));
    const gap = Math.min(3, pc4 - last - 1);
    const moved = learn(7100 + change, 7106 + change * 4 + gap, +(next?.gemeente !== met[0]));
    if (moved) {
      // 0 stands for a gemeente not met: so 1 and up are places in `met`, whose place 0 was ruled out.
      const place = number(1, next && Math.max(0, met.indexOf(next.gemeente)));
      met.unshift(...(place ? met.splice(place, 1) : [name(next?.gemeente)]));
    }
    const kind = moved * 3 + near;
    x += codeSigned(code, learn, 10, 20 + kind, next ? Math.round(next.point[0] * lon) - x : 0);
    y += codeSigned(code, learn, 11, 30 + kind, next ? Math.round(next.point[1] * lat) - y : 0);
    points.push({pc4, point: [x / lon, y / lat], gemeente: met[0] ?? ''});
    last = pc4;
  }
  return points;
}

/**
 * Packs points as text, rounded to the grid.
 *
 * @param table which codes are in use. Saves 700 bytes; `decodePoints` then needs the same table.
 * @throws RangeError when the points are not in ascending order of pc4, hold what is no number, or a name that is empty
 *   or has other letters than those of Latin-1.
 */
export function encodePoints(points: readonly PostcodePoint[], grid: Grid, table?: PostcodeTable): string {
  assertGrid(grid);
  let last = 999;
  for (const {pc4, point, gemeente} of points) {
    if (!(Number.isInteger(pc4) && pc4 > last && pc4 <= 9999)) {
      throw new RangeError(`Got pc4 ${pc4} after ${last}, expected ${last + 1} to 9999`);
    }
    if (!(Math.abs(point[0]) <= 180 && Math.abs(point[1]) <= 90)) {
      throw new RangeError(`Got pc4 ${pc4} at ${point}, expected degrees`);
    }
    if (!/^[ -\u00ff]+$/.test(gemeente)) {
      throw new RangeError(`Got pc4 ${pc4} in gemeente "${gemeente}", expected a name in letters of Latin-1`);
    }
    last = pc4;
  }
  return encodeText(MARKER, (code) => finish(codePoints(code, table, {grid, points})));
}

/**
 * Unpacks points, in ascending order of pc4; a step is a hundred codes.
 *
 * @param table the table that the points were packed with, if any.
 * @throws RegionDataError, at once or in any step, for anything but a text of `encodePoints` with that table.
 */
export const decodePoints = (text: string, table?: PostcodeTable): Steps<PostcodePoint[]> =>
  decodeInSteps(MARKER, text, (code) => codePoints(code, table));

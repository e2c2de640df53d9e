import {assertFormat, broken} from './data-file.js';
import type {LonLat} from './geometry.js';
import type {PostcodeTable} from './postcode-table.js';

/** Where a postcode lies. */
export interface PostcodePoint {
  /** The middle of its addresses. */
  readonly point: LonLat;
  /** The gemeente that the point lies in, as CBS spells it. */
  readonly gemeente: string;
}

/** `points.json`: a point and a gemeente for each PC4 with addresses. It is read along with `postcodes.json`. */
export interface PointsFile {
  readonly format: number;
  /** Steps of the grid in a degree of longitude and of latitude. */
  readonly grid: readonly number[];
  /** Names, in the order in which the codes first refer to them. */
  readonly gemeenten: readonly string[];
  /** Of the codes in use: so many with a point, so many without, so many with one, and so on. */
  readonly withPoint: readonly number[];
  /** Lengths of runs: how many codes with a point, one after another, lie in the same gemeente. */
  readonly runs: readonly number[];
  /** Gemeente of each run, as the difference between its index in `gemeenten` and that of the previous run; from 0. */
  readonly gemeente: readonly number[];
  /** For each code with a point: grid steps from the point of the previous code; the first from 0. */
  readonly lon: readonly number[];
  readonly lat: readonly number[];
}

const FILE = 'points.json';

/**
 * Reads the points.
 *
 * @param table Which codes are in use.
 * @returns The points by pc4, in ascending order.
 * @throws {RegionDataError} for a malformed file, or one that does not match the table.
 */
export function readPoints(file: PointsFile, table: PostcodeTable): Map<number, PostcodePoint> {
  assertFormat(FILE, file);
  const {grid, gemeenten, withPoint, runs, gemeente, lon, lat} = file;
  const [lonSteps = 0, latSteps = 0] = grid;
  const inUse = [...table.keys()].filter((index) => table[index]).map((index) => index + 1000);
  let at = 0;
  const codes = withPoint.flatMap((length, run) => {
    at += length;
    return run % 2 === 0 ? inUse.slice(at - length, at) : [];
  });
  if (at !== inUse.length) throw broken(FILE, 'withPoint', `runs of ${at} codes in all`, `the ${inUse.length} in use`);
  let place = 0;
  const names = runs.flatMap((length, run) => {
    place += gemeente[run] ?? Number.NaN;
    const name = gemeenten[place];
    if (name === undefined) {
      throw broken(FILE, `gemeente[${run}]`, `a step to place ${place}`, `0 to ${gemeenten.length - 1}`);
    }
    return new Array<string>(length).fill(name);
  });
  for (const [column, {length}] of Object.entries({runs: names, lon, lat})) {
    if (length !== codes.length) throw broken(FILE, column, `values for ${length} codes`, `${codes.length}`);
  }
  let x = 0;
  let y = 0;
  return new Map(
    codes.map((pc4, index) => {
      x += lon[index] ?? 0;
      y += lat[index] ?? 0;
      const point: LonLat = [x / lonSteps, y / latSteps];
      if (!(Math.abs(point[0]) <= 180 && Math.abs(point[1]) <= 90)) {
        throw broken(FILE, `code ${pc4}`, `a point at ${point.join(', ')}`, 'degrees');
      }
      return [pc4, {point, gemeente: names[index] ?? ''}];
    }),
  );
}

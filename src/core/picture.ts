import {assertFormat, broken} from './data-file.js';

/** Position of the name of a region in the picture, in units of its view box. */
export interface PictureLabel {
  /** Middle or right end of its rows; see `anchor`. */
  readonly x: number;
  /** Middle of all its rows. */
  readonly y: number;
  /** `middle`: on the region. `end`: beside it, with a line. */
  readonly anchor: 'middle' | 'end';
  /** Line from the name to the region, as data of an SVG path. */
  readonly line?: string;
}

/** A region in the picture. */
export interface PictureRegion {
  readonly id: string;
  /** Data of an SVG path. */
  readonly path: string;
  /** Null if there is no room for a name, as with hundreds of regions. */
  readonly label: PictureLabel | null;
}

/** The regions as a small picture. */
export interface Picture {
  /** As SVG writes it: left, top, width and height, in units of about a kilometre. */
  readonly viewBox: string;
  readonly regions: readonly PictureRegion[];
}

/** Contents of `picture.json`. */
export interface PictureFile {
  readonly format: number;
  readonly viewBox: readonly number[];
  readonly regions: readonly PictureRegion[];
}

/** Font size and row height of the names, in units of the picture, which leaves room for this size. */
export const LABEL_SIZE = 8;
export const LABEL_ROW = 9;

/** Letters in a row of a name. */
const LABEL_LETTERS = 16;

const FILE = 'picture.json';

/**
 * Reads the picture.
 *
 * @param ids The regions in their fixed order.
 * @throws {RegionDataError} for a picture of other regions, or in another format.
 */
export function readPicture(file: PictureFile, ids: readonly string[]): Picture {
  assertFormat(FILE, file);
  const drawn = file.regions.map(({id}) => id).join(' ');
  if (drawn !== ids.join(' ')) throw broken(FILE, 'regions', drawn, ids.join(' '));
  if (file.viewBox.length !== 4 || !file.viewBox.every(Number.isFinite)) {
    throw broken(FILE, 'viewBox', JSON.stringify(file.viewBox), 'four numbers');
  }
  return {viewBox: file.viewBox.join(' '), regions: file.regions};
}

/** Splits a name into rows for the picture: at spaces, and after slashes and hyphens. A long word gets its own row. */
export function wrapName(name: string): readonly string[] {
  const rows: string[] = [];
  for (const part of name.match(/[^\s/-]+[/-]*\s*|[\s/-]+/g) ?? []) {
    const row = rows.at(-1);
    if (row !== undefined && (row + part).trimEnd().length <= LABEL_LETTERS) rows[rows.length - 1] = row + part;
    else rows.push(part);
  }
  return rows.map((row) => row.trim()).filter((row) => row !== '');
}

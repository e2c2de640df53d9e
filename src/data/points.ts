import {points} from '../../data/generated/points.js';
import {postcodeTable} from '../../data/generated/postcodes.js';
import type {LonLat} from '../core/geometry.js';
import {decodePoints} from '../core/point-codec.js';
import {decodePostcodeTable} from '../core/postcode-table.js';
import {finish} from '../core/steps.js';

/** Where a postcode lies. */
export interface PostcodePoint {
  /** The middle of its addresses. */
  readonly point: LonLat;
  /** The gemeente that the point lies in, as CBS spells it. */
  readonly gemeente: string;
}

const byPostcode = new Map(
  finish(decodePoints(points, decodePostcodeTable(postcodeTable))).map((each) => [each.pc4, each]),
);

/** Where a postcode lies; null for a code without addresses, such as one of PO boxes. */
export const postcodePoint = (pc4: number): PostcodePoint | null => byPostcode.get(pc4) ?? null;

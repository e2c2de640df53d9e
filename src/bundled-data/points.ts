import {points} from '../../data/generated/points.js';
import type {LonLat} from '../core/geometry.js';
import {decodePoints} from '../core/point-codec.js';
import type {PostcodeTable} from '../core/postcode-table.js';
import {inSlices} from './in-slices.js';

/** Where a postcode lies. */
export interface PostcodePlace {
  /** The middle of its addresses. */
  readonly point: LonLat;
  /** The gemeente that the point lies in, as CBS spells it. */
  readonly gemeente: string;
}

/** Finds where a postcode lies: null for a code without addresses, such as one of PO boxes. */
export type PlaceFinder = (pc4: number) => PostcodePlace | null;

/**
 * Unpacks the points of the postcodes.
 *
 * @param table The bundled table, which they were packed with; a file of its own, since it is not about places.
 * @throws {RegionDataError} when the packed points are damaged.
 */
export async function placeFinder(table: PostcodeTable): Promise<PlaceFinder> {
  const unpacked = await inSlices(decodePoints(points, table));
  const places = new Map(unpacked.map((place) => [place.pc4, place]));
  return (pc4) => places.get(pc4) ?? null;
}

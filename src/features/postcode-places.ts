import {bundledTable} from '../bundled-data/table.js';
import type {LonLat} from '../core/geometry.js';
import {decodePoints} from '../core/point-codec.js';

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
 * @param points From `bundled-data/points.ts`.
 * @param gemeenten Names that go with them.
 * @throws {RegionDataError} when the packed points are damaged.
 */
export function placeFinder(points: string, gemeenten: readonly string[]): PlaceFinder {
  const places = new Map(
    decodePoints(points, bundledTable()).map(({pc4, point, municipality}) => [
      pc4,
      {point, gemeente: gemeenten[municipality] ?? ''},
    ]),
  );
  return (pc4) => places.get(pc4) ?? null;
}

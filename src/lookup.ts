/**
 * The answer without any user interface: in Node, a worker or a page. Touches no DOM.
 * @module regiokaart/lookup
 */

import type {LonLat} from './core/geometry.js';
import {type LookupData, lookupText, type LookupResult as Result} from './core/lookup.js';
import type {Region} from './core/region.js';
import type {RegionFinder} from './core/region-finder.js';
import {lookupDataOf} from './data/index.js';
import {regions} from './data/regions.js';
import {loadRegionFinder} from './finder/load-region-finder.js';

export type {LonLat} from './core/geometry.js';
export type {Candidate} from './core/lookup.js';
export type {InvalidReason} from './core/postcode.js';
export type {ContactField, Fact, Organisation, Region, RegionId} from './core/region.js';
export {type DataInfo, type DataSource, dataInfo} from './data/info.js';
export {regions} from './data/regions.js';

/** The answer for a text. Every text has exactly one. */
export type LookupResult = Result<Region>;

let data: LookupData<Region> | undefined;
let finder: Promise<RegionFinder> | undefined;

/**
 * Finds who serves a postcode, from the bundled data.
 *
 * @param text As typed; spaces, letters after the digits and look-alike letters are accepted.
 * @returns One outcome for any text. Never throws.
 */
export function lookupPostcode(text: string): LookupResult {
  data ??= lookupDataOf(regions);
  return lookupText(text, data);
}

/**
 * Finds the region of a point, on the device. The outlines are loaded on the first call.
 *
 * @param lonLat WGS 84 degrees, longitude first.
 * @returns The region, or null outside all regions and for an invalid point.
 */
export async function lookupPoint(lonLat: LonLat): Promise<Region | null> {
  if (!Array.isArray(lonLat)) return null;
  finder ??= loadRegionFinder().catch((error: unknown) => {
    // The next call tries again.
    finder = undefined;
    throw error;
  });
  const index = (await finder)(lonLat);
  return regions[index] ?? null;
}

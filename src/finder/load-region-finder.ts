import type {RegionFinder} from '../core/region-finder.js';
import {load} from '../shared/load.js';

/** Loads a region finder with the bundled outlines. After a failure the next call tries again. */
export async function loadRegionFinder(): Promise<RegionFinder> {
  const [{regionFinder}, {outlines}] = await Promise.all([
    load(() => import('../core/region-finder.js')),
    load(() => import('../data/outlines.js')),
  ]);
  return regionFinder(outlines);
}

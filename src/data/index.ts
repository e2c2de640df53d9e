/**
 * The only folder that reads `data/generated`. This file holds what every answer needs; its siblings are fetched later.
 */
import {borders, postcodeTable} from '../../data/generated/postcodes.js';
import {regions as generatedRegions, umbrella as generatedUmbrella} from '../../data/generated/regions.js';
import type {LookupData} from '../core/lookup.js';
import {decodePostcodeTable} from '../core/postcode-table.js';
import type {RegionCard, RegionName} from '../core/region.js';

/** All regions with what their cards show, in their fixed order. */
export const regions = generatedRegions as unknown as readonly RegionCard[];

/** The region with this id; undefined when there is none. */
export const regionWithId = (id: string | null): RegionCard | undefined => regions.find((each) => each.id === id);

/** Fallback contact where nothing about a region's own organisation is verified. */
export const umbrella: {readonly organisation: string; readonly website: string} = generatedUmbrella;

/**
 * Joins the packed table and the border postcodes to the regions of an entry.
 *
 * @param all The regions in their fixed order, with as much of each as the entry needs.
 * @throws {RegionDataError} when the packed table is damaged.
 */
export function lookupDataOf<R extends RegionName>(all: readonly R[]): LookupData<R> {
  return {
    regions: all,
    table: decodePostcodeTable(postcodeTable),
    borders: new Map(
      borders.map(([pc4, ...candidates]) => [
        pc4,
        candidates.flatMap(([index, ...gemeenten]) => {
          const region = all[index];
          return region ? [{region, gemeenten}] : [];
        }),
      ]),
    ),
  };
}

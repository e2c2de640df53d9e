/**
 * The only folder that reads `data/generated`. This file holds what every answer needs; its siblings are fetched later.
 */
import cards from '../../data/generated/cards.json';
import postcodes from '../../data/generated/postcodes.json';
import {assertFormat, broken} from '../core/data-file.js';
import type {LookupData} from '../core/lookup.js';
import {type PostcodeTable, readPostcodeTable} from '../core/postcode-table.js';
import type {RegionCard, RegionName} from '../core/region.js';

assertFormat('cards.json', cards);

/** All regions with what their cards show, in their fixed order. */
export const regions = cards.regions as unknown as readonly RegionCard[];

/** The region with this id; undefined when there is none. */
export const regionWithId = (id: string | null): RegionCard | undefined => regions.find((each) => each.id === id);

/** Fallback contact where nothing about a region's own organisation is verified. */
export const umbrella: {readonly organisation: string; readonly website: string} = cards.umbrella;

/**
 * Which postcodes are in use and the region of each.
 *
 * @throws {RegionDataError} when the table is malformed, or has other regions than the cards.
 */
export function readBundledTable(): PostcodeTable {
  const ids = regions.map(({id}) => id).join(' ');
  if (postcodes.regions.join(' ') !== ids) {
    throw broken('postcodes.json', 'regions', postcodes.regions.join(' '), `those of cards.json: ${ids}`);
  }
  return readPostcodeTable(postcodes);
}

/**
 * Joins the table and the border postcodes to the regions of an entry point.
 *
 * @param all The regions in their fixed order, with the fields that the entry point needs.
 * @throws {RegionDataError} when the table is malformed.
 */
export function lookupDataOf<R extends RegionName>(all: readonly R[]): LookupData<R> {
  return {
    regions: all,
    table: readBundledTable(),
    borders: new Map(
      postcodes.borders.map(({pc4, candidates}) => [
        pc4,
        candidates.flatMap(({region: index, gemeenten}) => {
          const region = all[index];
          return region ? [{region, gemeenten}] : [];
        }),
      ]),
    ),
  };
}

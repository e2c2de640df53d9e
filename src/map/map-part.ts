import type {RegionShape} from '../core/geometry.js';
import type {RegionId} from '../core/region.js';
import type {MapRegion} from './region-layer.js';
import {type MapStrings, mapNl} from './texts.js';

/** What the map's chunk gives the element that shows the map. */
export interface MapPart {
  readonly regions: readonly MapRegion[];
  /** The texts of the map: Dutch, with what differs on top. The same object for the same `translations`. */
  readonly textWith: (translations: Partial<MapStrings>) => MapStrings;
}

/**
 * Brings regions and their outlines together.
 *
 * @param regions - In their fixed order.
 * @param shapes - In the same order; a region without one is left out.
 */
export function mapPart(
  regions: readonly {readonly id: RegionId; readonly name: string}[],
  shapes: readonly RegionShape[],
): MapPart {
  let last: Partial<MapStrings> | undefined;
  let text = mapNl;
  return {
    regions: regions.flatMap(({id, name}, index) => {
      const shape = shapes[index];
      return shape ? [{id, name, shape}] : [];
    }),
    textWith(translations) {
      if (translations !== last) text = {...mapNl, ...translations};
      last = translations;
      return text;
    },
  };
}

import type {LonLat, RegionShape} from '../core/geometry.js';
import type {RegionId, RegionName} from '../core/region.js';

/** A region as the map needs it. */
export interface MapRegion extends RegionName {
  readonly shape: RegionShape;
  /** Regions that share a border with it, the longest border first. Without them the map finds them in the outlines. */
  readonly neighbours?: readonly RegionId[];
}

/** A point to mark, such as that of a postcode. */
export interface MapMarker {
  readonly point: LonLat;
  readonly label: string;
}

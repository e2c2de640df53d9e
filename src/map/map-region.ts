import type {LonLat, RegionShape} from '../core/geometry.js';
import type {RegionId, RegionName} from '../core/region.js';

/** A region as the map needs it. */
export interface MapRegion extends RegionName {
  readonly shape: RegionShape;
  /** Neighbouring regions, longest shared border first. If absent, the map derives them from the outlines. */
  readonly neighbours?: readonly RegionId[];
}

/** A point to mark, such as that of a postcode. */
export interface MapMarker {
  readonly point: LonLat;
  readonly label: string;
}

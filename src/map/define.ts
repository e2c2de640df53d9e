import {RegioMap} from './regio-map.js';

export type {MapMarker, MapRegion} from './map-region.js';
export {type MapSource, RegioMap, RegioMapSelectEvent} from './regio-map.js';
export type {TileSource} from './tile-source.js';

/** Registers `<regio-map>`, unless another copy of this script has registered it already. */
if (!customElements.get('regio-map')) customElements.define('regio-map', RegioMap);

declare global {
  interface HTMLElementTagNameMap {
    'regio-map': RegioMap;
  }
}

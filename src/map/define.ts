import {RegioMap} from './regio-map.js';

export {type MapPart, mapPart} from './map-part.js';
export {RegioMap, RegioMapSelectEvent} from './regio-map.js';
export type {MapPlace, MapRegion} from './region-layer.js';

/** Registers `<regio-map>`; keeps what another copy of this script registered. */
if (!customElements.get('regio-map')) customElements.define('regio-map', RegioMap);

declare global {
  interface HTMLElementTagNameMap {
    'regio-map': RegioMap;
  }
}

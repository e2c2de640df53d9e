/** Leaflet's separate modules have no types; those of `@types/leaflet` describe the same classes. */
declare module 'leaflet/src/map/Map.js' {
  export {Map} from 'leaflet';
}
declare module 'leaflet/src/layer/Layer.js' {
  export {Layer} from 'leaflet';
}
declare module 'leaflet/src/layer/tile/GridLayer.js' {
  export {GridLayer} from 'leaflet';
}
declare module 'leaflet/src/geo/LatLng.js' {
  export {LatLng} from 'leaflet';
}
declare module 'leaflet/src/geo/LatLngBounds.js' {
  export {LatLngBounds} from 'leaflet';
}
declare module 'leaflet/src/geometry/Point.js' {
  export {Point} from 'leaflet';
}

/** The build of Leaflet with named exports, which leaves no global `L`. Its types are those of the package. */
declare module 'leaflet/dist/leaflet-src.esm.js' {
  export * from 'leaflet';
}

import {css} from 'lit';

/** The styles that Leaflet needs for the parts in use: panes and tiles. */
export const leafletStyles = css`
  .leaflet-container {
    overflow: hidden;
    -webkit-tap-highlight-color: transparent;
  }
  .leaflet-pane,
  .leaflet-layer,
  .leaflet-tile-container,
  .leaflet-tile {
    position: absolute;
    top: 0;
    left: 0;
  }
  .leaflet-pane {
    z-index: 400;
  }
  .leaflet-tile-pane {
    z-index: 200;
  }
  .leaflet-zoom-animated {
    transform-origin: 0 0;
  }
  .leaflet-tile {
    max-width: none;
    visibility: hidden;
    user-select: none;
    pointer-events: none;
    mix-blend-mode: plus-lighter;
  }
  .leaflet-tile-loaded {
    visibility: inherit;
  }
`;

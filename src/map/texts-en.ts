import type {MapStrings} from './texts.js';

/** English texts of the map. */
export const mapEn: MapStrings = {
  mapName: 'Map of the regions',
  mapAbout: 'The list of regions offers the same choice.',
  mapRegions: 'Regions',
  mapCandidate: '{region} (possibly your region)',
  mapControls: 'Map controls',
  mapZoomIn: 'Zoom in',
  mapZoomOut: 'Zoom out',
  mapAll: 'Show all of the Netherlands',
  mapUp: 'Move up',
  mapDown: 'Move down',
  mapLeft: 'Move left',
  mapRight: 'Move right',
  mapWheel: 'Hold Ctrl and scroll to zoom',
  mapWheelMac: 'Hold ⌘ and scroll to zoom',
  mapTouch: 'Use two fingers to move the map',
  mapSource: '© CBS, © Kadaster',
  mapTilesShow: 'Show background map by PDOK (Kadaster)',
  mapTilesHide: 'Hide background map',
  mapTilesSource: 'background map: Kadaster (BRT), CC BY 4.0',
  mapTilesFailed: 'The background map cannot be reached now. The rest of the map works as usual.',
};

/**
 * Everything that is fetched later, in one place. In the file for the script tag each of these is one self-contained
 * file beside it, and a call after a failed one asks for it anew.
 */
export const loadMap = () => import('../features/map-view.js');
export const loadShapes = () => import('../bundled-data/shapes.js');
export const loadTexts = () => import('../features/texts.js');
export const loadCardExtras = () => import('../features/card-extras.js');
export const loadDiagnostics = () => import('../features/diagnostics.js');
export const loadHostData = () => import('../features/host-data.js');
export const loadLocation = () => import('../features/location.js');
export const loadPlaces = () => import('../features/places.js');

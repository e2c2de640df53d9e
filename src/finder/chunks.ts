/**
 * Everything that is fetched later, in one place. In the file for the script tag each of these is one self-contained
 * file beside it, and a call after a failed one asks for it anew.
 */
export const loadMap = () => import('./map-view.js');
export const loadOutlines = () => import('../data/outlines.js');
export const loadTexts = () => import('./texts-loader.js');
export const loadCardExtras = () => import('../card/card-extras.js');
export const loadDiagnostics = () => import('../shared/diagnostics.js');
export const loadHostData = () => import('../host-data/host-data.js');
export const loadLocation = () => import('./location.js');
export const loadPlaces = () => import('../names/places.js');

import type {Plugin} from 'vite';

/** The one module of Leaflet 1.9.4 with named exports. */
const LEAFLET = /[\\/]leaflet[\\/]dist[\\/]leaflet-src\.esm\.js$/;

/**
 * What replaces the probe for SVG in markup. The original assigns `innerHTML`, which throws where the page
 * requires Trusted Types; only the flag in Leaflet's own attribution reads the answer, and we do not show that.
 */
const INLINE_SVG = {
  from: /^var inlineSvg = !!svg\$1 && \(function \(\) \{\n(?:\t.*\n)+\}\)\(\);$/m,
  to: 'var inlineSvg = true;',
};

/** Statements at the top level that keep unused classes alive: each is named by its first text, and must occur once. */
const UNUSED_STATEMENTS = [
  // Controls: ours are buttons in the template.
  'Map.include({\n\t// @method addControl(',
  'Map.mergeOptions({\n\tzoomControl: true',
  'Map.addInitHook(function () {\n\tif (this.options.zoomControl)',
  'Map.mergeOptions({\n\tattributionControl: true',
  'Map.addInitHook(function () {\n\tif (this.options.attributionControl)',
  // GeoJSON out.
  'Marker.include(PointToGeoJSON',
  'Circle.include(PointToGeoJSON',
  'CircleMarker.include(PointToGeoJSON',
  'Polyline.include({\n\ttoGeoJSON',
  'Polygon.include({\n\ttoGeoJSON',
  'LayerGroup.include({\n\ttoMultiPoint',
  // Popups and tooltips.
  'Map.include({\n\t_initOverlay',
  'Layer.include({\n\t_initOverlay',
  'Map.mergeOptions({\n\tclosePopupOnClick',
  'Map.include({\n\t// @method openPopup(',
  'Layer.include({\n\n\t// @method bindPopup(',
  'Map.include({\n\n\t// @method openTooltip(',
  'Layer.include({\n\n\t// @method bindTooltip(',
  // Handlers: ours are in src/map/gestures.ts and the keys in region-layer.ts.
  'Map.mergeOptions({\n\t// @option boxZoom',
  "Map.addInitHook('addHandler', 'boxZoom'",
  'Map.mergeOptions({\n\t// @option doubleClickZoom',
  "Map.addInitHook('addHandler', 'doubleClickZoom'",
  'Map.mergeOptions({\n\t// @option dragging',
  "Map.addInitHook('addHandler', 'dragging'",
  'Map.mergeOptions({\n\t// @option keyboard',
  "Map.addInitHook('addHandler', 'keyboard'",
  'Map.mergeOptions({\n\t// @section Mouse wheel options',
  "Map.addInitHook('addHandler', 'scrollWheelZoom'",
  'Map.mergeOptions({\n\t// @section Touch interaction options\n\t// @option tapHold',
  "Map.addInitHook('addHandler', 'tapHold'",
  'Map.mergeOptions({\n\t// @section Touch interaction options\n\t// @option touchZoom',
  "Map.addInitHook('addHandler', 'touchZoom'",
] as const;

/** Texts that must occur, and what they become. */
const REPLACEMENTS: readonly {readonly from: RegExp; readonly to: string; readonly count: number}[] = [
  {...INLINE_SVG, count: 1},
  // Calls that only make a value: lets the bundler drop the classes that nothing uses.
  {from: /^(var [\w$]+ = )((?:[A-Z]\w*\.)?extend\()/gm, to: '$1/*#__PURE__*/$2', count: 50},
  {from: /^(var (?:vmlCreate|canvas\$1|vml) = (?:!svg\$1 && )?)(\(function)/gm, to: '$1/*#__PURE__*/$2', count: 3},
  // Aliases on classes, kept for scripts that reach into the global L.
  {
    from: /^(?:Control|control|CRS|Icon|TileLayer|tileLayer|SVG|GeoJSON|Map|Polyline)\.\w+ = \w+;$/gm,
    to: '',
    count: 34,
  },
  {from: /^Handler\.addTo = function \(map, name\) \{\n(?:\t.*\n)+\};$/gm, to: '', count: 1},
  // Every browser that runs modules draws SVG: no VML, no canvas.
  {from: /Browser\.vml\b/g, to: 'false', count: 3},
  {from: /^\t(?:vml: vml|canvas: canvas\$1),$/gm, to: '', count: 2},
  {from: /\(this\.options\.preferCanvas && canvas\(options\)\) \|\| svg\(options\)/g, to: 'new SVG(options)', count: 1},
];

/** A text that this file counts on is not in Leaflet as installed. */
class LeafletTransformError extends Error {
  override name = 'LeafletTransformError';
}

/** Cuts the statement that begins with `head` at the start of a line, up to the `;` that ends it. */
function cutStatement(code: string, head: string): string {
  const start = code.indexOf(`\n${head}`) + 1;
  if (start === 0 || code.indexOf(`\n${head}`, start) !== -1) {
    throw new LeafletTransformError(`Leaflet: expected exactly one statement that begins with ${JSON.stringify(head)}`);
  }
  const oneLine = !head.includes('{');
  const end = code.indexOf(oneLine ? ';\n' : '\n});\n', start);
  return code.slice(0, start) + code.slice(end + (oneLine ? 1 : 4));
}

/**
 * Leaflet's source as we ship it: safe under Trusted Types, and without the parts that nothing here uses.
 *
 * @param code - `leaflet/dist/leaflet-src.esm.js` of version 1.9.4.
 * @throws LeafletTransformError when a text that it counts on is not there the expected number of times.
 */
export function transformLeaflet(code: string): string {
  let result = code.replaceAll('\r\n', '\n');
  for (const head of UNUSED_STATEMENTS) result = cutStatement(result, head);
  for (const {from, to, count} of REPLACEMENTS) {
    const found = result.match(from)?.length ?? 0;
    const got = from.global ? found : Math.min(found, 1);
    if (got !== count) {
      throw new LeafletTransformError(`Leaflet: expected ${count} times ${from}, got ${got}`);
    }
    result = result.replace(from, to);
  }
  return result;
}

/** Vite and Rolldown plugin around {@link transformLeaflet}; fails the build when Leaflet was bundled without it. */
export function leafletPlugin(): Plugin {
  return {
    name: 'regiokaart-leaflet',
    transform(code, id) {
      const [path = ''] = id.split('?');
      return LEAFLET.test(path) ? {code: transformLeaflet(code), map: null} : undefined;
    },
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk' && /innerHTML\s*=\s*["'`]<svg\/>/.test(file.code)) {
          throw new LeafletTransformError(`${file.fileName}: holds Leaflet's probe for inline SVG`);
        }
      }
    },
  };
}

import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {build, type Plugin} from 'vite';
import {ROOT} from './root.js';

/** The module of Leaflet that contains the probe. */
const BROWSER = 'leaflet/src/core/Browser.js';

/**
 * The probe tests for SVG in markup by assigning `innerHTML`, which throws on a page that requires Trusted Types.
 * Leaflet uses the result only for the flag in its own attribution, which our map does not show.
 */
const PROBE = /^var inlineSvg = !!svg && \(function \(\) \{\r?\n(?:\t.*\r?\n)+\}\)\(\);/gm;

/** True for the address or path of the module that {@link transformLeaflet} changes. */
export const holdsProbe = (path: string): boolean => path.replaceAll('\\', '/').endsWith(`/${BROWSER}`);

/**
 * The only change that we make to Leaflet: removes the probe that Trusted Types forbid.
 *
 * @param code - `leaflet/src/core/Browser.js` of version 1.9.4.
 * @throws {Error} if the probe does not occur exactly once.
 */
export function transformLeaflet(code: string): string {
  const found = code.match(PROBE)?.length ?? 0;
  if (found !== 1) throw new Error(`${BROWSER}: got ${found} times ${PROBE}, expected it once, as in Leaflet 1.9.4`);
  return code.replace(PROBE, 'var inlineSvg = svg;');
}

/** Applies {@link transformLeaflet} in a build and in the dev server, and fails a build that still contains the probe. */
export function leafletPlugin(): Plugin {
  return {
    name: 'regiokaart:leaflet',
    // The dev server would bundle dependencies in advance, without this plugin.
    config: () => ({optimizeDeps: {exclude: ['leaflet']}}),
    transform(code, id) {
      const [path = ''] = id.split('?');
      return holdsProbe(path) ? {code: transformLeaflet(code), map: null} : undefined;
    },
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        if (/\.innerHTML\s*=\s*["'`]<svg\s*\/>/.test(file.code)) {
          throw new Error(`${file.fileName}: got Leaflet's probe for SVG in markup, expected it to be taken out`);
        }
      }
    },
  };
}

/**
 * Bundles the parts of Leaflet that the map uses into one file of the npm package. A host's bundler would use Leaflet
 * with the probe; and without a bundler, for example in a test with jsdom, Leaflet's modules cannot be imported at all.
 *
 * @param file The compiled `src/map/leaflet.ts` in the package, which is replaced.
 */
export async function bundleLeaflet(file: string): Promise<void> {
  const licence = readFileSync(join(ROOT, 'node_modules/leaflet/LICENSE'), 'utf8').replaceAll('\r\n', '\n').trim();
  const {version} = JSON.parse(readFileSync(join(ROOT, 'node_modules/leaflet/package.json'), 'utf8')) as {
    version: string;
  };
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [leafletPlugin()],
    build: {
      outDir: join(file, '..'),
      emptyOutDir: false,
      target: 'es2022',
      minify: false,
      lib: {entry: 'src/map/leaflet.ts', formats: ['es'], fileName: () => 'leaflet.js'},
      rolldownOptions: {output: {banner: `/*!\nLeaflet ${version}, the parts that are used here.\n\n${licence}\n*/`}},
    },
  });
}

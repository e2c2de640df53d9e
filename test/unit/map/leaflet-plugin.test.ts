import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {build} from 'vite';
import {afterAll, describe, expect, it} from 'vitest';
import {bundleLeaflet, holdsProbe, leafletPlugin, transformLeaflet} from '../../../.build/leaflet-plugin.js';

const LEAFLET = dirname(createRequire(import.meta.url).resolve('leaflet/package.json'));
const PROBE = "div.innerHTML = '<svg/>'";
const source = readFileSync(join(LEAFLET, 'src/core/Browser.js'), 'utf8');

const folder = mkdtempSync(join(tmpdir(), 'leaflet-plugin-'));
afterAll(() => rmSync(folder, {recursive: true}));

/** Builds a project whose `node_modules/leaflet` has these files. */
async function buildWith(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const root = join(folder, name);
  const all = {
    'package.json': '{"type": "module"}',
    'entry.js': "export {Map} from 'leaflet/src/map/Map.js';",
    'node_modules/leaflet/package.json': '{"name": "leaflet", "version": "1.9.4"}',
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`node_modules/leaflet/src/${path}`, text])),
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), {recursive: true});
    writeFileSync(join(root, path), text);
  }
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    plugins: [leafletPlugin()],
    build: {write: false, minify: false, lib: {entry: 'entry.js', formats: ['es']}},
  });
  const outputs = Array.isArray(built) ? built : [built];
  return outputs.map((output) => ('output' in output ? output.output[0].code : '')).join('');
}

describe('transformLeaflet', () => {
  it('removes the probe that assigns markup, and nothing else', () => {
    expect(source).toContain(PROBE);
    const result = transformLeaflet(source);
    expect(result).not.toContain(PROBE);
    const head = source.slice(0, source.indexOf('var inlineSvg'));
    const tail = source.slice(source.indexOf('// @property vml'));
    expect(result.startsWith(head)).toBe(true);
    expect(result.endsWith(tail)).toBe(true);
    expect(result.slice(head.length, -tail.length).trim()).toBe('var inlineSvg = svg;');
  });

  it('reads Windows line endings, which the package has, like others', () => {
    const plain = source.replaceAll('\r\n', '\n');
    expect(transformLeaflet(plain)).toBe(transformLeaflet(plain.replaceAll('\n', '\r\n')).replaceAll('\r\n', '\n'));
  });

  it('fails with file and text if the probe is absent or occurs twice', () => {
    const message = /^leaflet\/src\/core\/Browser\.js: got \d times .*inlineSvg.*, expected it once/;
    for (const code of ['', source.replace('var inlineSvg =', 'var inlineSVG ='), `${source}\n${source}`]) {
      expect(() => transformLeaflet(code)).toThrow(message);
    }
  });
});

describe('holdsProbe', () => {
  it('recognises the module by path and by address', () => {
    expect(holdsProbe('/x/node_modules/leaflet/src/core/Browser.js')).toBe(true);
    expect(holdsProbe('C:\\x\\node_modules\\leaflet\\src\\core\\Browser.js')).toBe(true);
    expect(holdsProbe('/x/node_modules/leaflet/src/core/Util.js')).toBe(false);
    expect(holdsProbe('/x/src/core/Browser.js')).toBe(false);
  });
});

describe('a build with leafletPlugin', () => {
  const map = "import Browser from '../core/Browser';\nexport const Map = Browser;";

  it('contains no probe', async () => {
    const code = await buildWith('good', {
      'map/Map.js': map,
      'core/Browser.js': source.replace(/^import .*/gm, '').replace('svgCreate', 'document.createElement'),
    });
    expect(code).toContain('inlineSvg');
    expect(code).not.toContain(PROBE);
  });

  it('fails, with the file, if the probe is different', async () => {
    await expect(
      buildWith('changed', {'map/Map.js': map, 'core/Browser.js': 'export default {inlineSvg: true};'}),
    ).rejects.toThrow(/core\/Browser\.js: got 0 times .*inlineSvg/);
  });

  it('fails, with the file, if the probe has moved', async () => {
    const probe = `const div = document.createElement('div');\n${PROBE};\nexport const Map = div;`;
    await expect(buildWith('moved', {'map/Map.js': probe})).rejects.toThrow(/\.js: got Leaflet's probe/);
  });

  it('fails, with its name, if a module does not exist', async () => {
    await expect(buildWith('missing', {'map/Other.js': map})).rejects.toThrow(/leaflet\/src\/map\/Map\.js/);
  });
});

describe('bundleLeaflet', () => {
  it('makes one file without the probe and with the licence', async () => {
    const file = join(folder, 'package/map/leaflet.js');
    await bundleLeaflet(file);
    const code = readFileSync(file, 'utf8');
    expect(code).toMatch(/^\/\*!\nLeaflet 1\.9\.4.+BSD 2-Clause License.+THIS SOFTWARE IS PROVIDED/s);
    expect(code).not.toContain(PROBE);
    expect(code).not.toMatch(/^import /m);
    expect(code).toMatch(/export \{[^}]*LeafletMap[^}]*\}/);
  });
});

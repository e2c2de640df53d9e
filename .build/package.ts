import {execFileSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {getVsCodeCssCustomData, getVsCodeHtmlCustomData} from 'custom-element-vs-code-integration';
import {buildCli} from './cli.js';
import {frameworkTypings} from './frameworks.js';
import {bundleLeaflet} from './leaflet-plugin.js';
import {createManifest} from './manifest.js';
import {bundlePrerender} from './prerendered.js';
import {ROOT} from './root.js';

const DIST = join(ROOT, 'dist');

/** The generated data that is published as it is: `regiokaart/data/regions.json` and so on. */
const PUBLISHED = ['gemeenten', 'info', 'organisations', 'points', 'postcodes', 'regions'] as const;

/**
 * Makes the npm package in `dist`: one module for each source, with its declarations. Dependencies stay imports and later
 * parts stay `import()`, so that the host's own bundler can share the former and split at the latter.
 */
export async function buildPackage(): Promise<void> {
  const out = mkdtempSync(join(tmpdir(), 'regiokaart-'));
  try {
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    execFileSync(process.execPath, [tsc, '-p', join(ROOT, '.build/tsconfig.package.json'), '--outDir', out], {
      stdio: 'inherit',
    });
    cpSync(join(out, 'src'), DIST, {recursive: true});
    mkdirSync(join(DIST, 'data/generated'), {recursive: true});
    copyData(join(out, 'data/generated'));
  } finally {
    rmSync(out, {recursive: true});
  }
  await bundlePrerender(DIST);
  await bundleLeaflet(join(DIST, 'map/leaflet.js'));
  hideLeafletTypes(join(DIST, 'map/leaflet.d.ts'));

  await buildCli(DIST);

  const manifest = await createManifest();
  writeFileSync(join(DIST, 'custom-elements.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const options = {hideLogs: true};
  // The generator's types for the manifest are slightly narrower than the schema's.
  const cem = manifest as unknown as Parameters<typeof getVsCodeHtmlCustomData>[0];
  writeFileSync(join(DIST, 'vscode.html-custom-data.json'), `${getVsCodeHtmlCustomData(cem, options)}\n`);
  writeFileSync(join(DIST, 'vscode.css-custom-data.json'), `${getVsCodeCssCustomData(cem, options)}\n`);
  mkdirSync(join(DIST, 'frameworks'));
  for (const [name, text] of Object.entries(frameworkTypings(manifest))) {
    writeFileSync(join(DIST, 'frameworks', `${name}.d.ts`), text);
    writeFileSync(join(DIST, 'frameworks', `${name}.js`), '// Types only.\nexport {};\n');
  }
}

/**
 * Writes the generated data into `dist/data/generated` as modules: Node imports JSON only with an import attribute, which
 * not every bundler supports. The published files are also copied to `dist/data` unchanged.
 *
 * @param folder The data that the sources import, as written by the compiler.
 */
function copyData(folder: string): void {
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), 'utf8');
    if (name.endsWith('.js')) writeFileSync(join(DIST, 'data/generated', name), text);
    if (name.endsWith('.json')) {
      const module = `export default ${JSON.stringify(JSON.parse(text))};\n`;
      writeFileSync(join(DIST, 'data/generated', name.replace(/json$/, 'js')), module);
    }
  }
  for (const name of PUBLISHED) {
    cpSync(join(ROOT, 'data/generated', `${name}.json`), join(DIST, 'data', `${name}.json`));
  }
  for (const name of readdirSync(join(DIST, 'data')).filter((each) => each.endsWith('.js'))) {
    const file = join(DIST, 'data', name);
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      text.replaceAll(/(['"])\.\.\/\.\.\/data\/generated\/([\w-]+)\.js(?:on)?\1/g, "'./generated/$2.js'"),
    );
  }
}

/**
 * Replaces types of Leaflet by empty ones. Declarations of the map mention Leaflet's classes, whose types are a separate
 * package that our users need not install. None of these classes is part of our public interface.
 */
function hideLeafletTypes(file: string): void {
  const text = readFileSync(file, 'utf8');
  const names = [...text.matchAll(/^export (?:type )?\{([^}]+)\} from/gm)].flatMap(([, list = '']) =>
    list.split(',').map(
      (name) =>
        name
          .trim()
          .split(/\s+as\s+/)
          .at(-1) ?? '',
    ),
  );
  const own = [...text.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name = '']) => name);
  if (names.length === 0) throw new Error(`${file}: got no names of Leaflet, expected export lists`);
  const classes = [...names, ...own].map((name) => `export declare class ${name} {}`);
  writeFileSync(file, `/** Stand-ins for types of Leaflet; see \`@types/leaflet\`. */\n${classes.join('\n')}\n`);
}

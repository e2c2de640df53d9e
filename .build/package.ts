import {execFileSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {getVsCodeCssCustomData, getVsCodeHtmlCustomData} from 'custom-element-vs-code-integration';
import {buildCli} from './cli.js';
import {frameworkTypings} from './frameworks.js';
import {createManifest} from './manifest.js';
import {ROOT} from './root.js';

const DIST = join(ROOT, 'dist');

/** Where the sources find the generated data, and where the package has it. */
const DATA = {from: '../../data/generated/', to: './generated/'} as const;

/**
 * Makes the npm package in `dist`: one module for each source with its declarations beside it. Dependencies stay
 * imports and lazy parts stay `import()`, so that the host's own bundler shares the one and splits at the other.
 */
export async function buildPackage(): Promise<void> {
  const out = mkdtempSync(join(tmpdir(), 'regiokaart-'));
  try {
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    execFileSync(process.execPath, [tsc, '-p', join(ROOT, '.build/tsconfig.package.json'), '--outDir', out], {
      stdio: 'inherit',
    });
    cpSync(join(out, 'src'), DIST, {recursive: true});
    for (const name of readdirSync(join(out, 'data/generated'))) {
      if (name.endsWith('.js')) cpSync(join(out, 'data/generated', name), join(DIST, 'data/generated', name));
    }
  } finally {
    rmSync(out, {recursive: true});
  }
  for (const name of readdirSync(join(DIST, 'data'))) pointAtData(join(DIST, 'data/generated', name));
  hideLeafletTypes(join(DIST, 'map/leaflet.d.ts'));

  await buildCli(DIST);

  const manifest = await createManifest();
  writeFileSync(join(DIST, 'custom-elements.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const options = {hideLogs: true};
  // The generator's own types of the manifest are a little narrower than the schema's.
  const cem = manifest as unknown as Parameters<typeof getVsCodeHtmlCustomData>[0];
  writeFileSync(join(DIST, 'vscode.html-custom-data.json'), `${getVsCodeHtmlCustomData(cem, options)}\n`);
  writeFileSync(join(DIST, 'vscode.css-custom-data.json'), `${getVsCodeCssCustomData(cem, options)}\n`);
  mkdirSync(join(DIST, 'frameworks'));
  for (const [name, text] of Object.entries(frameworkTypings(manifest))) {
    writeFileSync(join(DIST, 'frameworks', `${name}.d.ts`), text);
    writeFileSync(join(DIST, 'frameworks', `${name}.js`), '// Types only.\nexport {};\n');
  }
}

function pointAtData(file: string): void {
  const text = readFileSync(file, 'utf8');
  if (text.includes(DATA.from)) writeFileSync(file, text.replaceAll(DATA.from, DATA.to));
}

/**
 * Declarations of the map name some classes of Leaflet, whose types are a package of their own that users of ours need
 * not have. None of it is part of what we offer, so there they are empty.
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

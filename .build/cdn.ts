import {createHash} from 'node:crypto';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {minify} from 'terser';
import {build, type Plugin, transformWithOxc} from 'vite';
import {TRIES} from './lazy-chunks.js';
import {ROOT} from './root.js';

/** Stands for the place where a partner puts the files, in what is written for them. */
const PLACE = 'https://static.example.nl/regiokaart';

/** Makes `dist/cdn`: all that `vite.config.ts` says. */
export async function buildCdn(): Promise<void> {
  await build({
    root: ROOT,
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'warn',
    build: {rolldownOptions: {checks: {pluginTimings: false}}},
  });
}

/**
 * Puts beside the module and its chunks the script for a plain tag, and for those who host them the hashes, a snippet that
 * uses these, and cache headers.
 */
export function hostFiles(): Plugin {
  return {
    name: 'regiokaart:host-files',
    apply: 'build',
    async writeBundle({dir: folder}) {
      if (folder === undefined) throw new Error('host files: got no folder, expected build.outDir');
      await buildClassic(folder);
      const hashes = integrityOf(folder);
      const {version} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {version: string};
      writeFileSync(join(folder, 'integrity.json'), `${JSON.stringify(hashes, null, 2)}\n`);
      writeFileSync(join(folder, 'snippet.html'), snippet(hashes, `${PLACE}/${version}/`));
      writeFileSync(join(folder, '_headers'), headers(version));
    },
  };
}

async function buildClassic(folder: string): Promise<void> {
  const path = join(ROOT, 'src/cdn/classic.ts');
  const {code} = await transformWithOxc(readFileSync(path, 'utf8'), path, {target: 'es2020'});
  const {code: minified} = await minify(code, {ecma: 2020, compress: {passes: 2}});
  if (!minified) throw new Error(`${path}: got nothing from the minifier`);
  writeFileSync(join(folder, 'regiokaart.classic.js'), `${minified}\n`);
}

/** SHA-384 of each script in a folder, as in an `integrity` attribute, by file name. */
export function integrityOf(folder: string): Record<string, string> {
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return Object.fromEntries(
    scripts.sort().map((name) => [
      name,
      `sha384-${createHash('sha384')
        .update(readFileSync(join(folder, name)))
        .digest('base64')}`,
    ]),
  );
}

/**
 * Markup for a page that lets the browser check every file. The chunks are named in an import map, each also under the
 * addresses of the further tries after a failed one.
 *
 * @param hashes By file name.
 * @param base Address of the folder, with a slash at its end.
 */
export function snippet(hashes: Readonly<Record<string, string>>, base: string): string {
  const entry = hashes['regiokaart.js'];
  if (!entry) throw new Error(`integrity: got ${Object.keys(hashes).join(', ')}; expected regiokaart.js among them`);
  const integrity = Object.entries(hashes)
    .filter(([name]) => !name.includes('.classic.'))
    .flatMap(([name, hash]) => {
      const tries = name === 'regiokaart.js' ? [''] : Array.from({length: TRIES}, (_, i) => (i ? `?${i}` : ''));
      return tries.map((query) => [`${base}${name}${query}`, hash]);
    });
  return `<script type="importmap">
${JSON.stringify({integrity: Object.fromEntries(integrity)}, null, 2)}
</script>
<script type="module" src="${base}regiokaart.js" integrity="${entry}" crossorigin="anonymous"></script>
<regio-kaart></regio-kaart>
`;
}

/** Headers for Netlify, Cloudflare Pages and others that read this form; paths are those of the README. */
const headers = (
  version: string,
) => `# Files of one version never change; the folder of the major version always has the newest.
/regiokaart/*
  Access-Control-Allow-Origin: *
  Cross-Origin-Resource-Policy: cross-origin
  X-Content-Type-Options: nosniff
/regiokaart/${version}/*
  Cache-Control: public, max-age=31536000, immutable
/regiokaart/${version.split('.')[0]}/*
  Cache-Control: public, max-age=600, stale-while-revalidate=86400
`;

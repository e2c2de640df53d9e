import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {build, minify, type Plugin, type Rolldown, transformWithOxc} from 'vite';
import {CHECKED_RETRIES} from '../src/shared/load.js';
import {licenceComment, licenceTexts} from './licences.js';
import {prerenderedFiles} from './prerendered.js';
import {ROOT} from './root.js';

/** Example address of a partner's copy of the files, for the texts that are made for partners. */
const PLACE = 'https://static.example.nl/regiokaart';

/** Contents of files as they are served, by name. */
type Files = Readonly<Record<string, string | Uint8Array>>;

interface CdnOptions {
  /** Folder for the files, from the root of the repository. */
  readonly outDir?: string;
  /** False to build only in memory. */
  readonly write?: boolean;
}

/** Makes the files for the script tag as `vite.config.ts` specifies, and returns them. */
export async function buildCdn({
  outDir = 'dist/cdn',
  write = true,
}: CdnOptions = {}): Promise<Rolldown.RolldownOutput['output']> {
  const result = await build({
    root: ROOT,
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'warn',
    build: {outDir, write, emptyOutDir: write},
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('vite: got a watcher, expected a result');
  return output.output;
}

/**
 * Adds further files to the module and its parts: the classic script and the licences and, for those who host the files,
 * the hashes, a snippet that uses these, and cache headers.
 */
export function hostFiles(): Plugin {
  return {
    name: 'regiokaart:host-files',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const {version} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {version: string};
        const emit = (fileName: string, source: string) => this.emitFile({type: 'asset', fileName, source});
        const outputs = Object.values(bundle);
        const chunks = outputs.filter((output) => output.type === 'chunk');
        const classic = await classicScript();
        const [major = ''] = version.split('.');
        const own = {'regiokaart.classic.js': classic, ...(await prerenderedFiles(`${PLACE}/${major}/`))};
        for (const [name, text] of Object.entries(own)) emit(name, text);
        const files = {
          ...own,
          ...Object.fromEntries(
            outputs.map((output) => [output.fileName, output.type === 'chunk' ? output.code : output.source]),
          ),
        };
        const hashes = integrityOf(files);
        const parts = chunks.filter(({isDynamicEntry}) => isDynamicEntry).map(({fileName}) => fileName);
        emit('integrity.json', `${JSON.stringify(hashes, null, 2)}\n`);
        emit('snippet.html', snippet(hashes, parts, `${PLACE}/${version}/`));
        emit('_headers', cacheHeaders(Object.keys(files), version));
        emit('LICENSES.txt', licenceTexts(chunks.flatMap(({moduleIds}) => moduleIds)));
      },
    },
  };
}

/** The classic script. It has no static imports, so it needs no bundler. */
export async function classicScript(): Promise<string> {
  const path = join(ROOT, 'src/cdn/classic.ts');
  const {code} = await transformWithOxc(readFileSync(path, 'utf8'), path, {target: 'es2020'});
  const minified = await minify(path, code, {module: false, compress: {target: 'es2020'}});
  if (!minified.code) throw new Error(`${path}: got nothing from the minifier`);
  return `${licenceComment([])}\n${minified.code.trim()}\n`;
}

/** SHA-384 of each script and style sheet, as in an `integrity` attribute, by file name. */
export function integrityOf(files: Files): Record<string, string> {
  const checked = Object.entries(files).filter(([name]) => /\.(js|css)$/.test(name));
  return Object.fromEntries(
    checked
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, text]) => [name, `sha384-${createHash('sha384').update(text).digest('base64')}`]),
  );
}

/**
 * Markup that lets the browser check every file. An import map lists everything that the module imports. Parts that can be
 * requested again are also listed under the addresses of the repeated requests.
 *
 * @param hashes By file name.
 * @param parts Names of the files that are loaded by `import()`.
 * @param base Address of the folder, with a slash at its end.
 */
export function snippet(hashes: Readonly<Record<string, string>>, parts: readonly string[], base: string): string {
  const entry = hashes['regiokaart.js'];
  if (!entry) throw new Error(`integrity: got ${Object.keys(hashes).join(', ')}; expected regiokaart.js among them`);
  const retries = Array.from({length: CHECKED_RETRIES}, (_, index) => `?retry=${index + 1}`);
  const integrity = Object.entries(hashes)
    .filter(([name]) => name.endsWith('.js') && !name.includes('.classic.'))
    .flatMap(([name, hash]) =>
      ['', ...(parts.includes(name) ? retries : [])].map((query) => [`${base}${name}${query}`, hash]),
    );
  return `<script type="importmap">
${JSON.stringify({integrity: Object.fromEntries(integrity)}, null, 2)}
</script>
<script type="module" src="${base}regiokaart.js" integrity="${entry}" crossorigin="anonymous"></script>
<regio-kaart></regio-kaart>
`;
}

const FOR_EVER = 'public, max-age=31536000, immutable';
const TEN_MINUTES = 'public, max-age=600, stale-while-revalidate=86400';

/** Whether a name contains the hash of the content, so that the file never changes. */
export const isHashed = (name: string): boolean => /-[0-9a-z]{8}\.js$/.test(name);

/**
 * Headers for Netlify, Cloudflare Pages and other hosts that read this format, with the paths of the README. Each file
 * matches a single cache rule, because hosts join the values of several.
 */
function cacheHeaders(names: readonly string[], version: string): string {
  const [major = ''] = version.split('.');
  const rules = names.toSorted().map((name) => [`${major}/${name}`, isHashed(name) ? FOR_EVER : TEN_MINUTES]);
  const lines = [[`${version}/*`, FOR_EVER], ...rules].map(
    ([path, cache]) => `/regiokaart/${path}\n  Cache-Control: ${cache}`,
  );
  return `# The folder of a version never changes. That of the major version has the newest files: put new ones beside the old
# ones, whose names have a hash in them, so that open pages still find theirs.
/regiokaart/*
  Access-Control-Allow-Origin: *
  Cross-Origin-Resource-Policy: cross-origin
  X-Content-Type-Options: nosniff
${lines.join('\n')}
`;
}

import {createHash} from 'node:crypto';
import {basename, dirname, resolve} from 'node:path';
import {build, type Plugin} from 'vite';
import {minifyModule} from './minify.js';

/** What lazy chunks take from the entry instead of carrying their own copy. */
const SHARED_LIT = ['LitElement', 'css', 'html', 'nothing', 'unsafeCSS'];

/**
 * Addresses of a chunk on a page with an import map: its own, and then with the queries `?1` and up, in turn. There is an
 * end to them, so that the map can name them all and have the browser check each file. Elsewhere there is no end.
 */
export const TRIES = 4;

const LOADER = '\0regiokaart:chunk-loader';

/**
 * Makes each dynamic import of the sources one self-contained file beside the entry, named by content.
 *
 * A bundler's own chunks import what they share from the entry by its plain name. On a page where the entry has a query
 * (`regiokaart.js?ver=6.4`, as WordPress writes it) that is another module: all of it would be fetched and run a second
 * time. Here a chunk imports nothing. It is a function of lit, which the entry hands over.
 *
 * A chunk may export promises: it counts as loaded once they are fulfilled, and as failed when one is rejected.
 *
 * What a chunk gives is kept, for all elements of the page. A failed import stays failed for its URL in some engines, and
 * a file that was altered stays as it came, so each further try has a query of its own; see {@link TRIES}.
 *
 * @param plugins Plugins for the builds of the chunks.
 */
export function lazyChunks(plugins: () => Plugin[]): Plugin {
  const built = new Map<string, Promise<{fileName: string; source: string}>>();

  const buildChunk = async (entry: string) => {
    const nested: {fileName: string; source: string}[] = [];
    const result = await build({
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      plugins: [...plugins(), lazyChunks(plugins)],
      build: {
        write: false,
        target: 'es2022',
        minify: false,
        modulePreload: false,
        lib: {entry, formats: ['iife'], name: 'chunk', fileName: () => 'chunk.js'},
        rolldownOptions: {external: ['lit'], output: {globals: {lit: 'lit'}, exports: 'named'}},
      },
    });
    const outputs = (Array.isArray(result) ? result : [result]).flatMap((each) =>
      'output' in each ? each.output : [],
    );
    let code = '';
    for (const output of outputs) {
      if (output.type === 'chunk') code = output.code;
      else nested.push({fileName: output.fileName, source: String(output.source)});
    }
    if (!/^var chunk\s*=/.test(code))
      throw new Error(`lazy chunk ${entry}: got ${code.slice(0, 60)}, expected "var chunk="`);
    const source = await minifyModule(
      `export default async lit=>{${code}\nawait Promise.all(Object.values(chunk));return chunk}`,
    );
    const hash = createHash('sha256').update(source).digest('base64url').replace(/[-_]/g, '').slice(0, 6);
    const stem = basename(entry, '.ts');
    const name = stem === 'define' || stem === 'index' ? basename(dirname(entry)) : stem;
    return {fileName: `${name}-${hash}.js`, source, nested};
  };

  return {
    name: 'regiokaart:lazy-chunks',
    enforce: 'pre',
    apply: 'build',
    resolveId: (id) => (id === LOADER ? LOADER : null),
    load: (id) =>
      id === LOADER
        ? `import {${SHARED_LIT}} from 'lit';
const lit = {${SHARED_LIT}};
const made = {};
const failures = {};
export const chunk = (name) =>
  (made[name] ??= import(/* @vite-ignore */ './' + name + (failures[name] ? '?' + failures[name] : ''))
    .then((module) => module.default(lit))
    .catch((error) => {
      delete made[name];
      // One more, also of undefined.
      failures[name] = -~failures[name] % (document.querySelector('[type=importmap]') ? ${TRIES} : Infinity);
      throw error;
    }));`
        : null,
    async transform(code, id) {
      const found = [...code.matchAll(/\bimport\('(\.[^']+)\.js'\)/g)];
      if (!id.includes('/src/') || found.length === 0) return null;
      let out = code;
      for (const [whole, path = ''] of found) {
        const entry = resolve(dirname(id), `${path}.ts`);
        let chunk = built.get(entry);
        if (!chunk) {
          const building = buildChunk(entry);
          chunk = building;
          built.set(entry, chunk);
          const {nested} = await building;
          for (const asset of nested) this.emitFile({type: 'asset', ...asset});
        }
        const {fileName, source} = await chunk;
        this.emitFile({type: 'asset', fileName, source});
        out = out.replace(whole, `__chunk('${fileName}')`);
      }
      return {code: `import {chunk as __chunk} from '${LOADER}';\n${out}`, map: null};
    },
  };
}

import {chmodSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {build, type Plugin} from 'vite';
import {regions} from '../src/data/index.js';
import {organisationsSchema} from '../src/host-data/schema.js';
import {licenceTexts, modulesOf} from './licences.js';
import {ROOT} from './root.js';

/** Keeps the renderer out of the bundle: the command loads it from the package, and only to make HTML. */
const prerenderBeside: Plugin = {
  name: 'regiokaart:prerender-beside',
  enforce: 'pre',
  resolveId: (id) => (id === '../prerender.js' ? {id, external: 'relative'} : undefined),
};

/**
 * Makes the command in one file, `cli/regiokaart.js`, and the schema of what it checks, `organisations.schema.json`.
 * The CSV and JSON parsers are bundled, so that those who install the package for its elements need not install, audit and
 * update dependencies that only the command needs.
 *
 * @param folder Where both go, as `dist`.
 */
export async function buildCli(folder: string): Promise<void> {
  const result = await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [prerenderBeside],
    ssr: {noExternal: true, target: 'node'},
    build: {
      ssr: 'src/cli/regiokaart.ts',
      outDir: join(folder, 'cli'),
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: {output: {entryFileNames: 'regiokaart.js', codeSplitting: false}},
    },
  });
  chmodSync(join(folder, 'cli/regiokaart.js'), 0o755);
  writeFileSync(join(folder, 'cli/LICENSES.txt'), licenceTexts(modulesOf(result)));
  const schema = organisationsSchema(regions);
  writeFileSync(join(folder, 'organisations.schema.json'), `${JSON.stringify(schema, null, 2)}\n`);
}

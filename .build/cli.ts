import {chmodSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {build} from 'vite';
import {regions} from '../src/data/index.js';
import {organisationsSchema} from '../src/host-data/schema.js';
import {ROOT} from './root.js';

/**
 * Makes the command in one file, `cli/regiokaart.js`, and the schema of what it checks, `organisations.schema.json`.
 * What it uses (the readers of CSV and JSON) is in that file: who installs the package for its elements
 * does not get, audit and update packages that only the command needs.
 *
 * @param folder Where both go, as `dist`.
 */
export async function buildCli(folder: string): Promise<void> {
  const result = await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
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
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((each) => ('output' in each ? each.output : []));
  const modules = outputs.flatMap((output) => (output.type === 'chunk' ? output.moduleIds : []));
  writeFileSync(join(folder, 'cli/LICENSES.txt'), licencesOf(modules));
  const schema = organisationsSchema(regions);
  writeFileSync(join(folder, 'organisations.schema.json'), `${JSON.stringify(schema, null, 2)}\n`);
}

/** The licences of the packages that modules come from, which ask to go along with every copy. */
function licencesOf(modules: readonly string[]): string {
  const folders = modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id) ?? []);
  const texts = [...new Set(folders)].sort().map((folder) => {
    const {name, version} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    if (!file) throw new Error(`${name}: got no licence file, expected one to pass on`);
    return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  return `Packages inside regiokaart.js\n\n${texts.join('\n---\n\n')}`;
}

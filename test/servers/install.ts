import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {homedir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {CannotRun, NO_NETWORK} from '../wordpress/install.js';
import {finished, start} from '../wordpress/processes.js';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = join(HERE, '../..');
const LIMIT_MS = 10 * 60_000;
/** Kept in the folder of a project from one run to the next. */
const KEPT = ['node_modules', '.installed'];

/**
 * The projects, outside the repository, with their packages: too many for development dependencies of our own.
 * `REGIOKAART_SERVERS` chooses another folder.
 */
export const FOLDER =
  process.env['REGIOKAART_SERVERS'] ||
  join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'regiokaart-servers');

const TARBALL = join(FOLDER, 'regiokaart.tgz');

interface PackageJson {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as PackageJson;

/** Packs the package that has been built. */
export async function packRegiokaart(): Promise<void> {
  if (!existsSync(join(ROOT, 'dist/index.js')) || !existsSync(join(ROOT, 'dist/cdn/regiokaart.css'))) {
    throw new Error('dist: got no build, expected that of `npm run build`');
  }
  mkdirSync(FOLDER, {recursive: true});
  const before = readdirSync(FOLDER).filter((name) => name.endsWith('.tgz'));
  for (const name of before) rmSync(join(FOLDER, name));
  await run('npm', ['pack', '--silent', '--pack-destination', FOLDER], ROOT);
  const [packed] = readdirSync(FOLDER).filter((name) => name.endsWith('.tgz'));
  if (packed === undefined) throw new Error(`npm pack: got nothing in ${FOLDER}`);
  cpSync(join(FOLDER, packed), TARBALL);
  rmSync(join(FOLDER, packed));
}

/**
 * Copies a project into its folder, and installs its packages unless an earlier run has. Our own package is always packed
 * and installed anew.
 *
 * @param sources Folders beside this file; later ones overwrite files of earlier ones.
 * @returns The folder.
 * @throws {CannotRun} if the registry cannot be reached.
 */
export async function prepareProject(name: string, sources: readonly string[]): Promise<string> {
  const folder = join(FOLDER, name);
  mkdirSync(folder, {recursive: true});
  for (const each of readdirSync(folder)) {
    if (!KEPT.includes(each)) rmSync(join(folder, each), {recursive: true, force: true});
  }
  for (const source of sources) cpSync(join(HERE, source), folder, {recursive: true});
  const manifest = readJson(join(folder, 'package.json'));
  const dependencies = {...manifest.dependencies};
  const devDependencies = {...manifest.devDependencies};
  const inDependencies = 'regiokaart' in dependencies;
  (inDependencies ? dependencies : devDependencies)['regiokaart'] = `file:${TARBALL}`;
  const text = JSON.stringify({...manifest, dependencies, devDependencies}, null, 2);
  writeFileSync(join(folder, 'package.json'), text);

  // The dependencies of our own package may have changed too.
  const wanted = `${text}\n${JSON.stringify(readJson(join(ROOT, 'package.json')).dependencies)}`;
  const mark = join(folder, '.installed');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) {
    const own = join(folder, 'node_modules/regiokaart');
    rmSync(own, {recursive: true, force: true});
    mkdirSync(own, {recursive: true});
    await run('tar', ['-xzf', TARBALL, '--strip-components=1', '-C', own], folder);
    // Caches of the tools were made from the earlier package.
    for (const cache of ['.cache', '.vite'])
      rmSync(join(folder, 'node_modules', cache), {recursive: true, force: true});
    return folder;
  }
  for (const each of KEPT) rmSync(join(folder, each), {recursive: true, force: true});
  const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  // Vite sets NODE_ENV to production in this process, and npm would then leave out the development dependencies.
  await run('npm', ['install', '--include=dev', '--prefer-offline', ...quiet], folder);
  writeFileSync(mark, wanted);
  return folder;
}

/** Runs a command to its end. @throws with its last output, if it fails or does not end in time. */
export async function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  const shell = process.platform === 'win32';
  const started = start(command, args, {cwd, shell, env: {...process.env, ...QUIET}});
  const status = await finished(started, `${command} ${args.join(' ')}`, LIMIT_MS);
  if (status === 0) return started.tail();
  if (NO_NETWORK.test(started.tail())) throw new CannotRun('the registry of npm cannot be reached');
  throw new Error(`${command} ${args.join(' ')}: got ${status}, expected 0:\n${started.tail()}`);
}

/** Without telemetry, and without colours in the output that is kept for error reports. */
export const QUIET: NodeJS.ProcessEnv = {
  NEXT_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  PARCEL_WORKERS: '1',
  NO_COLOR: '1',
};

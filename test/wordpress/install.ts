import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {cp} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {homedir} from 'node:os';
import {dirname, join} from 'node:path';
import {finished, start} from './processes.js';

/**
 * The packages for a WordPress: its files, and PHP that runs in Node with SQLite. They are too large for development
 * dependencies, so they are in a separate folder outside the repository, which is kept between runs.
 */
const PACKAGES: Readonly<Record<string, string>> = {
  '@wp-playground/cli': '3.1.56',
  '@wp-playground/wordpress-builds': '0.9.19',
  fflate: '0.8.3',
};
const INSTALL_LIMIT_MS = 10 * 60_000;
/** What npm says where it cannot reach the registry. */
export const NO_NETWORK =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT)\b/;

/** Thrown if WordPress cannot be installed on this machine. */
export class CannotRun extends Error {
  override name = 'CannotRun';
}

/** The folder of the packages. `REGIOKAART_WORDPRESS` sets another one. */
const FOLDER =
  process.env['REGIOKAART_WORDPRESS'] ||
  join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'regiokaart-wordpress');

const modules = (name: string) => join(FOLDER, 'node_modules', name);

/** The command line program that serves WordPress. */
export const SERVER = modules('@wp-playground/cli/wp-playground.js');

/**
 * Installs the packages, unless they are already installed.
 *
 * @throws {CannotRun} if the registry cannot be reached.
 */
export async function installPackages(): Promise<void> {
  const missing = Object.entries(PACKAGES).filter(([name, version]) => installedVersion(name) !== version);
  if (missing.length === 0) return;
  console.log(`Installing WordPress into ${FOLDER} (1 GB, once) …`);
  mkdirSync(FOLDER, {recursive: true});
  writeFileSync(join(FOLDER, 'package.json'), JSON.stringify({private: true, dependencies: PACKAGES}, null, 2));
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  const npm = start('npm', args, {cwd: FOLDER, shell: process.platform === 'win32'});
  const status = await finished(npm, 'npm install', INSTALL_LIMIT_MS);
  if (status === 0) return;
  if (NO_NETWORK.test(npm.tail())) throw new CannotRun('the registry of npm cannot be reached');
  throw new Error(`npm install in ${FOLDER}: got ${status}, expected 0:\n${npm.tail()}`);
}

/**
 * Copies the files of a WordPress version into a folder: PHP from the archive in the package, and static files from the
 * folder beside it.
 *
 * @param name Name in the package: `wp-6.5`, `wp-beta`, `wp-nightly`.
 * @returns The version that its own files name.
 */
export async function copyWordPress(name: string, folder: string): Promise<string> {
  const kept = join(FOLDER, 'unpacked', `${PACKAGES['@wp-playground/wordpress-builds']}-${name}`);
  if (!existsSync(kept)) {
    const builds = modules('@wp-playground/wordpress-builds');
    const partial = `${kept}.part`;
    rmSync(partial, {recursive: true, force: true});
    const {unzipSync} = createRequire(join(FOLDER, 'package.json'))('fflate') as {
      unzipSync(archive: Uint8Array): Record<string, Uint8Array>;
    };
    const files = unzipSync(readFileSync(join(builds, `src/wordpress/${name}.zip`)));
    for (const [path, content] of Object.entries(files).filter(([each]) => !each.endsWith('/'))) {
      const target = join(partial, path);
      mkdirSync(dirname(target), {recursive: true});
      writeFileSync(target, content);
    }
    await cp(join(builds, 'public', name), partial, {recursive: true});
    renameSync(partial, kept);
  }
  await cp(kept, folder, {recursive: true});
  const version = readFileSync(join(folder, 'wp-includes/version.php'), 'utf8');
  const [, found] = /\$wp_version = '([^']+)'/.exec(version) ?? [];
  if (found === undefined) throw new Error(`${name}: got no version in wp-includes/version.php`);
  return found;
}

function installedVersion(name: string): string | undefined {
  const path = join(modules(name), 'package.json');
  if (!existsSync(path)) return undefined;
  return (JSON.parse(readFileSync(path, 'utf8')) as {version: string}).version;
}

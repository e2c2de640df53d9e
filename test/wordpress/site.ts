import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {freePort} from '../runner/free-port.js';
import {copyWordPress, SERVER} from './install.js';
import {end, ready, start} from './processes.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const START_LIMIT_MS = 5 * 60_000;

/** A WordPress version to test, with its settings. */
export interface Kind {
  /** Name in the package of builds. */
  readonly name: string;
  readonly php: string;
  /** Files of tests for it, in this folder. */
  readonly tests: readonly string[];
}

/** A running WordPress, as its tests see it. */
export interface Site {
  readonly version: string;
  readonly php: string;
  /** Address, without a slash at the end. */
  readonly url: string;
  /** Password of `admin`, and of the author `schrijver`. */
  readonly password: string;
  /** Folder of its files. */
  readonly folder: string;
}

/** Starts a new WordPress on this machine, with the plug-in in its folder but not active. */
export async function startSite({name, php}: Kind): Promise<{site: Site; tail(): string; stop(): Promise<void>}> {
  const folder = mkdtempSync(join(tmpdir(), 'regiokaart-wordpress-'));
  const remove = () => rmSync(folder, {recursive: true, force: true, maxRetries: 3});
  process.once('exit', remove);
  try {
    const version = await copyWordPress(name, folder);
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const password = crypto.randomUUID();
    writeConfiguration(folder);
    installPlugin(folder);
    writeTestSite(folder, password, url);
    const args = [
      ...['server', `--mount-before-install=${folder}:/wordpress`, `--site-url=${url}`, `--port=${port}`],
      ...['--wordpress-install-mode=install-from-existing-files-if-needed', `--php=${php}`],
    ];
    const server = start(process.execPath, [SERVER, ...args], {cwd: folder});
    await ready(server, `WordPress ${version}`, START_LIMIT_MS, async () => {
      const {status} = await fetch(`${url}/wp-login.php`, {signal: AbortSignal.timeout(30_000)});
      return status === 200;
    });
    // Removes notices of the installation, before the plug-in was active.
    rmSync(join(folder, 'wp-content/debug.log'), {force: true});
    const stop = async () => {
      await end(server);
      remove();
    };
    return {site: {version, php, url, password, folder}, tail: server.tail, stop};
  } catch (error) {
    remove();
    throw error;
  }
}

/** Every notice of PHP goes into `wp-content/debug.log`. */
function writeConfiguration(folder: string): void {
  const path = join(folder, 'wp-config.php');
  const line = "define( 'WP_DEBUG', false );";
  const text = readFileSync(path, 'utf8');
  if (!text.includes(line)) throw new Error(`wp-config.php: got no line "${line}"`);
  const lines = [
    "define( 'WP_DEBUG', true );",
    "define( 'WP_DEBUG_LOG', true );",
    "define( 'WP_DEBUG_DISPLAY', false );",
  ];
  writeFileSync(path, text.replace(line, `${lines.join('\n')}\ndefine( 'DISABLE_WP_CRON', true );`));
}

/** Installs the plug-in as its readme says. */
function installPlugin(folder: string): void {
  const built = join(ROOT, 'dist/cdn');
  if (!existsSync(join(built, 'regiokaart.js')))
    throw new Error('dist/cdn: got no build, expected that of `npm run build`');
  const plugin = join(folder, 'wp-content/plugins/regiokaart');
  cpSync(join(ROOT, 'demo/wordpress/regiokaart'), plugin, {recursive: true});
  cpSync(built, join(plugin, 'cdn'), {recursive: true});
}

function writeTestSite(folder: string, password: string, url: string): void {
  // The guide's code for sites without the plug-in, with the address of this site.
  const guide = readFileSync(join(ROOT, 'demo/handleiding.html'), 'utf8');
  const [, code] = /<code>(add_action\( 'wp_enqueue_scripts'.*?)<\/code>/s.exec(guide) ?? [];
  if (code === undefined) throw new Error('handleiding.html: got no code with wp_enqueue_scripts');
  const snippet = code
    .replaceAll('&gt;', '>')
    .replace('https://static.example.nl/regiokaart/1/', `${url}/wp-content/plugins/regiokaart/cdn/`);
  const php = readFileSync(new URL('site.php', import.meta.url), 'utf8')
    .replaceAll('%PASSWORD%', password)
    .replace('%GUIDE%', () => snippet);
  mkdirSync(join(folder, 'wp-content/mu-plugins'), {recursive: true});
  writeFileSync(join(folder, 'wp-content/mu-plugins/site.php'), php);
  // Every site has one. Without it the server would answer with a page.
  writeFileSync(join(folder, 'robots.txt'), 'User-agent: *\nDisallow:\n');
  // The contact data of the host itself.
  mkdirSync(join(folder, 'wp-content/uploads'), {recursive: true});
  writeFileSync(
    join(folder, 'wp-content/uploads/organisaties.json'),
    JSON.stringify({limburg: {phone: '030 123 45 67'}}),
  );
}

/**
 * `npm start`: serves the demo with the built files, and builds these first if they are missing or older than the sources.
 * `npm run dev` (`--sources`) serves the sources instead, and reloads the page when they change.
 *
 * PORT chooses the port. A browser is opened with `-- --open`.
 */
import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {serveSources} from './dev-server.js';
import {ROOT} from './root.js';
import {serveRepository} from './static.js';

const PORT = 5173;
const BUILT = join(ROOT, 'dist/cdn/integrity.json');
const INPUTS = ['src', 'demo/rules.ts', 'data/generated', '.build', 'vite.config.ts', 'package.json'];

const fromSources = process.argv.includes('--sources');
const options = {
  port: Number(process.env['PORT'] ?? PORT),
  open: process.argv.includes('--open') ? '/demo/' : false,
};

if (!fromSources && isStale()) {
  console.log('Building dist …');
  const {status} = spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, '.build/build.ts')], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(1);
}
const server = fromSources ? await serveSources(options) : await serveRepository(options);
for (const url of server.resolvedUrls?.local ?? []) console.log(`The demo is at ${url}demo/`);

function isStale(): boolean {
  if (!existsSync(BUILT)) return true;
  const built = statSync(BUILT).mtimeMs;
  return INPUTS.some((name) => newest(join(ROOT, name)) > built);
}

/** Time of the last change of a file, or of any file in a folder, in milliseconds. */
function newest(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs;
  const times = readdirSync(path, {recursive: true, encoding: 'utf8'}).map(
    (name) => statSync(join(path, name)).mtimeMs,
  );
  return Math.max(0, ...times);
}

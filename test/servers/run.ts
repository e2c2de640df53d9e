/**
 * `npm run test:servers`: builds and starts projects of hosts that use the packed package, and tests them in a real browser.
 * The last line is
 *
 *     servers and frameworks: N passed, N failed[, N skipped]
 *
 * Options: `--no-build`; `--only nuxt` for the projects whose name contains this. Without a network, and with nothing
 * installed by an earlier run, a project counts as one skipped test; with `CI=true` that is a failure.
 */
import assert from 'node:assert/strict';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import type {Browser} from 'puppeteer-core';
import {startChromium} from '../../.build/chromium.js';
import {serveFolder} from '../../.build/static.js';
import {prerender} from '../../src/prerender.js';
import {freePort} from '../runner/free-port.js';
import {CannotRun} from '../wordpress/install.js';
import {closeBrowser, end, endAll, killAll, ready, start} from '../wordpress/processes.js';
import {packRegiokaart, prepareProject, QUIET, run} from './install.js';
import {isTakenOver, isThereBeforeTheScript, settles, staysAsItIs, works} from './visit.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Number of projects that are tested at a time. Their tools use several processors themselves. */
const LANES = 2;
const START_LIMIT_MS = 3 * 60_000;
/** Length of the output that is compared; more than this is kept. */
const TAIL_CHARACTERS = 2000;

interface Project {
  readonly name: string;
  /** Folders beside this file; later ones overwrite files of earlier ones. */
  readonly sources?: readonly string[];
  /** The packages whose versions are printed. */
  readonly packages: readonly string[];
  readonly test: (project: Prepared) => Promise<void>;
}

interface Prepared {
  readonly folder: string;
  readonly check: (what: string, act: () => Promise<unknown>) => Promise<boolean>;
}

/** The slowest projects come first. */
const PROJECTS: readonly Project[] = [
  {name: 'nuxt', packages: ['nuxt', 'vue'], test: (project) => testServer(project)},
  {name: 'bundlers', packages: ['parcel', 'webpack', 'rollup', 'esbuild', 'vitest', 'jsdom'], test: testBundlers},
  {name: 'astro', packages: ['astro'], test: (project) => testServer(project)},
  {
    name: 'next',
    packages: ['next', 'react'],
    test: (project) => testServer(project, {host: '--hostname', extra: testNext}),
  },
  {name: 'sveltekit', packages: ['@sveltejs/kit', 'svelte'], test: (project) => testServer(project)},
  {
    name: 'frameworks-newest',
    sources: ['frameworks', 'frameworks-newest'],
    packages: ['react', 'vue', 'svelte', '@angular/core'],
    test: testFrameworks,
  },
  {
    name: 'frameworks-oldest',
    sources: ['frameworks', 'frameworks-oldest'],
    packages: ['react', 'vue', 'svelte'],
    test: testFrameworks,
  },
];

const {values: options} = parseArgs({
  allowNegative: true,
  options: {build: {type: 'boolean', default: true}, only: {type: 'string', default: ''}},
});
const total = {passed: 0, failed: 0, skipped: 0};
const begin = Date.now();
let browser: Browser | undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    killAll();
    browser?.process()?.kill('SIGKILL');
    process.exit(1);
  });
}
process.once('exit', killAll);

try {
  if (options.build) await run('npm', ['run', '--silent', 'build'], ROOT);
  await packRegiokaart();
  browser = await startChromium();
  const waiting = PROJECTS.filter(({name}) => name.includes(options.only));
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await testProject(next);
  };
  await Promise.all(Array.from({length: LANES}, lane));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  total.failed += 1;
} finally {
  await endAll();
  if (browser) await closeBrowser(browser);
}
const {passed, failed, skipped} = total;
console.log(
  `servers and frameworks: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''} (${seconds(begin)} s)`,
);
process.exit(failed > 0 || passed + skipped === 0 ? 1 : 0);

function seconds(since: number): number {
  return Math.round((Date.now() - since) / 1000);
}

async function testProject({name, sources = [name], packages, test}: Project): Promise<void> {
  const since = Date.now();
  const check: Prepared['check'] = async (what, act) => {
    const from = Date.now();
    try {
      await act();
      total.passed += 1;
      console.log(`✓ ${name}: ${what} (${seconds(from)} s)`);
      return true;
    } catch (error) {
      total.failed += 1;
      console.error(`✗ ${name}: ${what} (${seconds(from)} s)\n${error instanceof Error ? error.message : error}`);
      return false;
    }
  };
  try {
    const folder = await prepareProject(name, sources);
    const versions = packages.map((each) => `${each} ${versionIn(folder, each)}`);
    console.log(`  ${name}: ${versions.join(', ')}, installed (${seconds(since)} s)`);
    await test({folder, check});
  } catch (error) {
    if (error instanceof CannotRun && !process.env['CI']) {
      console.log(`${name}: not tried: ${error.message}.`);
      total.skipped += 1;
    } else {
      console.error(`✗ ${name}: ${error instanceof Error ? error.message : error}`);
      total.failed += 1;
    }
  }
}

function versionIn(folder: string, name: string): string {
  const {version} = JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

function script(folder: string, name: string): Promise<string> {
  return run('npm', ['run', '--silent', name], folder);
}

function openBrowser(): Browser {
  if (!browser) throw new Error('got no browser');
  return browser;
}

/** Tests a project that renders on a server, as published and in development, because frameworks warn only there. */
async function testServer(
  {folder, check}: Prepared,
  {host = '--host', extra}: {host?: string; extra?: (url: string, check: Prepared['check']) => Promise<void>} = {},
): Promise<void> {
  if (!(await check('builds', () => script(folder, 'build')))) return;
  const {scripts} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {scripts: Record<string, string>};
  // The builds of the others do not check types.
  if ('check' in scripts) await check('has right types', () => script(folder, 'check'));
  await withServer(folder, 'start', host, async (url) => {
    await check('is there before the script', () => isThereBeforeTheScript(openBrowser(), url));
    await check('is taken over, nothing moves, answers, tells the listener', () => isTakenOver(openBrowser(), url));
    await extra?.(url, check);
  });
  await withServer(folder, 'dev', host, async (url) => {
    await check('hydrates without a warning in development', async () => {
      await settles(openBrowser(), url);
      await isTakenOver(openBrowser(), url, {slow: false});
    });
  });
}

async function testNext(url: string, check: Prepared['check']): Promise<void> {
  await check('keeps the markup as it is where only a server component imports the element', () =>
    staysAsItIs(openBrowser(), `${url}define`),
  );
}

/** Starts the server of a project on a free port, and ends it afterwards. */
async function withServer(
  folder: string,
  name: string,
  host: string,
  use: (url: string) => Promise<void>,
): Promise<void> {
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}/`;
  const environment = {...process.env, ...QUIET, PORT: port, HOST: '127.0.0.1'};
  const args = ['run', name, '--', '--port', port, host, '127.0.0.1'];
  const server = start('npm', args, {cwd: folder, env: environment, shell: process.platform === 'win32'});
  try {
    await ready(server, `npm run ${name}`, START_LIMIT_MS, async () => {
      const {ok} = await fetch(url, {signal: AbortSignal.timeout(START_LIMIT_MS)});
      return ok;
    });
    await use(url);
  } finally {
    await end(server);
  }
}

async function testFrameworks({folder, check}: Prepared): Promise<void> {
  const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
  await check('have right types', () => script(folder, 'check'));
  if (!(await check('build', () => script(folder, 'build')))) return;
  await withFolder(join(folder, 'dist'), async (url) => {
    for (const page of pages) {
      const name = page.replace('.html', '');
      await check(`${name}: texts, attributes and the listener of the element`, () => works(openBrowser(), url + page));
    }
  });
}

async function testBundlers({folder, check}: Prepared): Promise<void> {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  for (const bundler of ['esbuild', 'rollup', 'webpack', 'parcel']) {
    await check(`${bundler}: the element, and the map when it is near`, async () => {
      await script(folder, bundler);
      const out = join(folder, 'out', bundler);
      if (bundler !== 'parcel') writeFileSync(join(out, 'index.html'), page);
      const heading = 'Vind de werkgeversorganisatie in jouw regio';
      await withFolder(out, (url) => works(openBrowser(), `${url}index.html`, {heading, map: true}));
    });
  }
  await check('esbuild for no platform in particular: the prerendered element', async () => {
    const output = await script(folder, 'neutral');
    assert.ok(output.endsWith(prerender({map: 'none'}).slice(-TAIL_CHARACTERS)), output.slice(-500));
  });
  await check('vitest with jsdom: nothing is rejected after the test', async () => {
    assert.doesNotMatch(await script(folder, 'vitest'), /unhandled|rejection/i);
  });
}

async function withFolder(folder: string, use: (url: string) => Promise<void>): Promise<void> {
  const server = await serveFolder(folder, {port: 0, host: '127.0.0.1'});
  try {
    await use(server.resolvedUrls?.local[0] ?? '');
  } finally {
    await server.close();
  }
}

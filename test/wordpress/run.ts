/**
 * `npm run test:wordpress`: tests the plug-in in several versions of WordPress, with a real browser. The last line is
 *
 *     WordPress: N passed, N failed[, N skipped]
 *
 * Options: `--no-build`; `--only beta` for the builds of WordPress whose name contains this. Without a network, and with
 * nothing installed by an earlier run, everything counts as one skipped test; with `CI=true` that is a failure.
 */
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {startChromium} from '../../.build/chromium.js';
import {installTools} from '../audits/tools.js';
import {CannotRun, installPackages} from './install.js';
import {closeBrowser, end, endAll, finished, killAll, type Started, start} from './processes.js';
import {type Kind, startSite} from './site.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SITE_LIMIT_MS = 25 * 60_000;

/**
 * The oldest supported version, two later ones, and one that is too old, with the oldest supported PHP and newer ones.
 * The editor differs between versions, so it is tested in each; published pages are tested in one.
 */
const KINDS: readonly Kind[] = [
  {name: 'wp-6.5', php: '7.4', tests: ['editor', 'pages']},
  {name: 'wp-beta', php: '8.2', tests: ['editor']},
  {name: 'wp-nightly', php: '8.3', tests: ['editor']},
  {name: 'wp-6.4', php: '7.4', tests: ['older']},
];

const {values: options} = parseArgs({
  allowNegative: true,
  options: {build: {type: 'boolean', default: true}, only: {type: 'string', default: ''}},
});

const total = {passed: 0, failed: 0, skipped: 0};

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    killAll();
    process.exit(1);
  });
}
process.once('exit', killAll);

try {
  await installPackages();
  // Lighthouse.
  installTools();
  if (options.build) await build();
  for (const kind of KINDS.filter(({name}) => name.includes(options.only))) await testSite(kind);
} catch (error) {
  if (error instanceof CannotRun && !process.env['CI']) {
    console.log(`Not tried: ${error.message}.`);
    total.skipped += 1;
  } else {
    console.error(error instanceof Error ? error.message : error);
    total.failed += 1;
  }
} finally {
  await endAll();
}
if (total.failed > 0 || total.passed + total.skipped === 0) process.exitCode = 1;
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`WordPress: ${total.passed} passed, ${total.failed} failed${skipped}`);

async function build(): Promise<void> {
  const npm = start('npm', ['run', '--silent', 'build:cdn'], {cwd: ROOT, shell: process.platform === 'win32'});
  const status = await finished(npm, 'npm run build:cdn', SITE_LIMIT_MS);
  if (status !== 0) throw new Error(`npm run build:cdn: got ${status}, expected 0:\n${npm.tail()}`);
}

/** Runs the tests of one WordPress version, and adds its counts to the total. */
async function testSite(kind: Kind): Promise<void> {
  const begin = Date.now();
  try {
    const {site, tail, stop} = await startSite(kind);
    console.log(
      `\nWordPress ${site.version}, PHP ${site.php} (ready after ${Math.round((Date.now() - begin) / 1000)} s)`,
    );
    const browser = await startChromium();
    try {
      const environment = {WORDPRESS: JSON.stringify(site), BROWSER: browser.wsEndpoint()};
      for (const name of kind.tests) await runTests(name, environment);
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : error}\nThe server said last:\n${tail()}`);
    } finally {
      await closeBrowser(browser);
      await stop();
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    total.failed += 1;
  }
}

/** Runs a test file in vitest, in a separate process: one that hangs is ended, and counts as a failure. */
async function runTests(name: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'regiokaart-results-'));
  let vitest: Started | undefined;
  try {
    const results = join(folder, 'results.json');
    const args = ['run', '--config', 'test/wordpress/vitest.config.ts', '--reporter=verbose', '--reporter=json'];
    vitest = start(
      process.execPath,
      [
        join(ROOT, 'node_modules/vitest/vitest.mjs'),
        ...args,
        // The tests of a file build on each other, so after a failure the rest would only wait.
        '--bail=1',
        `--outputFile.json=${results}`,
        `test/wordpress/${name}.test.ts`,
      ],
      {cwd: ROOT, env: {...process.env, ...environment}, echo: true},
    );
    const status = await finished(vitest, 'the tests', SITE_LIMIT_MS);
    if (!existsSync(results)) throw new Error(`the tests: got ${status} and no results:\n${vitest.tail()}`);
    const counts = JSON.parse(readFileSync(results, 'utf8')) as Record<
      'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numTodoTests' | 'numFailedTestSuites',
      number
    >;
    total.passed += counts.numPassedTests;
    total.skipped += counts.numPendingTests + counts.numTodoTests;
    total.failed += counts.numFailedTests;
    // A file that failed outside its tests.
    if (status !== 0 && counts.numFailedTests === 0) total.failed += 1;
  } finally {
    if (vitest) await end(vitest);
    rmSync(folder, {recursive: true, force: true});
  }
}

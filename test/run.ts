/**
 * `npm test`: builds the bundle, runs every test in Node and in real browsers, and ends with one line:
 *
 *     N passed, N failed[, N skipped]
 *
 * Options: `--only unit|browser`, `--no-build`, and parts of file paths to run only those files.
 * BROWSERS=chromium,firefox,webkit chooses the browsers; by default every installed one is used.
 * The exit status is not zero if a test failed, a runner crashed, or a runner found no tests.
 */
import {type ChildProcess, fork, spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {findInstalled} from './runner/installed.js';
import {packagedChromium} from './runner/launchers.js';
import type {RunResult} from './runner/result.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Only for runners that hang: a slow machine may take ten times as long as a fast one. */
const RUNNER_LIMIT_MS = 80 * 60_000;

const {values: options, positionals: filters} = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {only: {type: 'string'}, build: {type: 'boolean', default: true}},
});
if (options.only && options.only !== 'unit' && options.only !== 'browser') {
  throw new Error(`--only: got "${options.only}", expected "unit" or "browser"`);
}

/** Whether the published files have just been built, so that they can be tested. */
const built = options.build && options.only !== 'unit';
const results: RunResult[] = [];
if (built) results.push(...build());
// Unpacked now, because processes that unpack it at the same time start a file that another one is still writing. If it cannot
// be had on this machine, the first test that needs it says so.
if (options.only !== 'unit' && !findInstalled().chromium) await packagedChromium().catch(() => {});
// At the same time, because browsers often wait, and the tests in Node can use the processor meanwhile.
const runs = await Promise.all([
  options.only !== 'browser' && wants('unit', 'data', 'cli', 'package') ? run('unit') : [],
  options.only !== 'unit' && wants('browser') ? run('browser') : [],
]);
results.push(...runs.flat());

const total = {passed: 0, failed: 0, skipped: 0};
for (const {passed, failed, skipped} of results) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}
console.log('');
for (const result of results) {
  console.log(`${result.name}: ${summary(result)}`);
  for (const problem of result.problems) console.log(`  ${problem}`);
}
if (total.passed + total.failed === 0) {
  console.log('No test ran.');
  process.exitCode = 1;
}
if (total.failed > 0) process.exitCode = 1;
console.log(summary(total));

function summary({passed, failed, skipped}: {passed: number; failed: number; skipped: number}): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Whether the path filters match tests in these folders. */
function wants(...folders: string[]): boolean {
  const anywhere = (filter: string) => !/\b(unit|data|cli|package|browser)\//.test(filter);
  return (
    filters.length === 0 ||
    filters.some((filter) => anywhere(filter) || folders.some((folder) => filter.includes(`${folder}/`)))
  );
}

/** The browser tests run the built bundles too. */
function build(): RunResult[] {
  return ['build', 'build:provinces'].flatMap((script) => {
    const {status} = spawnSync('npm', ['run', '--silent', script], {
      cwd: ROOT,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    return status === 0
      ? []
      : [{name: script, passed: 0, failed: 1, skipped: 0, problems: [`npm run ${script}: status ${status}`]}];
  });
}

/** Runs a runner in a separate process, so that its crash counts as a failure. */
function run(runner: 'unit' | 'browser'): Promise<RunResult[]> {
  return new Promise((resolve) => {
    const child: ChildProcess = fork(fileURLToPath(new URL(`runner/${runner}.ts`, import.meta.url)), filters, {
      cwd: ROOT,
      env: {...process.env, TZ: 'Europe/Amsterdam', ...(built && {BUILT: '1'})},
    });
    let received: RunResult[] | undefined;
    let late = false;
    const limit = setTimeout(() => {
      late = true;
      child.kill('SIGTERM');
    }, RUNNER_LIMIT_MS);
    child.on('message', (message) => {
      received = message as RunResult[];
    });
    child.on('exit', (code, signal) => {
      clearTimeout(limit);
      const found = received ?? [];
      const broken = (problem: string) =>
        found.push({name: `${runner} runner`, passed: 0, failed: 1, skipped: 0, problems: [problem]});
      if (late) broken(`did not end within ${RUNNER_LIMIT_MS / 60_000} minutes`);
      else if (!received) broken(`stopped without results (${signal ?? `status ${code}`})`);
      else if (code !== 0 && !found.some(({failed}) => failed > 0)) broken(`ended with status ${code}`);
      // A path filter may match nothing in one of the runners; the total is checked at the end.
      for (const {name, passed, failed, skipped, problems} of filters.length > 0 ? [] : [...found]) {
        if (passed + failed + skipped === 0 && problems.length === 0) broken(`${name}: no test found`);
      }
      resolve(found);
    });
  });
}

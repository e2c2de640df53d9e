/**
 * Runs test/browser in real browsers and sends the counts to test/run.ts. Arguments: parts of file paths.
 *
 * Files with a failed test run once more at the end, in a new browser. A test that passes then counts as passed, and is
 * named in the summary: it depends on something that it does not wait for.
 */
import {readdirSync} from 'node:fs';
import {dirname} from 'node:path/posix';
import {fileURLToPath} from 'node:url';
import type {TestSession} from '@web/test-runner';
import {startTestRunner} from '@web/test-runner';
import {config} from '../browser/web-test-runner.config.js';
import {freePort} from './free-port.js';
import {ENGINES, type Engine, findInstalled, type Installed} from './installed.js';
import {startTarget, type Target} from './launchers.js';
import {probeCommands} from './probe-commands.js';
import {countingReporter, failuresOf, type Outcomes} from './report.js';
import {type RunResult, sendResults} from './result.js';
import {userCommands} from './user-commands.js';

const NAMES: Readonly<Record<Engine, string>> = {chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit'};
const required = process.env['CI'] === 'true' || process.env['CI'] === '1';
const root = fileURLToPath(new URL('../..', import.meta.url));

const filters = process.argv.slice(2);
const files = readdirSync(`${root}test/browser`, {recursive: true, encoding: 'utf8'})
  .map((name) => `test/browser/${name.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.test.ts'))
  .filter((path) => filters.length === 0 || filters.some((filter) => path.includes(filter)))
  .sort();

/** Number of pages open at the same time. Pages often wait, so this keeps two processors busy; one of WebKit needs more of their time. */
const lanesFor = (engines: readonly Engine[]) => (engines.includes('webkit') ? 2 : 3);

/** Most files that run again: if more fail, it is not by chance. */
const MAX_SECOND_TRIES = 5;
/** Files with random input, which would be another one at the second try. */
const ONE_TRY = /\/fuzz\//;

const results = new Map<Engine, RunResult>();
const outcomes: Outcomes = new Map();
const running = new Set<Target>();
// Ends browsers, displays and drivers if the run is ended from outside.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => stop(running).finally(() => process.exit(1)));
}
// The launcher for WebDriver does not catch the error of a browser that hangs. The time limit of the page then ends that file.
process.on('unhandledRejection', (error) => {
  if (!(error instanceof Error) || !error.message.startsWith('WebDriverError')) throw error;
  console.error(`browser runner: ${error.message}`);
});
const passed = files.length === 0 || (await runIn(chosenEngines(findInstalled())));
await sendResults([...results.values()]);
process.exit(passed ? 0 : 1);

/** Every installed browser; in CI all three, so that a missing one fails; if there are none, the one from npm. */
function chosenEngines(installed: Installed): [Engine[], Installed] {
  const asked = process.env['BROWSERS']?.split(',').map((name) => name.trim().toLowerCase());
  const unknown = asked?.find((name) => !ENGINES.some((engine) => engine === name));
  if (unknown) throw new Error(`BROWSERS: got "${unknown}", expected ${ENGINES.join(', ')}`);
  if (asked) return [ENGINES.filter((engine) => asked.includes(engine)), installed];
  const present = ENGINES.filter((engine) => installed[engine]);
  if (required) return [[...ENGINES], installed];
  return [present.length > 0 ? present : ['chromium'], installed];
}

async function runIn([engines, installed]: [Engine[], Installed]): Promise<boolean> {
  const able: Engine[] = [];
  for (const engine of engines) {
    const result: RunResult = {name: NAMES[engine], passed: 0, failed: 0, skipped: 0, problems: []};
    results.set(engine, result);
    outcomes.set(engine, new Map());
    if (required && !installed[engine]) {
      result.failed += 1;
      result.problems.push(`${NAMES[engine]} is not installed and CI asks for it`);
    } else {
      able.push(engine);
    }
  }
  let complete = able.length === engines.length;
  const waiting = groupsFor(able);
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      complete = (await runFiles(next, able, installed)) && complete;
    }
  };
  await Promise.all(Array.from({length: lanesFor(able)}, lane));
  for (const engine of able) complete = (await runFailedAgain(engine, installed)) && complete;
  for (const engine of able) countOutcomes(engine);
  return complete && [...results.values()].every(({failed}) => failed === 0);
}

/** Adds the outcomes of all files to the result of a browser. A file without an outcome counts as one failure. */
function countOutcomes(engine: Engine): void {
  const result = results.get(engine);
  if (!result) return;
  for (const file of files) {
    const outcome = outcomes.get(engine)?.get(file);
    result.passed += outcome?.passed ?? 0;
    result.failed += outcome?.failed ?? 1;
    result.skipped += outcome?.skipped ?? 0;
    result.problems.push(...(outcome ? failuresOf(file, outcome) : [`${file}: did not run`]));
  }
}

/**
 * The files that one start of the browsers runs. After some hundred pages Firefox loses keys and focus, so it is started
 * for each folder, those with most files first.
 */
function groupsFor(engines: readonly Engine[]): string[][] {
  const groups = new Map<string | number, string[]>();
  for (const [i, path] of files.entries()) {
    const group = engines.includes('firefox') ? dirname(path) : i % lanesFor(engines);
    groups.set(group, [...(groups.get(group) ?? []), path]);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

/** Runs the files with a failed test once more, except those with random input, and reports which tests passed only then. */
async function runFailedAgain(engine: Engine, installed: Installed): Promise<boolean> {
  const failed = [...(outcomes.get(engine) ?? [])].filter(([file, {failed}]) => failed > 0 && !ONE_TRY.test(file));
  if (failed.length === 0 || failed.length > MAX_SECOND_TRIES) return true;
  const complete = await runFiles(
    failed.map(([file]) => file),
    [engine],
    installed,
  );
  for (const [file, before] of failed) {
    if (outcomes.get(engine)?.get(file)?.failed === 0) {
      results.get(engine)?.problems.push(...failuresOf(`passed at its second try only: ${file}`, before));
    }
  }
  return complete;
}

/** @returns Whether every browser started and finished. */
async function runFiles(paths: readonly string[], engines: readonly Engine[], installed: Installed): Promise<boolean> {
  const targets: Target[] = [];
  for (const engine of engines) {
    try {
      const target = await startTarget(engine, installed);
      targets.push(target);
      running.add(target);
    } catch (error) {
      const result = results.get(engine);
      if (result) result.failed += 1;
      result?.problems.push(error instanceof Error ? error.message : String(error));
    }
  }
  if (targets.length === 0) return false;
  const engineOf = (session: TestSession): Engine => {
    const target = targets.find(({launcher}) => launcher === session.browser);
    if (!target) throw new Error(`got a session of ${session.browser.name}, expected one of ours`);
    return target.engine;
  };
  const webkitDesktop = () => targets.find(({engine}) => engine === 'webkit')?.desktop;
  const runner = await startTestRunner({
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
    config: {
      ...config,
      // The default is the first free port from 8000 on, which all lanes would find at the same time.
      port: await freePort(),
      plugins: [...(config.plugins ?? []), userCommands(engineOf, webkitDesktop), probeCommands(engineOf)],
      files: paths.map((path) => root + path),
      browsers: targets.map(({launcher}) => launcher),
      // One after the other, because with all of them at the same time they would slow each other down and time out.
      concurrentBrowsers: 1,
      reporters: [countingReporter(engineOf, outcomes)],
      staticLogging: true,
    },
  });
  if (runner) await new Promise<boolean>((resolve) => runner.on('stopped', resolve));
  await stop(targets);
  return !!runner && targets.length === engines.length;
}

async function stop(targets: Iterable<Target>): Promise<void> {
  await Promise.all([...targets].map((target) => target.stop()));
  for (const target of targets) running.delete(target);
}

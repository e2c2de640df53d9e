import {relative} from 'node:path';
import type {Reporter, TestSession} from '@web/test-runner';
import type {Engine} from './installed.js';

type SuiteResult = NonNullable<TestSession['testResults']>;
type TestError = TestSession['errors'][number];

/** Results of one file in one browser. */
export interface FileOutcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  /** Failed tests with their errors, and what the page printed. */
  readonly lines: readonly string[];
}

/** Results by browser and path of the file; a later run of a file replaces the earlier one. */
export type Outcomes = Map<Engine, Map<string, FileOutcome>>;

/** Prints failures, per file and browser, and keeps the results of each. */
export function countingReporter(engineOf: (session: TestSession) => Engine, outcomes: Outcomes): Reporter {
  return {
    reportTestFileResults({logger, sessionsForTestFile, testFile}) {
      const file = pathOf(testFile);
      for (const session of sessionsForTestFile) {
        const engine = engineOf(session);
        const {passed, failed, skipped, seconds, lines} = outcome(session);
        const mark = failed > 0 ? '✗' : '✓';
        const skips = skipped > 0 ? `, ${skipped} skipped` : '';
        logger.log(
          ` ${mark} ${engine.padEnd(8)} ${file} (${passed} passed, ${failed} failed${skips}, ${seconds.toFixed()} s)`,
        );
        for (const line of lines) logger.log(`     ${line.replaceAll('\n', '\n       ')}`);
      }
    },
    onTestRunFinished({sessions}) {
      for (const session of sessions) outcomes.get(engineOf(session))?.set(pathOf(session.testFile), outcome(session));
    },
  };
}

/** Each failed test of a file with its error, one per line. */
export const failuresOf = (file: string, {lines}: FileOutcome): string[] =>
  lines.filter((line) => line.startsWith('✗')).map((line) => `${file}: ${line.split('\n', 2).join(': ')}`);

const pathOf = (testFile: string) => relative(process.cwd(), testFile).replaceAll('\\', '/');

/** A file that fails outside its tests, or in which no test ran, counts as one failure. */
function outcome(session: TestSession): FileOutcome {
  const counts = {passed: 0, failed: 0, skipped: 0, seconds: 0, lines: [] as string[]};
  const walk = (suite: SuiteResult, path: readonly string[]) => {
    for (const test of suite.tests) {
      counts.seconds += (test.duration ?? 0) / 1000;
      if (test.skipped) counts.skipped += 1;
      else if (test.passed) counts.passed += 1;
      else {
        counts.failed += 1;
        counts.lines.push(`✗ ${[...path, test.name].join(' › ')}\n${describe(test.error)}`);
      }
    }
    for (const inner of suite.suites) walk(inner, [...path, inner.name]);
  };
  if (session.testResults) walk(session.testResults, []);
  for (const error of session.errors) {
    counts.failed += 1;
    counts.lines.push(`✗ outside the tests: ${describe(error)}`);
  }
  if (counts.passed + counts.failed + counts.skipped === 0) {
    counts.failed += 1;
    counts.lines.push('✗ no test ran in this file');
  }
  if (counts.failed > 0) {
    for (const path of session.request404s) counts.lines.push(`not found: ${path}`);
    for (const log of session.logs) counts.lines.push(`console: ${log.map(show).join(' ')}`);
  }
  return counts;
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function describe(error: TestError | undefined): string {
  if (!error) return 'no error given';
  const {name, message, stack, expected, actual} = error;
  const head = [name, message].filter(Boolean).join(': ');
  const difference = expected === undefined && actual === undefined ? [] : [`got ${actual}`, `expected ${expected}`];
  const trace = (stack ?? '')
    .replace(head, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && line !== message && !line.includes('__web-test-runner__'));
  return [head, ...difference, ...trace].filter(Boolean).join('\n');
}

/** One look of Lighthouse at a page, in a process of its own. */
import {spawn} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {LIGHTHOUSE} from './tools.js';

export type Screen = 'mobile' | 'desktop';

/** What has to be whole. Performance depends on the machine. */
export const WHOLE = ['accessibility', 'best-practices', 'seo'] as const;
/** A browser that does not answer is a failure, not a wait. */
const LIMIT_MS = 4 * 60_000;

/** What is read here of a report. */
export interface Report {
  readonly runtimeError?: {readonly message: string};
  readonly categories: Readonly<
    Record<
      string,
      {readonly score: number | null; readonly auditRefs: readonly {readonly id: string; readonly weight: number}[]}
    >
  >;
  readonly audits: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly score: number | null;
        readonly numericValue?: number;
        readonly details?: unknown;
      }
    >
  >;
}

/** As Lighthouse writes a score. */
export const formatScore = (score: number | null | undefined) => (score ?? Number.NaN).toFixed(2);
/** By how much the layout of the page moved. */
export const shiftOf = ({audits}: Report) => audits['cumulative-layout-shift']?.numericValue ?? Number.NaN;

/** What is not whole in a report, in words. @param still Whether nothing on the page may move. */
export function problemsOf(report: Report, still: boolean): string[] {
  if (report.runtimeError) return [report.runtimeError.message];
  const problems = WHOLE.flatMap((name) => {
    const category = report.categories[name];
    if (category?.score === 1) return [];
    const wrong = (category?.auditRefs ?? []).filter(
      ({id, weight}) => weight > 0 && (report.audits[id]?.score ?? 1) < 1,
    );
    return [`${name} ${formatScore(category?.score)}: ${wrong.map(({id}) => report.audits[id]?.title).join('; ')}`];
  });
  if (still && !(shiftOf(report) < 0.0005)) {
    const moved = JSON.stringify(report.audits['layout-shifts']?.details ?? {});
    problems.push(`layout shift ${shiftOf(report)}: ${moved.slice(0, 1500)}`);
  }
  return problems;
}

/** @param browser Path of Chromium. */
export function runLighthouse(browser: string, url: string, screen: Screen): Promise<Report> {
  // A folder of its own for what Chromium writes, gone with it.
  const folder = mkdtempSync(join(tmpdir(), 'regiokaart-lighthouse-'));
  const child = spawn(
    process.execPath,
    [
      LIGHTHOUSE,
      url,
      '--output=json',
      '--quiet',
      '--no-enable-error-reporting',
      `--only-categories=performance,${WHOLE}`,
      ...(screen === 'desktop' ? ['--preset=desktop'] : []),
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
    ],
    {
      detached: true,
      env: {...process.env, CHROME_PATH: browser, TMPDIR: folder},
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  return new Promise<Report>((resolve, reject) => {
    let output = '';
    let errors = '';
    let late = false;
    const limit = setTimeout(() => {
      late = true;
      // Its group: Chromium is in it.
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    }, LIMIT_MS);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('error', reject);
    child.on('close', (status) => {
      clearTimeout(limit);
      try {
        resolve(JSON.parse(output) as Report);
      } catch {
        const why = late ? `no end within ${LIMIT_MS / 60_000} minutes` : `status ${status}`;
        reject(new Error(`lighthouse: ${url}: ${why}, last: ${errors.trim().split('\n').slice(-3).join(' ')}`));
      }
    });
  }).finally(() => rmSync(folder, {recursive: true, force: true}));
}

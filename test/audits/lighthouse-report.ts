/** One look of Lighthouse at a page, in a process of its own. */
import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import puppeteer from 'puppeteer-core';
import {closeBrowser} from '../wordpress/processes.js';
import {LIGHTHOUSE} from './tools.js';

export type Screen = 'mobile' | 'desktop';

/** What has to be whole. Performance depends on the machine. */
export const WHOLE = ['accessibility', 'best-practices', 'seo'] as const;
/** A browser that does not answer is a failure, not a wait. */
const LIMIT_MS = 4 * 60_000;
const MAX_REPORT_BYTES = 64 * 1024 * 1024;

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

/**
 * Lighthouse uses a browser that is started here, because it would not end its own if it were stopped itself.
 *
 * @param executablePath Path of Chromium.
 * @throws Error if there is no report within the time limit. Nothing is left running.
 */
export async function runLighthouse(executablePath: string, url: string, screen: Screen): Promise<Report> {
  const browser = await puppeteer.launch({executablePath, args: ['--no-sandbox', '--disable-gpu']});
  try {
    const args = [
      url,
      `--port=${new URL(browser.wsEndpoint()).port}`,
      '--output=json',
      '--quiet',
      '--no-enable-error-reporting',
      `--only-categories=performance,${WHOLE}`,
      ...(screen === 'desktop' ? ['--preset=desktop'] : []),
    ];
    const {stdout} = await promisify(execFile)(process.execPath, [LIGHTHOUSE, ...args], {
      timeout: LIMIT_MS,
      killSignal: 'SIGKILL',
      maxBuffer: MAX_REPORT_BYTES,
    });
    return JSON.parse(stdout) as Report;
  } catch (error) {
    const {killed, stderr, message} = error as Error & {readonly killed?: boolean; readonly stderr?: string};
    const why = killed ? `no end within ${LIMIT_MS / 60_000} minutes` : (stderr ?? message);
    throw new Error(`lighthouse: ${url}: ${why.trim().split('\n').slice(-3).join(' ')}`, {cause: error});
  } finally {
    await closeBrowser(browser);
  }
}

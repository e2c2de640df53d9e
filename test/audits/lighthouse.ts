/**
 * `npm run test:lighthouse`: Lighthouse on the built files over loopback. Fails if accessibility, best practices or SEO is below 1.00, or
 * if there is layout shift on a page that must have none. Performance depends on the machine: it is only printed, beside that of the same
 * page with an empty element.
 */
import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {ROOT} from '../../.build/root.js';
import {findInstalled} from '../runner/installed.js';
import {serve} from './server.js';
import {installTools, LIGHTHOUSE, skip} from './tools.js';

/** The pages, and whether layout shift is forbidden from the first byte on. */
const PAGES: readonly {readonly path: string; readonly still: boolean}[] = [
  {path: 'demo/index.html', still: true},
  {path: 'test/audits/pages/after.html', still: true},
];
const SCREENS = ['mobile', 'desktop'] as const;
const WHOLE = ['accessibility', 'best-practices', 'seo'] as const;
/** Time after which a browser that does not answer counts as a failure. */
const LIMIT_MS = 4 * 60_000;

interface Report {
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

const format = (score: number | null | undefined) => (score ?? Number.NaN).toFixed(2);
const shiftOf = ({audits}: Report) => audits['cumulative-layout-shift']?.numericValue ?? Number.NaN;

const {chromium} = findInstalled();
if (!chromium) skip('Lighthouse cannot run here', 'it needs Chromium');
else if (!existsSync(join(ROOT, 'dist/cdn/regiokaart.js')))
  throw new Error('lighthouse: nothing is built, run `npm run build` first');
else {
  installTools();
  await audit(chromium);
}

async function audit(browser: string): Promise<void> {
  const server = await serve();
  let failed = 0;
  try {
    for (const {path, still} of PAGES) {
      for (const screen of SCREENS) {
        const report = await run(browser, server.url + path, screen);
        const empty = await run(browser, `${server.url}${path}?empty`, screen);
        const problems = problemsOf(report, still);
        if (problems.length > 0) failed += 1;
        const scores = WHOLE.map((name) => `${name} ${format(report.categories[name]?.score)}`);
        console.log(
          `${problems.length > 0 ? '✗' : '✓'} ${path}, ${screen}: ${scores.join(', ')}, layout shift ${shiftOf(report).toFixed(3)}, ` +
            `performance ${format(report.categories['performance']?.score)} (empty element ${format(empty.categories['performance']?.score)})`,
        );
        for (const problem of problems) console.log(`    ${problem}`);
      }
    }
  } finally {
    await server.close();
  }
  console.log(`${PAGES.length * SCREENS.length - failed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

function problemsOf(report: Report, still: boolean): string[] {
  if (report.runtimeError) return [report.runtimeError.message];
  const problems = WHOLE.flatMap((name) => {
    const category = report.categories[name];
    if (category?.score === 1) return [];
    const wrong = (category?.auditRefs ?? []).filter(
      ({id, weight}) => weight > 0 && (report.audits[id]?.score ?? 1) < 1,
    );
    return [`${name} ${format(category?.score)}: ${wrong.map(({id}) => report.audits[id]?.title).join('; ')}`];
  });
  if (still && !(shiftOf(report) < 0.0005)) {
    const moved = JSON.stringify(report.audits['layout-shifts']?.details ?? {});
    problems.push(`layout shift ${shiftOf(report)}: ${moved.slice(0, 1500)}`);
  }
  return problems;
}

function run(browser: string, url: string, screen: (typeof SCREENS)[number]): Promise<Report> {
  // Chromium's profile and temporary files, removed at the end.
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
      // The whole process group, which includes Chromium.
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

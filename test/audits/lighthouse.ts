/**
 * `npm run test:lighthouse`: Lighthouse on the built files over loopback. Fails if accessibility, best practices or SEO is below 1.00, or
 * if there is layout shift on a page that must have none. Performance depends on the machine: it is only printed, beside that of the same
 * page with an empty element.
 */
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {ROOT} from '../../.build/root.js';
import {findInstalled} from '../runner/installed.js';
import {formatScore, problemsOf, runLighthouse, shiftOf, WHOLE} from './lighthouse-report.js';
import {serve} from './server.js';
import {installTools, skip} from './tools.js';

/** The pages, and whether layout shift is forbidden from the first byte on. */
const PAGES: readonly {readonly path: string; readonly still: boolean}[] = [
  {path: 'demo/index.html', still: true},
  {path: 'test/audits/pages/after.html', still: true},
];
const SCREENS = ['mobile', 'desktop'] as const;

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
        const report = await runLighthouse(browser, server.url + path, screen);
        const empty = await runLighthouse(browser, `${server.url}${path}?empty`, screen);
        const problems = problemsOf(report, still);
        if (problems.length > 0) failed += 1;
        const scores = WHOLE.map((name) => `${name} ${formatScore(report.categories[name]?.score)}`);
        console.log(
          `${problems.length > 0 ? '✗' : '✓'} ${path}, ${screen}: ${scores.join(', ')}, layout shift ${shiftOf(report).toFixed(3)}, ` +
            `performance ${formatScore(report.categories['performance']?.score)} (empty element ${formatScore(empty.categories['performance']?.score)})`,
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

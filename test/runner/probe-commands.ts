import type {TestRunnerConfig, TestSession} from '@web/test-runner';
import type {ChromeLauncher} from '@web/test-runner-chrome';
import type {Page} from 'puppeteer-core';
import type {BackAndForth, Memory, ProbeAction} from '../helpers/probe-actions.js';
import type {Engine} from './installed.js';

type Plugin = NonNullable<TestRunnerConfig['plugins']>[number];

/** The part of a finder that the functions below use; these run in the page. */
type Kaart = HTMLElement & {region: string | null};

/** Commands of test/helpers/probe.ts. The answer is null if the engine does not support them. */
export function probeCommands(engineOf: (session: TestSession) => Engine): Plugin {
  return {
    name: 'probe-commands',
    async executeCommand({command, payload, session}) {
      if (command !== 'probe') return undefined;
      if (engineOf(session as TestSession) !== 'chromium') return {result: null};
      const page = (session.browser as ChromeLauncher).getPage(session.id) as unknown as Page;
      const action = payload as ProbeAction;
      return {result: action.do === 'back' ? await backAndForth(page, action.url, action.away) : await memory(page)};
    },
  };
}

/** Memory use of the test page after garbage collection. */
async function memory(page: Page): Promise<Memory> {
  const protocol = await page.createCDPSession();
  try {
    await protocol.send('Performance.enable');
    // Objects that the first round frees may release others.
    for (let round = 0; round < 3; round++) await protocol.send('HeapProfiler.collectGarbage');
    const {metrics} = await protocol.send('Performance.getMetrics');
    const read = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    return {listeners: read('JSEventListeners'), nodes: read('Nodes'), bytes: read('JSHeapUsedSize')};
  } finally {
    await protocol.detach();
  }
}

/** Leaves a page with a finder and goes back to it, in a new tab. */
async function backAndForth(test: Page, url: string, away: string): Promise<BackAndForth> {
  const tab = await test.browser().newPage();
  const lookUp = (code: string) =>
    tab.evaluate((text) => {
      const input = document.querySelector('regio-kaart')?.shadowRoot?.querySelector('input');
      if (!input) throw new Error('no field');
      input.value = text;
      input.dispatchEvent(new Event('input', {bubbles: true}));
      return document.querySelector<Kaart>('regio-kaart')?.region ?? null;
    }, code);
  const ready = () =>
    tab.waitForFunction(() => document.querySelector('regio-kaart')?.shadowRoot?.querySelector('input') !== null);
  try {
    await tab.goto(url);
    await ready();
    await lookUp('1316');
    await tab.evaluate(() => {
      window.addEventListener('pageshow', ({persisted}) => {
        document.documentElement.dataset['persisted'] = String(persisted);
      });
    });
    await tab.goto(away);
    await tab.goBack();
    await ready();
    const persisted = await tab.evaluate(() => document.documentElement.dataset['persisted'] === 'true');
    const kept = await tab.evaluate(() => document.querySelector<Kaart>('regio-kaart')?.region ?? null);
    return {persisted, kept, next: await lookUp('4331')};
  } finally {
    await tab.close();
    await test.bringToFront();
  }
}

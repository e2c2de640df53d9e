import type {Page} from 'puppeteer-core';

const SLOW_LINE = {offline: false, latency: 150, downloadThroughput: 100_000, uploadThroughput: 50_000};
const SLOW_PROCESSOR = 4;

/** Gives a page a slow line and a slow processor. */
export async function slowDown(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW_LINE);
  await session.send('Emulation.setCPUThrottlingRate', {rate: SLOW_PROCESSOR});
}

/** Records the layout shift of the documents that a page loads from now on, for `layoutShift()`. */
export async function recordShift(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(`
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const {value} of list.getEntries()) window.shift += value;
    }).observe({type: 'layout-shift', buffered: true});
  `);
}

/** Waits until what is rendered has been painted, and its layout shifts have been reported. */
export async function painted(page: Page): Promise<void> {
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))',
  );
}

/** The layout shift of a page since its first byte, after `recordShift()`. */
export async function layoutShift(page: Page): Promise<number> {
  await painted(page);
  return (await page.evaluate('window.shift')) as number;
}

/**
 * `npm run bench`: measures the cost of an answer, in Node and in a real Chromium at a quarter of its speed, and compares it with
 * alternatives in the same run. `-- --peers` installs other widgets into a temporary folder and compares those too. The figures depend
 * on the machine, the ratios less so, and no figure makes the run fail.
 */
import {existsSync} from 'node:fs';
import {cpus} from 'node:os';
import {join} from 'node:path';
import {buildCdn} from '../../.build/cdn.js';
import {startChromium} from '../../.build/chromium.js';
import {JOURNEYS, type JourneyName, weighCdn} from '../../.build/journeys.js';
import {ROOT} from '../../.build/root.js';
import {serveRepository} from '../../.build/static.js';
import {journeyRows, widgetRows} from './browser.js';
import {growthRows, pointRows, postcodeRows} from './node.js';
import {print} from './report.js';

if (!existsSync(join(ROOT, 'dist/cdn/integrity.json'))) await buildCdn();

console.log(`Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}`);
const weights = await weighCdn();
print(
  'Bytes, gzip -9',
  (Object.keys(JOURNEYS) as JourneyName[]).map((key) => ({
    what: JOURNEYS[key].name,
    unit: 'bytes',
    ours: weights[key].bytes,
    others: {budget: JOURNEYS[key].budget},
  })),
);
print('In Node', [...postcodeRows(), ...(await pointRows())]);
print('As regions become more', growthRows());

const server = await serveRepository({port: 0, open: false});
const [address = ''] = server.resolvedUrls?.local ?? [];
const browser = await startChromium();
try {
  print('In Chromium, processor at a quarter of its speed', await journeyRows(browser, address));
  print('As widgets become more, processor at a quarter of its speed', await widgetRows(browser, address));
  if (process.argv.includes('--peers')) {
    const {peerRows} = await import('./peers.js');
    print('Beside other widgets, processor at a quarter of its speed', await peerRows(browser, address));
  }
} finally {
  await browser.close();
  await server.close();
}
process.exit();

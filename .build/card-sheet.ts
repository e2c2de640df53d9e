/**
 * `npm run screenshots:cards`: all cards on one sheet, in two widths and two colour schemes, in `.screenshots/`, from the
 * files for the script tag as they were last built. Uses the Chromium that the tests use.
 */
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {regions} from '../src/data/index.js';
import {startChromium} from './chromium.js';
import {ROOT} from './root.js';
import {serveRepository} from './static.js';

const FOLDER = join(ROOT, '.screenshots');
/** Width of the sheet: one card below the other as on a phone, or in columns as wide as the card beside a map. */
const SHEETS = [
  {name: 320, width: 320 * 4, columns: 4, padding: 16},
  {name: 1280, width: 520 * 3, columns: 3, padding: 8},
] as const;

const server = await serveRepository({port: 0, open: false});
const [address = ''] = server.resolvedUrls?.local ?? [];
const browser = await startChromium();
try {
  mkdirSync(FOLDER, {recursive: true});
  const page = await browser.newPage();
  for (const {name, width, columns, padding} of SHEETS) {
    for (const scheme of ['light', 'dark'] as const) {
      await page.setViewport({width, height: 900, deviceScaleFactor: 1});
      await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
      await page.goto(`${address}demo/`, {waitUntil: 'domcontentloaded'});
      await page.setContent(
        `<!doctype html><html lang="nl"><style>
          :root{color-scheme:light dark;font-family:system-ui,sans-serif}
          body{margin:0;display:grid;grid-template-columns:repeat(${columns},minmax(0,1fr))}
          div{padding:${padding}px}
          regio-kaart::part(form),regio-kaart::part(list){display:none}
        </style><script type="module" src="/dist/cdn/regiokaart.js"></script>
        <body>${regions
          .map(
            ({id}) =>
              `<div><regio-kaart map="none" region="${id}" report-url="https://www.example.nl"><span slot="heading"></span><span slot="intro"></span></regio-kaart></div>`,
          )
          .join('')}`,
        {waitUntil: 'networkidle0'},
      );
      await page.waitForSelector('regio-kaart:last-of-type >>> [part="card"]', {visible: true});
      await page.screenshot({path: `${FOLDER}/cards-${name}-${scheme}.png` as `${string}.png`, fullPage: true});
    }
  }
} finally {
  await browser.close();
  await server.close();
}
process.exit();

import {existsSync, readdirSync} from 'node:fs';
import {delimiter, join} from 'node:path';

/** The engines of the tests, in the order of the summary. */
export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;
export type Engine = (typeof ENGINES)[number];

/** Path of each installed engine; absent if it is not on this machine. */
export interface Installed {
  chromium?: string;
  firefox?: string;
  /** WebKitGTK: its WebDriver, the small browser that it drives and, without a display, a virtual one with settings. */
  webkit?: {driver: string; browser: string; xvfb: string | undefined; xsettingsd: string | undefined};
}

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const CHROMIUM_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  `${process.env['PROGRAMFILES'] ?? 'C:\\Program Files'}\\Google\\Chrome\\Application\\chrome.exe`,
];
const FIREFOX_NAMES = ['firefox-esr', 'firefox'];
const FIREFOX_PATHS = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  `${process.env['PROGRAMFILES'] ?? 'C:\\Program Files'}\\Mozilla Firefox\\firefox.exe`,
];
const WEBKIT_FOLDERS = ['webkit2gtk-4.1', 'webkit2gtk-4.0'];

/** Looks for browsers in their usual places. `CHROME_PATH` and `FIREFOX_PATH` take precedence. */
export function findInstalled(): Installed {
  const found: Installed = {};
  const chromium = process.env['CHROME_PATH'] || onPath(CHROMIUM_NAMES) || CHROMIUM_PATHS.find(existsSync);
  if (chromium) found.chromium = chromium;
  const firefox = process.env['FIREFOX_PATH'] || onPath(FIREFOX_NAMES) || FIREFOX_PATHS.find(existsSync);
  if (firefox) found.firefox = firefox;
  const driver = onPath(['WebKitWebDriver']);
  const browser = miniBrowser();
  const xvfb = onPath(['Xvfb']);
  if (driver && browser && (process.env['DISPLAY'] || xvfb)) {
    found.webkit = {driver, browser, xvfb, xsettingsd: onPath(['xsettingsd'])};
  }
  return found;
}

function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

/** MiniBrowser is not in the path: Debian has it in `/usr/lib/<architecture>/<version of the library>/`. */
function miniBrowser(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  const folders = ['/usr/lib', ...readdirSync('/usr/lib').map((name) => `/usr/lib/${name}`)];
  return WEBKIT_FOLDERS.flatMap((name) => folders.map((folder) => join(folder, name, 'MiniBrowser'))).find(existsSync);
}

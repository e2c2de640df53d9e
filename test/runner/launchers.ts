import {type ChildProcess, spawn} from 'node:child_process';
import {setTimeout as pause} from 'node:timers/promises';
import type {BrowserLauncher} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import {webdriverLauncher} from '@web/test-runner-webdriver';
import * as puppeteer from 'puppeteer-core';
import {type Desktop, prepareHome, startDesktop} from './desktop.js';
import {freePort} from './free-port.js';
import type {Engine, Installed} from './installed.js';

/** A browser for the tests. `stop` ends the processes that were started besides the browser itself. */
export interface Target {
  engine: Engine;
  launcher: BrowserLauncher;
  /** Set if preferences of the visitor's system can be changed from outside the browser. */
  desktop?: Desktop | undefined;
  stop(): Promise<void>;
}

/** Locale of the browser. The widget follows the language of the page, but dates and `navigator.language` follow the browser. */
const LOCALE = 'nl-NL';
const DRIVER_START_LIMIT_MS = 120_000;

/** Every browser runs one test file at a time, because only one page at a time can have real keys and focus. */
const CONCURRENCY = 1;

export async function startTarget(engine: Engine, installed: Installed): Promise<Target> {
  switch (engine) {
    case 'chromium':
      return chromium(installed.chromium);
    case 'firefox':
      return firefox(installed.firefox);
    case 'webkit':
      return webkit(installed.webkit);
  }
}

/** The installed Chromium, else the one from the npm package `@sparticuz/chromium` (Linux x64). */
async function chromium(path: string | undefined): Promise<Target> {
  const own = path ? undefined : await packagedChromium();
  const args = [
    `--lang=${LOCALE}`,
    `--accept-lang=${LOCALE}`,
    '--no-sandbox',
    '--force-color-profile=srgb',
    ...(own?.args ?? []),
  ];
  const launcher = chromeLauncher({
    puppeteer,
    concurrency: CONCURRENCY,
    launchOptions: {
      executablePath: path ?? own?.executablePath,
      headless: own ? 'shell' : true,
      args,
      env: {...process.env, LANGUAGE: LOCALE},
    },
  });
  return {engine: 'chromium', launcher, stop: async () => {}};
}

/** Arguments of the package that are left out: a single process, no web security, and a simulated graphics card, which is slow. */
const UNWANTED =
  /^--(single-process|disable-web-security|allow-running-insecure-content|headless|in-process-gpu|ignore-gpu-blocklist|use-gl|use-angle|enable-unsafe-swiftshader)/;

/** The package is made for cloud functions. This environment variable makes it unpack the system libraries that it needs. */
export async function packagedChromium(): Promise<{executablePath: string; args: string[]}> {
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs20.x';
  const {default: packaged} = await import('@sparticuz/chromium');
  return {
    executablePath: await packaged.executablePath(),
    args: packaged.args.filter((arg) => !UNWANTED.test(arg)),
  };
}

async function firefox(executablePath: string | undefined): Promise<Target> {
  if (!executablePath) throw new Error('firefox: got no installed browser, expected firefox or firefox-esr');
  const launcher = chromeLauncher({
    puppeteer,
    concurrency: CONCURRENCY,
    launchOptions: {
      browser: 'firefox',
      executablePath,
      // Lets test/runner/firefox-chrome.ts reach the browser's own window.
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {'intl.accept_languages': `${LOCALE}, nl`, 'intl.locale.requested': LOCALE},
    },
    createBrowserContext: ({browser}) => Promise.resolve(browser.defaultBrowserContext()),
    createPage: async ({context}) => tolerant(await context.newPage()),
  });
  return {engine: 'firefox', launcher, stop: async () => {}};
}

/** Ignores a failure of Firefox ESR 140, which cannot set the screen orientation that Puppeteer sets with the size of a page. */
function tolerant(page: puppeteer.Page): puppeteer.Page {
  const setViewport = page.setViewport.bind(page);
  page.setViewport = async (viewport) => {
    try {
      await setViewport(viewport);
    } catch (error) {
      if (!String(error).includes('unknown command emulation.setScreenOrientationOverride')) throw error;
    }
  };
  return page;
}

/** WebKitGTK has no headless mode: without a display it gets a virtual one. */
async function webkit(installed: Installed['webkit']): Promise<Target> {
  if (!installed) throw new Error('webkit: got no WebKitWebDriver with MiniBrowser, expected both');
  const started: ChildProcess[] = [];
  const home = prepareHome(LOCALE);
  let desktop: Desktop | undefined;
  const stop = async () => {
    desktop?.stop();
    for (const child of started.reverse()) child.kill('SIGTERM');
    home.remove();
  };
  try {
    // Compositing without a graphics card takes as much processor time as everything else.
    const env: NodeJS.ProcessEnv = {...home.env, WEBKIT_DISABLE_COMPOSITING_MODE: '1'};
    if (!env['DISPLAY'] && installed.xvfb) {
      env['DISPLAY'] = await startDisplay(installed.xvfb, started);
      // Only on our own display, because a real desktop has its own settings.
      if (installed.xsettingsd) desktop = startDesktop(installed.xsettingsd, env['DISPLAY'], home.folder);
    }
    const port = await freePort();
    started.push(spawn(installed.driver, [`--port=${port}`, '--host=127.0.0.1'], {env, stdio: 'ignore'}));
    await answers(`http://127.0.0.1:${port}/status`);
    const launcher = webdriverLauncher({
      hostname: '127.0.0.1',
      port,
      path: '/',
      logLevel: 'error',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': {binary: installed.browser, args: ['--automation']},
      } as WebdriverIO.Capabilities,
    });
    return {engine: 'webkit', launcher, desktop, stop};
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Starts a virtual X display with a free number and returns its name, such as `:99`. */
function startDisplay(xvfb: string, started: ChildProcess[]): Promise<string> {
  const child = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1600x1400x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  started.push(child);
  return new Promise((resolve, reject) => {
    child.stdio[3]?.once('data', (number: Buffer) => resolve(`:${number.toString().trim()}`));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb: got status ${code}, expected a display`)));
  });
}

async function answers(url: string): Promise<void> {
  const end = Date.now() + DRIVER_START_LIMIT_MS;
  for (;;) {
    try {
      await fetch(url);
      return;
    } catch (error) {
      if (Date.now() > end) throw new Error(`no answer from ${url} in ${DRIVER_START_LIMIT_MS} ms`, {cause: error});
      await pause(100);
    }
  }
}

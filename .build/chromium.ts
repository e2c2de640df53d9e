import puppeteer, {type Browser} from 'puppeteer-core';
import {findInstalled} from '../test/runner/installed.js';
import {packagedChromium} from '../test/runner/launchers.js';

/** Starts the Chromium that the tests use: the installed one, else the one from an npm package. */
export async function startChromium(): Promise<Browser> {
  const {chromium} = findInstalled();
  const packaged = chromium ? undefined : await packagedChromium();
  return puppeteer.launch({
    executablePath: chromium ?? packaged?.executablePath ?? '',
    headless: packaged ? 'shell' : true,
    args: ['--no-sandbox', '--lang=nl-NL', '--force-color-profile=srgb', ...(packaged?.args ?? [])],
  });
}

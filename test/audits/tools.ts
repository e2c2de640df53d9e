/** Installs the tools of the audits in a separate folder, because they would double the time of `npm ci` for everyone. */
import {spawnSync} from 'node:child_process';
import {existsSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const AUDITS = fileURLToPath(new URL('.', import.meta.url));
export const MARKUP_RULES = join(AUDITS, 'html-validate.json');
/** Node scripts of the tools. */
export const LIGHTHOUSE = join(AUDITS, 'node_modules/lighthouse/cli/index.js');
export const HTML_VALIDATE = join(AUDITS, 'node_modules/html-validate/bin/html-validate.mjs');
export const VNU = join(AUDITS, 'node_modules/vnu-jar/build/dist/vnu.jar');

/** Installs the tools in the versions of the lock file, and keeps them until that changes. */
export function installTools(): void {
  const installed = join(AUDITS, 'node_modules/.package-lock.json');
  const wanted = join(AUDITS, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  console.log('Installing the tools of the audits in test/audits/node_modules …');
  // Their install scripts only download browsers, which are already installed.
  const {status, stderr} = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: AUDITS,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ci in test/audits: status ${status}\n${stderr}`);
}

/** Reports in one line why the audit cannot run on this machine. With CI=true this is a failure. */
export function skip(what: string, reason: string): void {
  const ci = process.env['CI'] === 'true';
  console.log(`${what}: ${reason}.`);
  console.log(ci ? '0 passed, 1 failed' : '0 passed, 0 failed, 1 skipped');
  if (ci) process.exitCode = 1;
}

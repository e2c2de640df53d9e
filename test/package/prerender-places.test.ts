import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {Worker} from 'node:worker_threads';
import {build, type InlineConfig} from 'vite';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {startChromium} from '../../.build/chromium.js';
import {ROOT} from '../../.build/root.js';
import {serveRepository} from '../../.build/static.js';

type Prerender = typeof import('../../src/prerender.js');

const ENTRY = join(ROOT, 'dist/prerender.js');
const OPTIONS = {
  lang: 'en',
  map: 'click',
  headingLevel: 3,
  css: '/a/regiokaart.css',
  strings: {heading: 'Find "your" organisation & more'},
  data: {zeeland: {phone: '030 123 45 67'}},
} as const;

let folder = '';
let expected = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'places-'));
  const {prerender} = (await import(pathToFileURL(ENTRY).href)) as Prerender;
  expected = prerender(OPTIONS);
});

afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe('regiokaart/prerender gives what it gives in Node', () => {
  it('is not empty there', () => {
    expect(expected).toContain('030 123 45 67');
    expect(expected).toContain('&quot;your&quot; organisation &amp; more');
  });

  it('in a worker of Node', async () => {
    const file = join(folder, 'worker.mjs');
    writeFileSync(
      file,
      `import {parentPort} from 'node:worker_threads';
      import {prerender} from ${JSON.stringify(pathToFileURL(ENTRY).href)};
      parentPort.postMessage(prerender(${JSON.stringify(OPTIONS)}));`,
    );
    const worker = new Worker(file);
    try {
      const got = await new Promise((resolve, reject) => {
        worker.once('message', resolve);
        worker.once('error', reject);
      });
      expect(got).toBe(expected);
    } finally {
      await worker.terminate();
    }
  });

  it.each([
    ['for browsers', {}],
    ['for workers on servers', {ssr: {target: 'webworker', noExternal: true}}],
    ['for servers', {ssr: {target: 'node', noExternal: true}}],
  ] as readonly [string, InlineConfig][])('through a bundler, %s', async (name, config) => {
    const outDir = join(folder, name.replaceAll(' ', '-'));
    const entry = join(folder, 'entry.mjs');
    writeFileSync(entry, `export {prerender} from ${JSON.stringify(ENTRY)};`);
    await build({
      root: folder,
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      ...config,
      build: {
        outDir,
        minify: true,
        ...(config.ssr
          ? {ssr: entry, rolldownOptions: {output: {entryFileNames: 'out.mjs'}}}
          : {lib: {entry, formats: ['es'], fileName: () => 'out.mjs'}}),
      },
    });
    const {prerender} = (await import(pathToFileURL(join(outDir, 'out.mjs')).href)) as Prerender;
    expect(prerender(OPTIONS)).toBe(expected);
  });

  it('in a worker of Chromium', async () => {
    const server = await serveRepository({port: 0, host: '127.0.0.1'});
    const browser = await startChromium();
    try {
      const page = await browser.newPage();
      await page.goto(`${server.resolvedUrls?.local[0]}test/browser/hosts/pages/empty.html`);
      // As text: a function would have the imports of this file's own transformation.
      const got = await page.evaluate(`new Promise((resolve, reject) => {
        const entry = new URL('/dist/prerender.js', location.href);
        const code = 'import {prerender} from "' + entry + '"; onmessage = ({data}) => postMessage(prerender(data));';
        const address = URL.createObjectURL(new Blob([code], {type: 'text/javascript'}));
        const worker = new Worker(address, {type: 'module'});
        worker.onmessage = ({data}) => resolve(data);
        worker.onerror = ({message}) => reject(new Error(message));
        worker.postMessage(${JSON.stringify(OPTIONS)});
      })`);
      expect(got).toBe(expected);
    } finally {
      await browser.close();
      await server.close();
    }
  });
});

import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Browser} from 'puppeteer-core';
import {build} from 'vite';
import {gzipLength, weighCdn} from '../../.build/journeys.js';
import {renderTime} from './browser.js';
import type {Row} from './report.js';

/** Widgets that find a place from typed text. Each needs a service of its own, and without a key shows what it can. */
const PEERS = [
  {
    name: 'Google store locator',
    package: '@googlemaps/extended-component-library',
    entry: '@googlemaps/extended-component-library/store_locator.js',
    markup: '<gmpx-store-locator></gmpx-store-locator>',
  },
  {
    name: 'Mapbox search box',
    package: '@mapbox/search-js-web',
    entry: '@mapbox/search-js-web',
    markup: '<mapbox-search-box access-token="none"></mapbox-search-box>',
  },
] as const;

/** Installs the peers into a temporary folder, bundles each, and compares the bytes and the time of the first render. */
export async function peerRows(browser: Browser, address: string): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'peers-'));
  const bundles = new Map<string, Uint8Array>();
  const server = createServer(({url = ''}, response) => {
    const bundle = bundles.get(url.slice(1));
    response.writeHead(bundle ? 200 : 404, {'content-type': 'text/javascript', 'access-control-allow-origin': '*'});
    response.end(bundle);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  try {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({private: true, type: 'module'}));
    const packages = PEERS.map((peer) => peer.package);
    execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...packages], {
      cwd: folder,
      stdio: 'inherit',
    });
    const bytes: Record<string, number> = {};
    const render: Record<string, number> = {};
    for (const {name, entry, markup, package: packageName} of PEERS) {
      const {version} = JSON.parse(readFileSync(join(folder, 'node_modules', packageName, 'package.json'), 'utf8')) as {
        version: string;
      };
      const file = `${packageName.replace(/\W+/g, '-')}.js`;
      const bundle = await bundleOf(folder, entry);
      bundles.set(file, bundle);
      const label = `${name} ${version}`;
      bytes[label] = gzipLength(bundle);
      render[label] = await renderTime(browser, address, `http://127.0.0.1:${port}/${file}`, markup);
    }
    const ours = await renderTime(
      browser,
      address,
      '/dist/cdn/regiokaart.js',
      '<regio-kaart map="none"></regio-kaart>',
    );
    return [
      {what: 'bytes before use', unit: 'bytes', ours: (await weighCdn()).answer.bytes, others: bytes},
      {what: 'script to first render', unit: 'ms', ours, others: render},
    ];
  } finally {
    server.close();
    rmSync(folder, {recursive: true, force: true});
  }
}

/** One minified module with everything that an entry needs at once. */
async function bundleOf(folder: string, entry: string): Promise<Uint8Array> {
  writeFileSync(join(folder, 'entry.js'), `import ${JSON.stringify(entry)};\n`);
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    define: {'process.env.NODE_ENV': '"production"'},
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: {
        input: join(folder, 'entry.js'),
        preserveEntrySignatures: 'strict',
        output: {codeSplitting: false},
      },
    },
  });
  if (!('output' in result)) throw new Error('vite: got a watcher, expected a result');
  const [chunk] = result.output;
  return Buffer.from(chunk.code);
}

import {existsSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {extname, join} from 'node:path';
import type {Page} from 'puppeteer-core';
import {ROOT} from '../../.build/root.js';

const TYPES: Readonly<Record<string, string>> = {'.js': 'text/javascript', '.css': 'text/css'};
const PLACE = /https:\/\/static\.example\.nl\/regiokaart\/[\d.]+\//g;

/** Options of tests that drive a browser: one that fails runs once more, and the summary of `npm test` names it. */
export const IN_BROWSER = {retry: 1} as const;

/** Options of a page of the site, passed in its query. */
export interface PageOptions {
  /** Name of a prerendered file, such as `nl-click`; absent for the short form. */
  readonly form?: string;
  /** Attributes of the element, without a map; then the package renders it. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly css?: string;
  /** The attribute `map` of the short form. */
  readonly map?: string;
  /** Whether the script is held back until `release()`. */
  readonly held?: boolean;
}

/** A server with a host's page, which has the element between other texts, and the built files. */
export interface Site {
  url(options: PageOptions): string;
  /** Releases the script that a page waits for. */
  release(): void;
  close(): Promise<void>;
}

/** Serves such pages on a free port. If `map` is false, the code of the map never loads. */
export async function openSite({map = true} = {}): Promise<Site> {
  let waiting: (() => void)[] = [];
  const server = createServer(async (request, response) => {
    const {pathname, searchParams} = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/') {
      response.writeHead(200, {'content-type': 'text/html; charset=utf-8'}).end(await pageOf(searchParams));
      return;
    }
    const path = join(ROOT, 'dist/cdn', pathname.replace(/^\/(cdn|held)\//, ''));
    if (!existsSync(path)) {
      response.writeHead(404).end();
      return;
    }
    if (pathname === '/held/regiokaart.js') await new Promise<void>((resolve) => waiting.push(resolve));
    // Left open until the site closes, so that the request neither succeeds nor fails.
    if (!map && /\/(map|outlines)-/.test(pathname)) return;
    response.writeHead(200, {'content-type': TYPES[extname(path)] ?? 'text/plain'}).end(readFileSync(path));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {
    url: ({form = '', attributes, css = '', map: kind = 'visible', held = false}) =>
      `http://127.0.0.1:${port}/?${new URLSearchParams({form, attributes: attributes ? JSON.stringify(attributes) : '', css, map: kind, script: held ? 'held' : 'cdn'})}`,
    release() {
      for (const go of waiting) go();
      waiting = [];
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function pageOf(query: URLSearchParams): Promise<string> {
  const form = query.get('form');
  const folder = `/${query.get('script')}/`;
  const attributes = query.get('attributes');
  const built = new URL('../../dist/prerender.js', import.meta.url).href;
  const {prerender} = (await import(built)) as typeof import('../../src/prerender.js');
  const element = attributes
    ? prerender({map: 'none', css: '/cdn/regiokaart.css', attributes: JSON.parse(attributes)})
    : form
      ? readFileSync(join(ROOT, `dist/cdn/prerendered/${form}.html`), 'utf8')
          .replace(/<script\b.*?<\/script>\s*/s, '')
          .replaceAll(PLACE, '/cdn/')
      : `<regio-kaart map="${query.get('map')}"></regio-kaart>`;
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>Werken in zorg en welzijn</title>
<style>${query.get('css')}</style>
<script type="module" src="${folder}regiokaart.js"></script>
</head>
<body>
<main>
<h1>Werken in zorg en welzijn</h1>
${element}
<h2>Wat kun je vragen?</h2>
<p>${'Welk werk bij je past en welke opleiding je ervoor nodig hebt. '.repeat(30)}</p>
</main>
</body>
</html>`;
}

/** Waits until the element has rendered itself and the prerendered markup is gone. */
export const upgraded = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => {
    const kaart = document.querySelector('regio-kaart') as (Element & {hasUpdated?: boolean}) | null;
    return kaart?.hasUpdated && !kaart.shadowRoot?.querySelector('link');
  });

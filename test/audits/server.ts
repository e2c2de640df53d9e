/** Serves the repository over loopback, compressed as on a host's server. */
import {createReadStream, existsSync, readFileSync, statSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {extname, join, normalize} from 'node:path';
import {createGzip, gzipSync} from 'node:zlib';
import {ROOT} from '../../.build/root.js';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

/** The same page with an empty element and without our script. */
export function withoutFinder(page: string): string {
  return page
    .replaceAll(/<script\b[^>]*src="[^"]*\/dist\/cdn\/[^"]*"[^>]*><\/script>/g, '')
    .replaceAll(/(<regio-kaart\b[^>]*>).*?(<\/regio-kaart>)/gs, '$1$2');
}

/** Serves the repository on a free port. The query `?empty` gives a page without the finder. */
export function serve(): Promise<{url: string; close(): Promise<void>}> {
  const server: Server = createServer((request, response) => {
    const {pathname, searchParams} = new URL(request.url ?? '/', 'http://localhost');
    const path = join(ROOT, normalize(decodeURIComponent(pathname)));
    if (!path.startsWith(ROOT) || !existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404, {'content-type': 'text/plain'}).end('not found');
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'content-encoding': 'gzip',
      // A file with a hash in its name never changes.
      'cache-control': /\/dist\/cdn\/.*-[\w-]{6,}\.\w+$/.test(path)
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=600',
    });
    if (searchParams.has('empty')) response.end(gzipSync(withoutFinder(readFileSync(path, 'utf8'))));
    else createReadStream(path).pipe(createGzip()).pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

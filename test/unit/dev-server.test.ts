import {parse} from 'acorn';
import type {ViteDevServer} from 'vite';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {serveSources} from '../../.build/dev-server.js';

describe('the server of the sources', () => {
  let server: ViteDevServer;
  let address = '';
  beforeAll(async () => {
    server = await serveSources({port: 0});
    address = server.resolvedUrls?.local[0] ?? '';
  });
  afterAll(() => server.close());

  const read = async (path: string) => {
    const response = await fetch(address + path);
    return {type: response.headers.get('content-type'), text: await response.text()};
  };

  it.each(['', '?ver=6.4'])('serves the classic script as a plain script: %j', async (query) => {
    const {type, text} = await read(`dist/cdn/regiokaart.classic.js${query}`);
    expect(type).toContain('text/javascript');
    expect(() => parse(text, {ecmaVersion: 2020, sourceType: 'script'})).not.toThrow();
    expect(text).toContain('data-regiokaart');
  });

  it('serves the module from the sources', async () => {
    const {type, text} = await read('dist/cdn/regiokaart.js');
    expect(type).toContain('text/javascript');
    expect(text).toContain('/src/define.ts');
  });

  it('serves the pages of the demo unchanged', async () => {
    const {type, text} = await read('demo/no-map.html');
    expect(type).toContain('text/html');
    expect(text).toContain('dist/cdn/regiokaart.js');
  });
});

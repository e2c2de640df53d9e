import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parse} from 'acorn';
import {describe, expect, it} from 'vitest';
import {TRIES} from '../../.build/lazy-chunks.js';

const FOLDER = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');
const scripts = readdirSync(FOLDER).filter((name) => name.endsWith('.js'));
const chunks = scripts.filter((name) => !name.startsWith('regiokaart.'));

describe('dist/cdn', () => {
  it('has chunks', () => {
    expect(chunks.length).toBeGreaterThan(0);
  });

  it('names each chunk by its content', () => {
    const misnamed = chunks.filter((name) => {
      const hash = createHash('sha256').update(read(name)).digest('base64url').replace(/[-_]/g, '');
      const [, own = ''] = /-([A-Za-z0-9]{6,})\.js$/.exec(name) ?? [];
      return own === '' || !hash.startsWith(own);
    });
    expect(misnamed).toEqual([]);
  });

  it('holds no file that imports another by a fixed name, so that a query on the entry loads nothing twice', () => {
    expect(
      scripts.filter((name) => /\b(?:import|export)\b[^(;]*?\bfrom\s*["']|\bimport\s*["']/.test(read(name))),
    ).toEqual([]);
  });

  it('names no other site in what runs by itself', () => {
    const urls = [...read('regiokaart.classic.js').matchAll(/https?:\/\/[^"'`\s]+/g)].map(([url]) => url);
    expect(urls).toEqual([]);
  });
});

describe('integrity.json', () => {
  const hashes = JSON.parse(read('integrity.json')) as Record<string, string>;

  it('has the hash of each script and of nothing else', () => {
    const computed = scripts.map((name) => [
      name,
      `sha384-${createHash('sha384').update(read(name)).digest('base64')}`,
    ]);
    expect(hashes).toEqual(Object.fromEntries(computed));
  });

  it('is used in the snippet for the entry and every address of every chunk', () => {
    const [, map = ''] = /<script type="importmap">(.*?)<\/script>/s.exec(read('snippet.html')) ?? [];
    const {integrity} = JSON.parse(map) as {integrity: Record<string, string>};
    const addresses = Object.keys(integrity).map((url) => url.split('/').at(-1));
    const expected = chunks.flatMap((name) => Array.from({length: TRIES}, (_, i) => name + (i ? `?${i}` : '')));
    expect(addresses.sort()).toEqual([...expected, 'regiokaart.js'].sort());
    expect(
      Object.entries(integrity).filter(([url, hash]) => hashes[new URL(url).pathname.split('/').at(-1) ?? ''] !== hash),
    ).toEqual([]);
    expect(read('snippet.html')).toContain(`integrity="${hashes['regiokaart.js']}"`);
  });
});

describe('regiokaart.classic.js', () => {
  const code = read('regiokaart.classic.js');

  it('is a plain script, of the language as it was when import() came', () => {
    expect(() => parse(code, {ecmaVersion: 2020, sourceType: 'script'})).not.toThrow();
  });

  it('declares nothing at its top level', () => {
    const {body} = parse(code, {ecmaVersion: 2020, sourceType: 'script'});
    expect(body.map(({type}) => type)).toEqual(['ExpressionStatement']);
  });
});

import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parse} from 'acorn';
import {describe, expect, it, vi} from 'vitest';
import {buildCdn, isHashed} from '../../.build/cdn.js';
import {CHECKED_RETRIES} from '../../src/shared/load.js';

const FOLDER = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');
const names = readdirSync(FOLDER);
const scripts = names.filter((name) => name.endsWith('.js'));
const core = scripts.find((name) => /^core-/.test(name)) ?? '';
const parts = scripts.filter((name) => isHashed(name) && name !== core);

/** What a file imports, by the addresses in it. */
function importsOf(name: string): {static: string[]; dynamic: string[]} {
  const found = {static: [] as string[], dynamic: [] as string[]};
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const {type, source} = value as {type?: string; source?: {value?: unknown; quasis?: [{value: {cooked: string}}]}};
    const address = source?.value ?? source?.quasis?.[0].value.cooked;
    if (address && typeof address === 'string') found[type === 'ImportExpression' ? 'dynamic' : 'static'].push(address);
    Object.values(value).forEach(visit);
  };
  visit(parse(read(name), {ecmaVersion: 2022, sourceType: 'module'}));
  return found;
}

describe('dist/cdn', () => {
  it('has two files that keep their names, a core, and parts that are loaded later', () => {
    expect(scripts.filter((name) => !isHashed(name))).toEqual(['regiokaart.classic.js', 'regiokaart.js']);
    expect(core).not.toBe('');
    expect(parts.length).toBeGreaterThan(0);
  });

  it('has an entry that imports the core and nothing else', () => {
    expect(importsOf('regiokaart.js')).toEqual({static: [`./${core}`], dynamic: []});
  });

  it('has parts that import only the core, so that each can be requested again by itself', () => {
    const others = parts.flatMap((name) => importsOf(name).static.filter((address) => address !== `./${core}`));
    expect(others).toEqual([]);
  });

  it('has no file that imports the entry, so that a query in its address loads nothing twice', () => {
    const imports = [core, ...parts].flatMap((name) => Object.values(importsOf(name)).flat());
    expect(imports.filter((address) => !isHashed(address))).toEqual([]);
  });

  it('has every part that is imported', () => {
    const asked = [core, ...parts].flatMap((name) => importsOf(name).dynamic.map((address) => address.slice(2)));
    expect([...new Set(asked)].filter((name) => name !== core).sort()).toEqual(parts.sort());
  });

  it('names no other site in code that runs automatically', () => {
    const urls = [...read('regiokaart.classic.js').matchAll(/https?:\/\/[^"'`\s]+/g)].map(([url]) => url);
    expect(urls).toEqual([]);
  });
});

describe('dist/cdn, built again', () => {
  it('is the same to the byte', async () => {
    // Tests run with another one, which lit's build for development goes by.
    vi.stubEnv('NODE_ENV', 'production');
    const output = await buildCdn({write: false});
    vi.unstubAllEnvs();
    const sha = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');
    const again = output.map((each) => [each.fileName, sha(each.type === 'chunk' ? each.code : each.source)] as const);
    const built = again.map(([name]) => [name, sha(readFileSync(join(FOLDER, name)))]);
    expect(again.length).toBeGreaterThan(scripts.length);
    expect(Object.fromEntries(again)).toEqual(Object.fromEntries(built));
    const all = readdirSync(FOLDER, {recursive: true, withFileTypes: true}).filter((each) => each.isFile());
    expect(all).toHaveLength(again.length);
  });
});

describe('LICENSES.txt', () => {
  const text = read('LICENSES.txt');

  it.each([
    ['lit', 'BSD 3-Clause License'],
    ['leaflet', 'BSD 2-Clause License'],
    ['@turf/boolean-point-in-polygon', 'The MIT License (MIT)'],
  ])('has the licence of %s', (name, licence) => {
    const section = text.split('\n---\n').find((each) => each.trimStart().startsWith(`${name} `));
    expect(section).toContain(licence);
  });

  it('names the sources of the data with their licences', () => {
    for (const each of ['CBS', 'Kadaster', 'Esri Nederland', 'GeoNames', 'CC BY 4.0']) expect(text).toContain(each);
  });

  it.each([
    ['lit (BSD-3-Clause)', '_$litType$'],
    ['Leaflet (BSD-2-Clause)', 'leaflet-container'],
    ['turf (MIT)', 'point is required'],
  ])('is named at the head of the files with %s, and of no other files', (licence, mark) => {
    const heads = Object.fromEntries(scripts.map((name) => [name, read(name).slice(0, read(name).indexOf('*/'))]));
    const holders = scripts.filter((name) => read(name).includes(mark));
    expect(holders.length).toBeGreaterThan(0);
    expect(scripts.filter((name) => heads[name]?.includes(licence))).toEqual(holders);
    for (const name of scripts) expect(heads[name]).toContain('LICENSES.txt');
  });
});

describe('integrity.json', () => {
  const hashes = JSON.parse(read('integrity.json')) as Record<string, string>;

  it('has the hash of each script and style sheet, and no other', () => {
    const computed = names
      .filter((name) => /\.(js|css)$/.test(name))
      .map((name) => [name, `sha384-${createHash('sha384').update(read(name)).digest('base64')}`]);
    expect(hashes).toEqual(Object.fromEntries(computed));
  });

  it('is used in the snippet for every address of every module', () => {
    const [, map = ''] = /<script type="importmap">(.*?)<\/script>/s.exec(read('snippet.html')) ?? [];
    const {integrity} = JSON.parse(map) as {integrity: Record<string, string>};
    const addresses = Object.keys(integrity).map((url) => url.split('/').at(-1));
    const retries = Array.from({length: CHECKED_RETRIES}, (_, index) => `?retry=${index + 1}`);
    const expected = parts.flatMap((name) => ['', ...retries].map((query) => name + query));
    expect(addresses.sort()).toEqual([...expected, core, 'regiokaart.js'].sort());
    expect(
      Object.entries(integrity).filter(([url, hash]) => hashes[new URL(url).pathname.split('/').at(-1) ?? ''] !== hash),
    ).toEqual([]);
    expect(read('snippet.html')).toContain(`integrity="${hashes['regiokaart.js']}"`);
  });
});

describe('_headers', () => {
  const rules = read('_headers')
    .split(/\n(?=\/)/)
    .slice(1)
    .map((rule) => ({path: rule.split('\n')[0] ?? '', cache: /Cache-Control: (.*)/.exec(rule)?.[1]}));
  const cacheOf = (path: string) =>
    rules
      .filter(({path: pattern, cache}) => cache && new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(path))
      .map(({cache}) => cache);

  it('caches each hashed file for ever and the others for a short time, by one rule each', () => {
    for (const name of scripts) {
      const cache = cacheOf(`/regiokaart/1/${name}`);
      expect(cache).toHaveLength(1);
      expect(cache[0]).toContain(isHashed(name) ? 'immutable' : 'max-age=600');
    }
  });

  it('caches every file of a version for ever', () => {
    const {version} = JSON.parse(readFileSync(join(FOLDER, '../../package.json'), 'utf8')) as {version: string};
    for (const name of scripts)
      expect(cacheOf(`/regiokaart/${version}/${name}`)).toEqual([expect.stringContaining('immutable')]);
  });
});

describe('regiokaart.classic.js', () => {
  const code = read('regiokaart.classic.js');

  it('is a plain script, in the syntax of the first browsers with import()', () => {
    expect(() => parse(code, {ecmaVersion: 2020, sourceType: 'script'})).not.toThrow();
  });

  it('declares nothing at its top level', () => {
    const {body} = parse(code, {ecmaVersion: 2020, sourceType: 'script'});
    expect(body.map(({type}) => type)).toEqual(['ExpressionStatement']);
  });
});

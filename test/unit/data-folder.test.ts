import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build} from 'vite';
import {afterAll, describe, expect, it} from 'vitest';
import {dataFolder} from '../../.build/data-folder.js';
import {regions} from '../../src/data/regions.js';
import type {lookupPostcode as LookupPostcode} from '../../src/lookup.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const made = mkdtempSync(join(tmpdir(), 'regiokaart-data-'));
afterAll(() => rmSync(made, {recursive: true}));

/** `src/lookup.ts`, built with the data of a folder. */
async function lookupWith(folder: string): Promise<typeof LookupPostcode> {
  const outDir = mkdtempSync(join(made, 'lookup-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [dataFolder(folder)],
    build: {outDir, lib: {entry: join(ROOT, 'src/lookup.ts'), formats: ['es'], fileName: () => 'lookup.mjs'}},
  });
  const module = await import(pathToFileURL(join(outDir, 'lookup.mjs')).href);
  return module.lookupPostcode;
}

describe('dataFolder', () => {
  it('gives the same sources another division', async () => {
    const lookupPostcode = await lookupWith('demo/provinces/generated');
    expect(lookupPostcode('1316')).toMatchObject({
      status: 'found',
      region: {id: 'voorbeeldregio-oost', organisation: {name: {value: 'Voorbeeldorganisatie Oost'}}},
    });
    expect(lookupPostcode('6211')).toMatchObject({status: 'found', region: {organisation: {}}});
    expect(lookupPostcode('3221')).toMatchObject({status: 'found', region: {id: 'voorbeeldregio-west'}});
  });

  it('fails the build when the folder lacks a file', async () => {
    await expect(lookupWith('demo')).rejects.toThrow('REGIOKAART_DATA');
  });
});

describe('the sources', () => {
  // Shorter names, such as `Best` or `Epe`, may also be ordinary words, so they are ignored.
  const LEAST_LETTERS = 5;
  const names = [
    ...regions.flatMap(({id, name}) => [id, name]),
    ...regions.flatMap(({gemeenten}) => gemeenten),
    ...regions.flatMap(({organisation}) => Object.values(organisation).map(({value}) => value)),
  ].filter((name) => name.length >= LEAST_LETTERS);
  // The time zone, and well-known places in examples, which are valid for any data.
  const ALLOWED = [
    'card/calendar.ts: Amsterdam',
    'card/notices.ts: Amsterdam',
    'names/texts-en.ts: Almere',
    'names/texts.ts: Almere',
  ];
  const files = readdirSync(join(ROOT, 'src'), {recursive: true, encoding: 'utf8'}).filter((name) =>
    /\.(ts|css|js)$/.test(name),
  );

  it('name no region, gemeente or organisation of the bundled data', () => {
    expect(files.length).toBeGreaterThan(50);
    const found = files.flatMap((file) => {
      const text = readFileSync(join(ROOT, 'src', file), 'utf8');
      const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
      return names.flatMap((name) => {
        const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
        return new RegExp(`(?<![\\p{L}\\d-])${escaped}(?![\\p{L}\\d-])`, 'u').test(code) ? [`${file}: ${name}`] : [];
      });
    });
    expect(found.filter((name) => !ALLOWED.includes(name))).toEqual([]);
  });
});

import {existsSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {bundlePrerender} from '../../.build/prerendered.js';
import {type PrerenderOptions, prerender} from '../../src/prerender.js';
import {buildCommand, type Command} from './command.js';

let command: Command;
beforeAll(async () => {
  command = await buildCommand();
  await bundlePrerender(join(command.folder, 'dist'));
});
afterAll(() => command.remove());

const DATA = {zeeland: {phone: '030 123 45 67', name: 'Zorg & Welzijn "Zeeland"'}};

describe('regiokaart html', () => {
  const cases: readonly (readonly [args: string, options: PrerenderOptions])[] = [
    ['', {}],
    ['--lang en', {lang: 'en'}],
    ['--lang nl', {lang: 'nl'}],
    ['--heading-level 3', {headingLevel: 3}],
    ['--map visible', {map: 'visible'}],
    ['--map click', {map: 'click'}],
    ['--map none', {map: 'none'}],
    ['--no-location', {noLocation: true}],
    [
      '--css https://static.example.nl/regiokaart/1/regiokaart.css',
      {css: 'https://static.example.nl/regiokaart/1/regiokaart.css'},
    ],
    ['--data own.json', {data: DATA}],
    [
      '--lang en --heading-level 4 --map click --no-location --css /a.css --data own.json',
      {lang: 'en', headingLevel: 4, map: 'click', noLocation: true, css: '/a.css', data: DATA},
    ],
  ];

  it.each(cases)('%s: prints what prerender() gives', async (args, options) => {
    command.write('own.json', JSON.stringify(DATA));
    const {status, stdout, stderr} = await command.run(['html', ...args.split(' ').filter(Boolean)]);
    expect(stderr).toBe('');
    expect(stdout.trimEnd()).toBe(prerender(options));
    expect(status).toBe(0);
  });

  it('makes something else of each option', () => {
    expect(new Set(cases.map(([, options]) => prerender(options))).size).toBe(cases.length);
  });

  it('--output: writes to that file, whole, and keeps its mode', async () => {
    const file = join(command.folder, 'out.html');
    writeFileSync(file, 'before', {mode: 0o600});
    const {status, stdout} = await command.run(['html', '--map', 'none', '--output', 'out.html']);
    expect([status, stdout]).toEqual([0, '']);
    expect(readFileSync(file, 'utf8').trimEnd()).toBe(prerender({map: 'none'}));
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['--heading-level 7', '--heading-level 7'],
    ['--heading-level x', '--heading-level x'],
    ['--map sometimes', '--map sometimes'],
    ['--lang de', 'de'],
    ['--data missing.json', 'missing.json'],
    ['--unknown', '--unknown'],
  ])('refuses %s, and writes nothing', async (args, named) => {
    const {status, stdout, stderr} = await command.run(['html', '--output', 'none.html', ...args.split(' ')]);
    expect(stdout).toBe('');
    expect(stderr).toContain(named);
    expect(status).toBe(2);
    expect(existsSync(join(command.folder, 'none.html'))).toBe(false);
  });

  it('names the field of the data that breaks a rule', async () => {
    command.write('wrong.json', JSON.stringify({zeeland: {phone: 'call us'}}));
    const {status, stdout, stderr} = await command.run(['html', '--data', 'wrong.json']);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/zeeland.*phone/);
  });
});

import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';
import {arrowsOf, findCircle, findImports, importsOf, sourcesBelow} from '../../.build/layers.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDERS = ['src', 'data/build', 'demo'];

interface Layer {
  name: string;
  /** Files of the layer. */
  files: RegExp;
  /** What it may import, statically or for types. */
  may: RegExp;
  /** What it may also load by `import()`, and import types from. */
  mayLoad?: RegExp;
}

const either = (...patterns: readonly RegExp[]) => new RegExp(patterns.map(({source}) => `(?:${source})`).join('|'));
const rooms = (...names: readonly string[]) => new RegExp(`^src/(?:${names.join('|')})/`);

const LIT = /^lit($|\/)|^@lit\/task$/;
const TURF = /^@turf\//;
const ENTRY = /^src\/(index|define|lookup|prerender)\.ts$/;
const GENERATED = /^data\/generated\//;

/** The order matters: a file belongs to the first layer that matches. */
const LAYERS: readonly Layer[] = [
  {name: 'core', files: rooms('core'), may: either(rooms('core'), TURF)},
  {
    name: 'data',
    files: rooms('data'),
    may: either(rooms('data', 'core'), GENERATED, /^topojson-(client|specification)$/),
  },
  {name: 'shared', files: rooms('shared'), may: either(rooms('shared', 'core'), LIT), mayLoad: rooms('shared')},
  {name: 'host data', files: rooms('host-data'), may: either(rooms('host-data', 'shared', 'data', 'core'), LIT)},
  {
    name: 'card',
    files: rooms('card'),
    may: either(rooms('card', 'host-data', 'shared', 'data', 'core'), LIT),
    mayLoad: rooms('card', 'host-data', 'data'),
  },
  {
    name: 'names',
    files: rooms('names'),
    may: either(rooms('names', 'shared', 'data', 'core'), LIT),
    mayLoad: rooms('names', 'data'),
  },
  {
    name: 'map',
    files: rooms('map'),
    may: either(rooms('map', 'shared', 'core'), LIT, /^leaflet($|\/)/),
    mayLoad: rooms('map'),
  },
  {
    // The map is loaded only by import(), so that Leaflet is in no file that every page loads.
    name: 'finder',
    files: rooms('finder'),
    may: either(rooms('finder', 'card', 'names', 'host-data', 'shared', 'data', 'core'), LIT),
    mayLoad: rooms('finder', 'map', 'core', 'data'),
  },
  {
    name: 'command line',
    files: rooms('cli'),
    // The packages are bundled into the command.
    may: either(
      rooms('cli', 'host-data', 'shared', 'data', 'core'),
      ENTRY,
      /^node:/,
      /^(csv-parse|jsonc-parser)($|\/)/,
    ),
    mayLoad: ENTRY,
  },
  {
    name: 'entries',
    files: ENTRY,
    may: either(ENTRY, rooms('finder', 'card', 'names', 'host-data', 'shared', 'data', 'core'), LIT, /^@lit-labs\/ssr/),
    mayLoad: rooms('core', 'data', 'map'),
  },
  {name: 'script tag', files: rooms('cdn'), may: either(rooms('cdn', 'shared'), ENTRY), mayLoad: /^src\/|regiokaart/},
  {name: 'data build', files: /^data\/build\//, may: /^data\/(build|curated)\/|^src\/core\/|^[^./]/, mayLoad: /^/},
  {
    name: 'rules for the demo',
    files: /^demo\/rules\.ts$/,
    may: either(rooms('core'), /^src\/(card|cli|finder|map)\/texts\.ts$/, /^src\/shared\/fill\.ts$/),
  },
  {
    name: 'demo',
    files: /^demo\/(?!rules\.ts)/,
    may: either(/^demo\//, /^dist\/(demo\/|prerender\.js$)/, ENTRY, rooms('cdn'), /^regiokaart/),
    mayLoad: /^/,
  },
];

const SOURCES = FOLDERS.flatMap((folder) => sourcesBelow(folder));
const IMPORTS = SOURCES.flatMap((file) => importsOf(file));

describe('findImports', () => {
  it.each([
    [`import {a} from './a.js';`, './a.js', 'static'],
    [`import type {A} from './a.js';`, './a.js', 'type'],
    [`import './a.js';`, './a.js', 'static'],
    [`import * as a from "a";`, 'a', 'static'],
    [`import {\n  a,\n  b,\n} from './a.js';`, './a.js', 'static'],
    [`export * from './a.js';`, './a.js', 'static'],
    [`export type {A} from './a.js';`, './a.js', 'type'],
    [`const a = await import('./a.js');`, './a.js', 'dynamic'],
    ['void import(`./a.js`);', './a.js', 'dynamic'],
  ])('reads %j', (text, specifier, kind) => {
    expect(findImports(text)).toEqual([{specifier, kind}]);
  });

  it.each([`const from = 'a';`, `export const text = 'b';`, `reimport('c');`])('finds nothing in %j', (text) => {
    expect(findImports(text)).toEqual([]);
  });
});

describe('findCircle', () => {
  it('finds a circle, and nothing if there is none', () => {
    expect(
      findCircle(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['b']],
        ]),
      ),
    ).toEqual(['b', 'c', 'b']);
    expect(
      findCircle(
        new Map([
          ['a', ['b', 'c']],
          ['b', ['c']],
        ]),
      ),
    ).toBeUndefined();
  });
});

describe('layers', () => {
  it('cover real files', () => {
    expect(SOURCES).toContain('src/core/region.ts');
    expect(IMPORTS.length).toBeGreaterThan(0);
  });

  it('include every source file', () => {
    expect(SOURCES.filter((file) => !LAYERS.some(({files}) => files.test(file)))).toEqual([]);
  });

  for (const layer of LAYERS) {
    it(`${layer.name} imports only what is allowed`, () => {
      const own = IMPORTS.filter(({from}) => LAYERS.find(({files}) => files.test(from)) === layer);
      const wrong = own.filter(({to, kind}) => !(layer.may.test(to) || (kind !== 'static' && layer.mayLoad?.test(to))));
      expect(wrong.map(({from, to, kind}) => `${from} -> ${to} (${kind})`)).toEqual([]);
    });
  }

  it('have no circle among rooms, including types', () => {
    const arrows = arrowsOf(IMPORTS.filter(({from}) => from.startsWith('src/')));
    expect(findCircle(new Map([...arrows].map(([room, targets]) => [room, targets.keys()])))).toBeUndefined();
  });

  it('have no circle among files, including types', () => {
    const files = new Map(SOURCES.map((file) => [file, new Set<string>()]));
    for (const {from, to} of IMPORTS) if (from !== to) files.get(from)?.add(to);
    expect(findCircle(files)).toBeUndefined();
  });

  it('import only files that exist', () => {
    const missing = IMPORTS.filter(
      ({from, to}) => from.startsWith('src/') && /^(src|data)\//.test(to) && !existsSync(join(ROOT, to)),
    );
    expect(missing.map(({from, to}) => `${from} -> ${to}`)).toEqual([]);
  });

  it('have no runtime dependencies except lit, turf and topojson-client', () => {
    const {dependencies} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(
      Object.keys(dependencies).filter(
        (name) => !/^(lit|lit-html|lit-element|@lit-labs\/ssr-dom-shim|topojson-client|@turf\/[a-z-]+)$/.test(name),
      ),
    ).toEqual([]);
  });
});

describe('the repository', () => {
  const ALLOWED = [
    'src',
    'data',
    'demo',
    'test',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'vite.config.ts',
    'README.md',
    'LICENSE',
  ];
  // Made by tools, and ignored by git.
  const MADE = ['node_modules', 'dist', 'coverage'];

  it('has nothing else at its top level', () => {
    const names = readdirSync(ROOT).filter((name) => !name.startsWith('.') && !name.endsWith('.tgz'));
    expect(names.filter((name) => !ALLOWED.includes(name) && !MADE.includes(name))).toEqual([]);
  });
});

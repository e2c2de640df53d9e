import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join, posix, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDERS = ['src', 'data/build', 'demo'];

/** One import as it stands in a file: `to` is a path from the repository's root, or a package's name. */
interface Import {
  from: string;
  to: string;
  kind: 'static' | 'type' | 'dynamic';
}

interface Layer {
  name: string;
  /** Files of the layer. */
  files: RegExp;
  /** What it may import, statically or for types. */
  may: RegExp;
  /** What it may reach by `import()` as well. */
  mayLoad?: RegExp;
  /** What it may name the types of as well: nothing of these is in what runs. */
  mayType?: RegExp;
}

const LIT = /^lit($|\/)/;
const either = (...patterns: readonly RegExp[]) => new RegExp(patterns.map(({source}) => `(?:${source})`).join('|'));

const CORE = /^src\/core\//;
const SHARED = /^src\/(i18n|styles|core)\/|^src\/(events|version)\.ts$/;
const BUNDLED = /^src\/bundled-data(\.ts$|\/)/;
const ENTRY = /^src\/(index|define|lookup)\.ts$/;
const ELEMENTS = /^src\/elements\//;
const FEATURES = /^src\/features\//;
const MAP = /^src\/map\//;
const CLI = /^src\/cli\//;
const GENERATED = /^data\/generated\//;

/** The order matters: the first layer that has a file is its layer. An arrow of the diagram is one `may`. */
const LAYERS: readonly Layer[] = [
  {name: 'core', files: CORE, may: CORE},
  {name: 'events', files: /^src\/(events|version)\.ts$/, may: CORE},
  {name: 'i18n', files: /^src\/i18n\//, may: either(/^src\/i18n\//, CORE), mayLoad: /^src\/i18n\//},
  {name: 'styles', files: /^src\/styles\//, may: either(/^src\/styles\//, LIT)},
  {
    name: 'bundled data',
    files: BUNDLED,
    may: either(BUNDLED, CORE, GENERATED),
    mayLoad: either(BUNDLED, CORE, GENERATED),
  },
  {name: 'map', files: MAP, may: either(MAP, SHARED, LIT, /^leaflet($|\/)/), mayLoad: either(MAP, SHARED)},
  {
    name: 'elements',
    files: ELEMENTS,
    may: either(ELEMENTS, SHARED, BUNDLED, LIT),
    mayLoad: either(FEATURES, BUNDLED),
    mayType: FEATURES,
  },
  {
    // Fetched on use. They know the element by its type, and the one live region of the page.
    name: 'features',
    files: FEATURES,
    may: either(FEATURES, SHARED, BUNDLED, LIT, /^@turf\//, /^src\/map\/define\.ts$/, /^src\/elements\/announcer\.ts$/),
    mayLoad: BUNDLED,
    mayType: ELEMENTS,
  },
  {
    name: 'command line',
    files: CLI,
    // The packages are bundled into the command.
    may: either(CLI, ENTRY, SHARED, BUNDLED, /^node:/, /^(ajv|csv-parse|jsonc-parser)($|\/)/),
  },
  {
    name: 'entries',
    files: ENTRY,
    may: either(ENTRY, ELEMENTS, SHARED, BUNDLED, LIT),
    mayLoad: either(FEATURES, BUNDLED),
    mayType: FEATURES,
  },
  {
    name: 'script tag',
    files: /^src\/cdn\//,
    may: either(/^src\/cdn\//, ENTRY, ELEMENTS, SHARED),
    mayLoad: /^src\/|regiokaart/,
  },
  {name: 'data build', files: /^data\/build\//, may: /^data\/(build|curated)\/|^src\/core\/|^[^./]/, mayLoad: /^/},
  {name: 'demo', files: /^demo\//, may: either(/^demo\//, ENTRY, /^src\/cdn\//, /^regiokaart/), mayLoad: /^/},
];

const SOURCES = FOLDERS.flatMap((folder) => filesBelow(folder));
const IMPORTS = SOURCES.flatMap((file) => importsOf(file));

function filesBelow(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), {recursive: true, encoding: 'utf8'})
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((path) => /\.(ts|js|mjs)$/.test(path) && !path.endsWith('.d.ts'))
    .sort();
}

/** Comments go first, so that an example in one is not read as an import. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return findImports(text).map(({specifier, kind}) => ({from: file, to: resolve(file, specifier), kind}));
}

function findImports(text: string): {specifier: string; kind: Import['kind']}[] {
  const statics = text.matchAll(
    /(?:^|[;\n])\s*(?:import|export)\b(\s+type\b)?(?:[^'"();]*?\bfrom)?\s*(['"])([^'"]+)\2/g,
  );
  const dynamics = text.matchAll(/\bimport\(\s*(?:\/\*.*?\*\/\s*)?(['"`])([^'"`]+)\1/g);
  return [
    ...[...statics].map((match) => ({
      specifier: match[3] ?? '',
      kind: match[1] ? ('type' as const) : ('static' as const),
    })),
    ...[...dynamics].map((match) => ({specifier: match[2] ?? '', kind: 'dynamic' as const})),
  ];
}

function resolve(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const path = relative(ROOT, join(ROOT, dirname(file), specifier.replace(/\?.*$/, ''))).replaceAll('\\', '/');
  const source = path.replace(/\.js$/, '.ts');
  return existsSync(join(ROOT, source)) ? source : path;
}

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

describe('layers', () => {
  it('walk real files', () => {
    expect(SOURCES).toContain('src/core/region.ts');
    expect(IMPORTS.length).toBeGreaterThan(0);
  });

  it('have every source file', () => {
    expect(SOURCES.filter((file) => !LAYERS.some(({files}) => files.test(file)))).toEqual([]);
  });

  for (const layer of LAYERS) {
    it(`${layer.name} imports only what it may`, () => {
      const own = IMPORTS.filter(({from}) => LAYERS.find(({files}) => files.test(from)) === layer);
      const wrong = own.filter(
        ({to, kind}) =>
          !(
            layer.may.test(to) ||
            (kind === 'dynamic' && layer.mayLoad?.test(to)) ||
            (kind === 'type' && layer.mayType?.test(to))
          ),
      );
      expect(wrong.map(({from, to, kind}) => `${from} -> ${to} (${kind})`)).toEqual([]);
    });
  }

  it('import only files that exist', () => {
    const missing = IMPORTS.filter(
      ({from, to}) => from.startsWith('src/') && /^(src|data)\//.test(to) && !existsSync(join(ROOT, to)),
    );
    expect(missing.map(({from, to}) => `${from} -> ${to}`)).toEqual([]);
  });

  it('have no runtime dependency but lit, leaflet and turf', () => {
    const {dependencies} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(Object.keys(dependencies).filter((name) => !/^(lit|leaflet|@turf\/[a-z-]+)$/.test(name))).toEqual([]);
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

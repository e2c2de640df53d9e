/**
 * `npm run layers`: prints which folder of `src` imports which, and what is loaded by `import()`.
 * `test/unit/layers.test.ts` checks these arrows against the rules of each folder.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join, posix, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {ROOT} from './root.js';

/** One import of a file: `to` is a path from the repository's root, or a package's name. */
export interface Import {
  readonly from: string;
  readonly to: string;
  readonly kind: 'static' | 'type' | 'dynamic';
}

/** Every source file below a folder of the repository, sorted, without files that a build has put there. */
export function sourcesBelow(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), {recursive: true, encoding: 'utf8'})
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((path) => /\.(ts|js|mjs)$/.test(path) && !path.endsWith('.d.ts') && !path.includes('/dist/'))
    .sort();
}

/** The imports of a file. Comments are removed first, so that an example in one is not read as an import. */
export function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return findImports(text).map(({specifier, kind}) => ({from: file, to: resolve(file, specifier), kind}));
}

/** The import statements and `import()` calls of a source text. */
export function findImports(text: string): {specifier: string; kind: Import['kind']}[] {
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

/** The room of a source: its folder below `src`, or the file itself if it is an entry point. */
export const roomOf = (path: string): string | undefined => /^src\/([^/]+)/.exec(path)?.[1];

/** What each room imports from others, by kind. Every kind counts: a circle of types is a circle too. */
export function arrowsOf(imports: readonly Import[]): Map<string, Map<string, Set<Import['kind']>>> {
  const arrows = new Map<string, Map<string, Set<Import['kind']>>>();
  for (const {from, to, kind} of imports) {
    const [room, other] = [roomOf(from), roomOf(to)];
    if (!room || !other || room === other) continue;
    const targets = arrows.get(room) ?? new Map<string, Set<Import['kind']>>();
    arrows.set(room, targets);
    targets.set(other, (targets.get(other) ?? new Set()).add(kind));
  }
  return arrows;
}

/** A circle among nodes as a path that ends where it begins; undefined when there is none. */
export function findCircle(arrows: ReadonlyMap<string, Iterable<string>>): string[] | undefined {
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return undefined;
    for (const next of arrows.get(node) ?? []) {
      const circle = visit(next, [...path, node]);
      if (circle) return circle;
    }
    done.add(node);
    return undefined;
  };
  for (const node of arrows.keys()) {
    const circle = visit(node, []);
    if (circle) return circle;
  }
  return undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const arrows = arrowsOf(sourcesBelow('src').flatMap(importsOf));
  for (const [room, targets] of [...arrows].sort()) {
    const words = [...targets].sort().map(([other, kinds]) => (kinds.has('static') ? other : `(${other})`));
    console.log(`${room.padEnd(14)} -> ${words.join(', ')}`);
  }
  console.log('In brackets: by import() or for types alone.');
}

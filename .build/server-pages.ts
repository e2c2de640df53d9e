import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {ROOT} from './root.js';

const PAGES = 'demo/servers';
/** The projects that the code on the pages is from: they are built and driven by a browser in a test. */
const PROJECTS = 'test/servers';

const FILE = /(<pre tabindex="0" data-file="([^"]+)"><code>).*?(<\/code><\/pre>)/gs;
const VERSION = /(<span data-version="([^" ]+) ([^" ]+)">).*?(<\/span>)/g;

const read = (path: string) => readFileSync(join(ROOT, PROJECTS, path), 'utf8');

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;'})[sign] ?? sign);

function versionIn(path: string, name: string): string {
  const {dependencies, devDependencies} = JSON.parse(read(path)) as Partial<
    Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>
  >;
  const version = dependencies?.[name] ?? devDependencies?.[name];
  if (version === undefined) throw new Error(`${PROJECTS}/${path}: got no package ${name}`);
  return version;
}

/** A page on a framework with the code and the versions of the project in the tests. */
export const withCode = (page: string): string =>
  page
    .replace(FILE, (_, start: string, path: string, close: string) => start + escaped(read(path).trim()) + close)
    .replace(VERSION, (_, start: string, path: string, name: string, close: string) => {
      return start + versionIn(path, name) + close;
    });

/**
 * Writes the code of the tests' projects into the pages on frameworks, in each `<pre data-file="…">`.
 *
 * @param check Whether to write nothing.
 * @returns False when `check` is set and a page differs.
 */
export function updateServerPages(check: boolean): boolean {
  return readdirSync(join(ROOT, PAGES))
    .map((name) => {
      const file = join(ROOT, PAGES, name);
      const before = readFileSync(file, 'utf8');
      const after = withCode(before);
      if (after === before) console.log(`${PAGES}/${name}: up to date`);
      else if (check) console.error(`${PAGES}/${name}: differs from ${PROJECTS}; run \`npm run docs\``);
      else writeFileSync(file, after);
      return after === before || !check;
    })
    .every((fresh) => fresh);
}

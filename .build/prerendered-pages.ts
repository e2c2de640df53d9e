import {readFileSync, writeFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {prerender} from '../src/prerender.js';
import {ROOT} from './root.js';

/** Our own pages that contain the prerendered element as partners paste it. */
const PAGES = ['demo/index.html', 'test/audits/pages/after.html'] as const;

const PLACE = /(<!-- prerendered -->\n).*?(<!-- \/prerendered -->)/s;

/**
 * Writes the prerendered element into the pages, between `<!-- prerendered -->` and `<!-- /prerendered -->`.
 *
 * @param check Whether to write nothing.
 * @returns False when `check` is set and a page differs.
 */
export function updatePrerendered(check: boolean): boolean {
  return PAGES.map((page) => {
    const file = join(ROOT, page);
    const before = readFileSync(file, 'utf8');
    if (!PLACE.test(before)) throw new Error(`${page}: got no <!-- prerendered --> … <!-- /prerendered -->`);
    const css = relative(join(ROOT, dirname(page)), join(ROOT, 'dist/cdn/regiokaart.css')).replaceAll('\\', '/');
    const element = prerender({lang: 'nl', css});
    const after = before.replace(PLACE, (_, start: string, end: string) => `${start}${element}\n${end}`);
    if (after === before) console.log(`${page}: the prerendered element is up to date`);
    else if (check) console.error(`${page}: the prerendered element differs from the sources; run \`npm run docs\``);
    else writeFileSync(file, after);
    return after === before || !check;
  }).every((fresh) => fresh);
}

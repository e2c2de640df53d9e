/**
 * `npm run build`: makes everything that is published, from an empty `dist/`.
 *
 *     dist/             the package: unbundled modules with types, the manifest, typings for editors and frameworks
 *     dist/cdn/         files for the script tag
 *     dist/demo/        further files for the demo's pages for editors; not in the package
 *
 * With `package` or `cdn` as argument it makes only that part.
 */
import {existsSync, readdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {buildCdn} from './cdn.js';
import {buildDemoRules} from './demo-rules.js';
import {buildPackage} from './package.js';
import {ROOT} from './root.js';

const PARTS = ['cdn', 'package'] as const;

const asked = process.argv[2];
if (asked !== undefined && !PARTS.some((part) => part === asked)) {
  throw new Error(`build: got "${asked}", expected ${PARTS.join(' or ')}, or nothing for both`);
}

const dist = join(ROOT, 'dist');
if (asked !== 'cdn' && existsSync(dist)) {
  // The builds of the script tag and the demo empty their own folders.
  for (const name of readdirSync(dist))
    if (name !== 'cdn' && name !== 'demo') rmSync(join(dist, name), {recursive: true});
}
if (asked !== 'package') {
  await buildCdn();
  await buildDemoRules();
}
if (asked !== 'cdn') await buildPackage();

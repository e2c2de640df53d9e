/**
 * `npm run build:provinces`: the files for the script tag once more, in `demo/provinces/dist`, with the invented division
 * by provincie in place of the regions. Nothing else differs: the sources know no region.
 */
import {join} from 'node:path';
import {build} from 'vite';
import {ROOT} from './root.js';

process.env['REGIOKAART_DATA'] = 'demo/provinces/generated';

await build({
  root: ROOT,
  configFile: join(ROOT, 'vite.config.ts'),
  logLevel: 'warn',
  build: {outDir: 'demo/provinces/dist', emptyOutDir: true},
});

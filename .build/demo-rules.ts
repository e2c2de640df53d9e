import {join} from 'node:path';
import {build} from 'vite';
import {ROOT} from './root.js';

/** Makes `dist/demo/rules.js`: the rules and texts that the demo's pages for editors share with the finder. */
export async function buildDemoRules(): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir: 'dist/demo',
      target: 'es2022',
      lib: {entry: join(ROOT, 'demo/rules.ts'), formats: ['es'], fileName: () => 'rules.js'},
    },
  });
}

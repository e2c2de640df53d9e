import {type PreviewOptions, type PreviewServer, preview} from 'vite';
import {ROOT} from './root.js';

/** Serves the repository as plain files: what any static server does with it. */
export function serveRepository(options: PreviewOptions): Promise<PreviewServer> {
  return preview({
    root: ROOT,
    configFile: false,
    appType: 'mpa',
    // It warns that a build must not write here; nothing is built here.
    logLevel: 'error',
    build: {outDir: '.'},
    preview: options,
  });
}

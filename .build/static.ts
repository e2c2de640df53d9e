import {type PreviewOptions, type PreviewServer, preview} from 'vite';
import {ROOT} from './root.js';

/** Serves the repository as plain files, like any static server. */
export const serveRepository = (options: PreviewOptions): Promise<PreviewServer> => serveFolder(ROOT, options);

/** The same for any folder. */
export function serveFolder(root: string, options: PreviewOptions): Promise<PreviewServer> {
  return preview({
    root,
    configFile: false,
    appType: 'mpa',
    // It warns that a build must not write here; nothing is built here.
    logLevel: 'error',
    build: {outDir: '.'},
    preview: options,
  });
}

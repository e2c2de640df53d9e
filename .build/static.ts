import {type PreviewOptions, type PreviewServer, preview} from 'vite';
import {ROOT} from './root.js';

/** Serves the repository as plain files, as any static server would. */
export const serveRepository = (options: PreviewOptions): Promise<PreviewServer> => serveFolder(ROOT, options);

/** The same for any folder. */
export function serveFolder(root: string, options: PreviewOptions): Promise<PreviewServer> {
  return preview({
    root,
    configFile: false,
    appType: 'mpa',
    // Vite would warn that a build must not write to this folder, but nothing is built here.
    logLevel: 'error',
    build: {outDir: '.'},
    preview: options,
  });
}

import {existsSync} from 'node:fs';
import {join, resolve} from 'node:path';
import type {Plugin} from 'vite';
import {ROOT} from './root.js';

/**
 * Uses generated data from another folder than `data/generated`, for a widget with another division.
 *
 * @param folder Below the root of the repository, or absolute. Absent: the data stays as it is.
 * @throws Error if the folder lacks a file that a source imports.
 */
export function dataFolder(folder = process.env['REGIOKAART_DATA']): Plugin {
  return {
    name: 'regiokaart:data-folder',
    enforce: 'pre',
    resolveId(id) {
      const name = /(?:^|\/)data\/generated\/([\w-]+\.(?:json|js))$/.exec(id)?.[1];
      if (!folder || name === undefined) return null;
      const path = join(resolve(ROOT, folder), name.replace(/\.js$/, '.ts'));
      if (!existsSync(path)) {
        throw new Error(`REGIOKAART_DATA: got no ${path}, expected a folder that \`npm run data -- --out\` wrote`);
      }
      return path;
    },
  };
}

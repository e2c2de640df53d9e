import {basename, dirname} from 'node:path';
import {defineConfig, type Rolldown} from 'vite';
import {hostFiles} from './.build/cdn.js';
import {coreFile} from './.build/core-file.js';
import {dataFolder} from './.build/data-folder.js';
import {leafletPlugin} from './.build/leaflet-plugin.js';
import {licenceComment} from './.build/licences.js';

/** A part is named by its module, or by the folder where that name says nothing. */
const partName = ({facadeModuleId}: Rolldown.PreRenderedChunk) =>
  facadeModuleId?.endsWith('/define.ts') ? `${basename(dirname(facadeModuleId))}-[hash].js` : '[name]-[hash].js';

/** `vite build` makes `dist/cdn`: the module for the script tag, the hashed files that it loads, and what goes beside them. */
export default defineConfig({
  publicDir: false,
  plugins: [dataFolder(), leafletPlugin(), hostFiles()],
  build: {
    outDir: 'dist/cdn',
    target: 'es2022',
    reportCompressedSize: false,
    lib: {entry: 'src/cdn/regiokaart.ts', formats: ['es'], fileName: () => 'regiokaart.js'},
    rolldownOptions: {
      // The ready forms are rendered in between.
      checks: {pluginTimings: false},
      output: {
        minify: true,
        comments: false,
        chunkFileNames: partName,
        // No capitals: some servers do not tell them apart.
        hashCharacters: 'base36',
        codeSplitting: {groups: [{name: coreFile, debugName: 'core'}]},
        postBanner: ({moduleIds}) => licenceComment(moduleIds),
      },
    },
  },
});

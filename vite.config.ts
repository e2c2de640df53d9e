import {basename, dirname} from 'node:path';
import {defineConfig, type Rolldown} from 'vite';
import {hostFiles} from './.build/cdn.js';
import {coreFile} from './.build/core-file.js';
import {dataFolder} from './.build/data-folder.js';
import {leafletPlugin} from './.build/leaflet-plugin.js';
import {licenceComment} from './.build/licences.js';

/** Name of a part: that of its module, or of the folder if the module's name is too general. */
const partName = ({facadeModuleId}: Rolldown.PreRenderedChunk) =>
  facadeModuleId?.endsWith('/define.ts') ? `${basename(dirname(facadeModuleId))}-[hash].js` : '[name]-[hash].js';

/** `vite build` makes `dist/cdn`: the module for the script tag, the hashed files that it loads, and the files beside them. */
export default defineConfig({
  publicDir: false,
  plugins: [dataFolder(), leafletPlugin(), hostFiles()],
  build: {
    outDir: 'dist/cdn',
    target: 'es2022',
    reportCompressedSize: false,
    lib: {entry: 'src/cdn/regiokaart.ts', formats: ['es'], fileName: () => 'regiokaart.js'},
    rolldownOptions: {
      // Rendering the prerendered files takes time in this build, which would give a warning.
      checks: {pluginTimings: false},
      output: {
        minify: true,
        comments: false,
        chunkFileNames: partName,
        // No capitals, because some servers ignore case.
        hashCharacters: 'base36',
        codeSplitting: {groups: [{name: coreFile, debugName: 'core'}]},
        postBanner: ({moduleIds}) => licenceComment(moduleIds),
      },
    },
  },
});

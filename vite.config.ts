import {defineConfig} from 'vite';
import {hostFiles} from './.build/cdn.js';
import {dataFolder} from './.build/data-folder.js';
import {lazyChunks} from './.build/lazy-chunks.js';
import {leafletPlugin} from './.build/leaflet-plugin.js';
import {litPlugin} from './.build/lit-plugin.js';
import {minifyChunks} from './.build/minify.js';
import {minifyLiterals} from './.build/minify-literals.js';

const sourcePlugins = () => [dataFolder(), leafletPlugin(), minifyLiterals()];

/** `vite build` makes `dist/cdn`: the module, its lazy chunks, and what goes beside them. */
export default defineConfig({
  publicDir: false,
  plugins: [lazyChunks(sourcePlugins), litPlugin(), ...sourcePlugins(), minifyChunks(), hostFiles()],
  build: {
    outDir: 'dist/cdn',
    target: 'es2022',
    minify: false,
    modulePreload: false,
    lib: {entry: 'src/cdn/regiokaart.ts', formats: ['es'], fileName: () => 'regiokaart.js'},
  },
});

import {type MinifyOptions, minify} from 'terser';
import type {Plugin} from 'vite';

const OPTIONS: MinifyOptions = {
  module: true,
  ecma: 2020,
  compress: {
    passes: 3,
    unsafe_arrows: true,
    unsafe_methods: true,
    keep_fargs: false,
    inline: 1,
  },
  // Names of lit's own that nothing outside the file reads.
  mangle: {properties: {regex: /^_\$/}},
  format: {comments: false},
};

/** No getter of the entry does more than get; Leaflet, in a chunk, reads sizes for their effect. */
const ENTRY_OPTIONS: MinifyOptions = {
  ...OPTIONS,
  compress: {...(OPTIONS.compress as object), unsafe: true, pure_getters: true},
};

/** Terser makes a file for the script tag some per cent smaller than the bundler's own minifier. */
export async function minifyModule(code: string, options = OPTIONS): Promise<string> {
  const {code: minified} = await minify(code, options);
  if (!minified) throw new Error(`minify: got nothing for ${code.length} characters`);
  return `${minified}\n`;
}

/** What the compiler makes of an element with class fields. Browsers make elements without arguments; errors have a few. */
const PASSED_ON = /(class extends (?!Error)\w+ \{\s*constructor\()\.\.\.(\w+)\) \{\s*super\(\.\.\.\2\)/g;

/** The last step of the build of the entry. */
export function minifyChunks(): Plugin {
  return {
    name: 'regiokaart:minify',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        output.code = await minifyModule(output.code.replace(PASSED_ON, '$1) {super()'), ENTRY_OPTIONS);
      }
    },
  };
}

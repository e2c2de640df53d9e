import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {build, type Plugin, runnerImport} from 'vite';
import {dataFolder} from './data-folder.js';
import {licenceComment, licenceTexts, modulesOf} from './licences.js';
import {ROOT} from './root.js';

/** The languages and kinds of map for which there are files to paste. */
const LANGUAGES = ['nl', 'en'] as const;
const MAPS = ['visible', 'click', 'none'] as const;

type Prerender = typeof import('../src/prerender.js')['prerenderShadowRoot'];

/** Files with the element as HTML and the style sheet that they link, by name. */
export async function prerenderedFiles(base: string): Promise<Readonly<Record<string, string>>> {
  const [{prerender, prerenderShadowRoot}, {RegioKaart}] = await Promise.all([
    load<typeof import('../src/prerender.js')>('src/prerender.ts'),
    load<typeof import('../src/finder/regio-kaart.js')>('src/finder/regio-kaart.ts'),
  ]);
  const styles = RegioKaart.styles.map(({cssText}) => cssText);
  const pages = LANGUAGES.flatMap((lang) =>
    MAPS.map((map) => {
      const name = map === 'visible' ? lang : map === 'none' ? `${lang}-no-map` : `${lang}-${map}`;
      return [`prerendered/${name}.html`, page(prerender({lang, map, css: `${base}regiokaart.css`}), base)] as const;
    }),
  );
  return {
    'regiokaart.css': `${minifyCss(styles.join('\n'))}\n`,
    'prerendered.php': phpFile(prerenderShadowRoot),
    ...Object.fromEntries(pages),
  };
}

/** Loads one of our modules with the data of this build. */
const load = async <T>(path: string): Promise<T> => {
  const {module} = await runnerImport<T>(join(ROOT, path), {
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    plugins: [dataFolder()],
  });
  return module;
};

const page = (element: string, base: string): string =>
  `<script type="module" src="${base}regiokaart.js"></script>\n${element}\n`;

/** Removes comments and unnecessary white space. */
export const minifyCss = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*([{};,])\s*/g, '$1')
    .replaceAll(';}', '}')
    .trim();

/** Placeholders in the markup for values that are known only at the time of use. */
const CSS = '{css}';
const FIRST = '{first}';
const SECOND = '{second}';
const LOCATION = '{location}';

const LOCATION_BUTTON = /<button\b[^>]*part="location"[^>]*>[^<]*<\/button>/;

/** The markup for hosts that run PHP, in a function that fills in the placeholders. */
function phpFile(prerenderShadowRoot: Prerender): string {
  const forms = LANGUAGES.flatMap((lang) =>
    MAPS.map((map) => {
      const markup = prerenderShadowRoot({lang, map, css: CSS});
      const [button = ''] = LOCATION_BUTTON.exec(markup) ?? [];
      if (!button) throw new Error(`prerendered.php: got no button for the location in ${lang}, expected one`);
      const text = markup
        .replace(button, LOCATION)
        .replaceAll(/(<\/?)h2\b/g, `$1${FIRST}`)
        .replaceAll(/(<\/?)h3\b/g, `$1${SECOND}`);
      return `\t\t${quote(`${lang}-${map}`)} => array( ${quote(text)}, ${quote(button)} ),`;
    }),
  );
  return `<?php
/**
 * The markup in the element before its script runs, or if no script runs. Made by the build.
 *
 * @package Regiokaart
 */

if ( ! function_exists( 'regiokaart_prerendered' ) ) {
	/**
	 * The declarative shadow root of the element.
	 *
	 * @param string $lang          Language, 'nl' or 'en'.
	 * @param string $map           'visible', 'click' or 'none'.
	 * @param int    $heading_level Level of the first heading, 1 to 6.
	 * @param bool   $location      Whether there is a button for the visitor's own location.
	 * @param string $css           Address of regiokaart.css, escaped.
	 * @return string Empty for an unknown language or kind of map.
	 */
	function regiokaart_prerendered( $lang, $map, $heading_level, $location, $css ) {
		$forms = array(
${forms.map((form) => form.replace(/^\t\t/, '\t\t\t')).join('\n')}
		);
		$name  = $lang . '-' . $map;
		if ( ! isset( $forms[ $name ] ) ) {
			return '';
		}
		list( $markup, $button ) = $forms[ $name ];
		return strtr(
			$markup,
			array(
				'${CSS}'      => $css,
				'${FIRST}'    => 'h' . $heading_level,
				'${SECOND}'   => 'h' . min( 6, $heading_level + 1 ),
				'${LOCATION}' => $location ? $button : '',
			)
		);
	}
}
`;
}

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/**
 * Makes `prerender.js`, the entry for servers, with its dependencies bundled: the server version of lit, and the renderer
 * of its templates. It then works the same in Node, in a worker and in a bundle, whichever version of lit these would
 * choose, and those who install the package for its elements get no further dependencies.
 *
 * @param folder Where it goes, as `dist`.
 */
export async function bundlePrerender(folder: string): Promise<void> {
  const result = await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [nothingLater()],
    // The version for Node needs a built-in module of Node, which workers may lack.
    resolve: {
      alias: [{find: /^@lit-labs\/ssr-client$/, replacement: join(ROOT, 'node_modules/@lit-labs/ssr-client/index.js')}],
    },
    // The same whatever NODE_ENV is, or lit's build for development would be in it.
    ssr: {noExternal: true, target: 'node', resolve: {conditions: ['module', 'node', 'production']}},
    build: {
      ssr: 'src/prerender.ts',
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      minify: false,
      rolldownOptions: {
        output: {
          entryFileNames: 'prerender.js',
          codeSplitting: false,
          postBanner: ({moduleIds}) => licenceComment(moduleIds),
        },
      },
    },
  });
  writeFileSync(join(folder, 'LICENSES.txt'), licenceTexts(modulesOf(result)));
}

/** Leaves out the parts that the element loads later in a browser. */
function nothingLater(): Plugin {
  const id = '\0later';
  return {
    name: 'regiokaart:nothing-later',
    resolveDynamicImport: () => id,
    load: (asked) => (asked === id ? 'export {};' : null),
  };
}

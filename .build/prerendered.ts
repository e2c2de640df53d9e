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
  const [{prerender, prerenderShadowRoot}, {regions}, {RegioKaart}] = await Promise.all([
    load<typeof import('../src/prerender.js')>('src/prerender.ts'),
    load<typeof import('../src/data/index.js')>('src/data/index.ts'),
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
    'prerendered.php': phpFile(
      prerenderShadowRoot,
      regions.map(({id}) => id),
    ),
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
const ANSWER = '{answer}';
const MAP = '{map}';
const currentOf = (id: string) => `{current-${id}}`;

const LOCATION_BUTTON = /<button\b[^>]*part="location"[^>]*>[^<]*<\/button>/;
const ANSWER_PART = /(<div class="answer">)(.*?)(<\/div>\n<(?:div class="map"|details part="list"))/s;
const MAP_PART = /<div class="map".*?<\/div>\n(?=<details part="list")/s;
const MARK = ' aria-current="true"';

/** The markup in one language, in pieces that PHP puts together. */
interface PhpForm {
  readonly markup: string;
  readonly location: string;
  /** By kind of map. */
  readonly maps: Readonly<Record<string, string>>;
  /** The answer for each region, and under the empty key the text before any answer. */
  readonly answers: Readonly<Record<string, string>>;
}

function phpForm(prerenderShadowRoot: Prerender, lang: (typeof LANGUAGES)[number], ids: readonly string[]): PhpForm {
  const headings = (markup: string) =>
    markup.replaceAll(/(<\/?)h2\b/g, `$1${FIRST}`).replaceAll(/(<\/?)h3\b/g, `$1${SECOND}`);
  const render = (map: (typeof MAPS)[number], region?: string) =>
    headings(prerenderShadowRoot({lang, map, css: CSS, ...(region && {attributes: {region}})}));
  const pick = (markup: string, part: RegExp, group: number, what: string): string => {
    const found = part.exec(markup)?.[group];
    if (found === undefined) throw new Error(`prerendered.php: got no ${what} in ${lang}, expected one`);
    return found;
  };
  const rendered = new Map(['', ...ids].map((id) => [id, render('none', id || undefined)]));
  const start = rendered.get('') ?? '';
  const location = pick(start, LOCATION_BUTTON, 0, 'button for the location');
  let markup = start
    .replace(location, LOCATION)
    .replace(ANSWER_PART, (_, before: string, __, after: string) => `${before}${ANSWER}${after}`)
    .replace('<details part="list"', `${MAP}<details part="list"`);
  for (const id of ids) {
    markup = markup.replace(
      new RegExp(`(<details class="region" data-region="${id}">\\n<summary part="list-item")`),
      `$1${currentOf(id)}`,
    );
  }
  const form: PhpForm = {
    markup,
    location,
    maps: Object.fromEntries(
      MAPS.map((map) => [map, map === 'none' ? '' : pick(render(map), MAP_PART, 0, `map "${map}"`)]),
    ),
    answers: Object.fromEntries(
      [...rendered].map(([id, whole]) => [id, pick(whole, ANSWER_PART, 2, `answer of "${id}"`)]),
    ),
  };
  for (const [id, whole] of rendered) assertWhole(form, ids, id, whole);
  return form;
}

/** Makes sure that the pieces give what was rendered in one. */
function assertWhole({markup, location, answers}: PhpForm, ids: readonly string[], region: string, expected: string) {
  const parts: Readonly<Record<string, string>> = {
    [LOCATION]: location,
    [ANSWER]: answers[region] ?? '',
    [MAP]: '',
    ...Object.fromEntries(ids.map((id) => [currentOf(id), id === region ? MARK : ''])),
  };
  const got = Object.entries(parts).reduce((text, [name, part]) => text.replaceAll(name, () => part), markup);
  if (got !== expected) throw new Error(`prerendered.php: the pieces for region "${region}" do not give the whole`);
}

/** The markup for hosts that run PHP, as a function that puts it together. */
function phpFile(prerenderShadowRoot: Prerender, ids: readonly string[]): string {
  const list = (entries: Readonly<Record<string, string>>, indent: string) =>
    Object.entries(entries)
      .map(([name, text]) => `${indent}\t${quote(name)} => ${quote(text)},\n`)
      .join('');
  const forms = LANGUAGES.map((lang) => {
    const {markup, location, maps, answers} = phpForm(prerenderShadowRoot, lang, ids);
    const indent = '\t\t\t\t';
    return `\t\t\t${quote(lang)} => array(
${indent}'markup'   => ${quote(markup)},
${indent}'location' => ${quote(location)},
${indent}'maps'     => array(
${list(maps, indent)}${indent}),
${indent}'answers'  => array(
${list(answers, indent)}${indent}),
\t\t\t),`;
  });
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
	 * @param string $region        Id of the region whose card is shown; empty for none.
	 * @return string Empty for a language or a kind of map that there is not.
	 */
	function regiokaart_prerendered( $lang, $map, $heading_level, $location, $css, $region = '' ) {
		$forms = array(
${forms.join('\n')}
		);
		if ( ! isset( $forms[ $lang ]['maps'][ $map ] ) ) {
			return '';
		}
		$form  = $forms[ $lang ];
		$parts = array();
		foreach ( array_keys( $form['answers'] ) as $id ) {
			$parts[ '{current-' . $id . '}' ] = $id === $region ? '${MARK}' : '';
		}
		$markup = strtr(
			$form['markup'],
			array(
				'${LOCATION}' => $location ? $form['location'] : '',
				'${ANSWER}'   => isset( $form['answers'][ $region ] ) ? $form['answers'][ $region ] : $form['answers'][''],
				'${MAP}'      => $form['maps'][ $map ],
			) + $parts
		);
		return strtr(
			$markup,
			array(
				'${CSS}'    => $css,
				'${FIRST}'  => 'h' . $heading_level,
				'${SECOND}' => 'h' . min( 6, $heading_level + 1 ),
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

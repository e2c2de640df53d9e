import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {build} from 'vite';
import {ROOT} from './root.js';

/** A package with modules in a built file. */
interface Holding {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly folder: string;
  readonly repository: string | undefined;
}

/** The sources of the data, as the data build wrote them. */
const {sources} = JSON.parse(readFileSync(join(ROOT, 'data/generated/info.json'), 'utf8')) as {
  sources: readonly Record<'name' | 'publisher' | 'edition' | 'licence' | 'attribution', string>[];
};

/** Common names of projects that publish several packages. */
const FAMILIES: Readonly<Record<string, string>> = {
  '@lit/reactive-element': 'lit',
  'lit-element': 'lit',
  'lit-html': 'lit',
  leaflet: 'Leaflet',
  '@turf/boolean-point-in-polygon': 'turf',
  '@turf/invariant': 'turf',
};

const isData = (id: string) => /[\\/]generated[\\/]/.test(id) && !id.includes('node_modules');

/** The credits that the licences of the data require, in one line. */
function dataCredit(): string {
  const asking = sources.filter(({attribution}) => attribution);
  // Some credits name the licence, which stands at the end here.
  const credits = new Set(
    asking.flatMap(({attribution = '', licence}) => attribution.replace(` (${licence})`, '').split(', ')),
  );
  const licences = new Set(asking.map(({licence}) => licence));
  return `data ${[...credits].join(' ')} (${[...licences].join(', ')})`;
}

/**
 * The comment at the head of a built file: which works of others it contains, and where their licences are.
 *
 * @param modules Ids of the modules in the file.
 */
export function licenceComment(modules: readonly string[]): string {
  const packages = packagesOf(modules).map(({name, licence}) => `${FAMILIES[name] ?? name} (${licence})`);
  const held = [...new Set(packages), ...(modules.some(isData) ? [dataCredit()] : [])];
  return `/*! Regiokaart (MIT)${held.length > 0 ? ` with ${held.join(', ')}` : ''}; see LICENSES.txt */`;
}

/**
 * Our own licence and those of the packages in a build, which must accompany every copy.
 *
 * @param modules Ids of the modules in all files that the text covers.
 */
export function licenceTexts(modules: readonly string[]): string {
  const own = readFileSync(join(ROOT, 'LICENSE'), 'utf8').trim();
  const held = packagesOf(modules);
  const packages = held.map((each) => {
    // Some packages only name their licence; another one from the same repository may contain its text.
    const bearer = [each, ...held].find(({folder, repository}) => fileIn(folder) && repository === each.repository);
    const text = bearer
      ? readFileSync(join(bearer.folder, fileIn(bearer.folder) ?? ''), 'utf8').trim()
      : `Licence: ${each.licence}`;
    return `${each.name} ${each.version}\n\n${text}`;
  });
  const credits = sources.map(
    ({name, publisher, edition, licence, attribution}) =>
      `- ${name}, ${edition}, ${publisher}: ${licence}${attribution && `. ${attribution}`}`,
  );
  const data = modules.some(isData) ? [`Data, derived from\n\n${credits.join('\n')}`] : [];
  return `${[`Regiokaart\n\n${own}`, ...packages, ...data].join('\n\n---\n\n')}\n`;
}

const fileIn = (folder: string) => readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));

function packagesOf(modules: readonly string[]): Holding[] {
  const folders = modules.flatMap((id) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id) ?? []);
  return [...new Set(folders)].sort().map((folder) => {
    const {name, version, license, repository} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      name: string;
      version: string;
      license: string;
      repository?: {readonly url: string};
    };
    return {name, version, licence: license, folder, repository: repository?.url};
  });
}

/** Ids of the modules in all files of a build. */
export function modulesOf(result: Awaited<ReturnType<typeof build>>): string[] {
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((each) => ('output' in each ? each.output : []));
  return outputs.flatMap((output) => (output.type === 'chunk' ? output.moduleIds : []));
}

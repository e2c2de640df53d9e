import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {build} from 'vite';
import {ROOT} from './root.js';

/** A package that a file holds modules of. */
interface Holding {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly folder: string;
  readonly repository: string | undefined;
}

/** What the data rests on, as the data build wrote it. */
const {sources} = JSON.parse(readFileSync(join(ROOT, 'data/generated/info.json'), 'utf8')) as {
  sources: readonly Record<'name' | 'publisher' | 'edition' | 'licence' | 'attribution', string>[];
};

/** Names under which packages are known that come in several parts. */
const FAMILIES: Readonly<Record<string, string>> = {
  '@lit/reactive-element': 'lit',
  'lit-element': 'lit',
  'lit-html': 'lit',
  leaflet: 'Leaflet',
  '@turf/boolean-point-in-polygon': 'turf',
  '@turf/invariant': 'turf',
};

const isData = (id: string) => /[\\/]generated[\\/]/.test(id) && !id.includes('node_modules');

/** The credits that the sources of the data ask for, in one line. */
function dataCredit(): string {
  const asking = sources.filter(({attribution}) => attribution);
  const credits = new Set(asking.flatMap(({attribution = ''}) => attribution.split(', ')));
  const licences = new Set(asking.map(({licence}) => licence));
  return `data ${[...credits].join(' ')} (${[...licences].join(', ')})`;
}

/**
 * The comment at the head of a built file: what it holds of others, and where the licences stand.
 *
 * @param modules Ids of the modules in the file.
 */
export function licenceComment(modules: readonly string[]): string {
  const packages = packagesOf(modules).map(({name, licence}) => `${FAMILIES[name] ?? name} (${licence})`);
  const held = [...new Set(packages), ...(modules.some(isData) ? [dataCredit()] : [])];
  return `/*! Regiokaart (MIT)${held.length > 0 ? ` with ${held.join(', ')}` : ''}; see LICENSES.txt */`;
}

/**
 * The licences of the packages that modules come from, which ask to go along with every copy, after our own.
 *
 * @param modules Ids of the modules in all files that the text is for.
 */
export function licenceTexts(modules: readonly string[]): string {
  const own = readFileSync(join(ROOT, 'LICENSE'), 'utf8').trim();
  const held = packagesOf(modules);
  const packages = held.map((each) => {
    // Some packages name their licence alone; one that is made in the same place may have it in words.
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

import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {type CuratedFile, runPipeline} from './pipeline.js';
import {BuildError, ProblemList} from './problems.js';
import {readInputFiles, readSourceList} from './sources.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CURATED = join(ROOT, 'data', 'curated');
const DEFAULT_SOURCES = join(ROOT, '..', 'shared', 'data-sources');
const DEFAULT_OUT = join(ROOT, 'data', 'generated');

const USAGE = `npm run data -- [options]          build data/generated from the inputs and data/curated
npm run data:check -- [options]    build in memory and compare with data/generated

  --sources DIR         folder of the inputs (default ../shared/data-sources, beside the repository)
  --regions FILE        regions as CSV (default data/curated/regions.csv)
  --exceptions FILE     decisions about single postcodes as CSV (default data/curated/postcode-exceptions.csv)
  --organisations FILE  organisations as JSON (default data/curated/organisations.json)
  --fact-sources FILE   sources of their facts as JSON (default data/curated/fact-sources.json)
  --place-names FILE    other names of places as CSV (default data/curated/place-names.csv)
  --out DIR             folder to write or compare (default data/generated)
  --new-edition         take inputs whose checksums data/sources.json does not have, and print them
  --skip-without-sources  with data:check: pass, with a word, when the folder of inputs is not there
  --help                this text`;

interface Options {
  readonly sources: string;
  readonly regions: string;
  readonly exceptions: string;
  readonly organisations: string;
  readonly factSources: string;
  readonly placeNames: string;
  readonly out: string;
  readonly check: boolean;
  readonly newEdition: boolean;
  readonly skipWithoutSources: boolean;
}

function readOptions(args: readonly string[]): Options | 'help' {
  const {values} = parseArgs({
    args: [...args],
    options: {
      sources: {type: 'string', default: DEFAULT_SOURCES},
      regions: {type: 'string', default: join(CURATED, 'regions.csv')},
      exceptions: {type: 'string', default: join(CURATED, 'postcode-exceptions.csv')},
      organisations: {type: 'string', default: join(CURATED, 'organisations.json')},
      'fact-sources': {type: 'string', default: join(CURATED, 'fact-sources.json')},
      'place-names': {type: 'string', default: join(CURATED, 'place-names.csv')},
      out: {type: 'string', default: DEFAULT_OUT},
      check: {type: 'boolean', default: false},
      'new-edition': {type: 'boolean', default: false},
      'skip-without-sources': {type: 'boolean', default: false},
      help: {type: 'boolean', default: false},
    },
  });
  if (values.help) return 'help';
  return {
    sources: resolve(values.sources),
    regions: resolve(values.regions),
    exceptions: resolve(values.exceptions),
    organisations: resolve(values.organisations),
    factSources: resolve(values['fact-sources']),
    placeNames: resolve(values['place-names']),
    out: resolve(values.out),
    check: values.check,
    newEdition: values['new-edition'],
    skipWithoutSources: values['skip-without-sources'],
  };
}

function readCurated(path: string, problems: ProblemList): CuratedFile {
  const file = path.startsWith(ROOT) ? path.slice(ROOT.length) : path;
  if (existsSync(path)) return {file, bytes: readFileSync(path)};
  problems.add({file, got: 'no such file', expected: 'a file kept by hand; see data/README.md'});
  return {file, bytes: new Uint8Array()};
}

/** Builds everything in memory: nothing is written unless all of it is sound. */
function build(options: Options): ReadonlyMap<string, string> {
  const problems = new ProblemList();
  const list = readSourceList(readFileSync(join(ROOT, 'data', 'sources.json'), 'utf8'), problems);
  problems.throwIfAny();
  const inputs = readInputFiles(options.sources, list, options.newEdition, problems);
  const curated = {
    regions: readCurated(options.regions, problems),
    exceptions: readCurated(options.exceptions, problems),
    organisations: readCurated(options.organisations, problems),
    factSources: readCurated(options.factSources, problems),
    placeNames: readCurated(options.placeNames, problems),
  };
  problems.throwIfAny();
  for (const {entry, sha256} of inputs.values()) {
    if (sha256 !== entry.sha256) console.log(`New edition: ${entry.path} has SHA-256 ${sha256}`);
  }
  return runPipeline({sources: list, inputs, curated}).files;
}

/** Each file is complete before it takes the place of the old one. */
function write(files: ReadonlyMap<string, string>, folder: string): void {
  mkdirSync(folder, {recursive: true});
  const fresh = [...files].map(([name, content]) => {
    const temporary = join(folder, `${name}.tmp`);
    writeFileSync(temporary, content);
    return {temporary, final: join(folder, name)};
  });
  try {
    for (const {temporary, final} of fresh) renameSync(temporary, final);
  } finally {
    for (const {temporary} of fresh) rmSync(temporary, {force: true});
  }
}

/** Names of the files that differ, with the line of the first difference, and of files that the build does not make. */
function compare(files: ReadonlyMap<string, string>, folder: string): string[] {
  const strangers = existsSync(folder) ? readdirSync(folder).filter((name) => !files.has(name)) : [];
  const differences = [...files].flatMap(([name, content]) => {
    const path = join(folder, name);
    if (!existsSync(path)) return [`${name}: is missing`];
    const committed = readFileSync(path, 'utf8');
    if (committed === content) return [];
    const [ours, theirs] = [content.split('\n'), committed.split('\n')];
    const line = ours.findIndex((text, index) => text !== theirs[index]);
    return [`${name}: differs from line ${(line === -1 ? ours.length : line) + 1} on`];
  });
  return [...differences, ...strangers.sort().map((name) => `${name}: is not made by the build`)];
}

function main(args: readonly string[]): number {
  const options = readOptions(args);
  if (options === 'help') {
    console.log(USAGE);
    return 0;
  }
  if (!existsSync(options.sources) && options.check && options.skipWithoutSources) {
    console.log(`data:check skipped: no inputs in ${options.sources}`);
    return 0;
  }
  const files = build(options);
  if (!options.check) {
    write(files, options.out);
    console.log(`Wrote ${files.size} files to ${options.out}\n${files.get('manifest.json') ?? ''}`);
    return 0;
  }
  const differences = compare(files, options.out);
  if (differences.length === 0) {
    console.log(`${options.out}: all ${files.size} files are what the inputs give`);
    return 0;
  }
  console.error(`${options.out} is not what the inputs give; run \`npm run data\` and review the diff:`);
  for (const difference of differences) console.error(`  ${difference}`);
  return 1;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (error instanceof BuildError) {
    console.error(`The data was not built; nothing has been written. ${error.problems.length} problems:`);
    for (const line of error.message.split('\n')) console.error(`  ${line}`);
  } else if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
    console.error(`${error.message}\n\n${USAGE}`);
  } else {
    throw error;
  }
  process.exitCode = 1;
}

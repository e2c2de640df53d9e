import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {listFacts} from '../../src/core/fact-age.js';
import type {Organisation} from '../../src/core/region.js';
import {compareEditions, EDITION_FILES, formatChanges, readEdition} from './compare-editions.js';
import {initDivision} from './init-division.js';
import {type CuratedFile, runPipeline} from './pipeline.js';
import {BuildError, ProblemList} from './problems.js';
import {decodeUtf8} from './read-csv.js';
import {readInputFiles, readSourceList} from './sources.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CURATED = join(ROOT, 'data', 'curated');
const DEFAULT_SOURCES = join(ROOT, '..', 'shared', 'data-sources');
/** The report of changes. It depends on the previous files, so a check leaves it out. */
const CHANGES = 'changes.md';
const DEFAULT_OUT = join(ROOT, 'data', 'generated');

const USAGE = `npm run data -- [options]          build data/generated from the inputs and data/curated
npm run data:check -- [options]    build in memory and compare with data/generated
npm run data -- --init DIR --grouping FILE    write what is to be filled in by hand for another division, into DIR

  --sources DIR         folder of the inputs (default ../shared/data-sources, beside the repository)
  --regions FILE        regions as CSV (default data/curated/regions.csv)
  --exceptions FILE     decisions about single postcodes as CSV (default data/curated/postcode-exceptions.csv)
  --organisations FILE  organisations as JSON (default data/curated/organisations.json)
  --fact-sources FILE   sources of their facts as JSON (default data/curated/fact-sources.json)
  --place-names FILE    other names of places as CSV (default data/curated/place-names.csv)
  --curated DIR         folder in which to look first for all of these: regions.csv, organisations.json, ...
  --out DIR             folder to write or compare (default data/generated)
  --today YYYY-MM-DD    facts older than a year on this day are listed (default: the date in data/sources.json)
  --new-edition         take inputs whose checksums data/sources.json does not have, and print them
  --skip-without-sources  with data:check: pass, with a word, when the folder of inputs is not there
  --grouping FILE       with --init: CSV with the columns gemeente (code) and region (name), a line per gemeente
  --help                this text`;

interface Options {
  readonly sources: string;
  readonly regions: string;
  readonly exceptions: string;
  readonly organisations: string;
  readonly factSources: string;
  readonly placeNames: string;
  readonly out: string;
  readonly today: string | undefined;
  readonly check: boolean;
  readonly newEdition: boolean;
  readonly skipWithoutSources: boolean;
  /** Writes a skeleton for another division instead of building. */
  readonly init: {readonly folder: string; readonly grouping: string} | undefined;
}

/** An invalid option. */
class UsageError extends Error {
  override name = 'UsageError';
}

function readOptions(args: readonly string[]): Options | 'help' {
  const {values} = parseArgs({
    args: [...args],
    options: {
      sources: {type: 'string', default: DEFAULT_SOURCES},
      regions: {type: 'string'},
      exceptions: {type: 'string'},
      organisations: {type: 'string'},
      'fact-sources': {type: 'string'},
      'place-names': {type: 'string'},
      curated: {type: 'string', default: CURATED},
      out: {type: 'string', default: DEFAULT_OUT},
      today: {type: 'string'},
      check: {type: 'boolean', default: false},
      'new-edition': {type: 'boolean', default: false},
      'skip-without-sources': {type: 'boolean', default: false},
      init: {type: 'string'},
      grouping: {type: 'string'},
      help: {type: 'boolean', default: false},
    },
  });
  if (values.help) return 'help';
  if (values.today !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(values.today)) {
    throw new UsageError(`--today: got "${values.today}", expected YYYY-MM-DD`);
  }
  const {curated: folder, init, grouping} = values;
  if ((init === undefined) !== (grouping === undefined)) {
    throw new UsageError(
      `--init DIR and --grouping FILE go together: got only ${init === undefined ? '--grouping' : '--init'}`,
    );
  }
  // Files that another division does not change, such as decisions about postcodes, may be absent from its folder.
  const kept = (option: string | undefined, name: string): string =>
    resolve(option ?? (existsSync(join(folder, name)) ? join(folder, name) : join(CURATED, name)));
  return {
    sources: resolve(values.sources),
    regions: kept(values.regions, 'regions.csv'),
    exceptions: kept(values.exceptions, 'postcode-exceptions.csv'),
    organisations: kept(values.organisations, 'organisations.json'),
    factSources: kept(values['fact-sources'], 'fact-sources.json'),
    placeNames: kept(values['place-names'], 'place-names.csv'),
    out: resolve(values.out),
    today: values.today,
    check: values.check,
    newEdition: values['new-edition'],
    skipWithoutSources: values['skip-without-sources'],
    init:
      init === undefined || grouping === undefined ? undefined : {folder: resolve(init), grouping: resolve(grouping)},
  };
}

function readCurated(path: string, problems: ProblemList): CuratedFile {
  const file = path.startsWith(ROOT) ? path.slice(ROOT.length) : path;
  if (existsSync(path)) return {file, bytes: readFileSync(path)};
  problems.add({file, got: 'no such file', expected: 'a file kept by hand; see data/README.md'});
  return {file, bytes: new Uint8Array()};
}

/** Writes the files of another division that have to be filled in by hand. Existing files stay. */
function init({folder, grouping}: NonNullable<Options['init']>, exceptionsPath: string): void {
  const problems = new ProblemList();
  const [table, exceptions] = [grouping, exceptionsPath].map((path) => {
    const {file, bytes} = readCurated(path, problems);
    return {file, text: decodeUtf8(bytes, file, problems)};
  });
  problems.throwIfAny();
  const files = initDivision(table?.text ?? '', table?.file ?? '', exceptions?.text ?? '', problems);
  for (const name of files.keys()) {
    const file = join(folder, name);
    if (existsSync(file)) problems.add({file, got: 'a file', expected: 'none: what is there is not written over'});
  }
  problems.throwIfAny();
  write(files, folder);
  console.log(`Wrote ${[...files.keys()].join(', ')} to ${folder}. Now fill in, as data/README.md says under "Another division":
  regions.csv          the labels that visitors see, and shorter ids where you like
  organisations.json   umbrella: name and website of who knows the way; facts of each region, as far as they are verified
  fact-sources.json    where each fact was seen, and when
Then: npm run data -- --curated ${folder} --out ${join(folder, 'generated')}`);
}

/** Builds everything in memory: nothing is written unless everything is valid. */
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

/**
 * Describes what the new files change. They are compared with the last commit, so that the report stays complete after
 * several runs; in a folder outside git, with the existing files.
 */
function describeChanges(
  files: ReadonlyMap<string, string>,
  {out, today}: Options,
): {readonly changes: string | null; readonly text: string} {
  const earlier = new Map<string, string>();
  for (const name of EDITION_FILES) {
    const committed = existsSync(out)
      ? spawnSync('git', ['-C', out, 'show', `HEAD:./${name}`], {encoding: 'utf8', maxBuffer: 2 ** 26})
      : undefined;
    if (committed?.status === 0) earlier.set(name, committed.stdout);
    else if (existsSync(join(out, name))) earlier.set(name, readFileSync(join(out, name), 'utf8'));
  }
  const [before, after] = [readEdition(earlier), readEdition(files)];
  if (after === null) throw new Error(`${out}: the files just built cannot be read back`);
  const day = today ?? after.built;
  const oldText = describeFacts(files, day);
  if (before === null) return {changes: null, text: `There is no earlier data to compare with.\n${oldText}`};
  const changes = formatChanges(before, after, compareEditions(before, after));
  if (changes === null) return {changes, text: `No answer, area or fact differs from the data of before.\n${oldText}`};
  return {changes: `${changes}${oldText}`, text: `${changes}${oldText}`};
}

/** Lists facts that are missing or older than a year, by region, for those who maintain them. */
function describeFacts(files: ReadonlyMap<string, string>, day: string): string {
  const {organisations} = JSON.parse(files.get('organisations.json') ?? '{}') as {
    organisations: Readonly<Record<string, Organisation>>;
  };
  const regions = Object.entries(organisations).map(([id, organisation]) => ({id, organisation}));
  const facts = listFacts(regions, day).filter(({state}) => state !== 'current');
  if (facts.length === 0) return '';
  const lines = regions.flatMap(({id}) => {
    const own = facts.filter(({region}) => region === id);
    if (own.length === 0) return [];
    const missing = own.flatMap(({field, state}) => (state === 'missing' ? [field] : []));
    return [
      '',
      `- ${id}`,
      ...(missing.length > 0 ? [`  - missing: ${missing.join(', ')}`] : []),
      ...own.flatMap(({field, value, date, months, source, state}) =>
        state === 'old' ? [`  - ${field}: ${value} (${date}, ${months} months, ${source})`] : [],
      ),
    ];
  });
  return `\n## Facts missing or older than a year on ${day}\n${lines.join('\n')}\n`;
}

/** Writes the files. Each is complete before it replaces the old one. */
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

/** Names of files that differ, with the line of the first difference, and of files that the build does not make. */
function compare(files: ReadonlyMap<string, string>, folder: string): string[] {
  const strangers = existsSync(folder)
    ? readdirSync(folder).filter((name) => !files.has(name) && name !== CHANGES)
    : [];
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
  if (options.init !== undefined) {
    init(options.init, options.exceptions);
    return 0;
  }
  if (!existsSync(options.sources) && options.check && options.skipWithoutSources) {
    console.log(`data:check skipped: no inputs in ${options.sources}`);
    return 0;
  }
  const files = build(options);
  if (!options.check) {
    const report = describeChanges(files, options);
    // A report of an earlier run would be wrong now.
    rmSync(join(options.out, CHANGES), {force: true});
    write(new Map([...files, ...(report.changes === null ? [] : [[CHANGES, report.changes] as const])]), options.out);
    console.log(`Wrote ${files.size} files to ${options.out}\n${files.get('manifest.json') ?? ''}\n${report.text}`);
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
  } else if (
    error instanceof UsageError ||
    (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
  ) {
    console.error(`${error.message}\n\n${USAGE}`);
  } else {
    throw error;
  }
  process.exitCode = 1;
}

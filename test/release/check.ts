/**
 * `npm run release:check`: runs all checks for a release of the checked-out commit, and prints the results on one page.
 *
 * It makes two fresh clones. In the first, `.ci/run` runs every check; the second is only built, and must give the same bytes. Then it
 * examines the packed package: its contents, its types with the oldest and newest supported version of each tool, the hashes of its
 * files, and the licences.
 *
 *     --without gates,builds,…   leaves out checks by their names on the page, which then says so
 *
 * The exit status is 0 only if every check passed and none was left out.
 */
import {execFileSync, spawn, spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {parseArgs} from 'node:util';
import {ROOT} from '../../.build/root.js';

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Result of a check: a figure for the page, or the problems. */
type Outcome = {readonly figure: string} | {readonly problems: readonly string[]};

/** The oldest TypeScript whose projects can use the types. */
const OLDEST_TYPESCRIPT = '5.4';
/** Time in which the gates may end what they have started. */
const GRACE_MS = 10_000;
/** Licences that a host can accept without further terms. */
const FREE = new Set(['MIT', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', '0BSD', 'Apache-2.0', 'Unlicense']);
/** Packages that run only in Node and are in no file for browsers. */
const NOT_IN_BROWSERS = new Set(['@lit-labs/ssr-dom-shim']);
/** Allowed folders and files of the package; anything else was included by mistake. */
const WANTED = /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|dist\/.+)$/;
const UNWANTED = /\.(test|tsbuildinfo|map)\b|(^|\/)(node_modules|\.[^/]+)(\/|$)/;

const {values: options} = parseArgs({options: {without: {type: 'string', default: ''}}});
const left = new Set(options.without.split(',').filter(Boolean));
const work = mkdtempSync(join(tmpdir(), 'regiokaart-release-'));
const rows: {name: string; mark: string; text: string; seconds: number}[] = [];

/** The process group of the gates while they run. */
let running: number | undefined;
/** Set when this run is ended from outside. */
let ending: Promise<void> | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, async () => {
    ending = running === undefined ? Promise.resolve() : endGroup(running);
    await ending;
    rmSync(work, {recursive: true, force: true, maxRetries: 5});
    process.exit(1);
  });
}

const commit = git(ROOT, 'rev-parse', 'HEAD');
const clone = join(work, 'clone');
const host = join(work, 'host');
let tarball = '';
let files: readonly {readonly path: string; readonly size: number}[] = [];

try {
  await check('clean', () => {
    const changed = git(ROOT, 'status', '--porcelain').split('\n').filter(Boolean);
    return changed.length > 0
      ? {problems: [`not committed, so not checked: ${changed.join(', ')}`]}
      : {figure: commit.slice(0, 12)};
  });
  await check('clone', () => {
    cloneTo(clone);
    // The inputs of the data are no part of the repository. `data:check` looks for them beside it.
    const inputs = join(ROOT, '../shared');
    if (existsSync(inputs)) symlinkSync(inputs, join(work, 'shared'));
    return {figure: `${readdirSync(clone).length} entries`};
  });
  await check('gates', gates);
  await check('builds', builds);
  await check('pack', pack);
  await check('contents', contents);
  await check('types', types);
  await check('integrity', integrity);
  await check('licences', licences);
} finally {
  rmSync(work, {recursive: true, force: true});
}

const {name, version} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Package;
console.log(
  `\n${name} ${version}, commit ${commit}, ${new Date().toISOString().slice(0, 10)}, Node ${process.version}\n`,
);
for (const {name, mark, text, seconds} of rows) {
  console.log(
    `${mark} ${name.padEnd(10)} ${`${seconds} s`.padStart(7)}  ${text.replaceAll('\n', `\n${' '.repeat(22)}`)}`,
  );
}
const passed = rows.filter(({mark}) => mark === '✓').length;
const skipped = rows.filter(({mark}) => mark === '-').length;
console.log(
  `\n${passed} passed, ${rows.length - passed - skipped} failed${skipped > 0 ? `, ${skipped} left out` : ''}`,
);
if (passed < rows.length) process.exitCode = 1;

async function check(name: string, run: () => Outcome | Promise<Outcome>): Promise<void> {
  if (left.has(name)) {
    rows.push({name, mark: '-', text: 'left out', seconds: 0});
    return;
  }
  await ending;
  console.log(`== ${name}`);
  const start = Date.now();
  let outcome: Outcome;
  try {
    outcome = await run();
  } catch (error) {
    outcome = {problems: [error instanceof Error ? error.message : String(error)]};
  }
  const seconds = Math.round((Date.now() - start) / 1000);
  if ('figure' in outcome) rows.push({name, mark: '✓', text: outcome.figure, seconds});
  else if (outcome.problems.length === 0) rows.push({name, mark: '✗', text: 'failed', seconds});
  else rows.push({name, mark: '✗', text: outcome.problems.join('\n'), seconds});
}

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', ['-C', folder, ...args], {encoding: 'utf8'}).trim();
}

function npm(folder: string, ...args: string[]): string {
  return execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
}

function cloneTo(folder: string): void {
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', ROOT, folder], {stdio: 'inherit'});
  git(folder, 'checkout', '--quiet', '--detach', commit);
}

/** Ends the processes of a group; by force if they have not ended their own child processes and themselves in time. */
async function endGroup(group: number): Promise<void> {
  const signal = (name: NodeJS.Signals | 0): boolean => {
    try {
      return process.kill(-group, name);
    } catch {
      // None is left.
      return false;
    }
  };
  const until = Date.now() + GRACE_MS;
  for (let left = signal('SIGTERM'); left && Date.now() < until; left = signal(0)) await pause(100);
  signal('SIGKILL');
}

/** Runs everything that CI runs, in the same way, and shows its output immediately. */
async function gates(): Promise<Outcome> {
  // A process group of its own, so that it can be ended with all that it starts.
  const gatesRun = join(clone, '.ci/run');
  const child = spawn('bash', [gatesRun], {cwd: clone, stdio: ['ignore', 'pipe', 'inherit'], detached: true});
  running = child.pid;
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    process.stdout.write(text);
  });
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  running = undefined;
  const summary = output.split('\n== summary\n').at(1)?.trim() ?? 'got no summary';
  return status === 0 ? {figure: summary} : {problems: [summary, `status ${status}`]};
}

/** Checks that the same commit, built in two folders with different names, gives the same bytes. */
function builds(): Outcome {
  const other = join(work, 'another-folder-with-a-longer-name');
  cloneTo(other);
  for (const folder of [clone, other]) {
    if (!existsSync(join(folder, 'node_modules'))) npm(folder, 'ci');
    rmSync(join(folder, 'dist'), {recursive: true, force: true});
    npm(folder, 'run', 'build');
  }
  const [first, second] = [clone, other].map((folder) => hashes(join(folder, 'dist')));
  const names = [...new Set([...(first?.keys() ?? []), ...(second?.keys() ?? [])])];
  const different = names.filter((name) => first?.get(name) !== second?.get(name));
  rmSync(other, {recursive: true, force: true});
  if (names.length === 0) return {problems: ['nothing was built']};
  return different.length > 0
    ? {problems: different.map((name) => `differs: dist/${name}`)}
    : {figure: `${names.length} files, twice the same`};
}

function hashes(folder: string): Map<string, string> {
  return new Map(
    filesIn(folder).map((path) => [
      relative(folder, path),
      createHash('sha256').update(readFileSync(path)).digest('hex'),
    ]),
  );
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();
}

/** Packs the clone and installs the package in an empty project. */
function pack(): Outcome {
  if (!existsSync(join(clone, 'node_modules'))) npm(clone, 'ci');
  if (!existsSync(join(clone, 'dist/index.js'))) npm(clone, 'run', 'build');
  mkdirSync(host);
  const [packed] = JSON.parse(npm(clone, 'pack', '--json', '--pack-destination', host)) as [
    {filename: string; size: number; unpackedSize: number; files: {path: string; size: number}[]},
  ];
  tarball = join(host, packed.filename);
  files = packed.files;
  writeFileSync(join(host, 'package.json'), JSON.stringify({private: true, type: 'module'}));
  npm(host, 'install', '--prefer-offline', '--ignore-scripts', tarball);
  return {figure: `${packed.filename}: ${files.length} files, ${packed.size} bytes, ${packed.unpackedSize} unpacked`};
}

function installed(): {folder: string; json: Package} {
  const folder = join(host, 'node_modules/regiokaart');
  return {folder, json: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package};
}

function contents(): Outcome {
  const {folder, json} = installed();
  const problems = files
    .filter(({path}) => !WANTED.test(path) || UNWANTED.test(path))
    .map(({path}) => `in the package by mistake: ${path}`);
  const named = [
    ...Object.values(json.exports).flatMap((each) => (typeof each === 'string' ? [each] : Object.values(each))),
    ...Object.values(json.bin),
  ].filter((path) => !path.includes('*'));
  for (const path of named)
    if (!existsSync(join(folder, path))) problems.push(`named in package.json, not there: ${path}`);
  for (const path of filesIn(folder)) {
    if (readFileSync(path).includes(work)) problems.push(`tells where it was built: ${relative(folder, path)}`);
  }
  return problems.length > 0 ? {problems} : {figure: `${files.length} files, ${named.length} of them entries`};
}

/** Checks the types in a host's project, with the oldest and the newest supported tools. */
function types(): Outcome {
  const {json} = installed();
  const done: string[] = [];
  const problems: string[] = [];
  for (const end of ['oldest', 'newest'] as const) {
    const folder = join(work, `types-${end}`);
    cpSync(join(clone, 'test/fixtures/host-project'), folder, {recursive: true});
    // The real packages are installed.
    for (const name of readdirSync(folder)) if (name.endsWith('-stub.d.ts')) rmSync(join(folder, name));
    writeFileSync(join(folder, 'package.json'), JSON.stringify({private: true, type: 'module'}));
    const version = (range: string | undefined) =>
      end === 'newest' ? 'latest' : `${/[\d.]+/.exec(range ?? '')?.[0] ?? ''}.0.0`.split('.').slice(0, 3).join('.');
    const wanted = {
      typescript: version(OLDEST_TYPESCRIPT),
      '@types/react': version(json.peerDependencies['react']),
      vue: version(json.peerDependencies['vue']),
      svelte: version(json.peerDependencies['svelte']),
    };
    const specs = Object.entries(wanted).map(
      ([name, wish]) => `${name}@${name === 'typescript' && end === 'oldest' ? `~${wish}` : wish}`,
    );
    npm(folder, 'install', '--prefer-offline', '--ignore-scripts', '--legacy-peer-deps', tarball, ...specs);
    const got = Object.keys(wanted).map((name) => {
      const {version} = JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')) as Package;
      return `${name} ${version}`;
    });
    for (const moduleResolution of ['bundler', 'nodenext']) {
      const config = {
        compilerOptions: {
          strict: true,
          noEmit: true,
          // Our own declarations are checked by the package's tests; errors in those of others are not ours to fix.
          skipLibCheck: true,
          target: 'ES2022',
          module: moduleResolution === 'bundler' ? 'ESNext' : 'NodeNext',
          moduleResolution,
          lib: ['ES2022', 'DOM', 'DOM.Iterable'],
          jsx: 'react-jsx',
          types: [],
        },
        include: ['*.ts', '*.tsx'],
      };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
      const {status, stdout} = spawnSync(
        process.execPath,
        [join(folder, 'node_modules/typescript/bin/tsc'), '-p', '.'],
        {
          cwd: folder,
          encoding: 'utf8',
        },
      );
      if (status !== 0) problems.push(`${got.join(', ')}, ${moduleResolution}:\n${stdout.trim()}`);
    }
    done.push(`${end}: ${got.join(', ')}`);
  }
  return problems.length > 0 ? {problems} : {figure: done.join('\n')};
}

/** Checks that each file that a page may load has a hash, and that it is correct. */
function integrity(): Outcome {
  const folder = join(installed().folder, 'dist/cdn');
  const stated = JSON.parse(readFileSync(join(folder, 'integrity.json'), 'utf8')) as Record<string, string>;
  const problems: string[] = [];
  for (const [name, value] of Object.entries(stated)) {
    const path = join(folder, name);
    if (!existsSync(path)) problems.push(`has a hash, is not there: ${name}`);
    else if (`sha384-${createHash('sha384').update(readFileSync(path)).digest('base64')}` !== value)
      problems.push(`another hash: ${name}`);
  }
  for (const path of filesIn(folder)) {
    const name = relative(folder, path);
    if (/\.(js|css)$/.test(name) && !(name in stated)) problems.push(`has no hash: ${name}`);
  }
  return problems.length > 0 ? {problems} : {figure: `${Object.keys(stated).length} hashes`};
}

/** Checks that the licences of all dependencies allow redistribution, and are listed. */
function licences(): Outcome {
  const {folder, json} = installed();
  const modules = join(host, 'node_modules');
  const packages = readdirSync(modules).flatMap((name) =>
    name.startsWith('@')
      ? readdirSync(join(modules, name)).map((each) => `${name}/${each}`)
      : name.startsWith('.')
        ? []
        : [name],
  );
  const found = packages.map(
    (name) => JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as Package,
  );
  const problems = found
    .filter(({license}) => !FREE.has(license ?? ''))
    .map(({name, license}) => `${name}: licence "${license ?? 'none'}"`);
  const notices = join(folder, 'dist/cdn/LICENSES.txt');
  const text = existsSync(notices) ? readFileSync(notices, 'utf8') : '';
  for (const name of Object.keys(json.dependencies)) {
    if (!NOT_IN_BROWSERS.has(name) && !text.includes(name))
      problems.push(`not named in dist/cdn/LICENSES.txt: ${name}`);
  }
  return problems.length > 0
    ? {problems}
    : {figure: `${found.length} packages: ${[...new Set(found.map(({license}) => license))].join(', ')}`};
}

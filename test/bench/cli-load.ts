/**
 * `npm run bench:cli`: sends ten million rows through `regiokaart lookup --file`, and prints rows per second and memory. The rows
 * are made as a stream, so they are never in memory together.
 *
 * Options: `--rows N`, `--memory MB` (largest heap; 40 by default). Exit status 1 if a row is lost, or if the heap is too small.
 */
import {spawn} from 'node:child_process';
import {createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {parseArgs} from 'node:util';
import {buildCli} from '../../.build/cli.js';

const {values: options} = parseArgs({
  options: {rows: {type: 'string', default: '10000000'}, memory: {type: 'string', default: '40'}},
});
const rows = Number(options.rows);
if (!Number.isSafeInteger(rows) || rows < 1) throw new Error(`--rows: got ${options.rows}, expected a number of rows`);

const INTERVAL_MS = 250;
const BATCH = 10_000;
const folder = mkdtempSync(join(tmpdir(), 'regiokaart-load-'));

/** Every postcode in turn, as partners write them. */
function* content(): Generator<string> {
  yield 'id;naam;postcode;plaats\r\n';
  for (let first = 0; first < rows; first += BATCH) {
    let batch = '';
    for (let id = first; id < Math.min(rows, first + BATCH); id += 1) {
      batch += `${id};"Jansen; J. ${id % 97}";${1000 + (id % 9000)} ${id % 3 === 0 ? 'ab' : 'AB'};Súdwest-Fryslân\r\n`;
    }
    yield batch;
  }
}

/** Lines of a file. */
async function countLines(file: string): Promise<number> {
  let count = 0;
  for await (const piece of createReadStream(file)) {
    for (let at = (piece as Buffer).indexOf(10); at >= 0; at = (piece as Buffer).indexOf(10, at + 1)) count += 1;
  }
  return count;
}

/** Memory of a process in MB; 0 if the system does not report it. */
function residentMemory(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

try {
  const input = join(folder, 'rows.csv');
  const output = join(folder, 'out.csv');
  await buildCli(join(folder, 'dist'));
  await pipeline(Readable.from(content()), createWriteStream(input));
  console.log(`${rows} rows, ${Math.round(statSync(input).size / 1e6)} MB`);

  const start = performance.now();
  const samples: number[] = [];
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${options.memory}`,
      join(folder, 'dist/cli/regiokaart.js'),
      'lookup',
      '--file',
      input,
      '--output',
      output,
    ],
    {stdio: ['ignore', 'inherit', 'inherit'], env: {PATH: process.env['PATH'], LANG: 'C'}},
  );
  const {pid} = child;
  const timer = setInterval(() => pid && samples.push(residentMemory(pid)), INTERVAL_MS);
  const status = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(timer);
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`got status ${status}, expected 0`);
  const lines = await countLines(output);
  if (lines !== rows + 1) throw new Error(`got ${lines} lines, expected ${rows + 1}`);

  console.log(`${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s`);
  const known = samples.filter((each) => each > 0);
  // The first tenth is for starting and warming up. Memory that grows with the rows shows between the second tenth and the last.
  const tenth = Math.ceil(known.length / 10);
  const highest = (part: readonly number[]) => Math.round(Math.max(...part));
  if (known.length >= 30) {
    const early = highest(known.slice(tenth, 2 * tenth));
    console.log(
      `memory: ${early} MB in the second tenth, ${highest(known.slice(-tenth))} MB in the last, ${highest(known)} MB at most`,
    );
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  rmSync(folder, {recursive: true, force: true});
}

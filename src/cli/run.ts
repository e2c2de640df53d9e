import {Readable, type Writable} from 'node:stream';
import {OLD_AFTER_MONTHS} from '../core/fact-age.js';
import {lookupPostcode, regions} from '../lookup.js';
import {fill} from '../shared/fill.js';
import {version} from '../shared/version.js';
import {type Arguments, readArguments, usageError} from './arguments.js';
import {checkFile} from './check.js';
import {CliError, formatProblem, type Status} from './cli-error.js';
import {formatFacts, readFacts, reportFacts} from './facts.js';
import {lookupFile} from './lookup-file.js';
import {formatResult} from './lookup-text.js';
import {prerenderHtml} from './prerender-html.js';
import type {ProgressStream} from './progress.js';
import {writeWhole} from './whole-file.js';

/** The streams that a command writes to. */
export interface Streams {
  readonly stdout: Writable;
  readonly stderr: Writable & ProgressStream;
}

/**
 * Carries out one command. Results go to the standard output, messages to the standard error.
 *
 * @param args As typed, without the name of the program.
 * @param env Determines the language of the messages unless `--lang` does.
 * @returns The exit status.
 */
export async function run(
  args: readonly string[],
  env: Readonly<NodeJS.ProcessEnv>,
  {stdout, stderr}: Streams,
): Promise<Status> {
  try {
    const called = readArguments(args, env);
    const {options, command, text} = called;
    const print = (line: string) => stdout.write(`${line}\n`);
    if (options.version) print(version);
    else if (options.help) print(text.usage);
    else {
      const carryOut = Object.hasOwn(COMMANDS, command) ? COMMANDS[command as keyof typeof COMMANDS] : undefined;
      if (carryOut) return await carryOut(called, print, {stdout, stderr});
      const got = command ? fill(text.unknownCommand, {name: command}) : text.nothing;
      throw usageError(text, got, Object.keys(COMMANDS).join(', '));
    }
    return 0;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    stderr.write(`${error.message}\n`);
    return error.status;
  }
}

/** Carries out one command. */
type Command = (called: Arguments, print: (line: string) => void, streams: Streams) => Promise<Status>;

const COMMANDS: Readonly<Record<'check' | 'lookup' | 'facts' | 'html', Command>> = {check, lookup, facts, html};

/** Refuses options of other commands. */
function refuseOthers({options, command, text}: Arguments, allowed: readonly (keyof Arguments['options'])[]): void {
  const surplus = Object.keys(options).find((name) => !['lang', ...allowed].some((each) => each === name));
  if (!surplus) return;
  const expected = [...allowed.map((name) => `--${name}`), '--lang'].join(', ');
  throw usageError(text, `--${surplus}`, `${command}, ${expected}`);
}

async function check(called: Arguments, print: (line: string) => void): Promise<Status> {
  refuseOthers(called, []);
  const {values, text} = called;
  const [file, ...more] = values;
  if (!file || more.length > 0) throw usageError(text, values.join(' ') || text.nothing, text.oneFile);
  const problems = await checkFile(file, regions, text);
  for (const problem of problems) print(formatProblem(problem, text));
  print(problems.length > 0 ? fill(text.problems, {file, count: problems.length}) : fill(text.valid, {file}));
  return problems.length > 0 ? 1 : 0;
}

async function facts(called: Arguments, print: (line: string) => void): Promise<Status> {
  refuseOthers(called, ['older-than', 'json']);
  const {values, options, text} = called;
  const [file, ...more] = values;
  if (more.length > 0) throw usageError(text, values.join(' '), text.noOrOneFile);
  const asked = options['older-than'] ?? String(OLD_AFTER_MONTHS);
  if (!/^\d{1,4}$/.test(asked)) throw usageError(text, `--older-than ${asked}`, text.wholeMonths);
  const olderThan = Number(asked);
  const all = file === undefined ? regions : await readFacts(file, text);
  const report = reportFacts(all, new Date(), olderThan);
  print(options.json ? JSON.stringify(report.facts) : formatFacts(all, report, olderThan, text));
  return report.missing + report.old > 0 ? 1 : 0;
}

async function html(called: Arguments, _print: (line: string) => void, {stdout}: Streams): Promise<Status> {
  refuseOthers(called, ['heading-level', 'map', 'no-location', 'css', 'data', 'output']);
  const {values, options, text} = called;
  if (values.length > 0) throw usageError(text, values.join(' '), text.htmlOptions);
  const markup = await prerenderHtml(options, text);
  await writeWhole(Readable.from([`${markup}\n`]), options.output, stdout, text);
  return 0;
}

async function lookup(called: Arguments, print: (line: string) => void, {stdout, stderr}: Streams): Promise<Status> {
  refuseOthers(called, ['file', 'column', 'output', 'json']);
  const {values, options, language, text} = called;
  const {file, column, output, json} = options;
  if (file === undefined) {
    const surplus = (['column', 'output'] as const).find((name) => options[name] !== undefined);
    if (surplus) throw usageError(text, `--${surplus}`, text.onlyWithFile);
    if (values.length === 0) throw usageError(text, text.nothing, text.onePostcode);
    // A postcode with its letters may be given as two arguments.
    const result = lookupPostcode(values.join(' '));
    print(json ? JSON.stringify(result) : formatResult(result, text));
    return result.status === 'found' || result.status === 'ambiguous' ? 0 : 1;
  }
  if (values.length > 0) throw usageError(text, text.notBoth, text.onePostcode);
  if (json) throw usageError(text, '--json', text.onePostcode);
  const {warning, ...counts} = await lookupFile({file, column, output, language, text}, stdout, stderr);
  const numbers = new Intl.NumberFormat(language);
  const words = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, numbers.format(count)]));
  stderr.write(`${fill(text.summary, words)}\n`);
  if (warning) stderr.write(`${warning}\n`);
  return 0;
}

import type {Writable} from 'node:stream';
import {lookupPostcode, regions} from '../lookup.js';
import {fill} from '../shared/fill.js';
import {version} from '../shared/version.js';
import {type Arguments, readArguments, usageError} from './arguments.js';
import {checkFile} from './check.js';
import {CliError, formatProblem, type Status} from './cli-error.js';
import {lookupFile} from './lookup-file.js';
import {formatResult} from './lookup-text.js';
import type {ProgressStream} from './progress.js';

/** Where a command writes. */
export interface Streams {
  readonly stdout: Writable;
  readonly stderr: Writable & ProgressStream;
}

/**
 * Carries out one command. Results go to the standard output, messages to the standard error.
 *
 * @param args As typed, without the name of the program.
 * @param env Sets the language of the messages where `--lang` does not.
 * @returns The status to end with.
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
    else if (command === 'check') return await check(called, print);
    else if (command === 'lookup') return await lookup(called, print, {stdout, stderr});
    else {
      const got = command ? fill(text.unknownCommand, {name: command}) : text.nothing;
      throw usageError(text, got, 'check, lookup');
    }
    return 0;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    stderr.write(`${error.message}\n`);
    return error.status;
  }
}

async function check({values, options, text}: Arguments, print: (line: string) => void): Promise<Status> {
  const surplus = (['file', 'column', 'output', 'json'] as const).find((name) => options[name] !== undefined);
  if (surplus) throw usageError(text, `--${surplus}`, 'check, --lang');
  const [file, ...more] = values;
  if (!file || more.length > 0) throw usageError(text, values.join(' ') || text.nothing, text.oneFile);
  const problems = await checkFile(file, regions, text);
  for (const problem of problems) print(formatProblem(problem, text));
  print(problems.length > 0 ? fill(text.problems, {file, count: problems.length}) : fill(text.valid, {file}));
  return problems.length > 0 ? 1 : 0;
}

async function lookup(
  {values, options, language, text}: Arguments,
  print: (line: string) => void,
  {stdout, stderr}: Streams,
): Promise<Status> {
  const {file, column, output, json} = options;
  if (file === undefined) {
    const surplus = (['column', 'output'] as const).find((name) => options[name] !== undefined);
    if (surplus) throw usageError(text, `--${surplus}`, text.onlyWithFile);
    if (values.length === 0) throw usageError(text, text.nothing, text.onePostcode);
    // A postcode with its letters may well come as two words.
    const result = lookupPostcode(values.join(' '));
    print(json ? JSON.stringify(result) : formatResult(result, language));
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

import {createReadStream, createWriteStream, rmSync} from 'node:fs';
import {mkdtemp, realpath, rename, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, dirname, join} from 'node:path';
import type {Readable, Writable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {fill} from '../shared/fill.js';
import {CliError, codeOf, formatProblem} from './cli-error.js';
import type {CliStrings} from './texts.js';

/** Signals that end the command. What is half written goes first. */
const SIGNALS = {SIGINT: 130, SIGTERM: 143, SIGHUP: 129} as const;

/**
 * Writes all of a stream to a file, or, when it breaks, nothing: the file appears, or changes, at the very end.
 *
 * @param content Its errors are passed on.
 * @param output The file; undefined for the standard output, which gets its first byte when all is known to be well.
 * @throws {CliError} when the file cannot be written.
 */
export async function writeWhole(
  content: Readable,
  output: string | undefined,
  stdout: Writable,
  text: CliStrings,
): Promise<void> {
  const target = output && (await targetOf(output, text));
  const folder = target ? dirname(target) : await mkdtemp(join(tmpdir(), 'regiokaart-'));
  const scratch = join(folder, `.${target ? basename(target) : 'output'}.${process.pid}.part`);
  const leftOver = target ? scratch : folder;
  const stop = (signal: NodeJS.Signals) => {
    rmSync(leftOver, {recursive: true, force: true});
    process.stderr.write(`${text.stopped}\n`);
    process.exit(SIGNALS[signal as keyof typeof SIGNALS]);
  };
  for (const signal of Object.keys(SIGNALS)) process.once(signal, stop);
  try {
    await pipeline(content, createWriteStream(scratch, {flags: 'wx'}));
    if (target) await rename(scratch, target);
    else await pipeline(createReadStream(scratch), stdout, {end: false});
  } catch (error) {
    // Who reads the output has seen enough, as `head` does.
    if (codeOf(error) === 'EPIPE') return;
    throw error instanceof CliError ? error : unwritable(output ?? scratch, error, text);
  } finally {
    for (const signal of Object.keys(SIGNALS)) process.off(signal, stop);
    await rm(leftOver, {recursive: true, force: true});
  }
}

const unwritable = (file: string, cause: unknown, text: CliStrings) =>
  new CliError(
    2,
    formatProblem({file, got: fill(text.unwritable, {error: codeOf(cause)}), expected: text.writable}, text),
    {cause},
  );

/** The file itself behind a link, so that the link stays; only a file, or a name that is free, is ever replaced. */
async function targetOf(output: string, text: CliStrings): Promise<string> {
  const stats = await stat(output).catch(() => null);
  if (!stats) return output;
  if (stats.isFile()) return realpath(output);
  throw new CliError(2, formatProblem({file: output, got: text.notAFile, expected: text.writable}, text));
}

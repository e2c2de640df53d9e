import {createReadStream, createWriteStream, rmSync, type Stats} from 'node:fs';
import {chmod, chown, mkdtemp, realpath, rename, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, dirname, join} from 'node:path';
import type {Readable, Writable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {fill} from '../shared/fill.js';
import {CliError, codeOf, formatProblem} from './cli-error.js';
import type {CliStrings} from './texts.js';

/** Signals that end the command, after the partly written file has been removed. */
const SIGNALS = {SIGINT: 130, SIGTERM: 143, SIGHUP: 129} as const;

/**
 * Writes a stream to a file completely, or not at all if the stream fails: the file appears or changes at the very end. An
 * existing file keeps its mode and, as far as the system allows, its owner.
 *
 * @param content Its errors are passed on.
 * @param output The file; undefined for the standard output, which gets its first byte once the input has proved valid.
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
    const before = target ? await stat(target).catch(() => null) : null;
    // From the first byte on, the new file is readable only by those who could read the old one.
    const mode = before ? 0o600 : 0o666;
    await pipeline(content, createWriteStream(scratch, {flags: 'wx', mode, flush: true}));
    if (before) await takeOver(scratch, before);
    if (target) await rename(scratch, target);
    else await pipeline(createReadStream(scratch), stdout, {end: false});
  } catch (error) {
    // The reader of the output has stopped, as `head` does.
    if (codeOf(error) === 'EPIPE') return;
    throw error instanceof CliError ? error : unwritable(output ?? scratch, error, text);
  } finally {
    for (const signal of Object.keys(SIGNALS)) process.off(signal, stop);
    await rm(leftOver, {recursive: true, force: true});
  }
}

/** Gives a file the owner and the mode of another one. */
async function takeOver(file: string, {uid, gid, mode}: Stats): Promise<void> {
  const {uid: ownUid, gid: ownGid} = await stat(file);
  if (uid !== ownUid || gid !== ownGid) {
    try {
      await chown(file, uid, gid);
    } catch (error) {
      // Only an administrator may change the owner of a file.
      if (codeOf(error) !== 'EPERM') throw error;
    }
  }
  await chmod(file, mode & 0o7777);
}

const unwritable = (file: string, cause: unknown, text: CliStrings) =>
  new CliError(
    2,
    formatProblem({file, got: fill(text.unwritable, {error: codeOf(cause)}), expected: text.writable}, text),
    {cause},
  );

/** The file that a link points to, so that the link stays. Nothing but a file is ever replaced. */
async function targetOf(output: string, text: CliStrings): Promise<string> {
  const stats = await stat(output).catch(() => null);
  if (!stats) return output;
  if (stats.isFile()) return realpath(output);
  throw new CliError(2, formatProblem({file: output, got: text.notAFile, expected: text.writable}, text));
}

import {spawn} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {buildCli} from '../../.build/cli.js';

/** Result of a run of the command. */
export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Options of Node itself. */
  readonly node?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Called with the whole standard error so far. */
  readonly onStderr?: (stderr: string, end: (signal: NodeJS.Signals) => void) => void;
}

/** The published command, in a separate folder with its files. */
export interface Command {
  readonly folder: string;
  readonly path: string;
  run(args: readonly string[], options?: RunOptions): Promise<Ended>;
  /** Writes a file to the folder and gives its name. */
  write(name: string, content: string | Uint8Array): string;
  remove(): void;
}

/** Builds the command. Messages are in English unless a run sets another language. */
export async function buildCommand(): Promise<Command> {
  const folder = mkdtempSync(join(tmpdir(), 'regiokaart-cli-test-'));
  await buildCli(join(folder, 'dist'));
  const path = join(folder, 'dist/cli/regiokaart.js');
  return {
    folder,
    path,
    run: (args, {node = [], env = {}, onStderr} = {}) =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [...node, path, ...args], {
          cwd: folder,
          env: {PATH: process.env['PATH'], LANG: 'C', ...env},
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        let stdout = '';
        let stderr = '';
        child.stdout.setEncoding('latin1').on('data', (data: string) => {
          stdout += data;
        });
        child.stderr.setEncoding('utf8').on('data', (data: string) => {
          stderr += data;
          onStderr?.(stderr, (signal) => child.kill(signal));
        });
        child.once('error', reject);
        child.once('close', (status, signal) =>
          resolve({status, signal, stdout: Buffer.from(stdout, 'latin1').toString(), stderr}),
        );
      }),
    write(name, content) {
      writeFileSync(join(folder, name), content);
      return name;
    },
    remove: () => rmSync(folder, {recursive: true}),
  };
}

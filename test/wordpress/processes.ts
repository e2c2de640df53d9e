import {type ChildProcess, type SpawnOptions, spawn} from 'node:child_process';
import {setTimeout as pause} from 'node:timers/promises';
import type {Browser} from 'puppeteer-core';

/** Length of the output of a process that is kept for an error report. */
const TAIL_CHARACTERS = 3000;
const GRACE_MS = 3000;
const CLOSE_LIMIT_MS = 5000;

/** A process in its own group, so that it can be ended with all its child processes. */
export interface Started {
  readonly child: ChildProcess;
  /** The end of its output, both streams. */
  tail(): string;
  /** Resolves when it has ended: its status, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

const running = new Set<Started>();

/** Starts a program; `endAll` ends it if it is still running. */
export function start(
  command: string,
  args: readonly string[],
  {echo = false, ...options}: SpawnOptions & {echo?: boolean} = {},
): Started {
  const child = spawn(command, args, {...options, stdio: ['ignore', 'pipe', 'pipe'], detached: true});
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (piece: string) => {
      text = (text + piece).slice(-TAIL_CHARACTERS);
      if (echo) process.stdout.write(piece);
    });
  }
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('error', (error) => {
      text += error.message;
      resolve(-1);
    });
    child.once('close', (status, signal) => resolve(signal ?? status ?? -1));
  });
  const started: Started = {child, tail: () => text.trim(), ended};
  running.add(started);
  ended.then(() => running.delete(started));
  return started;
}

/** Waits for a process to end by itself. @throws after `limitMs`, with its last output, and ends the process. */
export async function finished(started: Started, what: string, limitMs: number): Promise<number | NodeJS.Signals> {
  const result = await within(started.ended, limitMs);
  if (result !== undefined) return result;
  const last = started.tail();
  await end(started);
  throw new Error(`${what}: did not end within ${limitMs / 1000} s. What it said last:\n${last}`);
}

/**
 * Waits until a process is ready for use.
 *
 * @param isReady Called repeatedly; an error means "not yet".
 * @throws if the process ends, or is not ready after `limitMs`, with its last output. Then the process is ended.
 */
export async function ready(
  started: Started,
  what: string,
  limitMs: number,
  isReady: () => Promise<boolean>,
): Promise<void> {
  const until = Date.now() + limitMs;
  let why = `was not ready within ${limitMs / 1000} s`;
  while (Date.now() < until) {
    if (await isReady().catch(() => false)) return;
    const status = await within(started.ended, 250);
    if (status !== undefined) {
      why = `ended (${status}) before it was ready`;
      break;
    }
  }
  const last = started.tail();
  await end(started);
  throw new Error(`${what}: ${why}. What it said last:\n${last}`);
}

/** Ends a process with its child processes; by force if necessary. */
export async function end(started: Started): Promise<void> {
  signal(started, 'SIGTERM');
  if ((await within(started.ended, GRACE_MS)) === undefined) signal(started, 'SIGKILL');
  await within(started.ended, GRACE_MS);
  // Any remaining processes of its group.
  signal(started, 'SIGKILL');
}

/** Ends all processes that were started here and are still running. */
export async function endAll(): Promise<void> {
  await Promise.all([...running].map(end));
}

/** Ends them at once, without waiting. */
export function killAll(): void {
  for (const started of running) signal(started, 'SIGKILL');
}

function signal({child}: Started, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(name);
    else process.kill(-child.pid, name);
  } catch {
    // The process has already ended.
  }
}

/** Closes a browser; ends it by force if it hangs. */
export async function closeBrowser(browser: Browser): Promise<void> {
  const closed = browser.close().then(() => true);
  if ((await within(closed, CLOSE_LIMIT_MS)) === undefined) browser.process()?.kill('SIGKILL');
}

/** The result of a promise, or undefined after `limitMs`. */
export async function within<T>(promise: Promise<T>, limitMs: number): Promise<T | undefined> {
  const stop = new AbortController();
  try {
    return await Promise.race([promise, pause(limitMs, undefined, {signal: stop.signal})]);
  } finally {
    stop.abort();
  }
}

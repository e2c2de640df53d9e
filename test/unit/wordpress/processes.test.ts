import {afterEach, describe, expect, it} from 'vitest';
import {endAll, finished, ready, start} from '../../wordpress/processes.js';

/** Starts a program that starts another one, and hangs. */
const hanging = (before: string) =>
  start(process.execPath, [
    '-e',
    `const {spawn} = require('node:child_process');
     const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {stdio: 'ignore'});
     console.log('child ' + child.pid); console.error(${JSON.stringify(before)});
     process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);`,
  ]);

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const pidsIn = (text: string) => [...text.matchAll(/child (\d+)/g)].map(([, pid]) => Number(pid));

afterEach(() => endAll());

describe('a step with a process that hangs', () => {
  it('ends by itself with the last output, and leaves nothing running', async () => {
    const started = hanging('Installing WordPress');
    const error: unknown = await ready(started, 'WordPress 6.5', 3000, async () => false).catch((caught) => caught);
    expect(String(error)).toMatch(/WordPress 6\.5: was not ready within 3 s/);
    expect(String(error)).toContain('Installing WordPress');
    const pids = [started.child.pid ?? 0, ...pidsIn(started.tail())];
    expect(pids).toHaveLength(2);
    await expect.poll(() => pids.filter(isAlive), {timeout: 10_000}).toEqual([]);
  });

  it('reports a process that does not end in time', async () => {
    const started = hanging('a test that waits');
    await expect(finished(started, 'the tests', 3000)).rejects.toThrow(
      /the tests: did not end within 3 s[\s\S]*a test that waits/,
    );
    expect(isAlive(started.child.pid ?? 0)).toBe(false);
  });

  it('does not wait for one that has ended', async () => {
    const started = start(process.execPath, ['-e', 'console.error("port in use"); process.exit(3)']);
    await expect(ready(started, 'WordPress 6.5', 60_000, async () => false)).rejects.toThrow(
      /WordPress 6\.5: ended \(3\) before it was ready[\s\S]*port in use/,
    );
  });

  it('reports a program that does not exist', async () => {
    const started = start('/nowhere/program', []);
    await expect(ready(started, 'a program', 60_000, async () => false)).rejects.toThrow(/ended \(-\d+\)[\s\S]*ENOENT/);
  });

  it('continues as soon as it is ready', async () => {
    let asked = 0;
    const started = hanging('');
    await ready(started, 'WordPress 6.5', 60_000, async () => {
      asked++;
      if (asked === 1) throw new Error('not yet');
      return asked === 3;
    });
    expect(asked).toBe(3);
  });
});

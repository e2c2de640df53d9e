import {spawnSync} from 'node:child_process';
import {chmodSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {Session, SessionError, whyNot} from '../../screen-reader/session.js';

/** Long enough for each real part to start on a busy machine. */
const PATIENCE_MS = 15_000;
const USER = `orca-firefox-${process.pid}`;

describe.skipIf(whyNot() !== null)('a session with a screen reader', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'silent-'));
    chmodSync(folder, 0o755);
    writeFileSync(join(folder, 'silent'), '#!/bin/sh\necho "here, but says nothing"\nwhile :; do sleep 1; done\n', {
      mode: 0o755,
    });
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, {recursive: true, force: true});
  });

  /** No process and no user of the session is left. */
  const expectNothingLeft = () => {
    expect(spawnSync('id', [USER]).status).not.toBe(0);
    expect(spawnSync('pgrep', ['-f', join(folder, 'silent')], {encoding: 'utf8'}).stdout).toBe('');
  };

  it('ends with what it saw last if Orca says nothing', async () => {
    writeFileSync(join(folder, 'orca'), `#!/bin/sh\nexec ${join(folder, 'silent')}\n`, {mode: 0o755});
    vi.stubEnv('PATH', `${folder}${delimiter}${process.env['PATH']}`);
    const start = Session.start('firefox', 'firefox', PATIENCE_MS);
    await expect(start).rejects.toThrow(SessionError);
    await expect(start).rejects.toThrow(
      /^Orca did not start in time\n {2}heard last: nothing[\s\S]*orca\.log: here, but says nothing/,
    );
    expectNothingLeft();
  });

  it('ends with what it saw last if the browser hangs', async () => {
    const session = await Session.start('firefox', join(folder, 'silent'), 4 * PATIENCE_MS);
    try {
      await expect(session.open('http://127.0.0.1/', 1000)).rejects.toThrow(
        new SessionError('no page (http://127.0.0.1/) within 1 s'),
      );
      expect(session.seenLast()).toMatch(/^heard last: “[\s\S]*browser\.log: here, but says nothing/);
    } finally {
      await session.stop();
    }
    expectNothingLeft();
  });
});

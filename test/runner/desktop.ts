import {type ChildProcess, spawn} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Media} from '../helpers/user-actions.js';

/** The preferences of a GTK desktop, which WebKitGTK follows while it runs. */
export interface Desktop {
  set(media: Media): Promise<void>;
  stop(): void;
}

/** Starts `xsettingsd` on a display. */
export function startDesktop(command: string, display: string): Desktop {
  const folder = mkdtempSync(join(tmpdir(), 'regiokaart-desktop-'));
  const file = join(folder, 'xsettingsd.conf');
  const write = ({reducedMotion = false, dark = false}: Media) => {
    const lines = [
      `Gtk/EnableAnimations ${reducedMotion ? 0 : 1}`,
      `Net/ThemeName "${dark ? 'Adwaita-dark' : 'Adwaita'}"`,
    ];
    writeFileSync(file, `${lines.join('\n')}\n`);
  };
  write({});
  const child: ChildProcess = spawn(command, ['-c', file], {env: {...process.env, DISPLAY: display}, stdio: 'ignore'});
  return {
    async set(media) {
      write(media);
      child.kill('SIGHUP');
    },
    stop() {
      child.kill('SIGTERM');
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

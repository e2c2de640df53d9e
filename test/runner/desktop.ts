import {type ChildProcess, spawn, spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Media} from '../helpers/user-actions.js';

/** The preferences of a GTK desktop, which WebKitGTK follows while it runs. */
export interface Desktop {
  set(media: Media): void;
  stop(): void;
}

/** Style for a narrow toolbar, because that of MiniBrowser would keep the window wider than a phone. */
const NARROW_TOOLBAR = `window toolbar, window toolbar *, window headerbar, window headerbar *, window entry, window button {
  min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px;
}
`;

/**
 * Makes a temporary folder with the settings that WebKitGTK reads at its start: a narrow toolbar, and the Dutch locale if the
 * system can make it (Debian's package `locales`); otherwise `navigator.language` is `C`.
 */
export function prepareHome(locale: string): {env: NodeJS.ProcessEnv; folder: string; remove(): void} {
  const folder = mkdtempSync(join(tmpdir(), 'regiokaart-webkit-'));
  mkdirSync(join(folder, 'gtk-3.0'));
  writeFileSync(join(folder, 'gtk-3.0', 'gtk.css'), NARROW_TOOLBAR);
  const name = locale.replace('-', '_');
  const made = spawnSync('localedef', ['-i', name, '-f', 'UTF-8', join(folder, `${name}.UTF-8`)], {stdio: 'ignore'});
  const language = made.status === 0 ? {LOCPATH: folder, LC_ALL: `${name}.UTF-8`} : {LC_ALL: 'C.UTF-8'};
  return {
    env: {...process.env, XDG_CONFIG_HOME: folder, ...language},
    folder,
    remove: () => rmSync(folder, {recursive: true, force: true}),
  };
}

/** Starts `xsettingsd`, which tells programs of this display when a setting changes. */
export function startDesktop(command: string, display: string, folder: string): Desktop {
  const file = join(folder, 'xsettingsd.conf');
  const write = ({reducedMotion = false, dark = false}: Media) => {
    const animations = `Gtk/EnableAnimations ${reducedMotion ? 0 : 1}`;
    writeFileSync(file, `${animations}\nNet/ThemeName "${dark ? 'Adwaita-dark' : 'Adwaita'}"\n`);
  };
  write({});
  const child: ChildProcess = spawn(command, ['-c', file], {env: {...process.env, DISPLAY: display}, stdio: 'ignore'});
  return {
    set(media) {
      write(media);
      child.kill('SIGHUP');
    },
    stop: () => void child.kill('SIGTERM'),
  };
}

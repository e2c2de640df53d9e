import {type ChildProcess, execFile, execFileSync, spawn} from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import {createInterface} from 'node:readline';
import {setTimeout as pause} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {OrcaJournal, SpeechJournal, type Utterance} from './ears.js';

export type Kind = 'firefox' | 'chromium';

const SCRIPT = fileURLToPath(new URL('session.sh', import.meta.url));
/** Debian's package for each command that a session needs. */
const COMMANDS: Readonly<Record<string, string>> = {
  Xvfb: 'xvfb',
  'dbus-run-session': 'dbus-daemon',
  gdbus: 'libglib2.0-bin',
  openbox: 'openbox',
  orca: 'orca',
  pactl: 'pulseaudio-utils',
  pulseaudio: 'pulseaudio',
  'speech-dispatcher': 'speech-dispatcher',
  useradd: 'passwd',
  xdotool: 'xdotool',
};
/** Packages without a command, with a file that shows that they are installed. */
const FILES: Readonly<Record<string, string>> = {
  '/usr/libexec/at-spi-bus-launcher': 'at-spi2-core',
  '/usr/lib/speech-dispatcher-modules/sd_espeak-ng': 'speech-dispatcher-espeak-ng',
};

/** Messages that programs print on any machine without desktop services. */
const NOISE =
  /system bus|system_bus|org\.a11y\.atspi\.Registry|UPower|debian-menu|SocketCreateListener|server already running/;

const LOOK_MS = 50;
/** Time between key presses, so that a key is released before it is pressed again. */
const KEY_GAP_MS = 120;
const END_LIMIT_MS = 15_000;
const LAST_LINES = 12;

/** An error of the session itself, which says nothing about the page. */
export class SessionError extends Error {
  override name = 'SessionError';
}

/** The reason why no session can run on this machine; null if one can. */
export function whyNot(): string | null {
  if (process.platform !== 'linux') return 'Orca runs on Linux';
  if (process.getuid?.() !== 0) return 'needs root, to run Orca as a user of its own';
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const missing = [
    ...Object.entries(COMMANDS).filter(([name]) => !folders.some((folder) => existsSync(join(folder, name)))),
    ...Object.entries(FILES).filter(([file]) => !existsSync(file)),
  ].map(([, name]) => name);
  return missing.length > 0 ? `not installed: ${[...new Set(missing)].join(', ')}` : null;
}

/** Reads the new lines of a growing file. */
class Tail {
  #descriptor: number | undefined;
  #position = 0;
  #rest = '';
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  lines(): string[] {
    if (this.#descriptor === undefined) {
      if (!existsSync(this.#path)) return [];
      this.#descriptor = openSync(this.#path, 'r');
    }
    const size = statSync(this.#path).size;
    if (size <= this.#position) return [];
    const bytes = Buffer.alloc(size - this.#position);
    this.#position += readSync(this.#descriptor, bytes, 0, bytes.length, this.#position);
    const lines = (this.#rest + bytes.toString('utf8')).split('\n');
    this.#rest = lines.pop() ?? '';
    return lines;
  }
}

/** How long to listen. */
export interface Listening {
  /** True as soon as all required speech has been heard. */
  readonly complete: (said: readonly Utterance[]) => boolean;
  /** Least time to listen, because forbidden speech may come late. */
  readonly leastMs: number;
  /** Longest time to wait for `complete`. */
  readonly mostMs: number;
  /** How long Orca has to be silent. */
  readonly quietMs: number;
  /** Whether to wait until all speech has ended. */
  readonly toTheEnd: boolean;
}

export interface Heard {
  readonly said: readonly Utterance[];
  /** Speech that was interrupted by later speech or by a key. */
  readonly cutOff: readonly string[];
}

/** A desktop with a browser and Orca, under an ordinary user that is created for it and removed afterwards. */
export class Session {
  readonly #home: string;
  readonly #user: string;
  readonly #uid: number;
  readonly #process: ChildProcess;
  readonly #ready = new Set<string>();
  readonly #orcaTail: Tail;
  readonly #speechTail: Tail;
  readonly #orca = new OrcaJournal();
  readonly #speech = new SpeechJournal();
  readonly #last: string[] = [];
  #display = '';
  #failed = '';
  #ended = false;

  private constructor(kind: Kind, command: string, patienceMs: number) {
    this.#user = `orca-${kind}-${process.pid}`;
    execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/bin/false', this.#user], {stdio: 'pipe'});
    this.#uid = Number(execFileSync('id', ['-u', this.#user], {encoding: 'utf8'}));
    const gid = Number(execFileSync('id', ['-g', this.#user], {encoding: 'utf8'}));
    this.#home = mkdtempSync(join(tmpdir(), 'regiokaart-orca-'));
    const runtime = join(this.#home, 'run');
    mkdirSync(runtime, {mode: 0o700});
    for (const folder of [this.#home, runtime]) chownSync(folder, this.#uid, gid);
    // Xvfb needs this folder for its socket, and only root can create it.
    if (!existsSync('/tmp/.X11-unix')) execFileSync('mkdir', ['-m', '1777', '/tmp/.X11-unix']);
    this.#orcaTail = new Tail(join(this.#home, 'orca.journal'));
    this.#speechTail = new Tail(join(runtime, 'speech-dispatcher/log/speech-dispatcher.log'));
    // The script is passed as an argument, because its user may not be able to read this folder.
    const script = join(this.#home, 'session.sh');
    execFileSync('install', ['-m', '755', SCRIPT, script]);
    this.#process = spawn('/bin/bash', [script, command, kind, String(Math.ceil(patienceMs / 1000))], {
      cwd: this.#home,
      uid: this.#uid,
      gid,
      // A separate process group, so that it can be ended as a whole.
      detached: true,
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {
        PATH: process.env['PATH'],
        LANG: 'C.UTF-8',
        HOME: this.#home,
        USER: this.#user,
        LOGNAME: this.#user,
        XDG_RUNTIME_DIR: runtime,
      },
    });
    this.#process.on('exit', () => {
      this.#ended = true;
    });
    // The process may end at any moment, which `#ended` detects.
    this.#process.stdin?.on('error', () => {});
    if (this.#process.stdout) {
      createInterface({input: this.#process.stdout}).on('line', (line) => {
        const [verb, ...name] = line.split(' ');
        if (verb === 'ready') this.#ready.add(name.join(' '));
        else if (verb === 'display') this.#display = name.join(' ');
        else if (verb === 'failed') this.#failed = name.join(' ');
      });
    }
  }

  /**
   * Starts everything except the browser.
   *
   * @throws SessionError if a part does not start in time; nothing is left running.
   */
  static async start(kind: Kind, command: string, patienceMs: number): Promise<Session> {
    const session = new Session(kind, command, patienceMs);
    try {
      // Each part has its own limit in the script; this one is for a script that hangs.
      await session.#until(() => session.#ready.has('Orca'), 8 * patienceMs, 'Orca');
      return session;
    } catch (error) {
      const seen = session.seenLast();
      await session.stop();
      throw new SessionError(`${error instanceof Error ? error.message : error}\n  ${seen}`, {cause: error});
    }
  }

  /** Opens a page in a new tab, and returns when Orca has announced it. */
  async open(url: string, limitMs: number): Promise<void> {
    await this.#command('open', url, limitMs);
    let there = false;
    await this.#until(
      () => {
        there ||= this.#follow().said.some(({text}) => text.startsWith('Page has'));
        return there;
      },
      limitMs,
      `page (${url})`,
    );
  }

  /**
   * Presses keys by their names in xdotool. `type:1316` types, `wait:0.5` waits (seconds), and `Orca+a` holds the modifier key of
   * Orca's commands.
   */
  async press(keys: readonly string[]): Promise<void> {
    this.#follow();
    this.#speech.takeCutOff();
    for (const key of keys) {
      const [, verb, rest = ''] = /^(type|wait):(.*)$/.exec(key) ?? [];
      if (verb === 'wait') await pause(Number(rest) * 1000);
      // xdotool uses half of this time between press and release.
      else if (verb === 'type') await this.#xdotool('type', '--delay', String(2 * KEY_GAP_MS), rest);
      else if (key.startsWith('Orca+'))
        await this.#xdotool('keydown', 'Insert', 'key', key.slice(5), 'keyup', 'Insert');
      else await this.#xdotool('key', key);
    }
  }

  /** Records speech from now on, or from the last call of `press`. */
  async listen({complete, leastMs, mostMs, quietMs, toTheEnd}: Listening): Promise<Heard> {
    const said: Utterance[] = [];
    const start = Date.now();
    let busy = start;
    for (;;) {
      this.#check();
      const news = this.#follow();
      said.push(...news.said);
      const now = Date.now();
      if (news.stirred) busy = now;
      const since = now - start;
      const silent = now - busy > quietMs && !(toTheEnd && this.#speech.speaking);
      if (since > leastMs && silent && (complete(said) || since > mostMs)) break;
      // Does not wait for speech that never ends.
      if (since > 3 * mostMs) break;
      await pause(LOOK_MS);
    }
    return {said, cutOff: this.#speech.takeCutOff()};
  }

  /** The last speech, and the last lines of each part's log, for an error report. */
  seenLast(): string {
    const logs = existsSync(this.#home) ? readdirSync(this.#home).filter((name) => name.endsWith('.log')) : [];
    const ends = logs.flatMap((name) => {
      const lines = readFileSync(join(this.#home, name), 'utf8').split('\n');
      const telling = lines.filter((line) => line.trim() !== '' && !NOISE.test(line)).slice(-3);
      return telling.length > 0 ? [`${name}: ${telling.join('\n    ')}`] : [];
    });
    const last = this.#last.length > 0 ? this.#last.map((text) => `“${text}”`).join(' ') : 'nothing';
    return [`heard last: ${last}`, ...ends].join('\n  ');
  }

  /** Ends everything that was started, and removes the user and the folder. May be called twice. */
  async stop(): Promise<void> {
    this.#process.stdin?.end();
    const end = Date.now() + END_LIMIT_MS;
    while (!this.#ended && Date.now() < end) await pause(LOOK_MS);
    // Only this session uses this user, so all its processes were started here.
    for (let tries = 0; tries < 50; tries += 1) {
      const left = processesOf(this.#uid);
      if (left.length === 0) break;
      for (const pid of left) kill(pid, tries < 20 ? 'SIGTERM' : 'SIGKILL');
      await pause(100);
    }
    rmSync(this.#home, {recursive: true, force: true, maxRetries: 10});
    try {
      execFileSync('userdel', [this.#user], {stdio: 'ignore'});
    } catch {
      // Removed already.
    }
  }

  /** Ends the session at once, without waiting, on a signal. */
  stopNow(): void {
    for (const pid of processesOf(this.#uid)) kill(pid, 'SIGKILL');
    rmSync(this.#home, {recursive: true, force: true, maxRetries: 10});
    try {
      execFileSync('userdel', [this.#user], {stdio: 'ignore'});
    } catch {
      // Removed already.
    }
  }

  /** Reads the new lines of both logs. */
  #follow(): {said: Utterance[]; stirred: boolean} {
    const lines = this.#orcaTail.lines();
    const said = lines.flatMap((line) => this.#orca.read(line) ?? []);
    for (const line of this.#speechTail.lines()) this.#speech.read(line);
    this.#last.push(...said.map(({text}) => text));
    this.#last.splice(0, this.#last.length - LAST_LINES);
    return {said, stirred: lines.length > 0};
  }

  async #command(verb: string, argument: string, limitMs: number): Promise<void> {
    this.#ready.delete(verb);
    this.#process.stdin?.write(`${verb} ${argument}\n`);
    await this.#until(() => this.#ready.has(verb), limitMs, `answer to "${verb}"`);
  }

  async #xdotool(...args: string[]): Promise<void> {
    const env = {PATH: process.env['PATH'] ?? '', DISPLAY: this.#display};
    await promisify(execFile)('xdotool', args, {env, timeout: 30_000});
  }

  async #until(condition: () => boolean, limitMs: number, what: string): Promise<void> {
    const end = Date.now() + limitMs;
    while (!condition()) {
      this.#check();
      if (Date.now() > end) throw new SessionError(`no ${what} within ${limitMs / 1000} s`);
      await pause(LOOK_MS);
    }
  }

  #check(): void {
    if (this.#failed !== '') throw new SessionError(`${this.#failed} did not start in time`);
    if (this.#ended) throw new SessionError('the session ended by itself');
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // The process has just ended.
  }
}

function processesOf(uid: number): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      return statSync(`/proc/${name}`).uid === uid ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

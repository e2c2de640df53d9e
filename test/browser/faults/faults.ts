import {allowConsole, assert, findAll, type Rule} from '../../helpers/index.js';
import {builtFile, chunkName, type Host, type Kaart} from '../hosts/host.js';

interface Told {
  readonly type: string;
  readonly error?: Error;
}

const told = ({window}: Host): readonly Told[] => (window as unknown as {told: Told[]}).told;
/** The `regio-error` events that a page of the folder received. */
export const errors = (host: Host) => told(host).filter(({type}) => type === 'regio-error');

/** The button of a finder whose text contains this. */
export const buttonWith = (kaart: Kaart, text: string) =>
  findAll<HTMLButtonElement>(kaart, 'button').find((button) => button.textContent.includes(text));

/** Allows the messages of browsers for a script that failed to load, but not those of the widget itself. */
export const loadFailures = () =>
  allowConsole(
    /Failed to (load|fetch)|Loading (module|failed)|MIME type|SyntaxError|status of 404|importing a module/i,
  );

/** All the ways in which loading a script fails. */
export const FAULTS: Readonly<Record<string, Omit<Rule, 'path'>>> = {
  'is gone after a deployment (404)': {status: 404},
  'is blocked': {abort: true},
  'is cut off': {truncate: 60},
  'has a wrong MIME type': {type: 'text/html'},
  'is another script': {body: 'export default 1', type: 'text/javascript'},
};

/** The two ways that differ most for a browser: no file, and a file that is not a script. */
export const TWO_FAULTS = Object.entries(FAULTS).filter(([what]) => /404|cut off/.test(what));

/** Sends a part with data in a format that this version cannot read. */
export async function altered(stem: string): Promise<Rule> {
  const text = await builtFile(await chunkName(stem));
  const body = text.replace(/\bformat:\s*1\b/, 'format:9');
  assert(body !== text, `the version of the form in ${stem}`);
  return {path: `/${stem}-`, body, type: 'text/javascript'};
}

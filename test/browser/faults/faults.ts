import {allowConsole, findAll, present, type Rule} from '../../helpers/index.js';
import {builtFile, chunkName, type Host, type Kaart} from '../hosts/host.js';

interface Told {
  readonly type: string;
  readonly error?: Error;
}

const told = ({window}: Host): readonly Told[] => (window as unknown as {told: Told[]}).told;
/** The failures that a page of the folder heard of. */
export const errors = (host: Host) => told(host).filter(({type}) => type === 'regio-error');

/** The button of a finder whose text holds this. */
export const buttonWith = (kaart: Kaart, text: string) =>
  findAll<HTMLButtonElement>(kaart, 'button').find((button) => button.textContent.includes(text));

/** What browsers say of a script that they could not load; the widget's own words are not among them. */
export const loadFailures = () =>
  allowConsole(
    /Failed to (load|fetch)|Loading (module|failed)|MIME type|SyntaxError|status of 404|importing a module/i,
  );

/** Each way in which a script does not arrive as it was made. */
export const FAULTS: Readonly<Record<string, Omit<Rule, 'path'>>> = {
  'is gone after a deployment (404)': {status: 404},
  'is blocked': {abort: true},
  'is cut off': {truncate: 60},
  'has a wrong MIME type': {type: 'text/html'},
  'is another script': {body: 'export default 1', type: 'text/javascript'},
};

/** Sends a chunk with one character of its packed data, by far its longest text, changed. */
export async function altered(stem: string): Promise<Rule> {
  const text = await builtFile(await chunkName(stem));
  const longest = present(
    [...text.matchAll(/(["'`])[^"'`\s]+\1/g)].sort((a, b) => b[0].length - a[0].length)[0],
    'the packed data',
  );
  const at = longest.index + 500;
  const body = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
  return {path: `/${stem}-`, body, type: 'text/javascript'};
}

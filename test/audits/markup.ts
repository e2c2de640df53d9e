/**
 * `npm run test:markup`: runs the W3C validator (vnu) and html-validate on every page of the demo and on the built prerendered
 * markup. Any error or warning of either fails.
 */
import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative} from 'node:path';
import {ROOT} from '../../.build/root.js';
import {HTML_VALIDATE, installTools, MARKUP_RULES, skip, VNU} from './tools.js';

const PRERENDERED = 'dist/cdn/prerendered';

/** One message of a validator. */
interface Finding {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Paths of the pages. Each is checked separately. */
const pages = ['demo', 'demo/provinces', 'demo/servers', 'test/audits/pages'].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.html'))
    .map((name) => join(ROOT, folder, name)),
);

if (spawnSync('java', ['-version']).error) {
  skip('The checker of the W3C cannot run here', 'it needs Java');
} else {
  installTools();
  const folder = mkdtempSync(join(tmpdir(), 'regiokaart-markup-'));
  try {
    const all = [...pages, ...prerenderedPages(folder)];
    const findings = {vnu: checkWithVnu(all), 'html-validate': checkWithHtmlValidate(all)};
    for (const [name, found] of Object.entries(findings)) {
      for (const {file, line, text} of found) console.log(`${name}: ${file}:${line}: ${text}`);
    }
    const wrong = new Set(Object.values(findings).flatMap((found) => found.map(({file}) => file)));
    console.log(
      `${all.length} pages: ${findings.vnu.length} findings of vnu, ${findings['html-validate'].length} of html-validate`,
    );
    console.log(`${all.length - wrong.size} passed, ${wrong.size} failed`);
    if (wrong.size > 0) process.exitCode = 1;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** Puts each prerendered file into a whole page: once as it is, and once with the contents of its template as plain content. */
function prerenderedPages(folder: string): string[] {
  if (!existsSync(join(ROOT, PRERENDERED))) return [];
  const names = readdirSync(join(ROOT, PRERENDERED)).filter((name) => name.endsWith('.html'));
  return names.flatMap((name) => {
    const markup = readFileSync(join(ROOT, PRERENDERED, name), 'utf8');
    // Validators do not look into a template, in which comments, `slot` elements and links to styles are allowed anywhere.
    const opened = markup
      .replaceAll(/<template shadowrootmode="open"[^>]*>|<\/template>/g, '')
      .replaceAll(/<link rel="stylesheet"[^>]*>/g, '');
    return Object.entries({[name]: markup, [`opened-${name}`]: opened}).map(([file, body]) => {
      const path = join(folder, file);
      const lang = name.startsWith('en') ? 'en' : 'nl';
      writeFileSync(
        path,
        `<!doctype html>\n<html lang="${lang}"><head><meta charset="utf-8"><title>${name}</title></head><body><main><h1>${name}</h1>\n${body}\n</main></body></html>\n`,
      );
      return path;
    });
  });
}

function checkWithVnu(files: readonly string[]): Finding[] {
  const {stdout, stderr} = spawnSync('java', ['-jar', VNU, '--format', 'json', '--stdout', ...files], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const {messages} = parse<{
    messages: {type: string; subType?: string; url: string; lastLine?: number; message: string}[];
  }>('vnu', stdout, stderr);
  return (
    messages
      .filter(({type, subType}) => type !== 'info' || subType === 'warning')
      // The validator does not know this attribute of CSS Shadow Parts.
      .filter(({message}) => !/^Attribute “part” not allowed/.test(message))
      .map(({url, lastLine, message}) => ({file: named(url.replace(/^file:/, '')), line: lastLine ?? 0, text: message}))
  );
}

function checkWithHtmlValidate(files: readonly string[]): Finding[] {
  const {stdout, stderr} = spawnSync(
    process.execPath,
    [HTML_VALIDATE, '--config', MARKUP_RULES, '--formatter', 'json', ...files],
    {encoding: 'utf8', maxBuffer: 64 * 1024 * 1024},
  );
  const results = parse<{filePath: string; messages: {line: number; message: string; ruleId: string}[]}[]>(
    'html-validate',
    stdout,
    stderr,
  );
  return results.flatMap(({filePath, messages}) =>
    messages.map(({line, message, ruleId}) => ({file: named(filePath), line, text: `${message} (${ruleId})`})),
  );
}

function named(path: string): string {
  return path.startsWith(ROOT) ? relative(ROOT, path) : path.slice(path.lastIndexOf('/') + 1);
}

function parse<T>(name: string, output: string, errors: string): T {
  try {
    return JSON.parse(output) as T;
  } catch (cause) {
    throw new Error(`${name}: got no JSON but "${output.slice(0, 200)}" and "${errors.slice(0, 500)}"`, {cause});
  }
}

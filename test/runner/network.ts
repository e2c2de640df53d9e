import {readFile} from 'node:fs/promises';
import type {TestRunnerConfig} from '@web/test-runner';
import type {NetworkAction, PageAction, Rule, Seen} from '../helpers/network-actions.js';

type Plugin = NonNullable<TestRunnerConfig['plugins']>[number];
type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

interface Line {
  rules: Rule[];
  seen: Seen[];
  /** Wakes requests that are held when the rules change. */
  changed: Set<() => void>;
}

const LINE = /^\/__line__\/([\w-]+)(\/.*)$/;
const PAGE = /^\/__page__\/([\w-]+)\//;

const lines = new Map<string, Line>();
const pages = new Map<string, PageAction>();

/** Commands of test/helpers/network.ts and test/helpers/page.ts. */
export const networkCommands: Plugin = {
  name: 'network-commands',
  async executeCommand({command, payload}) {
    if (command === 'network') return {result: network(payload as NetworkAction)};
    if (command === 'page') {
      const page = payload as PageAction;
      pages.set(page.id, page);
      return {result: null};
    }
    return undefined;
  },
};

function network(action: NetworkAction): Seen[] | null {
  if (action.do === 'end') {
    release(action.line);
    lines.delete(action.line);
    return null;
  }
  if (action.do === 'seen') return lines.get(action.line)?.seen ?? [];
  const line = lines.get(action.line) ?? {rules: [], seen: [], changed: new Set()};
  lines.set(action.line, line);
  line.rules = [...action.rules];
  release(action.line);
  return null;
}

function release(name: string): void {
  for (const wake of lines.get(name)?.changed ?? []) wake();
}

/** Serves `/__line__/<name>/<path>` as `<path>`, with failures according to the rules of that line, the same in every engine. */
export const disturbances: Middleware = async (context, next) => {
  const [, name = '', url = ''] = LINE.exec(context.url) ?? [];
  const line = lines.get(name);
  if (!name) return next();
  if (!line) {
    context.status = 404;
    return;
  }
  context.url = url;
  // Without conditional headers there is no status 304, so the body is complete.
  delete context.headers['if-none-match'];
  delete context.headers['if-modified-since'];
  const ruleFor = () => line.rules.find(({path}) => new RegExp(path).test(url));
  const {cookie} = context.headers;
  const seen: Seen = {path: url, status: 0, ...(cookie && {cookie})};
  line.seen.push(seen);
  let rule = ruleFor();
  while (rule?.hold) {
    await new Promise<void>((resolve) => {
      line.changed.add(resolve);
    });
    rule = ruleFor();
  }
  if (rule?.abort) {
    context.respond = false;
    context.req.socket.destroy();
    return;
  }
  if (rule?.headers) context.set({...rule.headers});
  if (rule?.status) {
    context.status = rule.status;
    context.body = `status ${rule.status} by the test`;
  } else if (rule?.body !== undefined) {
    context.type = rule.type ?? 'text/plain';
    context.body = rule.body;
  } else {
    await next();
    if (rule?.truncate !== undefined) context.body = (await whole(context.body)).subarray(0, rule.truncate);
    if (rule?.type) context.type = rule.type;
  }
  context.set('cache-control', 'no-store');
  seen.status = context.status;
};

async function whole(body: unknown): Promise<Buffer> {
  if (typeof body === 'string') return Buffer.from(body);
  if (Buffer.isBuffer(body)) return body;
  const chunks: Buffer[] = [];
  for await (const chunk of body as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Serves the pages that test/helpers/page.ts opens in a frame, with their own headers and without code of the runner. */
export const hostPages: Middleware = async (context, next) => {
  const [, id = ''] = PAGE.exec(context.path) ?? [];
  const page = pages.get(id);
  if (!page) return next();
  context.set(page.headers);
  context.set('cache-control', 'no-store');
  context.type = 'text/html; charset=utf-8';
  context.body = page.html;
};

const PLAIN_FILE = /^\/test\/(helpers\/watch\.js|browser\/hosts\/pages\/[\w-]+\.(?:html|js|css))$/;
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
};

/** Data files that a page of the demo requests. The sources import the same files, and get them as modules. */
const DEMO_DATA = /^\/((?:data\/generated|dist\/cdn)\/[\w-]+\.json)$/;
const FROM_DEMO = /^https?:\/\/[^/]+\/demo\//;
/** A separate address for the plain form, so that no cache confuses the two. */
const PLAIN_DATA = /^\/__plain__\/((?:data\/generated|dist\/cdn)\/[\w-]+\.json)$/;

/** Serves host pages, their shared files and the data of the demo unchanged, without code of the runner. */
export const plainFiles: Middleware = async (context, next) => {
  if (DEMO_DATA.test(context.path) && FROM_DEMO.test(context.get('referer'))) {
    context.set('cache-control', 'no-store');
    context.redirect(`/__plain__${context.path}`);
    return;
  }
  const [, test] = PLAIN_FILE.exec(context.path) ?? [];
  const [, data] = PLAIN_DATA.exec(context.path) ?? [];
  const path = test ? `../${test}` : data && `../../${data}`;
  if (!path) return next();
  context.type = `${TYPES[path.split('.').at(-1) ?? '']}; charset=utf-8`;
  context.body = await readFile(new URL(path, import.meta.url), 'utf8');
};

import {readFile, stat} from 'node:fs/promises';
import {type Node, type ParseError, parseTree} from 'jsonc-parser';
import {
  checkHostData,
  formatPath,
  formatValue,
  MAX_FILE_BYTES,
  type Path,
  type Refusal,
} from '../core/host-data-rules.js';
import type {RegionName} from '../core/region.js';
import {fill} from '../shared/fill.js';
import {CliError, codeOf, formatProblem, type Problem} from './cli-error.js';
import type {CliStrings} from './texts.js';

/**
 * Finds everything that is wrong with a file of a host's own data, in the order of its lines.
 *
 * @param file Its name, as in the messages.
 * @param regions Their ids are the keys that are allowed.
 * @throws {CliError} when there is no such file.
 */
export async function checkFile(file: string, regions: readonly RegionName[], text: CliStrings): Promise<Problem[]> {
  const bytes = await readSmallFile(file, text);
  if (typeof bytes === 'number') {
    const kB = (size: number) => Math.ceil(size / 1024);
    const got = fill(text.size, {size: kB(bytes)});
    return [{file, got, expected: fill(text.maxSize, {size: kB(MAX_FILE_BYTES)})}];
  }
  let content: string;
  try {
    content = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    return [{file, line: lineOfBadByte(bytes), got: text.notUtf8, expected: text.utf8}];
  }
  const errors: ParseError[] = [];
  const tree = locate(content, errors);
  let data: unknown;
  try {
    data = JSON.parse(content);
  } catch {
    return [{file, ...syntaxProblem(content, errors[0]?.offset ?? content.length, text)}];
  }
  const ids = regions.map(({id}) => id);
  const refusals: Refusal[] = [];
  checkHostData(data, ids, refusals);
  const found = refusals.map(({path, rule, got}) => ({
    offset: tree && offsetOf(tree, path),
    path,
    got: got === undefined ? text.nothing : formatValue(got),
    expected: fill(text.rules[rule], {ids: ids.join(', ')}),
  }));
  const repeated = (tree ? repeatedKeys(tree) : []).map(({path, key, offset}) => ({
    offset,
    path,
    got: fill(text.twice, {key: formatValue(key)}),
    expected: text.once,
  }));
  return [...found, ...repeated]
    .sort((a, b) => (a.offset ?? 0) - (b.offset ?? 0))
    .map(({offset, path, got, expected}) => {
      const line = offset === undefined ? undefined : content.slice(0, offset).split('\n').length;
      return {file, line, field: formatPath(path), got, expected};
    });
}

/** The bytes of a file, or its size if it is too large. */
async function readSmallFile(file: string, text: CliStrings): Promise<Uint8Array | number> {
  const fail = (got: string, expected: string, cause?: unknown) =>
    new CliError(2, formatProblem({file, got, expected}, text), {cause});
  try {
    const stats = await stat(file);
    if (!stats.isFile()) throw fail(text.notAFile, text.file);
    return stats.size > MAX_FILE_BYTES ? stats.size : await readFile(file);
  } catch (error) {
    if (error instanceof CliError) throw error;
    const code = codeOf(error);
    throw code === 'ENOENT'
      ? fail(text.noFile, text.file, error)
      : fail(fill(text.unreadable, {error: code}), text.readable, error);
  }
}

/** The syntax tree of a file; undefined if it is not JSON, or nested too deeply. */
function locate(content: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(content, errors, {disallowComments: true, allowTrailingComma: false});
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function syntaxProblem(content: string, offset: number, text: CliStrings) {
  const before = content.slice(0, offset);
  const [rest = ''] = content.slice(offset).split('\n');
  return {
    line: before.split('\n').length,
    got: rest.trim() ? formatValue(rest.trim()) : text.end,
    expected: text.json,
  };
}

function lineOfBadByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', {fatal: true});
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return line;
}

/** Position of a field, or where a missing one belongs. If there are two of one name, the last counts. */
function offsetOf(tree: Node, path: Path): number {
  let node = tree;
  let {offset} = tree;
  for (const key of path) {
    const items = node.children ?? [];
    const next =
      node.type === 'array' ? items[Number(key)] : items.findLast(({children}) => children?.[0]?.value === key);
    if (!next) return offset;
    ({offset} = next);
    node = (next.type === 'property' ? next.children?.[1] : next) ?? next;
  }
  return offset;
}

interface Repeated {
  readonly path: Path;
  readonly key: string;
  readonly offset: number;
}

/** Keys that an object has twice. JSON parsers silently use the last one. */
function repeatedKeys(node: Node, path: Path = []): Repeated[] {
  const seen = new Set<string>();
  return (node.children ?? []).flatMap((child, index): Repeated[] => {
    if (node.type !== 'object') return repeatedKeys(child, [...path, index]);
    const [name, value] = child.children ?? [];
    const key = String(name?.value);
    const inner = value ? repeatedKeys(value, [...path, key]) : [];
    const again = seen.has(key);
    seen.add(key);
    return again ? [{path: [...path, key], key, offset: child.offset}, ...inner] : inner;
  });
}

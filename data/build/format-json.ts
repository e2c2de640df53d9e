/** Longest line, unless it is a list of numbers. */
const LINE = 120;

/**
 * JSON for the generated files: short values are on one line, and each item of a longer list is on its own, so that a diff
 * shows which one changed. A list of numbers is one line, however long it is.
 *
 * @param lines For some long columns, the number of items on each line; the key is the list itself.
 */
export function formatJson(value: unknown, lines: ReadonlyMap<unknown, readonly number[]> = new Map()): string {
  return `${format(value, '', lines)}\n`;
}

function format(value: unknown, indent: string, lines: ReadonlyMap<unknown, readonly number[]>): string {
  const compact = JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return compact;
  const counts = lines.get(value);
  if (counts !== undefined && Array.isArray(value)) {
    let at = 0;
    const rows = counts.map((count) => {
      at += count;
      return JSON.stringify(value.slice(at - count, at)).slice(1, -1);
    });
    return wrap('[]', rows, indent);
  }
  if (Array.isArray(value)) {
    // Each item of a list takes one line.
    if (compact.length <= LINE || value.every((item) => typeof item === 'number')) return compact;
    return wrap(
      '[]',
      value.map((item) => (indent === '' || isFlat(item) ? JSON.stringify(item) : format(item, `${indent}  `, lines))),
      indent,
    );
  }
  if (indent !== '' && compact.length <= LINE) return compact;
  return wrap(
    '{}',
    Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${format(item, `${indent}  `, lines)}`),
    indent,
  );
}

/** Whether an item reads well on one line: none of its values contains another object. */
function isFlat(item: unknown): boolean {
  return typeof item !== 'object' || item === null || Array.isArray(item) || JSON.stringify(item).length <= LINE;
}

function wrap(brackets: string, rows: readonly string[], indent: string): string {
  const [open = '', close = ''] = brackets;
  return `${open}\n${rows.map((row) => `${indent}  ${row}`).join(',\n')}\n${indent}${close}`;
}

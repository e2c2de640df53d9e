import type {CsvError, Info, Options} from 'csv-parse';
import {parse} from 'csv-parse/sync';
import {type CsvEncoding, decodeField} from './csv-format.js';

/** Where the columns of a CSV file are. */
export interface CsvLayout {
  readonly delimiter: string;
  /** Line ending of the row with the column names. */
  readonly newline: string;
  /** The rows above the column names (a title, `sep=;`), with one character per byte. */
  readonly above: string;
  /** Names of the columns. */
  readonly header: readonly string[];
}

/** Returns the index of the wanted column; undefined if there is none. */
export type FindColumn = (header: readonly string[]) => number | undefined;

/** Most common first. */
const SEPARATORS = [',', ';', '\t', '|', ':', '^', '~', '\x1f'];
/** A first line that tells Excel the separator. */
const SEPARATOR_LINE = /^[\r\n]*"?sep=([^"\r\n\u0080-\u00ff])"?(?:\r\n|\n|\r)/i;
/** Most rows above the column names, for a title and some notes. */
const MAX_ROWS_ABOVE = 30;
/** Longest row, because one without an end would fill the memory. */
export const MAX_ROW_BYTES = 1024 * 1024;

/** Options for reading the rows, from the column names on. */
export const readerOptions = ({delimiter, newline}: Pick<CsvLayout, 'delimiter' | 'newline'>): Options => ({
  encoding: 'latin1',
  delimiter,
  record_delimiter: newline === '\r' ? '\r' : ['\r\n', '\n'],
  skip_empty_lines: true,
  max_record_size: MAX_ROW_BYTES,
});

interface Row {
  /** Index in the head of the file at which the table begins. */
  readonly start: number;
  readonly cells: readonly string[];
}

interface Table {
  readonly delimiter: string;
  readonly newline: string;
  readonly rows: readonly Row[];
}

/**
 * Finds the separator and the row of column names: the row with the wanted column. If there is no such row, it is the first
 * that looks like column names.
 *
 * @throws {CsvError} when the first row cannot be read.
 */
export function findLayout(source: CsvEncoding, findColumn: FindColumn): CsvLayout {
  const {head} = source;
  const [line = '', separator] = SEPARATOR_LINE.exec(head) ?? [];
  const tables = (separator ? [separator] : SEPARATORS).map((delimiter) => readTable(source, line.length, delimiter));
  const found = tables.flatMap((table) => {
    const row = findHeader(table.rows, findColumn);
    return row ? [{table, row}] : [];
  });
  const best = widest(found, ({row}) => row.cells.length) ?? guess(tables);
  if (!best) throw firstError(source, line.length, tables[0]);
  const {table, row} = best;
  const isFirst = row === table.rows[0];
  return {...table, above: isFirst ? line : head.slice(0, row.start), header: row.cells};
}

/** The first rows, up to one that cannot be read. */
function readTable(source: CsvEncoding, start: number, delimiter: string): Table {
  const content = source.head.slice(start);
  const newline = newlineOf(content);
  const rows: Row[] = [];
  let at = start;
  try {
    parse(Buffer.from(content, 'latin1'), {
      ...readerOptions({delimiter, newline}),
      relax_column_count: true,
      to: MAX_ROWS_ABOVE,
      on_record: (record: string[], context) => {
        // The type of the library omits that this object has all of `Info`.
        const {bytes} = context as unknown as Info;
        const blank = /^[\r\n]*/.exec(source.head.slice(at))?.[0].length ?? 0;
        rows.push({start: at + blank, cells: record.map((cell) => decodeField(cell, source).trim())});
        at = start + bytes;
        return null;
      },
    });
  } catch {
    // A malformed row further down is reported later, with its line.
  }
  return {delimiter, newline, rows};
}

/** Line ending of the first row. A line break in quotes does not count. */
function newlineOf(content: string): string {
  const text = content.trimStart();
  const [row = ''] = /^(?:"(?:[^"]|"")*"?|[^"\r\n])*/.exec(text) ?? [];
  return /^(?:\r\n|\n|\r)/.exec(text.slice(row.length))?.[0] ?? '\n';
}

const filled = ({cells}: Row) => cells.filter(Boolean).length;

/** The row with the column, if all rows above it look like titles: they have fewer cells with text. */
function findHeader(rows: readonly Row[], findColumn: FindColumn): Row | undefined {
  const index = rows.findIndex(({cells}) => findColumn(cells) !== undefined);
  const row = rows[index];
  const isBelowTitles = row && rows.slice(0, index).every((above) => filled(above) < filled(row) || filled(row) === 1);
  return isBelowTitles ? row : undefined;
}

/** For a message: the likeliest separator, and the first row that is not a title. */
function guess(tables: readonly Table[]): {table: Table; row: Row} | undefined {
  const width = ({rows}: Table) => Math.max(0, ...rows.map(({cells}) => cells.length));
  const table = widest(tables, (each) => each.rows[0]?.cells.length ?? 0);
  const row = table?.rows.find((each) => filled(each) > width(table) / 2) ?? table?.rows[0];
  return table && row ? {table, row} : undefined;
}

/** The item with the largest width; the first of several. */
const widest = <T>(all: readonly T[], width: (each: T) => number): T | undefined =>
  [...all].sort((a, b) => width(b) - width(a))[0];

/** The error in the first row, when nothing could be read. */
function firstError(source: CsvEncoding, start: number, table: Table | undefined): CsvError | Error {
  try {
    parse(Buffer.from(source.head.slice(start), 'latin1'), {
      ...readerOptions(table ?? {delimiter: ',', newline: '\n'}),
      to: 1,
    });
    return new Error('no row');
  } catch (error) {
    return error as CsvError;
  }
}

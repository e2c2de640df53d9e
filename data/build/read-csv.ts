import {parse} from 'csv-parse/sync';
import type {ProblemList} from './problems.js';
import {quote} from './problems.js';

export interface CsvFormat<Column extends string> {
  /** Name for messages. */
  readonly file: string;
  /** The required columns. Others are ignored. */
  readonly columns: readonly Column[];
  readonly delimiter?: string;
  /** True when the file has no header: then `columns` names all its columns, in order. */
  readonly headless?: boolean;
}

export interface CsvRow<Column extends string> {
  /** Line in the file, from 1, header included. */
  readonly row: number;
  readonly values: Readonly<Record<Column, string>>;
}

/**
 * The text of a UTF-8 file, without a byte order mark. A file in another encoding, such as Windows-1252, is a problem and
 * gives `''`.
 */
export function decodeUtf8(bytes: Uint8Array, file: string, problems: ProblemList): string {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    problems.add({file, got: 'bytes that are not UTF-8', expected: 'UTF-8 text (was it saved as Windows-1252?)'});
    return '';
  }
}

/** The separator of a CSV text that is kept by hand: Dutch spreadsheets write semicolons. */
export function findDelimiter(text: string): ',' | ';' {
  const [header = ''] = text.split('\n', 1);
  return header.includes(';') && !header.includes(',') ? ';' : ',';
}

/** Rows of a CSV text with the columns that the caller needs. Malformed rows and missing columns become problems. */
export function readCsv<Column extends string>(
  text: string,
  format: CsvFormat<Column>,
  problems: ProblemList,
): CsvRow<Column>[] {
  const {file, columns, delimiter = ',', headless = false} = format;
  let records: {record: string[]; info: {lines: number}}[];
  try {
    // Tab-separated files of GeoNames have no quoting: a quote there is part of a name.
    records = parse(text, {
      bom: true,
      delimiter,
      quote: delimiter === '\t' ? null : '"',
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as typeof records;
  } catch (error) {
    problems.add({file, got: error instanceof Error ? error.message : String(error), expected: 'well-formed CSV'});
    return [];
  }
  const header = headless ? columns : (records.shift()?.record ?? []);
  const indexOf = new Map(header.map((name, index) => [name.trim(), index]));
  const missing = columns.filter((column) => !indexOf.has(column));
  if (missing.length > 0) {
    problems.add({
      file,
      row: 1,
      got: `the columns ${quote(header.join(delimiter))}`,
      expected: `${missing.join(', ')} among them, separated by ${quote(delimiter)}`,
    });
    return [];
  }
  const rows: CsvRow<Column>[] = [];
  for (const {record, info} of records) {
    if (record.length !== header.length) {
      problems.add({file, row: info.lines, got: `${record.length} fields`, expected: `${header.length}`});
      continue;
    }
    const values = {} as Record<Column, string>;
    for (const column of columns) values[column] = record[indexOf.get(column) ?? -1]?.trim() ?? '';
    rows.push({row: info.lines, values});
  }
  return rows;
}

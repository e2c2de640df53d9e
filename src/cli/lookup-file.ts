import {createReadStream, type ReadStream} from 'node:fs';
import {stat} from 'node:fs/promises';
import {Readable, type Writable} from 'node:stream';
import {type CsvError, type Options, parse} from 'csv-parse';
import {parse as parseSync} from 'csv-parse/sync';
import {formatValue} from '../core/host-data-rules.js';
import {type LookupResult, lookupPostcode, type Region} from '../lookup.js';
import {fill} from '../shared/fill.js';
import type {Language} from '../shared/language.js';
import {CliError, codeOf, formatProblem, type Problem} from './cli-error.js';
import {type CsvFormat, decodeField, detectFormat, encodeField} from './csv-format.js';
import {createProgress, type ProgressStream} from './progress.js';
import type {CliStrings} from './texts.js';
import {writeWhole} from './whole-file.js';

/** Columns that are added, in order. */
const ADDED = ['regiokaart_status', 'regiokaart_region_id', 'regiokaart_region', 'regiokaart_organisation'];
/** Names of a column with postcodes, the likeliest first. */
const USUAL_COLUMNS = [
  'postcode',
  'pc6',
  'pc4',
  'postcode6',
  'postcode4',
  'postal_code',
  'postalcode',
  'zip',
  'zipcode',
];
/** Between the values of a postcode in more than one region. */
const BETWEEN = ' | ';
/** A row that does not end would fill the memory. */
const MAX_ROW_BYTES = 1024 * 1024;
const WRITE_LENGTH = 64 * 1024;

/** What to do with which file. */
export interface LookupFileOptions {
  readonly file: string;
  /** Column with the postcodes; undefined: one of the usual names. */
  readonly column?: string | undefined;
  /** Undefined: to the standard output. */
  readonly output?: string | undefined;
  readonly language: Language;
  readonly text: CliStrings;
}

/** A row as it stands in the file, and its fields. Both are bytes, one to a character. */
interface Row {
  readonly raw: string;
  readonly record: readonly string[];
}

/**
 * Adds the region to each row of a CSV file. Rows pass one at a time and keep every byte that they had: separators are
 * ASCII in both encodings, so the rest need not be understood to be passed on.
 *
 * @returns How many rows led to what.
 * @throws {CliError} with file, line and field, for a file that is not there, a column that is missing, a broken row.
 */
export async function lookupFile(
  {file, column, output, language, text}: LookupFileOptions,
  stdout: Writable,
  stderr: ProgressStream,
): Promise<Record<LookupResult['status'] | 'rows', number>> {
  const {size, format} = await examine(file, text);
  const header = readHeader(format, file, text);
  const index = findColumn(header, column, file, text);
  const counts = {rows: 0, found: 0, ambiguous: 0, unknown: 0, invalid: 0};
  const numbers = new Intl.NumberFormat(language);
  const progress = createProgress(stderr, (share) =>
    fill(text.progress, {percentage: Math.floor(share * 100), rows: numbers.format(counts.rows)}),
  );

  async function* addRegions(bytes: ReadStream): AsyncGenerator<Buffer> {
    const parser = parse({...readerOptions(format), raw: true});
    bytes.once('error', (error) => parser.destroy(error));
    bytes.pipe(parser);
    const answer = createAnswers(format);
    if (format.mark) yield Buffer.from('\ufeff');
    let pending = '';
    let isHeader = true;
    for await (const {raw, record} of parser as AsyncIterable<Row>) {
      let added: string;
      if (isHeader) {
        isHeader = false;
        added = ADDED.join(format.delimiter);
      } else {
        const {status, fields} = answer(record[index] ?? '');
        counts.rows += 1;
        counts[status] += 1;
        added = fields;
      }
      // The end of the row may have come along, and the ends of empty rows before it.
      pending += `${trimNewlines(raw)}${format.delimiter}${added}${format.newline}`;
      if (pending.length < WRITE_LENGTH) continue;
      yield Buffer.from(pending, 'latin1');
      pending = '';
      progress.update(bytes.bytesRead / size);
    }
    if (pending) yield Buffer.from(pending, 'latin1');
  }

  /** Opens the file when the first row is asked for, closes it in any case, and puts errors of the reader in words. */
  async function* content(): AsyncGenerator<Buffer> {
    const bytes = createReadStream(file, {start: format.mark});
    try {
      yield* addRegions(bytes);
    } catch (error) {
      if (error instanceof CliError) throw error;
      throw new CliError(1, formatProblem(explain(error as CsvError, file, header, text), text), {cause: error});
    } finally {
      bytes.destroy();
    }
  }

  try {
    await writeWhole(Readable.from(content()), output, stdout, text);
  } finally {
    progress.end();
  }
  return counts;
}

async function examine(file: string, text: CliStrings): Promise<{size: number; format: CsvFormat}> {
  const fail = (status: 1 | 2, got: string, expected: string, cause?: unknown) =>
    new CliError(status, formatProblem({file, got, expected}, text), {cause});
  try {
    const stats = await stat(file);
    if (!stats.isFile()) throw fail(2, text.notAFile, text.file);
    const format = await detectFormat(file);
    if (format === 'empty') throw fail(1, text.empty, text.header);
    if (format === 'utf-16') throw fail(1, text.utf16, text.csvEncoding);
    return {size: stats.size, format};
  } catch (error) {
    if (error instanceof CliError) throw error;
    const code = codeOf(error);
    throw code === 'ENOENT'
      ? fail(2, text.noFile, text.file, error)
      : fail(2, fill(text.unreadable, {error: code}), text.readable, error);
  }
}

const readerOptions = ({delimiter, newline}: CsvFormat): Options => ({
  encoding: 'latin1',
  delimiter,
  record_delimiter: newline === '\r' ? '\r' : ['\r\n', '\n'],
  skip_empty_lines: true,
  max_record_size: MAX_ROW_BYTES,
});

/** The names of the columns. They are read apart, since a broken row may come before the first one has been passed on. */
function readHeader(format: CsvFormat, file: string, text: CliStrings): string[] {
  try {
    const [header = []] = parseSync(Buffer.from(format.head, 'latin1'), {
      ...readerOptions(format),
      to: 1,
    }) as string[][];
    return header.map((name) => decodeField(name, format).trim());
  } catch (error) {
    throw new CliError(1, formatProblem(explain(error as CsvError, file, [], text), text), {cause: error});
  }
}

/** Finds the column with the postcodes. */
function findColumn(header: readonly string[], column: string | undefined, file: string, text: CliStrings): number {
  const fail = (got: string, expected: string) => new CliError(1, formatProblem({file, line: 1, got, expected}, text));
  const taken = header.find((name) => ADDED.includes(name));
  if (taken) throw fail(fill(text.columnTaken, {column: taken}), text.otherColumns);
  const wanted = column === undefined ? USUAL_COLUMNS : [column.trim()];
  for (const name of wanted) {
    const exact = header.flatMap((each, index) => (each === name ? [index] : []));
    const same = header.flatMap((each, index) => (each.toLowerCase() === name.toLowerCase() ? [index] : []));
    const [found, ...more] = exact.length > 0 ? exact : same;
    if (more.length > 0) {
      throw fail(fill(text.columnTwice, {column: name, count: more.length + 1}), text.oneColumn);
    }
    if (found !== undefined) return found;
  }
  const got = fill(text.noColumn, {columns: header.map((name) => formatValue(name)).join(', ')});
  throw column === undefined
    ? fail(got, fill(text.usualColumns, {columns: USUAL_COLUMNS.join(', ')}))
    : fail(got, fill(text.thisColumn, {column: formatValue(column)}));
}

/** What is wrong with a row, in words. */
function explain(error: CsvError, file: string, header: readonly string[], text: CliStrings): Problem {
  const {code, lines, column, record, raw} = error as CsvError & Readonly<Record<string, unknown>>;
  // The reader counts on while it looks for the end of the row; the row is where it starts.
  const line = typeof lines === 'number' ? lines - newlines(trimNewlines(String(raw ?? ''))) : undefined;
  const at = {file, line};
  const field = typeof column === 'number' ? header[column] : undefined;
  const inField = field ? {...at, field} : at;
  switch (code) {
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
      return {
        ...at,
        got: fill(text.fields, {count: Array.isArray(record) ? record.length : '?'}),
        expected: fill(text.fieldCount, {count: header.length}),
      };
    case 'CSV_QUOTE_NOT_CLOSED':
      return {...inField, got: text.openQuote, expected: text.closedQuote};
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return {...inField, got: text.strayQuote, expected: text.plainField};
    case 'CSV_MAX_RECORD_SIZE': {
      const size = MAX_ROW_BYTES / 1024;
      return {...at, got: fill(text.longRow, {size}), expected: fill(text.shortRow, {size})};
    }
    default:
      return {...at, got: fill(text.brokenRow, {error: codeOf(error)}), expected: text.wholeRow};
  }
}

const trimNewlines = (raw: string) => raw.replace(/^[\r\n]+|[\r\n]+$/g, '');

const newlines = (raw: string) => raw.match(/\r\n|\n|\r/g)?.length ?? 0;

interface Answer {
  readonly status: LookupResult['status'];
  /** The fields to add, with separators between them, as bytes. */
  readonly fields: string;
}

/** Looks up fields of a file. What is added is made once for each region, and for each pair of a border postcode. */
function createAnswers(format: CsvFormat): (field: string) => Answer {
  const made = new Map<string, Answer>();
  const answer = (status: Answer['status'], regions: readonly Region[]): Answer => {
    const ids = regions.map(({id}) => id).join(BETWEEN);
    const known = made.get(`${status} ${ids}`);
    if (known) return known;
    const names = regions.map(({name}) => name).join(BETWEEN);
    const organisations = regions.map(({organisation}) => organisation.name?.value ?? '').join(BETWEEN);
    const fields = [status, ids, names, organisations].map((each) => encodeField(each, format)).join(format.delimiter);
    const fresh = {status, fields};
    made.set(`${status} ${ids}`, fresh);
    return fresh;
  };
  return (field) => {
    const result = lookupPostcode(decodeField(field, format));
    if (result.status === 'found') return answer('found', [result.region]);
    if (result.status === 'ambiguous') {
      return answer(
        'ambiguous',
        result.candidates.map(({region}) => region),
      );
    }
    return answer(result.status, []);
  };
}

import {createReadStream, type ReadStream} from 'node:fs';
import {stat} from 'node:fs/promises';
import {Readable, type Writable} from 'node:stream';
import {type CsvError, parse} from 'csv-parse';
import {formatValue} from '../core/host-data-rules.js';
import {type LookupResult, lookupPostcode, type Region} from '../lookup.js';
import {fill} from '../shared/fill.js';
import type {Language} from '../shared/language.js';
import {CliError, codeOf, formatProblem, type Problem} from './cli-error.js';
import {type CsvEncoding, type CsvFormat, decodeField, detectEncoding, encodeField} from './csv-format.js';
import {type CsvLayout, findLayout, MAX_ROW_BYTES, readerOptions} from './csv-layout.js';
import {detectKind, type FileKind} from './file-kind.js';
import {postcodeOf} from './postcode-cell.js';
import {createProgress, type ProgressStream} from './progress.js';
import type {CliStrings} from './texts.js';
import {writeWhole} from './whole-file.js';

/** The added columns, in order. */
const ADDED = ['regiokaart_status', 'regiokaart_region_id', 'regiokaart_region', 'regiokaart_organisation'];
/** Usual names of a column with postcodes, likeliest first. */
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
/** Separates the values for a postcode in more than one region. */
const BETWEEN = ' | ';
/** If fewer rows than this share have a postcode, it is probably the wrong column. */
const FEW = 0.1;
const WRITE_LENGTH = 64 * 1024;

/** Options for looking up a file. */
export interface LookupFileOptions {
  readonly file: string;
  /** Column with the postcodes; undefined for one of the usual names. */
  readonly column?: string | undefined;
  /** File to write; undefined for the standard output. */
  readonly output?: string | undefined;
  readonly language: Language;
  readonly text: CliStrings;
}

/** A row as it is in the file, and its fields. Both have one character per byte. */
interface Row {
  readonly raw: string;
  readonly record: readonly string[];
}

/** Number of rows by result. */
export interface LookupCounts extends Record<LookupResult['status'] | 'rows', number> {
  /** A message for the user; undefined if there is no problem. */
  warning?: string;
}

/**
 * Adds the region to each row of a CSV file. Rows are processed one at a time and keep all their bytes: separators are
 * ASCII in both encodings, so the rest does not have to be decoded.
 *
 * @returns The number of rows by result.
 * @throws {CliError} with file, line and field, for a missing file, a missing column or a malformed row.
 */
export async function lookupFile(
  {file, column, output, language, text}: LookupFileOptions,
  stdout: Writable,
  stderr: ProgressStream,
): Promise<LookupCounts> {
  const {size, source} = await examine(file, text);
  const layout = layoutOf(source, column, file, text);
  const {delimiter, newline, above, header} = layout;
  const index = findColumn(layout, column, file, text);
  const counts = {rows: 0, found: 0, ambiguous: 0, unknown: 0, invalid: 0};
  let oddCell: string | undefined;
  const numbers = new Intl.NumberFormat(language);
  const progress = createProgress(stderr, (share) =>
    fill(text.progress, {percentage: Math.floor(share * 100), rows: numbers.format(counts.rows)}),
  );

  async function* addRegions(bytes: ReadStream): AsyncGenerator<Buffer> {
    const parser = parse({...readerOptions(layout), raw: true});
    bytes.once('error', (error) => parser.destroy(error));
    bytes.pipe(parser);
    const answer = createAnswers({encoding: source.encoding, delimiter});
    if (source.mark) yield Buffer.from('\ufeff');
    let pending = above;
    let isHeader = true;
    for await (const {raw, record} of parser as AsyncIterable<Row>) {
      let added: string;
      if (isHeader) {
        isHeader = false;
        added = ADDED.join(delimiter);
      } else {
        const cell = record[index] ?? '';
        const {status, fields} = answer(cell);
        counts.rows += 1;
        counts[status] += 1;
        if (status === 'invalid' && cell) oddCell ??= decodeField(cell, source);
        added = fields;
      }
      // The raw row may include its line ending, and those of empty rows before it.
      pending += `${trimNewlines(raw)}${delimiter}${added}${newline}`;
      if (pending.length < WRITE_LENGTH) continue;
      yield Buffer.from(pending, 'latin1');
      pending = '';
      progress.update(bytes.bytesRead / size);
    }
    if (pending) yield Buffer.from(pending, 'latin1');
  }

  /** Opens the file at the first row, always closes it, and turns errors of the reader into messages. */
  async function* content(): AsyncGenerator<Buffer> {
    const bytes = createReadStream(file, {start: source.mark + above.length});
    try {
      yield* addRegions(bytes);
    } catch (error) {
      if (error instanceof CliError) throw error;
      throw new CliError(1, formatProblem(explain(error as CsvError, file, layout, text), text), {cause: error});
    } finally {
      bytes.destroy();
    }
  }

  try {
    await writeWhole(Readable.from(content()), output, stdout, text);
  } finally {
    progress.end();
  }
  const {rows, invalid} = counts;
  if (rows === 0 || rows - invalid >= FEW * rows) return counts;
  const name = formatValue(header[index]);
  const few = fill(text.fewPostcodes, {count: numbers.format(rows - invalid), rows: numbers.format(rows)});
  const got = oddCell === undefined ? few : `${few} (${formatValue(oddCell)})`;
  return {...counts, warning: formatProblem({file, field: name, got, expected: text.manyPostcodes}, text)};
}

async function examine(file: string, text: CliStrings): Promise<{size: number; source: CsvEncoding}> {
  const fail = (status: 1 | 2, got: string, expected: string, cause?: unknown) =>
    new CliError(status, formatProblem({file, got, expected}, text), {cause});
  const failKind = (kind: FileKind) => {
    const {got, expected} = text.kinds[kind];
    return fail(1, got, expected);
  };
  try {
    const stats = await stat(file);
    // On a Mac, a Numbers workbook may be a folder that looks like a file.
    if (stats.isDirectory() && /\.numbers\/?$/i.test(file)) throw failKind('numbers');
    if (!stats.isFile()) throw fail(2, text.notAFile, text.file);
    const kind = await detectKind(file);
    if (kind) throw failKind(kind);
    const source = await detectEncoding(file);
    if (source === 'empty') throw fail(1, text.empty, text.header);
    if (source === 'binary') throw failKind(source);
    return {size: stats.size, source};
  } catch (error) {
    if (error instanceof CliError) throw error;
    const code = codeOf(error);
    throw code === 'ENOENT'
      ? fail(2, text.noFile, text.file, error)
      : fail(2, fill(text.unreadable, {error: code}), text.readable, error);
  }
}

function layoutOf(source: CsvEncoding, column: string | undefined, file: string, text: CliStrings): CsvLayout {
  try {
    return findLayout(source, (header) => searchColumn(header, column)?.index);
  } catch (error) {
    const layout = {above: '', header: []};
    throw new CliError(1, formatProblem(explain(error as CsvError, file, layout, text), text), {cause: error});
  }
}

/** Index of the column with the postcodes; its name if several columns have that name. */
function searchColumn(
  header: readonly string[],
  column: string | undefined,
): {index: number; name: string; count: number} | undefined {
  const wanted = column === undefined ? USUAL_COLUMNS : [column.trim()];
  for (const name of wanted) {
    const exact = header.flatMap((each, index) => (each === name ? [index] : []));
    const same = header.flatMap((each, index) => (each.toLowerCase() === name.toLowerCase() ? [index] : []));
    const all = exact.length > 0 ? exact : same;
    const [index] = all;
    if (index !== undefined) return {index, name, count: all.length};
  }
  return undefined;
}

/** Finds the column with the postcodes. */
function findColumn({header, above}: CsvLayout, column: string | undefined, file: string, text: CliStrings): number {
  const line = newlines(above) + 1;
  const fail = (got: string, expected: string) => new CliError(1, formatProblem({file, line, got, expected}, text));
  const taken = header.find((name) => ADDED.includes(name));
  if (taken) throw fail(fill(text.columnTaken, {column: taken}), text.otherColumns);
  const found = searchColumn(header, column);
  if (found && found.count > 1) {
    throw fail(fill(text.columnTwice, {column: found.name, count: found.count}), text.oneColumn);
  }
  if (found) return found.index;
  const got = fill(text.noColumn, {columns: header.map((name) => formatValue(name)).join(', ')});
  const [only = '', ...more] = header;
  if (more.length === 0 && !/^[\p{L}\p{N}_]*$/u.test(only)) throw fail(got, text.separators);
  throw column === undefined
    ? fail(got, fill(text.usualColumns, {columns: USUAL_COLUMNS.join(', ')}))
    : fail(got, fill(text.thisColumn, {column: formatValue(column)}));
}

/** The message for a malformed row. */
function explain(
  error: CsvError,
  file: string,
  {above, header}: Pick<CsvLayout, 'above' | 'header'>,
  text: CliStrings,
): Problem {
  const {code, lines, column, record, raw} = error as CsvError & Readonly<Record<string, unknown>>;
  // The reader counts lines until the end of the row, but the message names the line where the row starts.
  const line =
    typeof lines === 'number' ? newlines(above) + lines - newlines(trimNewlines(String(raw ?? ''))) : undefined;
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
  /** The fields to add, joined by separators, with one character per byte. */
  readonly fields: string;
}

/** Looks up fields of a file. The added fields are made once for each region or combination of regions. */
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
    const postcode = postcodeOf(decodeField(field, format));
    if (postcode === null) return answer('invalid', []);
    const result = lookupPostcode(postcode);
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

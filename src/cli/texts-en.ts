import {HOST_RULES} from '../core/host-data-rules.js';
import type {CliStrings} from './texts.js';

/** English texts of the command line. */
export const cliEn: CliStrings = {
  usage: `regiokaart checks data for the regiokaart and finds regions by postcode.

  regiokaart check FILE                  checks a file for data-src
  regiokaart lookup POSTCODE             finds the region of a postcode
  regiokaart lookup --file FILE          adds the region to each row of a CSV file
  regiokaart html                         makes the element as HTML, which is there before the script
  regiokaart facts [FILE]                lists the contact facts, their source and age: what is missing or old first;
                                         FILE is organisations.json of another division

Options of lookup:
  --json           answer as JSON on one line
  --column NAME    column with the postcodes; without it: postcode, pc6 or pc4
  --output FILE    writes to this file, whole or not at all; without it to the output

Options of html:
  --heading-level N  level of the first heading, 1 to 6
  --map KIND         visible, click or none
  --no-location      without "Use my location"
  --css URL          address of regiokaart.css
  --data FILE        data of your own, as for check
  --output FILE      writes to this file; without this option to the output

Options of facts:
  --older-than N   old after so many months; without it 12
  --json           the list as JSON on one line

Always:
  --lang nl|en     language of the messages; otherwise that of the environment
  --help           this text
  --version        version

A CSV file has commas, semicolons, tabs or |, a row of column names (a title above it is fine), and is UTF-8 or
Windows-1252. A first line such as sep=; counts.
Four columns are added: regiokaart_status (found, ambiguous, unknown or invalid), regiokaart_region_id,
regiokaart_region and regiokaart_organisation. For a postcode in more than one region " | " stands between the values.

Status: 0 all is well, 1 errors in the file, no region, or a fact that is missing or old, 2 could not be carried out.`,
  line: 'line {line}',
  problem: '{where}: got {got}, expected {expected}',
  nothing: 'nothing',
  rules: HOST_RULES,
  answers: {
    empty: 'Enter 4 digits, for example 1316.',
    incomplete: 'These are too few digits. Enter 4 digits, for example 1316.',
    'too-long': 'These are too many digits. Enter 4 digits, for example 1316.',
    'not-a-postcode': 'This is not a Dutch postcode. Enter 4 digits, from 1000 to 9999.',
    unknown: 'Postcode {pc4} is not in use.',
    region: 'Region {region}',
    choice: 'Postcode {pc4} lies in more than one region.',
    choiceCard: 'Do you live in the municipality of {gemeente}?',
    or: ' or ',
    formerName: 'formerly {name}',
    noName: 'Employer organisation',
    noContact: 'We could not check the contact details of this organisation. {organisation} can help you.',
  },
  valid: '{file}: all is well',
  problems: '{file}: errors: {count}',
  twice: '{key} for the second time',
  once: 'each name once',
  noFile: 'no file',
  file: 'a file that is there',
  notAFile: 'something other than a file',
  unreadable: 'a file that cannot be read ({error})',
  readable: 'a file that can be read',
  size: '{size} kB',
  maxSize: 'at most {size} kB',
  notUtf8: 'characters that are not UTF-8',
  utf8: 'UTF-8 (saved as Windows-1252?)',
  end: 'the end of the file',
  json: 'well-formed JSON',
  unknownCommand: 'the command "{name}"',
  unknownOption: 'the option {name}',
  noValue: '{name} without a value',
  surplusValue: '{name} with a value',
  option: 'one of {names}',
  language: 'nl or en',
  oneFile: 'one file',
  noOrOneFile: 'at most one file',
  wholeMonths: 'a number of months, as in 12',
  noJson: 'something other than JSON',
  otherJson: 'other data',
  htmlOptions: 'options alone',
  level: 'a level from 1 to 6',
  factsFile: 'organisations.json of a division, with the facts of each region, their source and date',
  fact: 'a fact with value, source and date',
  missing: 'missing',
  thisMonth: 'of this month',
  oneMonth: '1 month old',
  months: '{months} months old',
  factsSummary: '{all} facts: {missing} missing, {old} older than {months} months, {current} fine. ! = look it up.',
  onePostcode: 'a postcode, or --file with a file',
  notBoth: 'a postcode and --file',
  onlyWithFile: 'only with --file',
  help: 'Help: regiokaart --help',
  kinds: {
    excel: {
      got: 'a workbook of Excel',
      expected: 'a CSV file: open the workbook in Excel and save the sheet as "CSV UTF-8"',
    },
    openDocument: {
      got: 'a workbook of LibreOffice (OpenDocument)',
      expected: 'a CSV file: open the workbook in LibreOffice and save the sheet as "Text CSV"',
    },
    numbers: {
      got: 'a workbook of Numbers',
      expected: 'a CSV file: open the workbook in Numbers and choose Export To, CSV',
    },
    document: {
      got: 'a document of a word processor',
      expected: 'a CSV file: put the table into a spreadsheet and save that as CSV',
    },
    pdf: {got: 'a PDF', expected: 'a CSV file: ask whoever made the PDF for the table as a spreadsheet or CSV'},
    markup: {
      got: 'a web page or XML',
      expected: 'a CSV file: open the file in a spreadsheet and save it as CSV',
    },
    json: {got: 'JSON', expected: 'a CSV file: ask whoever made it for the data as CSV'},
    packed: {got: 'a packed file (zip, gzip)', expected: 'a CSV file: unpack it first'},
    utf16: {got: 'UTF-16', expected: 'UTF-8 or Windows-1252: save the file again, in Excel as "CSV UTF-8"'},
    binary: {got: 'a file that is no text', expected: 'a CSV file: save the table as CSV'},
  },
  empty: 'an empty file',
  header: 'a row of column names',
  noColumn: 'the columns {columns}',
  usualColumns: 'one of {columns}; name another column with --column',
  separators:
    'columns between commas, semicolons, tabs or |; another separator is named on the first line, as in sep=~',
  thisColumn: '{column} among them',
  oneColumn: 'one column of that name',
  columnTwice: 'the column {column} {count} times',
  columnTaken: 'the column {column}',
  otherColumns: 'a file without that column: it is to be added',
  fields: 'fields: {count}',
  fieldCount: '{count}, as in the row of column names',
  openQuote: 'a quote that does not close',
  closedQuote: '" at the start and at the end of the field',
  strayQuote: 'a quote in the middle of a field',
  plainField: 'the whole field in quotes, with "" for a quote in it',
  longRow: 'more than {size} kB in one row',
  shortRow: 'at most {size} kB; is there a quote that does not close?',
  brokenRow: 'a row that cannot be read ({error})',
  wholeRow: 'a row of a CSV file',
  unwritable: 'a place that cannot be written to ({error})',
  writable: 'a file in a folder that is there',
  stopped: 'Stopped. Nothing has been written.',
  progress: '{percentage} %, {rows} rows',
  summary:
    '{rows} rows: {found} found, {ambiguous} in more than one region, {unknown} not in use, {invalid} no postcode.',
  fewPostcodes: 'a postcode in {count} of {rows} rows',
  manyPostcodes: 'a postcode in most rows; name another column with --column',
};

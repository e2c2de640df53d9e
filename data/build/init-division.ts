import type {ProblemList} from './problems.js';
import {quote} from './problems.js';
import {findDelimiter, readCsv} from './read-csv.js';

/**
 * The files that have to be filled in by hand for another division: its regions with their gemeenten, an empty entry for
 * the organisation of each, and an empty list of sources. Decisions about postcodes are copied, because they hold in any
 * division.
 *
 * @param groupingText CSV with the columns `gemeente` (CBS code, with or without `GM`) and `region` (its name), one line
 * per gemeente. Regions get the order in which the file first names them.
 * @param exceptionsText the decisions about single postcodes to copy.
 * @returns text per file name.
 */
export function initDivision(
  groupingText: string,
  groupingFile: string,
  exceptionsText: string,
  problems: ProblemList,
): ReadonlyMap<string, string> {
  const columns = ['gemeente', 'region'] as const;
  const regions = new Map<string, {readonly label: string; readonly members: string[]}>();
  const format = {file: groupingFile, columns, delimiter: findDelimiter(groupingText)};
  const before = problems.items.length;
  for (const {row, values} of readCsv(groupingText, format, problems)) {
    const wrong = (field: (typeof columns)[number], expected: string): void =>
      problems.add({file: groupingFile, row, field, got: quote(values[field]), expected});
    const digits = /^(?:GM)?(\d{1,4})$/.exec(values.gemeente)?.[1];
    const id = toId(values.region);
    if (digits === undefined) wrong('gemeente', 'a code like GM0363 or 363');
    if (id === '') wrong('region', 'the name of a region');
    const region = regions.get(id) ?? {label: values.region, members: []};
    if (region.label !== values.region)
      wrong('region', `a name that differs by more than signs from ${quote(region.label)}`);
    region.members.push(`GM${digits?.padStart(4, '0')}`);
    regions.set(id, region);
  }
  if (regions.size === 0 && problems.items.length === before) {
    problems.add({file: groupingFile, got: 'no gemeente', expected: 'a row for each gemeente'});
  }
  const rows = [...regions].map(([id, {label, members}]) => `${id},${quoteCsv(label)},${members.join(' ')}\n`);
  const organisations = Object.fromEntries([...regions.keys()].map((id) => [id, {}]));
  return new Map([
    ['regions.csv', `id,label,members\n${rows.join('')}`],
    ['organisations.json', toJson({...organisations, umbrella: {name: [], website: []}})],
    ['fact-sources.json', toJson({})],
    ['postcode-exceptions.csv', exceptionsText],
  ]);
}

/** A name as an id: lower-case words without accents, joined by hyphens. */
function toId(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

function quoteCsv(text: string): string {
  return /[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

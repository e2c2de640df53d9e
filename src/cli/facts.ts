import {readFile} from 'node:fs/promises';
import {type FactAge, listFacts} from '../core/fact-age.js';
import {formatValue} from '../core/host-data-rules.js';
import type {Fact, Organisation} from '../core/region.js';
import {fill} from '../shared/fill.js';
import {CliError, codeOf, formatProblem} from './cli-error.js';
import type {CliStrings} from './texts.js';

/** A region with the facts of its organisation. */
export interface RegionFacts {
  readonly id: string;
  /** Label as shown; the id where no label is known. */
  readonly name: string;
  readonly organisation: Organisation;
}

/**
 * Reads the facts of a division from the `organisations.json` that the data build writes.
 *
 * @throws {CliError} for a file that does not exist or has other contents.
 */
export async function readFacts(file: string, text: CliStrings): Promise<readonly RegionFacts[]> {
  const fail = (status: 1 | 2, got: string, expected: string, field?: string) =>
    new CliError(status, formatProblem({file, got, expected, ...(field && {field})}, text));
  const content = await readFile(file, 'utf8').catch((error: unknown) => {
    const code = codeOf(error);
    throw code === 'ENOENT'
      ? fail(2, text.noFile, text.file)
      : fail(2, fill(text.unreadable, {error: code}), text.readable);
  });
  let data: unknown;
  try {
    data = JSON.parse(content);
  } catch {
    throw fail(1, text.noJson, text.json);
  }
  const organisations = entriesOf(data).find(([key]) => key === 'organisations')?.[1];
  if (!isObject(organisations)) throw fail(1, text.otherJson, text.factsFile);
  return entriesOf(organisations).map(([id, organisation]) => {
    if (!isObject(organisation)) throw fail(1, formatValue(organisation), text.factsFile, id);
    for (const [field, fact] of entriesOf(organisation)) {
      if (!isFact(fact)) throw fail(1, formatValue(fact), text.fact, `${id}.${field}`);
    }
    return {id, name: id, organisation: organisation as Organisation};
  });
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const entriesOf = (value: unknown): [string, unknown][] => (isObject(value) ? Object.entries(value) : []);

const isFact = (value: unknown): value is Fact =>
  isObject(value) &&
  typeof value['value'] === 'string' &&
  typeof value['source'] === 'string' &&
  /^\d{4}(?:-\d\d){0,2}$/.test(String(value['date']));

/** The list of facts, with the number of those that need attention. */
export interface FactsReport {
  readonly facts: readonly FactAge[];
  readonly missing: number;
  readonly old: number;
}

/**
 * Lists the facts of each organisation: missing ones first, then from old to new.
 *
 * @param now The present time.
 * @param olderThan Months after which a fact is old.
 */
export function reportFacts(regions: readonly RegionFacts[], now: Date, olderThan: number): FactsReport {
  const facts = listFacts(regions, now.toISOString().slice(0, 10), olderThan);
  const count = (state: FactAge['state']) => facts.filter((fact) => fact.state === state).length;
  return {facts, missing: count('missing'), old: count('old')};
}

/** The report as lines for a person, a block for each region. */
export function formatFacts(
  regions: readonly RegionFacts[],
  {facts, missing, old}: FactsReport,
  olderThan: number,
  text: CliStrings,
): string {
  const width = Math.max(0, ...facts.map(({field}) => field.length));
  const blocks = regions.map(({id, name}) => {
    const lines = facts
      .filter(({region}) => region === id)
      .map(({field, value, source, months, state}) => {
        const start = `${state === 'current' ? ' ' : '!'} ${field.padEnd(width)}  `;
        if (value === null || months === null) return `${start}${text.missing}`;
        const age = months === 0 ? text.thisMonth : fill(months === 1 ? text.oneMonth : text.months, {months});
        return `${start}${value} (${age}; ${source})`;
      });
    return [name === id ? id : `${name} (${id})`, ...lines, ''].join('\n');
  });
  const words = {all: facts.length, missing, old, current: facts.length - missing - old, months: olderThan};
  return [...blocks, fill(text.factsSummary, words)].join('\n');
}

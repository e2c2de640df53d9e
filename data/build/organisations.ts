import {visit} from 'jsonc-parser';
import type {Contact, ContactField, Fact, Organisation} from '../../src/core/region.js';
import type {ProblemList} from './problems.js';
import {quote} from './problems.js';

/** A page or document in which a fact was seen. */
interface FactSource {
  /** An https or http URL, or a short description. */
  readonly address: string;
  /** The date that the source itself states: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date?: string;
  /** For a source without a date: the day on which it was read. */
  readonly read?: string;
  /**
   * `high` (also when absent): a page of the organisation itself, or a quotation from a newspaper or trade journal. `medium`:
   * a list, which only proves that a name and a site exist. `low`: proves nothing that may be published.
   */
  readonly confidence?: Confidence;
}

type Confidence = 'high' | 'medium' | 'low';

/** A fact that is kept by hand, published or not. */
interface CuratedFact {
  readonly value: string;
  readonly status: string;
  /** Keys of the table of sources. */
  readonly sources: readonly string[];
  /** For a fact that its sources prove less well than their other facts: `medium` for a number on an old page, for example. */
  readonly confidence?: Confidence;
  /** False keeps a verified fact off the card; `reason` says why. */
  readonly publish?: boolean;
  readonly reason?: string;
}

/** The organisation that a card without facts refers to. */
export interface Umbrella {
  readonly organisation: string;
  readonly website: string;
}

export interface PublishedOrganisations {
  readonly regions: readonly Organisation[];
  readonly umbrella: Umbrella;
}

/** Fields that a card can show, with the pattern for each value. */
const FIELDS: Readonly<Record<ContactField, {readonly form: RegExp; readonly expected: string}>> = {
  name: {form: /^\S.{0,79}$/, expected: 'a name of at most 80 characters'},
  formerName: {form: /^\S.{0,79}$/, expected: 'a name of at most 80 characters'},
  phone: {form: /^(?=(\d ?){10}$)0\d[\d ]*\d$/, expected: 'ten digits in groups, the first 0, like 030 634 08 08'},
  phoneHours: {form: /^\S.{0,119}$/, expected: 'one sentence of at most 120 characters'},
  email: {form: /^[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}$/, expected: 'an e-mail address'},
  contactPage: {form: /^https:\/\/[^\s/]+\.[^\s]+$/, expected: 'an https address'},
  website: {form: /^https:\/\/[^\s/]+\.[^\s]+$/, expected: 'an https address'},
  vacancies: {form: /^https:\/\/[^\s/]+\.[^\s]+$/, expected: 'an https address'},
  address: {form: /^.+, [1-9]\d{3} ?[A-Z]{2} .+$/, expected: 'street and number, postcode and place'},
  about: {form: /^\S.{0,299}$/, expected: 'one sentence of at most 300 characters'},
};
/** Key of the entry that is not a region: the union of the organisations. */
const UMBRELLA = 'umbrella';
const STATUSES: readonly string[] = ['verified', 'unverified', 'not found', 'from memory, unverified'];
/** Weakest first. */
const CONFIDENCES: readonly Confidence[] = ['low', 'medium', 'high'];
/** What a list can prove. */
const PROVED_BY_LIST: readonly string[] = ['name', 'website'] satisfies ContactField[];
const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/**
 * Selects the facts that may be published: verified, and not held back. Of several for one field the latest comes first.
 * A fact gets the name and date of its best source: the latest of those that prove most, with undated ones last. A list
 * proves only a name or a website.
 *
 * @returns one organisation per region, in order, and the umbrella organisation.
 */
export function publishOrganisations(
  organisationsText: string,
  sourcesText: string,
  regions: readonly {readonly id: string}[],
  files: {readonly organisations: string; readonly sources: string},
  problems: ProblemList,
): PublishedOrganisations {
  const table = parseObject(organisationsText, files.organisations, problems);
  const sources = readFactSources(sourcesText, files.sources, problems);
  for (const id of Object.keys(table)) {
    if (id !== UMBRELLA && !regions.some((region) => region.id === id)) {
      problems.add({
        file: files.organisations,
        field: id,
        got: quote(id),
        expected: `the id of a region, or ${UMBRELLA}`,
      });
    }
  }
  const publish = (id: string): Organisation => {
    const entry = table[id];
    if (!isObject(entry)) {
      problems.add({
        file: files.organisations,
        field: id,
        got: entry === undefined ? 'no entry' : quote(entry),
        expected: `an entry for every region and for ${UMBRELLA}, with lists of facts`,
      });
      return {};
    }
    return publishEntry(entry, id, sources, files.organisations, problems);
  };
  const {name, website} = publish(UMBRELLA);
  if (isObject(table[UMBRELLA]) && (name === undefined || website === undefined)) {
    problems.add({
      file: files.organisations,
      field: UMBRELLA,
      got: `${name === undefined ? 'no' : 'a'} verified name and ${website === undefined ? 'no' : 'a'} verified website`,
      expected: 'both: cards without facts send visitors there',
    });
  }
  return {
    regions: regions.map(({id}) => publish(id)),
    umbrella: {organisation: name?.value ?? '', website: website?.value ?? ''},
  };
}

/** The values without their sources. */
export function toContact(organisation: Organisation): Contact {
  return Object.fromEntries(Object.entries(organisation).map(([field, {value}]) => [field, value]));
}

/** The date of each value that {@link toContact} returns. */
export function toDates(organisation: Organisation): Contact {
  return Object.fromEntries(Object.entries(organisation).map(([field, {date}]) => [field, date]));
}

function publishEntry(
  entry: Readonly<Record<string, unknown>>,
  id: string,
  sources: ReadonlyMap<string, FactSource>,
  file: string,
  problems: ProblemList,
): Organisation {
  const organisation: {[field in ContactField]?: Fact} = {};
  for (const [field, facts] of Object.entries(entry)) {
    const known = isField(field) ? FIELDS[field] : undefined;
    if (!Array.isArray(facts)) {
      problems.add({file, field: `${id}.${field}`, got: quote(facts), expected: 'a list of facts'});
      continue;
    }
    const published = facts.flatMap((fact: unknown, index): Fact[] => {
      const path = `${id}.${field}[${index}]`;
      const checked = checkFact(fact, path, file, problems);
      if (checked === null || checked.status !== 'verified') return [];
      const dated = dateFact(checked, path, field, sources, file, problems);
      if (dated === null || checked.publish === false || known === undefined) return [];
      if (!known.form.test(checked.value)) {
        problems.add({file, field: `${path}.value`, got: quote(checked.value), expected: known.expected});
      }
      return [dated];
    });
    const [latest] = published.sort((a, b) => compareTexts(b.date, a.date));
    if (latest !== undefined && isField(field)) organisation[field] = latest;
  }
  // In the order of the card, not that of the file.
  return Object.fromEntries(
    Object.keys(FIELDS).flatMap((field) => {
      const fact = isField(field) ? organisation[field] : undefined;
      return fact === undefined ? [] : [[field, fact]];
    }),
  );
}

function checkFact(fact: unknown, path: string, file: string, problems: ProblemList): CuratedFact | null {
  const before = problems.items.length;
  const wrong = (field: string, got: unknown, expected: string): void =>
    problems.add({file, field: `${path}.${field}`, got: got === undefined ? 'nothing' : quote(got), expected});
  if (!isObject(fact)) {
    problems.add({file, field: path, got: quote(fact), expected: 'a fact with value, status and sources'});
    return null;
  }
  const {value, status, sources, confidence, publish, reason} = fact;
  if (typeof status !== 'string' || !STATUSES.includes(status)) wrong('status', status, STATUSES.join(' | '));
  if (typeof value !== 'string' || value.trim() === '') wrong('value', value, 'a text');
  if (!Array.isArray(sources) || sources.some((key) => typeof key !== 'string')) {
    wrong('sources', sources, 'a list of keys of fact-sources.json');
  } else if (status === 'verified' && sources.length === 0) {
    wrong('sources', sources, 'at least one source for a verified fact');
  }
  if (confidence !== undefined && !CONFIDENCES.some((known) => known === confidence)) {
    wrong('confidence', confidence, CONFIDENCES.join(', '));
  }
  if (publish !== undefined && typeof publish !== 'boolean') wrong('publish', publish, 'true or false');
  if (publish === false && (typeof reason !== 'string' || reason === ''))
    wrong('reason', reason, 'why it is held back');
  return problems.items.length === before ? (fact as unknown as CuratedFact) : null;
}

function dateFact(
  fact: CuratedFact,
  path: string,
  field: string,
  sources: ReadonlyMap<string, FactSource>,
  file: string,
  problems: ProblemList,
): Fact | null {
  const found = fact.sources.flatMap((key) => {
    const source = sources.get(key);
    if (source === undefined) {
      problems.add({file, field: `${path}.sources`, got: quote(key), expected: 'a key of fact-sources.json'});
    }
    return source === undefined ? [] : [source];
  });
  // Of those with the latest date, the first in the file; sources without a date come last.
  const strength = ({confidence = 'high'}: FactSource): number => CONFIDENCES.indexOf(confidence);
  const [newest] = found.sort((a, b) => strength(b) - strength(a) || compareTexts(b.date ?? '', a.date ?? ''));
  if (newest === undefined) return null;
  const {confidence = newest.confidence ?? 'high'} = fact;
  const known = isField(field) && fact.publish !== false;
  if (known && (confidence === 'low' || (confidence === 'medium' && !PROVED_BY_LIST.includes(field)))) {
    problems.add({
      file,
      field: fact.confidence === undefined ? `${path}.sources` : `${path}.confidence`,
      got: fact.confidence === undefined ? `a best source of ${confidence} confidence` : quote(confidence),
      expected: PROVED_BY_LIST.includes(field)
        ? 'one of medium or high'
        : 'one of high, for other than a name or a website',
    });
  }
  if (newest.date !== undefined) return {value: fact.value, source: newest.address, date: newest.date};
  return {value: fact.value, source: newest.address, date: newest.read ?? '', undated: true};
}

function readFactSources(text: string, file: string, problems: ProblemList): Map<string, FactSource> {
  const sources = new Map<string, FactSource>();
  for (const [key, source] of Object.entries(parseObject(text, file, problems))) {
    if (!isObject(source)) {
      problems.add({file, field: key, got: quote(source), expected: 'an object with address and date'});
      continue;
    }
    const {address, date, read, confidence} = source;
    if (confidence !== undefined && !CONFIDENCES.some((known) => known === confidence)) {
      problems.add({file, field: `${key}.confidence`, got: quote(confidence), expected: CONFIDENCES.join(', ')});
    }
    if (typeof address !== 'string' || address.trim() === '') {
      problems.add({file, field: `${key}.address`, got: quote(address), expected: 'a URL or a short description'});
    }
    const dated = typeof date === 'string' && DATE.test(date);
    const wasRead = date === undefined && typeof read === 'string' && DAY.test(read);
    if (!dated && !wasRead) {
      problems.add({
        file,
        field: key,
        got: `date ${quote(date ?? null)}, read ${quote(read ?? null)}`,
        expected: 'the date that the source bears (YYYY, YYYY-MM or YYYY-MM-DD), else the day it was read (YYYY-MM-DD)',
      });
    }
    sources.set(key, source as unknown as FactSource);
  }
  return sources;
}

function parseObject(text: string, file: string, problems: ProblemList): Readonly<Record<string, unknown>> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    problems.add({file, got: error instanceof Error ? error.message : String(error), expected: 'well-formed JSON'});
    return {};
  }
  if (!isObject(parsed)) {
    problems.add({file, got: quote(parsed), expected: 'a JSON object'});
    return {};
  }
  checkKeys(text, file, problems);
  return parsed;
}

/** Finds a key that occurs twice in one object: `JSON.parse` would silently keep only the last of two organisations. */
function checkKeys(text: string, file: string, problems: ProblemList): void {
  const seen = new Set<string>();
  visit(text, {
    onObjectProperty: (key, _offset, _length, line, _character, pathSupplier) => {
      const parent = pathSupplier();
      const path = [...parent, key].join('.');
      if (seen.has(path)) {
        problems.add({file, row: line + 1, field: path, got: `${quote(key)} a second time`, expected: 'each key once'});
      }
      seen.add(path);
    },
  });
}

/** Compares by code units, so that the order is the same on every machine. */
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isField(field: string): field is ContactField {
  return Object.hasOwn(FIELDS, field);
}

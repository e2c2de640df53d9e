import {createHash} from 'node:crypto';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {ProblemList} from './problems.js';
import {quote} from './problems.js';

/** The names that the build uses for its inputs. */
export const INPUT_KEYS = [
  'municipalities',
  'memberships',
  'places',
  'listed',
  'woonplaatsen',
  'presence',
  'shares',
  'wijken',
  'buurten',
  'populatedPlaces',
  'morePlaces',
] as const;
export type InputKey = (typeof INPUT_KEYS)[number];

/** Origin of an input, as recorded in `data/sources.json`. */
export interface SourceEntry {
  readonly key: InputKey;
  /** Path below the folder of inputs. */
  readonly path: string;
  readonly name: string;
  readonly publisher: string;
  readonly edition: string;
  readonly licence: string;
  /** Credit to show with the product; absent if the licence requires none. */
  readonly attribution?: string;
  readonly obtained: string;
  readonly from: string;
  readonly sha256: string;
  readonly use: string;
}

export interface SourceList {
  /** Year of the division into gemeenten. */
  readonly edition: string;
  /** Day on which the inputs were complete, `YYYY-MM-DD`. */
  readonly date: string;
  readonly inputs: readonly SourceEntry[];
}

/** Bytes and checksum of an input. */
export interface InputFile {
  readonly entry: SourceEntry;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

const FILE = 'data/sources.json';

/** Reads the list of sources and checks its form. */
export function readSourceList(text: string, problems: ProblemList): SourceList {
  let list: SourceList;
  try {
    list = JSON.parse(text) as SourceList;
  } catch (error) {
    problems.add({
      file: FILE,
      got: error instanceof Error ? error.message : String(error),
      expected: 'well-formed JSON',
    });
    return {edition: '', date: '', inputs: []};
  }
  if (!Array.isArray(list.inputs)) {
    problems.add({file: FILE, field: 'inputs', got: quote(list.inputs ?? null), expected: 'a list'});
    return {edition: '', date: '', inputs: []};
  }
  if (!/^\d{4}$/.test(list.edition)) {
    problems.add({file: FILE, field: 'edition', got: quote(list.edition), expected: 'the year of the division'});
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(list.date)) {
    problems.add({file: FILE, field: 'date', got: quote(list.date), expected: 'YYYY-MM-DD'});
  }
  for (const key of INPUT_KEYS) {
    const entries = list.inputs.filter((entry) => entry.key === key);
    if (entries.length !== 1) {
      problems.add({
        file: FILE,
        field: 'inputs',
        got: `${entries.length} entries with key ${quote(key)}`,
        expected: 'one',
      });
    }
  }
  for (const entry of list.inputs) {
    for (const field of [
      'path',
      'name',
      'publisher',
      'edition',
      'licence',
      'obtained',
      'from',
      'sha256',
      'use',
    ] as const) {
      if (typeof entry[field] !== 'string' || entry[field] === '') {
        problems.add({
          file: FILE,
          field: `${entry.key}.${field}`,
          got: quote(entry[field] ?? null),
          expected: 'a text',
        });
      }
    }
  }
  return list;
}

/**
 * Reads all inputs from a folder. A missing file is a problem; the message names its publisher and its path. A file of
 * another edition than the list names is a problem too, unless `anyEdition` is set.
 */
export function readInputFiles(
  folder: string,
  list: SourceList,
  anyEdition: boolean,
  problems: ProblemList,
): Map<InputKey, InputFile> {
  const files = new Map<InputKey, InputFile>();
  for (const entry of list.inputs) {
    const path = join(folder, entry.path);
    if (!existsSync(path)) {
      problems.add({
        file: path,
        got: 'no such file',
        expected: `${entry.name} of ${entry.publisher}, edition ${entry.edition}, from ${entry.from}`,
      });
      continue;
    }
    const bytes = readFileSync(path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (sha256 !== entry.sha256 && !anyEdition) {
      problems.add({
        file: path,
        field: 'SHA-256',
        got: sha256,
        expected: `${entry.sha256} (edition ${entry.edition}). For a new edition run with --new-edition, then update data/sources.json`,
      });
    }
    files.set(entry.key, {entry, bytes, sha256});
  }
  return files;
}

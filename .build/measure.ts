import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzip} from 'pako';
import {ROOT} from './root.js';

export interface Budget {
  readonly name: string;
  /** Bytes after gzip -9. */
  readonly budget?: number;
  /** Files by the part of their name before the hash. */
  readonly stems: readonly string[];
}

/** What a visitor fetches together, in the order in which it happens. */
export const BUDGETS = {
  answer: {name: 'before an answer', budget: 12_000, stems: ['regiokaart']},
  map: {name: 'further for the map', budget: 56_000, stems: ['map-view', 'shapes']},
  points: {name: 'points of postcodes on the map', budget: 10_000, stems: ['points']},
  places: {name: 'search by place', budget: 20_000, stems: ['places']},
} as const satisfies Record<string, Budget>;

export interface Weighed {
  readonly name: string;
  readonly raw: number;
  readonly bytes: number;
}

export interface Group {
  readonly key: string;
  readonly name: string;
  readonly budget?: number;
  readonly bytes: number;
  readonly files: readonly Weighed[];
}

/**
 * Length after gzip -9, without a file name in its header. By pako, whose bytes are those of the original zlib on every
 * machine; the zlib of a Node differs by some bytes from one version to the next.
 */
export const gzipLength = (data: Uint8Array): number => gzip(data, {level: 9}).length;

/** Weighs `dist/cdn` by what a visitor fetches together. What has no budget comes last, each file by itself. */
export function measure(): Group[] {
  const folder = join(ROOT, 'dist/cdn');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name): Weighed & {stem: string} => {
      const data = readFileSync(join(folder, name));
      return {name, stem: stemOf(name), raw: data.length, bytes: gzipLength(data)};
    });
  const known: Record<string, Budget> = BUDGETS;
  const groups: Group[] = Object.entries(known).flatMap(([key, {name, budget, stems}]) => {
    const own = files.filter(({stem}) => stems.includes(stem));
    return own.length === 0 ? [] : [{key, name, ...(budget && {budget}), bytes: sum(own), files: own}];
  });
  const rest = files.filter(({stem}) => !Object.values(known).some(({stems}) => stems.includes(stem)));
  return [...groups, {key: 'rest', name: 'when asked for', bytes: sum(rest), files: rest}];
}

const stemOf = (name: string) => name.replace(/\.js$/, '').replace(/-[A-Za-z0-9]+$/, '');
const sum = (files: readonly Weighed[]) => files.reduce((total, {bytes}) => total + bytes, 0);

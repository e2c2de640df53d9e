import type {ProblemList} from './problems.js';
import {quote} from './problems.js';
import {readCsv} from './read-csv.js';

const KINDS = ['name', 'wijk', 'guess', 'area'] as const;

/** A name that is in no source and is kept by hand. */
export interface CuratedName {
  readonly name: string;
  /**
   * `name`: another name of the woonplaats, or of the gemeente if no woonplaats is given. `wijk`: a district of the
   * woonplaats. `guess`: may mean the woonplaats, but is never answered at once. `area`: a part of the country.
   */
  readonly kind: (typeof KINDS)[number];
  /** CBS codes; several only for an area. */
  readonly municipalities: readonly string[];
  readonly woonplaats: string;
  readonly row: number;
}

/** Reads names kept by hand: columns gemeente (codes), woonplaats, name, kind, reason. */
export function readPlaceNames(
  text: string,
  file: string,
  known: ReadonlySet<string>,
  problems: ProblemList,
): CuratedName[] {
  const columns = ['gemeente', 'woonplaats', 'name', 'kind', 'reason'] as const;
  return readCsv(text, {file, columns}, problems).map(({row, values}) => {
    for (const field of ['gemeente', 'name', 'reason'] as const) {
      if (values[field] === '') problems.add({file, row, field, got: '""', expected: 'a text'});
    }
    const kind = KINDS.find((each) => each === values.kind);
    if (kind === undefined) {
      problems.add({file, row, field: 'kind', got: quote(values.kind), expected: KINDS.map(quote).join(' or ')});
    }
    const municipalities = values.gemeente.split(' ').filter((code) => code);
    for (const code of municipalities) {
      if (!known.has(code)) {
        problems.add({
          file,
          row,
          field: 'gemeente',
          got: quote(code),
          expected: 'the code of a gemeente of this edition',
        });
      }
    }
    return {name: values.name, kind: kind ?? 'name', municipalities, woonplaats: values.woonplaats, row};
  });
}

import type {ProblemList} from './problems.js';
import {readCsv} from './read-csv.js';

/** A gemeente as part of an area that has a name. */
export interface AreaMember {
  readonly area: string;
  readonly municipality: string;
}

/** Reads the arbeidsmarktregio of each gemeente. */
export function readLabourAreas(text: string, file: string, problems: ProblemList): AreaMember[] {
  return readCsv(text, {file, columns: ['gemeente_code', 'regioplus_name'] as const}, problems).map(({values}) => ({
    area: values.regioplus_name,
    municipality: values.gemeente_code,
  }));
}

/** Reads the COROP area of each gemeente from the list of woonplaatsen. */
export function readCorop(text: string, file: string, problems: ProblemList): AreaMember[] {
  return readCsv(text, {file, columns: ['Gemeentecode', 'COROP-gebied'] as const}, problems).map(({values}) => ({
    area: values['COROP-gebied'],
    municipality: `GM${values.Gemeentecode}`,
  }));
}

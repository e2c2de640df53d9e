import info from '../../data/generated/info.json';
import {assertFormat} from '../core/data-file.js';

/** A data set that the answers are based on. */
export interface DataSource {
  readonly name: string;
  readonly publisher: string;
  readonly edition: string;
  readonly licence: string;
  /** Credit to show; empty when the licence requires none. */
  readonly attribution: string;
}

/** The data that the answers are based on. */
export interface DataInfo {
  /** Year of the division into gemeenten and regions. */
  readonly edition: string;
  /** Day on which the inputs were complete, `YYYY-MM-DD`. */
  readonly built: string;
  readonly sources: readonly DataSource[];
}

assertFormat('info.json', info);

const {edition, built, sources} = info;
export const dataInfo: DataInfo = {edition, built, sources};

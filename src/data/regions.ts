import {facts} from '../../data/generated/facts.js';
import {dataInfo as generatedInfo} from '../../data/generated/info.js';
import {municipalities} from '../../data/generated/municipalities.js';
import type {Organisation, Region} from '../core/region.js';
import {regions as cards} from './index.js';

/** A set of data that the answers rest on. */
export interface DataSource {
  readonly name: string;
  readonly publisher: string;
  readonly edition: string;
  readonly licence: string;
  /** Credit to show; empty when none is asked for. */
  readonly attribution: string;
}

/** What the answers rest on. */
export interface DataInfo {
  /** Year of the division into gemeenten and regions. */
  readonly edition: string;
  /** Day on which the set of inputs was complete, `YYYY-MM-DD`. */
  readonly built: string;
  readonly sources: readonly DataSource[];
}

export const dataInfo: DataInfo = generatedInfo;

/** All regions in their fixed order, with their gemeenten and with the source of each fact. */
export const regions: readonly Region[] = cards.map(({id, name}, index) => ({
  id,
  name,
  gemeenten: municipalities[index] ?? [],
  organisation: (facts as Readonly<Record<string, Organisation>>)[id] ?? {},
}));

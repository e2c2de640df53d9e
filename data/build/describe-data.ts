import type {Organisation} from '../../src/core/region.js';
import type {DecidedPostcode, RejectedPostcode} from './decide-postcodes.js';
import type {CuratedRegion, PostcodeException} from './read-curated.js';
import type {Membership} from './read-municipalities.js';
import {formatRuns, toRuns} from './runs.js';
import type {InputFile, SourceList} from './sources.js';

/** The results of the build, for pages, reviewers and the comparison with another edition. */
export interface DataDescription {
  readonly sources: SourceList;
  readonly inputs: readonly InputFile[];
  readonly regions: readonly CuratedRegion[];
  readonly memberships: readonly Membership[];
  /** Region index per gemeente code. */
  readonly regionOf: ReadonlyMap<string, number>;
  /** Names per region, in alphabetical order. */
  readonly gemeenten: readonly (readonly string[])[];
  /** Published facts of the organisation of each region. */
  readonly organisations: readonly Organisation[];
  /** Dutch name per gemeente code. */
  readonly provinceOf: ReadonlyMap<string, string>;
  /** Codes in use with the regions that follow from their gemeenten, the main one first. */
  readonly answers: readonly (DecidedPostcode & {readonly regions: readonly number[]})[];
  readonly rejected: readonly RejectedPostcode[];
  readonly exceptions: readonly PostcodeException[];
  readonly accuracy: Readonly<Record<string, unknown>>;
}

/** Every gemeente with its region and its postcodes, one per line, so that a diff shows what changed. */
export function municipalitiesCsv({memberships, regionOf, provinceOf, regions, answers}: DataDescription): string {
  const codesOf = new Map<string, number[]>();
  for (const {pc4, municipalities} of answers) {
    for (const {code} of municipalities) codesOf.set(code, [...(codesOf.get(code) ?? []), pc4]);
  }
  const lines = memberships.map(({code, name}) =>
    [
      code,
      quoteCell(name),
      regions[regionOf.get(code) ?? -1]?.id ?? '',
      provinceOf.get(code) ?? '',
      formatRuns(toRuns(codesOf.get(code) ?? [])),
    ].join(','),
  );
  return `code,name,region,provincie,postcodes\n${lines.sort().join('\n')}\n`;
}

/**
 * The contents of a page about the data, as JSON. Runs of codes of a region continue over unused numbers, so that there are
 * few runs.
 */
export function overviewJson(description: DataDescription): string {
  const {sources, inputs, regions, memberships, regionOf, gemeenten, organisations} = description;
  const {answers, rejected, exceptions, accuracy} = description;
  const nameOf = new Map(memberships.map(({code, name}) => [code, name]));
  const names = (codes: readonly string[]): string[] => codes.map((code) => nameOf.get(code) ?? code);
  const inUse = new Set(answers.map(({pc4}) => pc4));
  const isUnused = (pc4: number): boolean => !inUse.has(pc4);
  const all = Array.from({length: 9000}, (_, index) => index + 1000);
  const sections: Readonly<Record<string, unknown>> = {
    edition: sources.edition,
    built: sources.date,
    counts: {
      inUse: answers.length,
      withAddresses: answers.filter(({kind}) => kind === 'address').length,
      poBoxes: answers.filter(({kind}) => kind === 'po-box').length,
      borders: answers.filter((answer) => answer.regions.length > 1).length,
      notInUse: all.length - answers.length,
    },
    accuracy,
    regions: regions.map(({id, label}, region) => {
      const codes = answers.filter((answer) => answer.regions.includes(region)).map(({pc4}) => pc4);
      return {
        id,
        name: label,
        gemeenten: gemeenten[region] ?? [],
        postcodes: codes.length,
        runs: formatRuns(toRuns(codes, isUnused)),
        facts: organisations[region] ?? {},
      };
    }),
    borders: answers
      .filter((answer) => answer.regions.length > 1)
      .map(({pc4, regions: own, municipalities}) => ({
        pc4,
        candidates: own.map((region) => ({
          region: regions[region]?.id,
          gemeenten: municipalities
            .filter(({code}) => regionOf.get(code) === region)
            .map(({code, evidence, places, share}) => ({
              name: nameOf.get(code) ?? code,
              evidence,
              places,
              ...(share === undefined ? {} : {areaPercent: Number((share * 100).toFixed(1))}),
            })),
        })),
      })),
    exceptions: exceptions.map(({pc4, decision, municipalities, reden, source}) => ({
      pc4,
      decision,
      gemeenten: names(municipalities),
      reden,
      source,
    })),
    rejected: [...rejected].sort((a, b) => a.pc4 - b.pc4),
    notInUse: formatRuns(toRuns(all.filter(isUnused))),
    sources: inputs.map(({entry, sha256, bytes}) => ({
      name: entry.name,
      publisher: entry.publisher,
      edition: entry.edition,
      licence: entry.licence,
      attribution: entry.attribution ?? '',
      obtained: entry.obtained,
      bytes: bytes.length,
      sha256,
    })),
  };
  // One item of a list per line, so that a diff shows which one changed.
  const text = Object.entries(sections).map(([key, value]) => {
    const items = Array.isArray(value)
      ? `[\n${value.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`
      : '';
    return `  ${JSON.stringify(key)}: ${items || JSON.stringify(value)}`;
  });
  return `{\n${text.join(',\n')}\n}\n`;
}

function quoteCell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

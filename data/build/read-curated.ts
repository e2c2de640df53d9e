import type {ProblemList} from './problems.js';
import {quote} from './problems.js';
import {findDelimiter, readCsv} from './read-csv.js';

/** A region that is kept by hand. Its position in the file is its index. */
export interface CuratedRegion {
  /** Kebab-case, stable between editions. */
  readonly id: string;
  /** Label as shown. */
  readonly label: string;
  /** Its members: gemeente codes (`GM0363`), beginnings of RegioPlus codes (`RA06`, `RA0616`), or names of provincies. */
  readonly members: readonly string[];
  readonly row: number;
}

/** A decision about one postcode that overrides all rules. */
export interface PostcodeException {
  readonly pc4: number;
  /**
   * `gemeenten`: in use, and exactly these gemeenten count. `not-in-use`: answered like a code that does not exist.
   * `point-outside`: its own point may lie outside its region.
   */
  readonly decision: 'gemeenten' | 'not-in-use' | 'point-outside';
  /** CBS codes, main one first; empty unless the decision is `gemeenten`. */
  readonly municipalities: readonly string[];
  readonly reason: string;
  /** The reason in Dutch, for the page about the data. */
  readonly reden: string;
  readonly source: string;
  readonly row: number;
}

const MEMBER = /^(GM\d{4}|RA\d{2}(\d{2})?|[A-Z][a-z]+(-[A-Z][a-z]+)?)$/;
const DECISIONS: readonly string[] = [
  'gemeenten',
  'not-in-use',
  'point-outside',
] satisfies PostcodeException['decision'][];

/** Reads the regions: columns id, label, members (separated by spaces). */
export function readRegions(text: string, file: string, problems: ProblemList): CuratedRegion[] {
  const regions: CuratedRegion[] = [];
  const before = problems.items.length;
  const delimiter = findDelimiter(text);
  for (const {row, values} of readCsv(
    text,
    {file, columns: ['id', 'label', 'members'] as const, delimiter},
    problems,
  )) {
    const {id, label} = values;
    const members = splitWords(values.members);
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
      problems.add({file, row, field: 'id', got: quote(id), expected: 'lower-case words joined by hyphens'});
    }
    if (regions.some((other) => other.id === id)) {
      problems.add({file, row, field: 'id', got: `${quote(id)} again`, expected: 'each region once'});
    }
    if (label === '') problems.add({file, row, field: 'label', got: '""', expected: 'a name to show'});
    if (members.length === 0) {
      problems.add({
        file,
        row,
        field: 'members',
        got: '""',
        expected: 'gemeente codes, beginnings of RegioPlus codes or provincies',
      });
    }
    for (const member of members) {
      if (!MEMBER.test(member)) {
        problems.add({
          file,
          row,
          field: 'members',
          got: quote(member),
          expected: 'a code like GM0363, RA06 or RA0616, or a provincie',
        });
      }
    }
    regions.push({id, label, members, row});
  }
  // A wrong header has already been reported.
  if (regions.length === 0 && problems.items.length === before) {
    problems.add({file, got: 'no region', expected: 'a row for each region'});
  }
  return regions;
}

/** Reads the exceptions: columns pc4, decision, gemeenten (separated by spaces), reason, reden, source. */
export function readExceptions(
  text: string,
  file: string,
  knownMunicipalities: ReadonlySet<string>,
  problems: ProblemList,
): PostcodeException[] {
  const exceptions: PostcodeException[] = [];
  const columns = ['pc4', 'decision', 'gemeenten', 'reason', 'reden', 'source'] as const;
  for (const {row, values} of readCsv(text, {file, columns, delimiter: findDelimiter(text)}, problems)) {
    const {pc4, decision, reason, reden, source} = values;
    const municipalities = splitWords(values.gemeenten);
    const wrong = (field: (typeof columns)[number], expected: string): void =>
      problems.add({file, row, field, got: quote(values[field]), expected});
    if (!/^[1-9]\d{3}$/.test(pc4)) wrong('pc4', '1000 to 9999');
    if (!DECISIONS.includes(decision)) wrong('decision', DECISIONS.join(', '));
    if (reason === '') wrong('reason', 'why the rules do not decide');
    if (reden === '') wrong('reden', 'the reason in Dutch, for the page about the data');
    if (source === '') wrong('source', 'what the decision rests on');
    if ((decision === 'gemeenten') !== municipalities.length > 0) {
      wrong('gemeenten', decision === 'gemeenten' ? 'at least one gemeente code' : 'nothing with this decision');
    }
    for (const code of municipalities) {
      if (!knownMunicipalities.has(code)) wrong('gemeenten', `codes of gemeenten of this edition; ${code} is none`);
    }
    if (exceptions.some((other) => other.pc4 === Number(pc4))) wrong('pc4', 'each code once');
    exceptions.push({
      pc4: Number(pc4),
      decision: decision as PostcodeException['decision'],
      municipalities,
      reason,
      reden,
      source,
      row,
    });
  }
  return exceptions;
}

function splitWords(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

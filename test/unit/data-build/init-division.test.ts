import {describe, expect, it} from 'vitest';
import {initDivision} from '../../../data/build/init-division.js';
import {formatProblem, ProblemList} from '../../../data/build/problems.js';

function init(grouping: string) {
  const problems = new ProblemList();
  const files = initDivision(grouping, 'grouping.csv', 'pc4,decision\n', problems);
  return {files, problems: problems.items.map(formatProblem)};
}

describe('initDivision', () => {
  it('gives a region for each name, with its gemeenten, in the order of the file', () => {
    const {files, problems} = init('gemeente,region\nGM0014,Noord\nGM0034,"Zuid, Oost"\n37,Noord\n');
    expect(problems).toEqual([]);
    expect(files.get('regions.csv')).toBe(
      'id,label,members\nnoord,Noord,GM0014 GM0037\nzuid-oost,"Zuid, Oost",GM0034\n',
    );
  });

  it('reads semicolons, and columns in any order', () => {
    expect(init('region;x;gemeente\nFryslân;;GM0059\n').files.get('regions.csv')).toBe(
      'id,label,members\nfryslan,Fryslân,GM0059\n',
    );
  });

  it('leaves organisations and sources to be filled in, and keeps the decisions about postcodes', () => {
    const {files} = init('gemeente,region\nGM0014,Noord\n');
    expect(JSON.parse(files.get('organisations.json') ?? '')).toEqual({noord: {}, umbrella: {name: [], website: []}});
    expect(JSON.parse(files.get('fact-sources.json') ?? '')).toEqual({});
    expect(files.get('postcode-exceptions.csv')).toBe('pc4,decision\n');
  });

  it.each([
    ['gemeente,regio\nGM0014,Noord\n', 'grouping.csv, row 1: got the columns', 1],
    ['gemeente,region\nGroningen,Noord\n', 'a code like GM0363 or 363', 1],
    ['gemeente,region\nGM0014,\n', 'the name of a region', 1],
    ['gemeente,region\nGM0014,Noord Oost\nGM0034,Noord-Oost\n', 'differs by more than signs from "Noord Oost"', 1],
    ['gemeente,region\n', 'a row for each gemeente', 1],
  ])('refuses %j: %s', (grouping, message, count) => {
    const {problems} = init(grouping);
    expect(problems.join('\n')).toContain(message);
    expect(problems).toHaveLength(count);
  });
});

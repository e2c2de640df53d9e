import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {postcodesJson} from '../../../data/build/write-files.js';
import {RegionDataError} from '../../../src/core/errors.js';
import {
  AMBIGUOUS,
  type BorderPostcode,
  type PostcodesFile,
  type PostcodeTable,
  readPostcodeTable,
} from '../../../src/core/postcode-table.js';

const idsOf = (count: number) => Array.from({length: count}, (_, index) => `region-${index}`);
const tableOf = (value: (index: number) => number): PostcodeTable =>
  Uint16Array.from({length: 9000}, (_, index) => value(index));
const bordersOf = (table: PostcodeTable): BorderPostcode[] =>
  [...table.keys()].flatMap((index) =>
    table[index] === AMBIGUOUS
      ? [{pc4: index + 1000, candidates: [1, 0].map((region) => ({region, gemeenten: [`Dorp ${index}`]}))}]
      : [],
  );
const fileOf = (table: PostcodeTable, regions: number): PostcodesFile =>
  JSON.parse(postcodesJson(table, idsOf(regions), bordersOf(table)));

/** Tables like real ones: runs of one value, of any length. */
const tables = fc
  .array(
    fc.tuple(
      fc.oneof(fc.constant(0), fc.constant(AMBIGUOUS), fc.integer({min: 1, max: 342})),
      fc.integer({min: 1, max: 400}),
    ),
    {minLength: 1, maxLength: 300},
  )
  .map((runs) => {
    const table = new Uint16Array(9000);
    let at = 0;
    for (const [value, length] of runs) {
      table.fill(value, at, at + length);
      at += length;
    }
    return table;
  });

describe('readPostcodeTable', () => {
  it('reads back what was written', () => {
    fc.assert(
      fc.property(tables, (table) => {
        expect(readPostcodeTable(fileOf(table, 342))).toEqual(table);
      }),
      {numRuns: 60},
    );
  });

  it.each([
    ['nothing in use', () => 0],
    ['one region', () => 1],
    ['all ambiguous', () => AMBIGUOUS],
    ['342 regions in turn', (index: number) => (index % 342) + 1],
    ['342 regions of 26 codes', (index: number) => Math.min(342, Math.floor(index / 26) + 1)],
    ['every other code', (index: number) => index % 2],
    ['the first and the last code', (index: number) => +(index === 0 || index === 8999)],
  ])('takes a table with %s', (_name, value) => {
    const table = tableOf(value);
    expect(readPostcodeTable(fileOf(table, 342))).toEqual(table);
  });

  const sound = fileOf(
    tableOf((index) => (index === 150 ? AMBIGUOUS : index < 250 ? 1 : index < 300 ? 2 : 0)),
    2,
  );
  const hundreds = (change: (all: number[][]) => void): Partial<PostcodesFile> => {
    const inUse = sound.inUse.map((runs) => [...runs]);
    change(inUse);
    return {inUse};
  };

  it.each<[string, Partial<PostcodesFile>, string]>([
    ['another form', {format: 2}, 'postcodes.json, format: got 2, expected 1'],
    ['no form', {format: undefined as unknown as number}, 'format: got undefined, expected 1'],
    ['a hundred too few', {inUse: sound.inUse.slice(1)}, 'inUse: got 89 hundreds, expected 90'],
    ['a code too many', hundreds((all) => all[1]?.push(1)), 'inUse[1]: got runs of 101 codes in all, expected 100'],
    ['a run that is no number', hundreds((all) => all[2]?.splice(0, 1, Number.NaN)), 'inUse[2][0]: got NaN'],
    ['a run below zero', hundreds((all) => all[3]?.splice(0, 1, -1)), 'inUse[3][0]: got -1'],
    ['a region that there is not', {starts: [[1000, 2]]}, 'starts[0]: got region 2, expected 0 to 1'],
    [
      'starts out of order',
      {
        starts: [
          [1250, 1],
          [1000, 0],
        ],
      },
      'starts[0]: got code 1250, expected one of 1000 to 999',
    ],
    ['a start before the first code', {starts: [[999, 0]]}, 'starts[0]: got code 999, expected one of 1000 to 9999'],
    [
      'a border code that is not in use',
      {borders: [{pc4: 9000, candidates: [0, 1].map((region) => ({region, gemeenten: []}))}]},
      'borders[0]: got code 9000, expected a code in use',
    ],
    [
      'a border code of one region',
      {borders: [{pc4: 1150, candidates: [{region: 0, gemeenten: ['Dorp']}]}]},
      'borders[0]: got regions 0, expected two or more, of 0 to 1',
    ],
    [
      'a border code of a region that there is not',
      {borders: [{pc4: 1150, candidates: [0, 7].map((region) => ({region, gemeenten: []}))}]},
      'borders[0]: got regions 0, 7',
    ],
  ])('refuses %s', (_name, change, message) => {
    const read = () => readPostcodeTable({...sound, ...change});
    expect(read).toThrow(RegionDataError);
    expect(read).toThrow(message);
  });
});

describe('postcodesJson', () => {
  it('refuses a table of another length', () => {
    expect(() => postcodesJson(new Uint16Array(8999), [], [])).toThrow('8999');
  });

  it('refuses an ambiguous code without its regions', () => {
    expect(() =>
      postcodesJson(
        tableOf((index) => (index === 5 ? AMBIGUOUS : 0)),
        ['a', 'b'],
        [],
      ),
    ).toThrow('1005');
  });
});

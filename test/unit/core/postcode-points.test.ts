import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {pointsJson} from '../../../data/build/write-files.js';
import {RegionDataError} from '../../../src/core/errors.js';
import {type PointsFile, type PostcodePoint, readPoints} from '../../../src/core/postcode-points.js';

const GRID = {lon: 250, lat: 400};

/** A table in which the given codes are in use. */
const tableOf = (codes: readonly number[]): Uint16Array => {
  const table = new Uint16Array(9000);
  for (const pc4 of codes) table[pc4 - 1000] = 1;
  return table;
};

const points = fc.array(
  fc.record({
    pc4: fc.integer({min: 1000, max: 9999}),
    x: fc.integer({min: 800, max: 1800}),
    y: fc.integer({min: 20_300, max: 21_400}),
    gemeente: fc.constantFrom('Bergen (NH.)', "'s-Gravenhage", 'Súdwest-Fryslân', 'Ede'),
    hasPoint: fc.boolean(),
  }),
  {maxLength: 400},
);

describe('readPoints', () => {
  it('reads back what was written, on the grid', () => {
    fc.assert(
      fc.property(points, (codes) => {
        const table = tableOf(codes.map(({pc4}) => pc4));
        const placed = new Map<number, PostcodePoint>(
          codes
            .filter(({hasPoint}) => hasPoint)
            .map(({pc4, x, y, gemeente}) => [pc4, {point: [x / GRID.lon, y / GRID.lat], gemeente}]),
        );
        const read = readPoints(JSON.parse(pointsJson(placed, GRID, table)), table);
        expect([...read]).toEqual([...placed].sort(([a], [b]) => a - b));
      }),
      {numRuns: 100},
    );
  });

  const table = tableOf([1000, 1011, 1012, 1100]);
  const sound: PointsFile = JSON.parse(
    pointsJson(
      new Map([
        [1011, {point: [5, 52], gemeente: 'Aardam'}],
        [1012, {point: [5.1, 52.1], gemeente: 'Beek'}],
        [1100, {point: [5.2, 52], gemeente: 'Aardam'}],
      ]),
      GRID,
      table,
    ),
  );

  it('gives no point to a code of PO boxes', () => {
    expect([...readPoints(sound, table).keys()]).toEqual([1011, 1012, 1100]);
  });

  it.each<[string, Partial<PointsFile>, string]>([
    ['another form', {format: 0}, 'points.json, format: got 0, expected 1'],
    [
      'codes that the table does not have',
      {withPoint: [0, 1, 4]},
      'withPoint: got runs of 5 codes in all, expected the 4 in use',
    ],
    ['a gemeente that there is not', {gemeente: [0, 1, 1]}, 'gemeente[2]: got a step to place 2, expected 0 to 1'],
    ['a gemeente too few', {gemeente: [0, 1]}, 'gemeente[2]: got a step to place NaN'],
    ['runs of other codes', {runs: [1, 1, 2]}, 'runs: got values for 4 codes, expected 3'],
    ['a column that is cut off', {lat: sound.lat.slice(1)}, 'lat: got values for 2 codes, expected 3'],
    ['a point outside the world', {lon: [100_000, 0, 0]}, 'code 1011: got a point at 400, 52, expected degrees'],
    ['a step that is no number', {lat: [20_800, Number.NaN, 0]}, 'code 1012: got a point at 5.1, NaN'],
    ['no grid', {grid: []}, 'code 1011: got a point at Infinity'],
  ])('refuses %s', (_name, change, message) => {
    const read = () => readPoints({...sound, ...change}, table);
    expect(read).toThrow(RegionDataError);
    expect(read).toThrow(message);
  });

  it('matches only its own table', () => {
    expect(() => readPoints(sound, tableOf([1000, 1011]))).toThrow('expected the 2 in use');
  });
});

describe('pointsJson', () => {
  it('refuses a point of a code that is not in use', () => {
    const placed = new Map<number, PostcodePoint>([[1234, {point: [5, 52], gemeente: 'Aardam'}]]);
    expect(() => pointsJson(placed, GRID, tableOf([1000]))).toThrow(RangeError);
  });
});

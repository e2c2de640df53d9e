import {describe, expect, it} from 'vitest';
import {collectPlaces, type PlaceSources, readPlaceNames} from '../../../data/build/collect-places.js';
import {runPipeline} from '../../../data/build/pipeline.js';
import {formatProblem, ProblemList} from '../../../data/build/problems.js';
import type {ListedPlace, Presence} from '../../../data/build/read-postcodes.js';
import {smallBuild, smallCountry} from '../../fixtures/small-country.js';

const listedAs = (pc4: number, place: string, municipality: string): ListedPlace => ({
  pc4,
  place,
  municipality,
  province: null,
  point: [5, 52],
  row: 1,
});
const peopled = (pc4: number, inhabitants: number): Presence => ({
  pc4,
  point: [5, 52],
  pointSource: 'cbs2020-polygon',
  inCbs2017: true,
  inCbs2020: true,
  inGeoNames: true,
  inhabitants,
  row: 1,
});

/** Two gemeenten in two regions; a hamlet that shares a postcode with a town; a gemeente newer than GeoNames. */
const SOURCES: PlaceSources = {
  woonplaatsen: [
    {name: 'Gehucht', municipality: 'GM0001'},
    {name: 'Stad-Noord', municipality: 'GM0001'},
    {name: 'Nergens', municipality: 'GM0002'},
    {name: 'Stad-Noord', municipality: 'GM0002'},
  ],
  memberships: [
    {code: 'GM0001', name: 'Stad', regioPlus: 'RA0201', row: 2},
    {code: 'GM0002', name: 'Nieuw', regioPlus: 'RA0101', row: 3},
  ],
  regionOf: new Map([
    ['GM0001', 1],
    ['GM0002', 0],
  ]),
  places: [
    listedAs(1111, 'Stad Noord', 'GM0001'),
    listedAs(1112, 'Stad Noord', 'GM0001'),
    listedAs(1112, 'Gehucht', 'GM0001'),
    listedAs(2222, 'Stad Noord', 'GM0002'),
  ],
  presence: [peopled(1111, 1000), peopled(1112, 100), peopled(2222, 10)],
  provinceOf: new Map([
    ['GM0001', 'Utrecht'],
    ['GM0002', 'Zeeland'],
  ]),
  names: [{name: 'Het Noorden', woonplaats: 'Stad-Noord', municipality: 'GM0001', row: 2}],
};

function collect(changes: Partial<PlaceSources> = {}) {
  const problems = new ProblemList();
  const collected = collectPlaces({...SOURCES, ...changes}, 'place-names.csv', problems);
  return {...collected, problems: problems.items.map(formatProblem)};
}

describe('collectPlaces', () => {
  it('puts gemeenten in order of region, with places the largest first', () => {
    const {municipalities, provinces, empty, problems} = collect();
    expect(problems).toEqual([]);
    expect(provinces).toEqual(['Utrecht', 'Zeeland']);
    expect(municipalities).toEqual([
      {
        name: 'Nieuw',
        region: 0,
        province: 1,
        places: [
          {name: 'Stad-Noord', size: 6, aliases: []},
          {name: 'Nergens', size: 0, aliases: []},
        ],
      },
      {
        name: 'Stad',
        region: 1,
        province: 0,
        places: [
          {name: 'Stad-Noord', size: 18, aliases: ['Het Noorden']},
          {name: 'Gehucht', size: 10, aliases: []},
        ],
      },
    ]);
    expect(empty).toEqual(['Nergens (GM0002)']);
  });

  it.each<[string, Partial<PlaceSources>, RegExp]>([
    [
      'a woonplaats in no gemeente of the edition',
      {woonplaatsen: [...SOURCES.woonplaatsen, {name: 'Oud', municipality: 'GM0009'}]},
      /"Oud" in GM0009/,
    ],
    [
      'a woonplaats twice in a gemeente',
      {woonplaatsen: [...SOURCES.woonplaatsen, {name: 'Gehucht', municipality: 'GM0001'}]},
      /"Gehucht" in GM0001.*once/,
    ],
    [
      'another name for a place that is not there',
      {names: [{name: 'Dam', woonplaats: 'Stad', municipality: 'GM0001', row: 7}]},
      /place-names.csv.*7.*"Stad" in GM0001/,
    ],
    [
      'a gemeente of which no source knows the provincie',
      {provinceOf: new Map([['GM0001', 'Utrecht']])},
      /no provincie for Nieuw/,
    ],
  ])('reports %s', (_, changes, message) => {
    const {problems} = collect(changes);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(message);
  });
});

describe('readPlaceNames', () => {
  it('wants a reason for every name', () => {
    const problems = new ProblemList();
    const text = 'gemeente,woonplaats,name,reason\nGM0001,Stad,Dam,\n';
    expect(readPlaceNames(text, 'place-names.csv', problems)).toHaveLength(1);
    expect(problems.items.map(formatProblem).join()).toMatch(/place-names.csv.*2.*reason/);
  });
});

describe('runPipeline', () => {
  it('counts the places and writes them', () => {
    const {files, manifest} = runPipeline(smallBuild());
    expect(files.get('places.ts')).toContain('export const places = "W1');
    expect((manifest['counts'] as Record<string, unknown>)['places']).toEqual({
      woonplaatsen: 2,
      otherNames: 1,
      withoutInhabitants: [],
    });
  });

  it('refuses a name for a woonplaats of another gemeente', () => {
    const placeNames = smallCountry.placeNames.replace('GM0001', 'GM0002');
    expect(() => runPipeline(smallBuild({placeNames}))).toThrow(/place-names.csv.*"Aardam" in GM0002/);
  });
});

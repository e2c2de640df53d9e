import type {MultiPolygon} from 'geojson';
import {feature} from 'topojson-client';
import type {GeometryCollection} from 'topojson-specification';
import {describe, expect, it} from 'vitest';
import {runPipeline} from '../../../data/build/pipeline.js';
import {BuildError} from '../../../data/build/problems.js';
import {AMBIGUOUS, readPostcodeTable} from '../../../src/core/postcode-table.js';
import {POSTCODES, smallBuild, smallCountry} from '../../fixtures/small-country.js';

function messagesOf(changes: Parameters<typeof smallBuild>[0]): readonly string[] {
  try {
    runPipeline(smallBuild(changes));
    return [];
  } catch (error) {
    if (error instanceof BuildError) return error.message.split('\n');
    throw error;
  }
}

describe('runPipeline', () => {
  const {files, manifest} = runPipeline(smallBuild());
  const json = (name: string) => JSON.parse(files.get(name) ?? '');
  const table = readPostcodeTable(json('postcodes.json'));
  const [WEST, OOST, NOT_IN_USE] = [1, 2, 0];

  it.each<[keyof typeof POSTCODES, number, string]>([
    ['poBoxOfAardam', WEST, 'a PO box by its woonplaats, in whatever case it is written'],
    ['inAardam', WEST, 'a place'],
    ['placesInTwoRegions', AMBIGUOUS, 'places in gemeenten of two regions'],
    ['fifthOfAreaInBeek', AMBIGUOUS, 'a fifth of the area in another region'],
    ['bitOfAreaInBeek', WEST, 'a twentieth of the area in another region'],
    ['inBeek', OOST, 'a place'],
    ['strayPlaceFarAway', OOST, 'a place of another region, too far away to be real'],
    ['onIsland', OOST, 'a place on an island'],
    ['mistyped', NOT_IN_USE, 'a code that only GeoNames has, out of number order'],
    ['withdrawn', NOT_IN_USE, 'addresses that later sources do not know'],
  ])('answers %s with %i: %s', (name, expected) => {
    expect(table[POSTCODES[name] - 1000]).toBe(expected);
  });

  it('names the gemeenten of a border postcode, main region first', () => {
    expect(json('postcodes.json').borders).toContainEqual({
      pc4: 1113,
      candidates: [
        {region: 0, gemeenten: ['Aardam']},
        {region: 1, gemeenten: ['Beek']},
      ],
    });
  });

  it('keeps islands and shares the border between regions', () => {
    const topology = json('regions.json');
    const [west, oost] = feature(topology, topology.objects.regions as GeometryCollection).features.map(
      ({geometry}) => geometry as MultiPolygon,
    );
    expect(oost?.coordinates).toHaveLength(2);
    const border = (shape: MultiPolygon | undefined) =>
      shape?.coordinates
        .flat()
        .flat()
        .flatMap(([lon = 0, lat]) => (Math.abs(lon - 5.1) < 0.001 ? [`${lon} ${lat}`] : []));
    expect(border(west)?.length).toBeGreaterThan(1);
    expect(new Set(border(west))).toEqual(new Set(border(oost)));
    // The border is one arc, which the second region uses in reverse.
    const [[[first]], [[second]]] = topology.objects.regions.geometries.map(({arcs}: {arcs: number[][][]}) => arcs);
    expect(first.filter((arc: number) => second.includes(~arc))).toHaveLength(1);
  });

  it('writes a readable version of the table as runs', () => {
    expect(files.get('postcodes.csv')).toBe(
      [
        'first,last,regions',
        '1110,1111,west',
        '1112,1113,west + oost',
        '1114,1114,west',
        '1211,1212,oost',
        '1311,1311,west',
        '1411,1412,oost',
        '',
      ].join('\n'),
    );
  });

  it('gives the same bytes for the same inputs', () => {
    expect([...runPipeline(smallBuild()).files]).toEqual([...files]);
  });

  it('reports counts and accuracy', () => {
    expect(manifest).toMatchObject({
      counts: {municipalities: 4, postcodes: {inUse: 10, poBoxes: 1, ambiguous: 2}},
      accuracy: {movedKm2: 0, pointsInOtherRegion: [], pointsOutside: []},
    });
  });

  it('accepts another division of the same gemeenten', () => {
    const regions = 'id,label,members\nnoord,Noord,GM0003 GM0004\nzuid,Zuid,GM0001 GM0002\n';
    const organisations = JSON.stringify({
      ...JSON.parse(smallCountry.organisations),
      west: undefined,
      oost: undefined,
      noord: {},
      zuid: {},
    });
    const {files: other} = runPipeline(smallBuild({regions, organisations}));
    expect(other.get('postcodes.csv')).toContain('1110,1114,zuid');
  });

  it('keeps a decision about the gemeenten of a code even if its own point contradicts it', () => {
    const presence = smallCountry.presence.replace('1311,52.15,5.05', '1311,52.15,5.101');
    const exceptions = `${smallCountry.exceptions}1311,gemeenten,GM0003,x,x,x\n`;
    expect(runPipeline(smallBuild({presence, exceptions})).files.get('postcodes.csv')).toContain('1311,1311,west');
  });

  it('reads files with a byte order mark and other line endings', () => {
    const [regions, organisations] = [smallCountry.regions, smallCountry.organisations].map(
      (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`,
    );
    expect([...runPipeline(smallBuild({regions, organisations})).files.keys()]).toEqual([...files.keys()]);
  });

  it('reads regions and exceptions with semicolons, as spreadsheets in Dutch write them', () => {
    const [regions, exceptions] = [smallCountry.regions, `${smallCountry.exceptions}1999,gemeenten,GM0001,x,x,x\n`].map(
      (text) => text.replaceAll(',', ';'),
    );
    const other = runPipeline(smallBuild({regions, exceptions})).files;
    expect(other.get('cards.json')).toBe(files.get('cards.json'));
    expect(other.get('postcodes.csv')).toContain('1999,1999,west');
  });

  it('accepts a provincie as a member', () => {
    const places = smallCountry.places.replaceAll(/(Dorp|Ceesdam)\tUtrecht/g, '$1\tGuelders');
    const regions = 'id,label,members\nwest,West,Utrecht\noost,Oost,Gelderland\n';
    expect(runPipeline(smallBuild({places, regions})).files.get('postcodes.csv')).toContain('1311,1311,oost');
  });
});

/** Replaces a part of a text of the small country, and fails if the text does not contain it. */
function change(key: keyof typeof smallCountry, part: string, by: string): Parameters<typeof smallBuild>[0] {
  expect(smallCountry[key]).toContain(part);
  return {[key]: smallCountry[key].replace(part, by)};
}

describe('runPipeline refuses', () => {
  it.each([
    ['a gemeente in no region', () => change('regions', 'RA0202', ''), 'gemeente GM0004 Dorp (RA0202) in no region'],
    [
      'a gemeente in two regions',
      () => change('regions', 'RA0202', 'RA0202 RA01'),
      'GM0001 Aardam (RA0101) in "west" and "oost"',
    ],
    ['a region without gemeenten', () => change('regions', 'RA01', 'RA09'), 'no gemeente for "west"'],
    [
      'a member that names nothing',
      () => change('regions', 'RA01', 'RA01 RA77'),
      'regions.csv, row 2, members: got "RA77"',
    ],
    [
      'a malformed member',
      () => change('regions', 'RA01', 'RA1'),
      'regions.csv, row 2, members: got "RA1", expected a code like',
    ],
    ['a provincie that is none', () => change('regions', 'RA01', 'RA01 Holland'), 'row 2, members: got "Holland"'],
    ['a region twice', () => change('regions', 'oost,', 'west,'), 'regions.csv, row 3, id: got "west" again'],
    [
      'a region without organisation',
      () => change('organisations', '"oost":{},', ''),
      'organisations.json, oost: got no entry',
    ],
    [
      'two organisations for one region',
      () => change('organisations', '"oost":{},', '"oost":{},"oost":{"name":[]},'),
      'organisations.json, row 1, oost: got "oost" a second time',
    ],
    [
      'an organisation without region',
      () => change('organisations', '"oost":{},', '"oost":{},"zuid":{},'),
      'organisations.json, zuid',
    ],
    [
      'a fact without source',
      () => change('organisations', '"sources":["page"]', '"sources":[]'),
      'organisations.json, west.name[0].sources',
    ],
    [
      'a fact with an unknown source',
      () => change('organisations', '["page"]', '["pag"]'),
      'west.name[0].sources: got "pag"',
    ],
    [
      'a source without date',
      () => change('factSources', '"date":"2024-05"', '"what":""'),
      'fact-sources.json, page: got date "null"',
    ],
    ['organisations that are no JSON', () => change('organisations', '{', ''), 'organisations.json: got'],
    [
      'regions with a separator that spreadsheets do not write',
      () => ({regions: smallCountry.regions.replaceAll(',', '|')}),
      'regions.csv, row 1: got the columns "id|label|members"',
    ],
    ['regions without a row', () => ({regions: 'id,label,members\n'}), 'regions.csv: got no region'],
    [
      'regions in another encoding',
      () => ({regions: Uint8Array.from([...'id,label,members\nwest,S'].map((c) => c.charCodeAt(0)).concat(0xfa))}),
      'regions.csv: got bytes that are not UTF-8',
    ],
    [
      'a row with a field too many',
      () => change('regions', 'west,West,', 'west,West,x,'),
      'regions.csv, row 2: got 4 fields, expected 3',
    ],
    [
      'an exception without reason',
      () => ({exceptions: `${smallCountry.exceptions}1111,not-in-use,,,x,x\n`}),
      'postcode-exceptions.csv, row 2, reason',
    ],
    [
      'an exception for no code',
      () => ({exceptions: `${smallCountry.exceptions}1500,not-in-use,,x,x,x\n`}),
      'postcode-exceptions.csv, row 2, pc4: got "1500"',
    ],
    [
      'an exception with an unknown gemeente',
      () => ({exceptions: `${smallCountry.exceptions}1111,gemeenten,GM9999,x,x,x\n`}),
      'GM9999 is none',
    ],
    [
      'a PO box of no known woonplaats',
      () => change('listed', '1,1110,AARDAM', '1,1110,Glas'),
      '4pp.csv, row 2, woonplaats: got "Glas" in Utrecht',
    ],
    [
      'a code without any gemeente',
      () => ({
        ...change('presence', '1311,52.15,5.05', '1311,53.9,5.05'),
        ...change('places', 'NL\t1311\tCeesdam\tUtrecht\t09\t-\t0003', 'NL\t1311\tCeesdam\tUtrecht\t09\t-\t0003'),
      }),
      'postcodes, 1311: got',
    ],
    [
      'an own point in another region',
      () => change('presence', '1311,52.15,5.05', '1311,52.15,5.101'),
      'postcodes, 1311: got its own point [5.101,52.15] in oost',
    ],
    [
      'an own point in no region',
      () => change('presence', '1412,52.12,5.32', '1412,52.12,5.29'),
      'in no region, expected a point in oost',
    ],
    [
      'a ring that is not closed',
      () => change('municipalities', '[5.1,52],[5.1,52.1],[5,52.1],[5,52]]', '[5.1,52],[5.1,52.1],[5,52.1],[5,52.05]]'),
      'a ring of 5 corners',
    ],
    [
      'gemeenten that overlap',
      () =>
        change(
          'municipalities',
          '[[5.1,52],[5.2,52],[5.2,52.1],[5.1,52.1],[5.1,52]]',
          '[[5.08,52],[5.2,52],[5.2,52.1],[5.1,52.1],[5.08,52]]',
        ),
      'edges that cross',
    ],
    [
      'lists of gemeenten of two editions',
      () => change('memberships', 'GM0004', 'GM0005'),
      'gemeente GM0005 Dorp, which the other list of gemeenten lacks',
    ],
    [
      'a gemeente twice',
      () => change('memberships', 'GM0002', 'GM0001'),
      'memberships.txt, row 3, gemeente_code: got "GM0001" again',
    ],
    [
      'a postcode that is none',
      () => change('presence', '1111,52.05', '0111,52.05'),
      'presence.txt, row 3, pc4: got "0111"',
    ],
    [
      'a coordinate out of the country',
      () => change('places', '52.05\t5.05', '25.05\t5.05'),
      'places.txt, row 1, lat: got "25.05"',
    ],
    [
      'a place without gemeente code',
      () => change('places', '\t0003\t', '\t\t'),
      'admin2 code: got "" for 1212 Ceesdam',
    ],
  ] as const)('%s', (_, changes, message) => {
    expect(messagesOf(changes()).join('\n')).toContain(message);
  });

  it('with one problem for one wrong header', () => {
    expect(messagesOf(change('regions', 'members', 'gemeenten'))).toHaveLength(1);
    expect(messagesOf(change('memberships', 'regioplus_code', 'code'))).toHaveLength(1);
  });

  it('with all problems of one run, each on its line', () => {
    const messages = messagesOf({...change('regions', 'RA0202', ''), ...change('organisations', '"oost":{},', '')});
    expect(messages).toHaveLength(2);
  });
});

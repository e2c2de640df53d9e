import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';
import {runPipeline} from '../../data/build/pipeline.js';
import {ProblemList} from '../../data/build/problems.js';
import {readCorop, readLabourAreas} from '../../data/build/read-areas.js';
import {readInputFiles, readSourceList} from '../../data/build/sources.js';
import municipalities from '../../data/generated/gemeenten.json';
import {type DividedGemeente, divisions} from '../fixtures/divisions.js';
import {smallBuild, smallCountry} from '../fixtures/small-country.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The inputs, if present: beside the repository, or in the folder that the variable names. */
const SOURCES = process.env['REGIOKAART_SOURCES'] ?? join(ROOT, '..', 'shared', 'data-sources');
const curated = (name: string) => ({file: name, bytes: readFileSync(join(ROOT, 'data', 'curated', name))});
const text = (file: string, content: string) => ({file, bytes: new TextEncoder().encode(content)});

const table = (groups: ReadonlyMap<string, readonly string[]>): string =>
  [
    'id,label,members',
    ...[...groups.values()].map((codes, i) => `region-${i},Region ${i},${codes.join(' ')}`),
    '',
  ].join('\n');

describe('the data build for another division', () => {
  const gemeentenOf = {
    one: new Map([['all', ['GM0001', 'GM0002', 'GM0003', 'GM0004']]]),
    'every gemeente its own': new Map(['GM0001', 'GM0002', 'GM0003', 'GM0004'].map((code) => [code, [code]])),
  };
  it.each(Object.entries(gemeentenOf))('builds the small country with %s', (_, groups) => {
    const ids = [...groups.keys()].map((_, i) => `region-${i}`);
    const {umbrella} = JSON.parse(smallCountry.organisations);
    const organisations = JSON.stringify({...Object.fromEntries(ids.map((id) => [id, {}])), umbrella});
    const {files} = runPipeline(smallBuild({regions: table(groups), organisations}));
    expect(JSON.parse(files.get('cards.json') ?? '').regions).toHaveLength(groups.size);
  });
});

// Whole builds, because both the postcodes and the shapes of a division can make it fail.
describe.skipIf(!existsSync(SOURCES))('the data build for the whole country', () => {
  const problems = new ProblemList();
  const sources = readSourceList(readFileSync(join(ROOT, 'data', 'sources.json'), 'utf8'), problems);
  const inputs = existsSync(SOURCES) ? readInputFiles(SOURCES, sources, false, problems) : new Map();
  const areaOf = (read: typeof readCorop, key: 'woonplaatsen' | 'memberships'): ReadonlyMap<string, string> => {
    const content = new TextDecoder().decode(inputs.get(key)?.bytes);
    return new Map(read(content, key, problems).map(({municipality, area}) => [municipality, area]));
  };
  const [corop, labour] = [areaOf(readCorop, 'woonplaatsen'), areaOf(readLabourAreas, 'memberships')];
  const gemeenten = municipalities.gemeenten.map(
    ({code, name, provincie}): DividedGemeente => ({
      code,
      name,
      provincie,
      corop: corop.get(code) ?? '',
      labourArea: labour.get(code) ?? '',
    }),
  );

  it.each(divisions)(
    'builds $regions $name',
    ({name, regions: count, regionOf, gemeenten: known}) => {
      expect(known.filter((own) => !gemeenten.some((gemeente) => gemeente.name === own))).toEqual([]);
      const groups = new Map<string, string[]>();
      for (const gemeente of gemeenten) {
        const region = regionOf(gemeente);
        groups.set(region, [...(groups.get(region) ?? []), gemeente.code]);
      }
      expect(groups.size, name).toBe(count);
      const ids = [...groups.keys()].map((_, i) => `region-${i}`);
      const {umbrella} = JSON.parse(readFileSync(join(ROOT, 'data', 'curated', 'organisations.json'), 'utf8'));
      const {files, manifest} = runPipeline({
        sources,
        inputs,
        curated: {
          regions: text('regions.csv', table(groups)),
          exceptions: curated('postcode-exceptions.csv'),
          organisations: text(
            'organisations.json',
            JSON.stringify({...Object.fromEntries(ids.map((id) => [id, {}])), umbrella}),
          ),
          factSources: curated('fact-sources.json'),
          placeNames: curated('place-names.csv'),
        },
      });
      expect(JSON.parse(files.get('postcodes.json') ?? '').regions).toEqual(ids);
      expect(manifest['counts']).toMatchObject({regions: count, municipalities: 342});
    },
    600_000,
  );
});

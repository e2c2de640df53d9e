/**
 * `npm run names:check -- [--sources DIR]`: searches for every name in the inputs, and compares each answer with the region
 * in which the input's own point lies. A wrong answer fails the check.
 */
import {existsSync, readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import type {LonLat} from '../../src/core/geometry.js';
import {resolveName} from '../../src/core/names/index.js';
import {nameIndex} from '../../src/data/names.js';
import {regions} from '../../src/lookup.js';
import {prepareLocate} from './locate.js';
import {ProblemList} from './problems.js';
import {decodeUtf8} from './read-csv.js';
import {readDistricts, readMorePlaces, readPopulatedPlaces} from './read-districts.js';
import {readMunicipalityAreas} from './read-municipalities.js';
import {readWoonplaatsen} from './read-postcodes.js';
import {type InputKey, readInputFiles, readSourceList} from './sources.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const {values} = parseArgs({
  options: {sources: {type: 'string', default: join(ROOT, '..', 'shared', 'data-sources')}},
});
const folder = resolve(values.sources);
if (!existsSync(folder)) {
  console.log(`names:check skipped: no inputs in ${folder}`);
  process.exit(0);
}

const problems = new ProblemList();
const list = readSourceList(readFileSync(join(ROOT, 'data', 'sources.json'), 'utf8'), problems);
const inputs = readInputFiles(folder, list, false, problems);
problems.throwIfAny();
const text = (key: InputKey): [string, string] => {
  const input = inputs.get(key);
  const file = input?.entry.path ?? key;
  return [decodeUtf8(input?.bytes ?? new Uint8Array(), file, problems), file];
};

const areas = readMunicipalityAreas(...text('municipalities'), problems);
const locate = prepareLocate(areas.map(({geometry}) => geometry));
const gemeenteRegion = new Map(
  regions.flatMap(({gemeenten}, region) => gemeenten.map((name) => [name, region] as const)),
);
const regionOf = new Map(areas.map(({code, name}) => [code, gemeenteRegion.get(name) ?? -1]));
const codes = new Set(areas.map(({code}) => code));
const regionAt = (point: LonLat): number => regionOf.get(areas[locate(point) ?? -1]?.code ?? '') ?? -1;
const nameOf = new Map(areas.map(({code, name}) => [code, name]));

interface Asked {
  readonly text: string;
  readonly region: number;
}

/** Prints the results for the texts of one kind; returns the number of wrong answers. */
function ask(kind: string, asked: readonly Asked[]): number {
  const counts = {atOnce: 0, first: 0, listed: 0, listedWithout: 0, refused: 0};
  const wrong: string[] = [];
  for (const {text: typed, region} of asked) {
    const result = resolveName(typed, nameIndex);
    if (result.status === 'none') counts.refused++;
    else if (result.status === 'found') {
      if (result.place.regions.includes(region)) counts.atOnce++;
      else wrong.push(`${typed} (${regions[region]?.id}): ${JSON.stringify(result.place)}`);
    } else if (result.places[0]?.regions.includes(region)) counts.first++;
    else if (result.places.some(({regions: own}) => own.includes(region))) counts.listed++;
    else counts.listedWithout++;
  }
  const share = (count: number): string => `${count} (${((100 * count) / asked.length).toFixed(1)} %)`;
  console.log(
    `${kind}: ${asked.length} texts. Answered at once ${share(counts.atOnce)}, listed first ${share(counts.first)}, ` +
      `further down ${share(counts.listed)}, in a list without it ${share(counts.listedWithout)}, ` +
      `refused ${share(counts.refused)}, wrong ${wrong.length}`,
  );
  for (const line of wrong) console.log(`  WRONG ${line}`);
  return wrong.length;
}

const woonplaatsen = readWoonplaatsen(...text('woonplaatsen'), problems).map(({name, municipality}) => ({
  name,
  gemeente: nameOf.get(municipality) ?? '',
  region: regionOf.get(municipality) ?? -1,
}));
const wijken = readDistricts(...text('wijken'), 'wijk', codes, problems);
const buurten = readDistricts(...text('buurten'), 'buurt', codes, problems);
const populated = [
  ...readPopulatedPlaces(...text('populatedPlaces'), problems),
  ...readMorePlaces(...text('morePlaces'), problems),
];
problems.throwIfAny();

const wrong = [
  ask(
    'Woonplaatsen',
    woonplaatsen.map(({name, region}) => ({text: name, region})),
  ),
  ask(
    'Woonplaatsen with their gemeente',
    woonplaatsen.map(({name, gemeente, region}) => ({text: `${name} ${gemeente}`, region})),
  ),
  ask(
    'Wijken as CBS writes them',
    wijken.map(({name, point}) => ({text: name, region: regionAt(point)})),
  ),
  ask(
    'Wijken without their number',
    wijken.flatMap(({name, point}) => {
      const bare = name.replace(/^Wijk [\dA-Z]{1,3}\b:?/, '').trim();
      return bare ? [{text: bare, region: regionAt(point)}] : [];
    }),
  ),
  ask(
    'Gemeente with wijk',
    wijken.flatMap(({name, municipality, point}) => {
      const bare = name.replace(/^Wijk [\dA-Z]{1,3}\b:?/, '').trim();
      return bare ? [{text: `${nameOf.get(municipality)} ${bare}`, region: regionAt(point)}] : [];
    }),
  ),
  ask(
    'Gemeente with buurt',
    buurten.map(({name, municipality, point}) => ({
      text: `${nameOf.get(municipality)} ${name}`,
      region: regionAt(point),
    })),
  ),
  ask(
    'Names of GeoNames',
    populated.map(({name, point}) => ({text: name, region: regionAt(point)})),
  ),
  ask(
    'Alternate names of GeoNames',
    // Three capitals are the code of an airport, not a name.
    populated.flatMap(({others, point}) =>
      others.flatMap((other) => (/^[A-Z]{3}$/.test(other) ? [] : [{text: other, region: regionAt(point)}])),
    ),
  ),
].reduce((sum, count) => sum + count, 0);
console.log(`Wrong answers: ${wrong}`);
process.exitCode = wrong ? 1 : 0;

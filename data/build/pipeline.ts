import {createHash} from 'node:crypto';
import pako from 'pako';
import {feature} from 'topojson-client';
import type {LonLat} from '../../src/core/geometry.js';
import {shapesOf} from '../../src/core/outlines.js';
import {AMBIGUOUS, type BorderPostcode, type PostcodeTable} from '../../src/core/postcode-table.js';
import {
  type Accuracy,
  liesNear,
  MAX_MOVED_WIDTH_M,
  MAX_OUTSIDE_SHARE,
  measureAreas,
  measurePoints,
} from './accuracy.js';
import {assignRegions} from './assign-regions.js';
import {checkShapes, toMultiPolygon} from './check-shapes.js';
import {type CleanedPlaces, cleanPlaces} from './clean-places.js';
import {type CollectedNames, collectNames} from './collect-names.js';
import {bareName, type DecidedPostcode, type DecidedPostcodes, decidePostcodes} from './decide-postcodes.js';
import {type DataDescription, municipalitiesCsv, overviewJson} from './describe-data.js';
import {drawPicture} from './draw-picture.js';
import {findNeighbours, measureBorders} from './find-neighbours.js';
import {findProvinces} from './find-provinces.js';
import {finishShapes} from './finish-shapes.js';
import type {Grid} from './grid.js';
import {type Locate, prepareLocate} from './locate.js';
import {mergeRegions} from './merge-regions.js';
import {publishOrganisations, toContact, toDates} from './organisations.js';
import {toTopology} from './outlines-topology.js';
import {placeOnGrid} from './place-points.js';
import {ProblemList, quote} from './problems.js';
import {readCorop, readLabourAreas} from './read-areas.js';
import {decodeUtf8} from './read-csv.js';
import {type CuratedRegion, type PostcodeException, readExceptions, readRegions} from './read-curated.js';
import {readDistricts, readMorePlaces, readPopulatedPlaces} from './read-districts.js';
import {type Membership, type MunicipalityArea, readMemberships, readMunicipalityAreas} from './read-municipalities.js';
import {readPlaceNames} from './read-place-names.js';
import {
  type ListedPlace,
  read4pp,
  readAreaShares,
  readGeoNames,
  readPresence,
  readWoonplaatsen,
} from './read-postcodes.js';
import {POINT_GRID, SHAPE_GRID, SIMPLIFY} from './settings.js';
import {type SimplifiedRegions, simplifyRegions} from './simplify-regions.js';
import type {InputFile, InputKey, SourceList} from './sources.js';
import {
  cardsJson,
  infoJson,
  municipalitiesJson,
  organisationsJson,
  pictureJson,
  pointsJson,
  postcodesCsv,
  postcodesJson,
  regionsJson,
} from './write-files.js';
import {namesJson} from './write-names.js';

/** The grid of the merged regions: decimals as in `mergeRegions`. */
const SOURCE_GRID: Grid = {lon: 1e6, lat: 1e6};

/** A file that is kept by hand, with its name for messages. */
export interface CuratedFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface BuildInput {
  readonly sources: SourceList;
  readonly inputs: ReadonlyMap<InputKey, InputFile>;
  readonly curated: {
    readonly regions: CuratedFile;
    readonly exceptions: CuratedFile;
    readonly organisations: CuratedFile;
    readonly factSources: CuratedFile;
    readonly placeNames: CuratedFile;
  };
}

export interface BuildOutput {
  /** Text per file name in the folder of generated data. */
  readonly files: ReadonlyMap<string, string>;
  readonly manifest: Manifest;
}

/** The summary that a reviewer reads first: `manifest.json`. */
export type Manifest = Readonly<Record<string, unknown>>;

/**
 * The whole build, from bytes to texts. It has no side effects, so that it can be checked in memory and run on fixtures.
 *
 * @throws {BuildError} with every problem that was found.
 */
export function runPipeline({sources, inputs, curated}: BuildInput): BuildOutput {
  const problems = new ProblemList();
  const text = (key: InputKey): [string, string] => {
    const input = inputs.get(key);
    const file = input?.entry.path ?? key;
    return [decodeUtf8(input?.bytes ?? new Uint8Array(), file, problems), file];
  };
  const curatedText = ({bytes, file}: CuratedFile): [string, string] => [decodeUtf8(bytes, file, problems), file];

  const areas = readMunicipalityAreas(...text('municipalities'), problems);
  const memberships = readMemberships(...text('memberships'), problems);
  const places = readGeoNames(...text('places'), problems);
  const listed = read4pp(...text('listed'), problems);
  const woonplaatsen = readWoonplaatsen(...text('woonplaatsen'), problems);
  const presence = readPresence(...text('presence'), problems);
  const shares = readAreaShares(...text('shares'), problems);
  const regions = readRegions(...curatedText(curated.regions), problems);
  // Without valid regions and lists of gemeenten, every gemeente would be reported.
  problems.throwIfAny();
  const codes = new Set(memberships.map(({code}) => code));
  const [exceptionsText, exceptionsFile] = curatedText(curated.exceptions);
  const exceptions = readExceptions(exceptionsText, exceptionsFile, codes, problems);
  const placeNames = readPlaceNames(...curatedText(curated.placeNames), codes, problems);
  const districts = [
    ...readDistricts(...text('wijken'), 'wijk', codes, problems),
    ...readDistricts(...text('buurten'), 'buurt', codes, problems),
  ];
  const populated = [
    ...readPopulatedPlaces(...text('populatedPlaces'), problems),
    ...readMorePlaces(...text('morePlaces'), problems),
  ];
  const namedAreas = [
    ...readLabourAreas(...text('memberships'), problems),
    ...readCorop(...text('woonplaatsen'), problems),
  ];
  const published = publishOrganisations(
    curatedText(curated.organisations)[0],
    curatedText(curated.factSources)[0],
    regions,
    {organisations: curated.organisations.file, sources: curated.factSources.file},
    problems,
  );
  const named = nameMunicipalities(places, memberships, inputs.get('places')?.entry.path ?? 'places', problems);
  const provinceOf = findProvinces(memberships, named, listed);
  const regionOf = assignRegions(memberships, regions, provinceOf, curated.regions.file, problems);
  checkSameMunicipalities(areas, memberships, inputs, problems);
  // The next steps need valid rows.
  problems.throwIfAny();
  const municipalityAt = locateMunicipality(areas);
  const names = collectNames(
    {
      woonplaatsen,
      memberships,
      regionOf,
      labels: regions.map(({label}) => label),
      places: named,
      presence,
      provinceOf,
      districts,
      populated,
      areas: namedAreas,
      curated: placeNames,
      municipalityAt,
    },
    curated.placeNames.file,
    problems,
  );

  const cleaned = cleanPlaces(named, presence, listed);
  const decided = decidePostcodes(
    {
      places: cleaned.kept.flatMap((place) =>
        place.municipality === null ? [] : [{...place, municipality: place.municipality}],
      ),
      presence,
      shares,
      listed,
      woonplaatsen,
      exceptions,
      provinceOf,
      municipalityAt,
    },
    problems,
  );
  const answers = answer(decided, regionOf, exceptions, exceptionsFile, problems);

  const ids = regions.map(({id}) => id);
  const merged = mergeRegions(areas, regionOf, regions.length);
  const locateOriginal = prepareLocate(merged);
  checkShapes(merged, {file: 'regions before simplification', grid: SOURCE_GRID, ids, locateOriginal}, problems);
  checkOwnPoints(answers, locateOriginal, exceptions, ids, problems);
  problems.throwIfAny();

  const ownPoints = answers.flatMap(({pc4, point, regions: own}) =>
    point === null ? [] : [{pc4, point, regions: own}],
  );
  const simplified = simplifyRegions(merged, SIMPLIFY);
  const topology = toTopology(finishShapes(simplified.regions), regions, SHAPE_GRID);
  const neighbours = findNeighbours(topology);
  // Measured on the shapes that a browser will read, not on the input.
  const decoded = shapesOf(feature(topology, topology.objects.regions).features, ids);
  const shapes = decoded.map(({polygons}) => toMultiPolygon(polygons));
  checkShapes(shapes, {file: 'regions.json', grid: SHAPE_GRID, ids, locateOriginal}, problems);
  const locate = prepareLocate(shapes);
  decoded.forEach(({labelPoint}, region) => {
    const at = locate(labelPoint);
    if (at !== region) {
      problems.add({
        file: 'regions.json',
        field: `${ids[region]}.labelPoint`,
        got: `${JSON.stringify(labelPoint)} in ${at === null ? 'no region' : ids[at]}`,
        expected: 'a point in its own region',
      });
    }
  });

  const nameOf = new Map(memberships.map(({code, name}) => [code, name]));
  const points = placePoints(answers, named, exceptions, locate);
  const accuracy: Accuracy = {
    borderKm: measureBorders(topology),
    ...measureAreas(merged, shapes),
    ...measurePoints(ownPoints, locate),
  };
  checkAccuracy(accuracy, problems);
  checkPlacedPoints(ownPoints, locate, exceptions, problems);

  const table: PostcodeTable = new Uint16Array(9000);
  for (const {pc4, regions: own} of answers) table[pc4 - 1000] = own.length > 1 ? AMBIGUOUS : (own[0] ?? -1) + 1;
  const borders = listBorders(answers, regionOf, nameOf);
  const municipalities = regions.map((_, region) =>
    sortByName(memberships).flatMap(({code, name}) => (regionOf.get(code) === region ? [name] : [])),
  );
  problems.throwIfAny();

  const files = new Map<string, string>([
    [
      'cards.json',
      cardsJson(
        regions.map(({id, label}, index) => ({
          id,
          name: label,
          neighbours: (neighbours[index] ?? []).flatMap((other) => ids[other] ?? []),
          organisation: toContact(published.regions[index] ?? {}),
          dates: toDates(published.regions[index] ?? {}),
        })),
        published.umbrella,
      ),
    ],
    [
      'gemeenten.json',
      municipalitiesJson(
        sortByName(memberships).map(({code, name}) => ({
          code,
          name,
          region: ids[regionOf.get(code) ?? -1] ?? '',
          provincie: provinceOf.get(code) ?? '',
        })),
      ),
    ],
    ['info.json', infoJson(sources)],
    ['organisations.json', organisationsJson(ids.map((id, index) => [id, published.regions[index] ?? {}]))],
    ['names.json', namesJson(names.data)],
    ['picture.json', pictureJson(drawPicture(merged, regions))],
    [
      'points.json',
      pointsJson(
        new Map(
          points.map(({pc4, point, municipality}) => [
            pc4,
            {point, gemeente: nameOf.get(municipality) ?? municipality},
          ]),
        ),
        POINT_GRID,
        table,
      ),
    ],
    ['postcodes.csv', postcodesCsv(table, ids, borders)],
    ['postcodes.json', postcodesJson(table, ids, borders)],
    ['regions.json', regionsJson(topology)],
  ]);
  const figures = {
    landKm2: fixed(accuracy.landKm2, 1),
    movedKm2: fixed(accuracy.movedKm2, 2),
    borderKm: fixed(accuracy.borderKm, 0),
    movedPercent: fixed(accuracy.movedShare * 100, 4),
    outsideKm2: fixed(accuracy.outsideKm2, 2),
    outsidePercent: fixed(accuracy.outsideShare * 100, 4),
    gainedKm2: fixed(accuracy.gainedKm2, 2),
    pointsInOtherRegion: accuracy.pointsInOtherRegion,
    pointsOutside: accuracy.pointsOutside,
  };
  const description: DataDescription = {
    sources,
    inputs: [...inputs.values()],
    regions,
    memberships,
    regionOf,
    gemeenten: municipalities,
    organisations: published.regions,
    provinceOf,
    answers,
    rejected: decided.rejected,
    exceptions,
    accuracy: figures,
  };
  files.set('gemeenten.csv', municipalitiesCsv(description));
  files.set('overview.json', overviewJson(description));
  const manifest: Manifest = {
    edition: sources.edition,
    built: sources.date,
    inputs: Object.fromEntries(
      [...inputs.values()].map(({entry, sha256, bytes}) => [entry.path, {sha256, bytes: bytes.length}]),
    ),
    curated: Object.fromEntries(
      Object.values(curated).map(({file, bytes}) => [file.split('/').at(-1), {sha256: sha256(bytes)}]),
    ),
    counts: count({regions, memberships, cleaned, decided, answers, exceptions, points, simplified, names}),
    borders: describeBorders(answers, borders, ids),
    accuracy: figures,
    files: Object.fromEntries([...files].map(([name, content]) => [name, sizes(content)])),
  };
  files.set('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
  return {files, manifest};
}

/** A postcode on the map, with the code of its main gemeente. */
interface PlacedPoint {
  readonly pc4: number;
  readonly point: LonLat;
  readonly municipality: string;
}

/** A decided postcode with the regions that follow from its gemeenten, the main one first. */
interface Answer extends DecidedPostcode {
  readonly regions: readonly number[];
}

function answer(
  decided: DecidedPostcodes,
  regionOf: ReadonlyMap<string, number>,
  exceptions: readonly PostcodeException[],
  exceptionsFile: string,
  problems: ProblemList,
): Answer[] {
  const known = new Set([...decided.inUse, ...decided.rejected].map(({pc4}) => pc4));
  for (const {pc4, row} of exceptions) {
    if (!known.has(pc4)) {
      problems.add({file: exceptionsFile, row, field: 'pc4', got: quote(pc4), expected: 'a code that a source lists'});
    }
  }
  return decided.inUse.map((code) => {
    const weights = new Map<number, number>();
    for (const {code: municipality, share = 0, places} of code.municipalities) {
      const region = regionOf.get(municipality);
      // A place counts for less than any area: it only orders regions without a known area.
      if (region !== undefined) weights.set(region, (weights.get(region) ?? 0) + share + places / 1000);
    }
    const order = [...weights.keys()];
    const regions = order.sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0) || a - b);
    if (regions.length === 0) {
      problems.add({
        file: 'postcodes',
        field: `${code.pc4}`,
        got: `no region from gemeenten ${quote(code.municipalities.map((found) => found.code).join(' '))}`,
        expected: 'a region for every code in use; else a row in postcode-exceptions.csv',
      });
    }
    return {...code, regions};
  });
}

/** Checks that the two files of gemeenten are of the same edition. */
function checkSameMunicipalities(
  areas: readonly MunicipalityArea[],
  memberships: readonly Membership[],
  inputs: BuildInput['inputs'],
  problems: ProblemList,
): void {
  const compare = (
    key: InputKey,
    here: readonly {code: string; name: string}[],
    there: readonly {code: string}[],
  ): void => {
    const known = new Set(there.map(({code}) => code));
    for (const {code, name} of here) {
      if (known.has(code)) continue;
      problems.add({
        file: inputs.get(key)?.entry.path ?? key,
        field: code,
        got: `gemeente ${code} ${name}, which the other list of gemeenten lacks`,
        expected: 'the same gemeenten in both lists (one edition)',
      });
    }
  };
  compare('municipalities', areas, memberships);
  compare('memberships', memberships, areas);
}

/**
 * Rows of GeoNames without a gemeente code get the one that no other row has, if the list of gemeenten leaves exactly one:
 * that of a gemeente too new for GeoNames.
 */
function nameMunicipalities(
  places: readonly ListedPlace[],
  memberships: readonly Membership[],
  file: string,
  problems: ProblemList,
): ListedPlace[] {
  const seen = new Set(places.map(({municipality}) => municipality));
  const unseen = memberships.filter(({code}) => !seen.has(code));
  const known = new Set(memberships.map(({code}) => code));
  return places.map((place) => {
    const code = place.municipality ?? (unseen.length === 1 ? unseen[0]?.code : undefined);
    if (code === undefined || !known.has(code)) {
      problems.add({
        file,
        row: place.row,
        field: 'admin2 code',
        got: `${quote(place.municipality ?? '')} for ${place.pc4} ${place.place}`,
        expected:
          place.municipality === null
            ? `a code, or just one gemeente that no row names (${unseen.length} are left)`
            : 'a gemeente of this edition',
      });
    }
    return {...place, municipality: code ?? null};
  });
}

function locateMunicipality(areas: readonly MunicipalityArea[]): (point: LonLat) => string | null {
  const locate = prepareLocate(areas.map(({geometry}) => geometry));
  return (point) => {
    const index = locate(point);
    return index === null ? null : (areas[index]?.code ?? null);
  };
}

/**
 * Checks that the own point of a code lies in one of its regions, in the original shapes. If the gemeenten of a code were
 * decided by hand, its area and so its point are known to be wrong, and are not checked.
 */
function checkOwnPoints(
  answers: readonly Answer[],
  locate: Locate,
  exceptions: readonly PostcodeException[],
  ids: readonly string[],
  problems: ProblemList,
): void {
  const reviewed = new Set(exceptions.map(({pc4}) => pc4));
  for (const {pc4, point, regions} of answers) {
    if (point === null || reviewed.has(pc4)) continue;
    const at = locate(point);
    if (at !== null && regions.includes(at)) continue;
    problems.add({
      file: 'postcodes',
      field: `${pc4}`,
      got: `its own point ${JSON.stringify(point)} in ${at === null ? 'no region' : ids[at]}`,
      expected: `a point in ${regions.map((region) => ids[region]).join(' or ')}; else a row in postcode-exceptions.csv`,
    });
  }
}

function checkAccuracy(accuracy: Accuracy, problems: ProblemList): void {
  const check = (field: string, share: number, most: number): void => {
    if (share > most) {
      problems.add({
        file: 'regions.json',
        field,
        got: `${(share * 100).toFixed(4)} %`,
        expected: `at most ${most * 100} %`,
      });
    }
  };
  const widthM = accuracy.movedKm2 === 0 ? 0 : (accuracy.movedKm2 / accuracy.borderKm) * 1000;
  if (widthM > MAX_MOVED_WIDTH_M) {
    problems.add({
      file: 'regions.json',
      field: 'land that moves to another region',
      got: `a strip of ${widthM.toFixed(1)} m along all borders`,
      expected: `at most ${MAX_MOVED_WIDTH_M} m on average`,
    });
  }
  check('land that falls outside all regions', accuracy.outsideShare, MAX_OUTSIDE_SHARE);
}

/** Checks that the own point of a code lies in the simplified shape of one of its regions, or within the error of the shapes. */
function checkPlacedPoints(
  codes: readonly {readonly pc4: number; readonly point: LonLat; readonly regions: readonly number[]}[],
  locate: Locate,
  exceptions: readonly PostcodeException[],
  problems: ProblemList,
): void {
  const reviewed = new Set(exceptions.map(({pc4}) => pc4));
  for (const {pc4, point, regions} of codes) {
    if (reviewed.has(pc4) || liesNear(point, regions, locate, SHAPE_GRID)) continue;
    problems.add({
      file: 'regions.json',
      field: `${pc4}`,
      got: `its own point ${JSON.stringify(point)} outside the simplified shape of its region`,
      expected: 'a point inside; else a row in postcode-exceptions.csv with the decision point-outside',
    });
  }
}

/**
 * A point for every code with addresses, on the grid and inside a region of its answer. If the own point is known to lie
 * outside, a place in a gemeente that counts for the code comes first, even if it is far away.
 */
function placePoints(
  answers: readonly Answer[],
  places: readonly ListedPlace[],
  exceptions: readonly PostcodeException[],
  locate: Locate,
): PlacedPoint[] {
  const reviewed = new Set(exceptions.flatMap(({pc4, decision}) => (decision === 'point-outside' ? [pc4] : [])));
  return answers.flatMap(({pc4, point, regions, municipalities}) => {
    const municipality = municipalities[0]?.code;
    if (point === null || municipality === undefined) return [];
    const others = places.flatMap((place) =>
      place.pc4 === pc4 && municipalities.some(({code}) => code === place.municipality) ? [place.point] : [],
    );
    const choices = reviewed.has(pc4) ? [...others, point] : [point, ...others];
    return [{pc4, point: placeOnGrid(choices, POINT_GRID, (at) => regions.includes(locate(at) ?? -1)), municipality}];
  });
}

function listBorders(
  answers: readonly Answer[],
  regionOf: ReadonlyMap<string, number>,
  nameOf: ReadonlyMap<string, string>,
): BorderPostcode[] {
  return answers
    .filter(({regions}) => regions.length > 1)
    .map(({pc4, regions, municipalities}) => ({
      pc4,
      candidates: regions.map((region) => ({
        region,
        gemeenten: municipalities.flatMap(({code}) =>
          regionOf.get(code) === region ? [nameOf.get(code) ?? code] : [],
        ),
      })),
    }));
}

/** The evidence for a border code, in words for a reviewer. */
function describeBorders(
  answers: readonly Answer[],
  borders: readonly BorderPostcode[],
  ids: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    borders.map(({pc4, candidates}) => {
      const found = answers.find((other) => other.pc4 === pc4)?.municipalities ?? [];
      const evidence = found.map(
        ({code, evidence: by, share, places}) =>
          `${code} by ${by}${places > 0 ? ` (${places})` : ''}${share === undefined ? '' : `, ${(share * 100).toFixed(1)} % of the area`}`,
      );
      return [pc4, `${candidates.map(({region}) => ids[region]).join(' + ')}: ${evidence.join('; ')}`];
    }),
  );
}

function count(of: {
  readonly regions: readonly CuratedRegion[];
  readonly memberships: readonly Membership[];
  readonly cleaned: CleanedPlaces;
  readonly decided: DecidedPostcodes;
  readonly answers: readonly Answer[];
  readonly exceptions: readonly PostcodeException[];
  readonly points: readonly PlacedPoint[];
  readonly simplified: SimplifiedRegions;
  readonly names: CollectedNames;
}): Readonly<Record<string, unknown>> {
  const {regions, memberships, cleaned, decided, answers, exceptions, points, simplified, names} = of;
  return {
    regions: regions.length,
    municipalities: memberships.length,
    postcodes: {
      inUse: answers.length,
      withAddresses: answers.filter(({kind}) => kind === 'address').length,
      poBoxes: answers.filter(({kind}) => kind === 'po-box').length,
      ambiguous: answers.filter(({regions: own}) => own.length > 1).length,
      listedButNotInUse: tally(decided.rejected.map(({reason}) => reason)),
      points: points.length,
      exceptions: tally(exceptions.map(({decision}) => decision)),
    },
    names: {...names.counts, withoutInhabitants: names.empty},
    evidence: tally(answers.map(({municipalities}) => municipalities[0]?.evidence ?? 'none')),
    rejected: decided.rejected.map(({pc4, reason}) => `${pc4} ${reason}`),
    placesRemoved: {
      ...tally(cleaned.removed.map(({reason}) => reason)),
      rows: cleaned.removed
        .filter(({distanceKm}) => distanceKm > 10)
        .map(({place, distanceKm}) => `${place.pc4} ${place.place}: ${distanceKm.toFixed(1)} km`),
    },
    shapes: {
      corners: simplified.corners,
      parts: simplified.regions.reduce((sum, {coordinates}) => sum + coordinates.length, 0),
      dropped: simplified.dropped.map(
        ({kind, region, areaKm2, at: [lon = 0, lat = 0]}) =>
          `${kind} of ${regions[region]?.id}, ${areaKm2.toFixed(4)} km² at ${lon.toFixed(4)}, ${lat.toFixed(4)}`,
      ),
    },
  };
}

function tally(keys: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const key of [...keys].sort()) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** Alphabetical order without regard to case, accents and punctuation, the same on every machine. */
function sortByName(memberships: readonly Membership[]): Membership[] {
  return [...memberships].sort((a, b) => {
    const [bareA, bareB] = [bareName(a.name), bareName(b.name)];
    return bareA < bareB ? -1 : bareA > bareB ? 1 : a.name < b.name ? -1 : 1;
  });
}

function sizes(content: string): {readonly bytes: number; readonly gzip: number} {
  const bytes = new TextEncoder().encode(content);
  return {bytes: bytes.length, gzip: pako.gzip(bytes, {level: 9}).length};
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function fixed(value: number, decimals: number): number {
  // Rounding can give -0, which JSON would write as 0 anyway.
  return Number(value.toFixed(decimals)) + 0;
}

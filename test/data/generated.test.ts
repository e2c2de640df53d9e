import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {area as geojsonArea} from '@turf/turf';
import {Ajv2020} from 'ajv/dist/2020.js';
import {parse} from 'csv-parse/sync';
import type {FeatureCollection, MultiPolygon} from 'geojson';
import {describe, expect, it} from 'vitest';
import {MAX_OUTSIDE_SHARE} from '../../data/build/accuracy.js';
import {checkShapes, toMultiPolygon} from '../../data/build/check-shapes.js';
import {prepareLocate} from '../../data/build/locate.js';
import {formatProblem, ProblemList} from '../../data/build/problems.js';
import {readExceptions} from '../../data/build/read-curated.js';
import {SHAPE_GRID} from '../../data/build/settings.js';
import cards from '../../data/generated/cards.json';
import file from '../../data/generated/gemeenten.json';
import postcodes from '../../data/generated/postcodes.json';
import topology from '../../data/generated/regions.json';
import {LABEL_ROW, LABEL_SIZE, wrapName} from '../../src/core/picture.js';
import {AMBIGUOUS} from '../../src/core/postcode-table.js';
import {facts} from '../../src/data/facts.js';
import {readBundledTable} from '../../src/data/index.js';
import {dataInfo} from '../../src/data/info.js';
import {municipalitiesOf} from '../../src/data/municipalities.js';
import {outlines} from '../../src/data/outlines.js';
import {picture} from '../../src/data/picture.js';
import {postcodePoint} from '../../src/data/points.js';
import {SCHEMAS} from '../fixtures/generated-schemas.js';

// Invariants of the committed data. They do not need the inputs, so they run on any machine.

const require = createRequire(import.meta.url);
const FOLDER = fileURLToPath(new URL('../../data/generated/', import.meta.url));

const byCode = (a: {code?: string | undefined}, b: {code?: string | undefined}) =>
  (a.code ?? '') < (b.code ?? '') ? -1 : 1;
const generated = (name: string): string =>
  readFileSync(new URL(`../../data/generated/${name}`, import.meta.url), 'utf8');
const manifest = JSON.parse(generated('manifest.json'));
const table = readBundledTable();
const {regions, umbrella} = cards;
const {borders} = postcodes;
const ids: readonly string[] = regions.map(({id}) => id);
const municipalities = ids.map(municipalitiesOf);
const candidatesOf = new Map<number, (typeof borders)[number]['candidates']>(
  borders.map(({pc4, candidates}) => [pc4, candidates]),
);

/** Ids of the regions of a PC4, the main one first; empty if it is not in use. */
function regionsOf(pc4: number): readonly string[] {
  const entry = table[pc4 - 1000] ?? 0;
  if (entry === AMBIGUOUS) return candidatesOf.get(pc4)?.map(({region}) => ids[region] ?? '') ?? [];
  return entry === 0 ? [] : [ids[entry - 1] ?? ''];
}

/** A PC4, the ids of its regions, and the reason for this case. */
type KnownPlace = readonly [pc4: number, expected: readonly string[], reason: string];

describe('postcodes', () => {
  it('give every number from 1000 to 9999 exactly one outcome', () => {
    expect(table).toHaveLength(9000);
    const wrong = [...table].filter((entry) => entry > regions.length && entry !== AMBIGUOUS);
    expect(wrong).toEqual([]);
    const ambiguous = [...table].flatMap((entry, index) => (entry === AMBIGUOUS ? [index + 1000] : []));
    expect(borders.map(({pc4}) => pc4)).toEqual(ambiguous);
  });

  it('on a border have two regions or more, each with gemeenten of its own', () => {
    for (const {pc4, candidates} of borders) {
      expect(new Set(candidates.map(({region}) => region)).size, `${pc4}`).toBeGreaterThan(1);
      for (const {region, gemeenten} of candidates) {
        expect(gemeenten.length, `${pc4}`).toBeGreaterThan(0);
        expect(municipalities[region], `${pc4}`).toEqual(expect.arrayContaining([...gemeenten]));
      }
    }
  });

  it.each<KnownPlace>([
    [1791, ['amsterdam-noord-holland-noord'], 'Texel, an island'],
    [9161, ['groningen-friesland-drenthe'], 'Hollum on Ameland, an island'],
    [8899, ['groningen-friesland-drenthe'], 'Vlieland, whose place lies 9 km from the middle of its area'],
    [5111, ['noord-brabant'], 'Baarle-Nassau, with exclaves in Belgium and Belgian ones in it'],
    [1381, ['amsterdam-noord-holland-noord'], 'Weesp, part of Amsterdam since 2022'],
    [1382, ['amsterdam-noord-holland-noord'], 'Weesp, with 7 % of its area in Gooise Meren'],
    [3231, ['rotterdam'], 'Brielle, part of Voorne aan Zee since 2023'],
    [3221, ['rotterdam'], 'Hellevoetsluis, part of Voorne aan Zee since 2023'],
    [4131, ['utrecht'], 'Vianen, from Zuid-Holland to Utrecht in 2019'],
    [4140, ['utrecht'], 'PO boxes of Leerdam, from Zuid-Holland to Utrecht in 2019'],
    [2511, ['haaglanden-nieuwe-waterweg-noord'], "Den Haag, 's-Gravenhage at CBS"],
    [3861, ['utrecht'], 'Nijkerk, in Gelderland, but not in the region Gelderland'],
    [1401, ['utrecht'], 'Bussum, in Noord-Holland'],
    [5851, ['limburg'], 'Afferden in Bergen (L.), a homonym'],
    [1861, ['amsterdam-noord-holland-noord'], 'Bergen (NH.), a homonym'],
    [1860, ['amsterdam-noord-holland-noord'], 'PO boxes of Bergen (NH.), a homonym'],
    [3920, ['utrecht'], 'PO boxes of Elst in Utrecht, a homonym'],
    [6660, ['gelderland'], 'PO boxes of Elst in Gelderland, a homonym'],
    [6640, ['gelderland'], 'PO boxes of Beuningen in Gelderland, a homonym'],
    [9750, ['groningen-friesland-drenthe'], 'PO boxes of Haren in Groningen, a homonym'],
    [1000, ['amsterdam-noord-holland-noord'], 'PO boxes of Amsterdam, the first code'],
    [2500, ['haaglanden-nieuwe-waterweg-noord'], 'PO boxes of Den Haag'],
    [9790, ['groningen-friesland-drenthe'], 'PO boxes of a garbled place, by exception'],
    [9999, ['groningen-friesland-drenthe'], 'Stitswerd, the last code, with four stray places'],
    [1336, ['flevoland'], 'Almere, most of whose area lies in Lelystad by mistake'],
    [5028, ['noord-brabant'], 'in CBS without a shape, by exception'],
    [1364, ['flevoland'], 'Almere, a new code'],
    [6961, ['oost-nederland'], 'Eerbeek, with forest in three other gemeenten, by exception'],
    [2841, ['rijnstreek'], 'Moordrecht, in the smallest neighbour of Rotterdam'],
    [3311, ['drechtsteden'], 'Dordrecht'],
    [4331, ['zeeland'], 'Middelburg'],
    [2011, ['kennemerland-amstelland-meerlanden'], 'Haarlem'],
    [7351, ['oost-nederland', 'gelderland'], 'Hoenderloo, in Apeldoorn and Ede'],
    [1906, ['kennemerland-amstelland-meerlanden', 'amsterdam-noord-holland-noord'], 'Limmen and a bit of Heiloo'],
    [3651, ['rijnstreek', 'utrecht'], 'Woerdense Verlaat and a bit of Zegveld'],
    [3144, ['haaglanden-nieuwe-waterweg-noord', 'rotterdam'], 'Maassluis, with a quarter of the area in Rotterdam'],
    [1234, [], 'mistyped in GeoNames'],
    [5217, [], 'mistyped in GeoNames'],
    [4857, [], 'doubtful, by exception'],
    [7125, [], 'withdrawn after 2014'],
    [9000, ['groningen-friesland-drenthe'], 'PO boxes of Grou'],
  ])('lead %i to %j: %s', (pc4, expected) => {
    expect(regionsOf(pc4)).toEqual(expected);
  });

  it('have a readable version with the same answers', () => {
    const answers = new Map<number, string>();
    for (const line of generated('postcodes.csv').trimEnd().split('\n').slice(1)) {
      const [first, last, answer = ''] = line.split(',');
      for (let pc4 = Number(first); pc4 <= Number(last); pc4++) answers.set(pc4, answer);
    }
    for (let pc4 = 1000; pc4 <= 9999; pc4++) expect(answers.get(pc4) ?? '', `${pc4}`).toBe(regionsOf(pc4).join(' + '));
  });
});

describe('regions', () => {
  it('are fourteen, with different ids and labels', () => {
    expect(new Set(ids).size).toBe(14);
    expect(new Set(regions.map(({name}) => name)).size).toBe(14);
  });

  it('divide the 342 gemeenten, each in one region', () => {
    const names = municipalities.flat();
    expect(names).toHaveLength(342);
    expect(new Set(names).size).toBe(342);
    expect(new Set(file.gemeenten.map(({code}) => code)).size).toBe(342);
    expect(new Set(file.gemeenten.map(({provincie}) => provincie)).size).toBe(12);
  });

  it('show the facts that have a source and a date in organisations.json, and no others', () => {
    for (const {id, organisation} of regions) {
      const values = Object.entries(facts[id] ?? {}).map(([field, {value}]) => [field, value]);
      expect(Object.fromEntries(values), id).toEqual(organisation);
      for (const {source, date} of Object.values(facts[id] ?? {})) {
        expect(source, id).not.toBe('');
        expect(date, id).toMatch(/^\d{4}(-\d{2}){0,2}$/);
      }
    }
  });

  it('show no mailbox for privacy questions', () => {
    expect(JSON.stringify(regions)).not.toContain('privacy@');
  });

  it.each([
    ['flevoland', {name: 'Flever', formerName: 'Zowelwerk', phone: '088 0182 888', website: 'https://flever.nl'}],
    ['rijnstreek', {name: 'ZWconnect', formerName: 'Care2Care', website: 'https://www.zw-connect.nl'}],
    [
      'haaglanden-nieuwe-waterweg-noord',
      {name: 'ZWconnect', formerName: 'ZorgZijn Werkt', website: 'https://www.zw-connect.nl'},
    ],
    [
      'utrecht',
      {
        name: 'Utrechtzorg',
        phone: '030 634 08 08',
        phoneHours: 'Bereikbaar op werkdagen van 9 tot 17 uur.',
        email: 'secretariaat@utrechtzorg.net',
        website: 'https://utrechtzorg.net',
        vacancies: 'https://jouwzorgbaan.nl',
        address: 'Kokermolen 3, 3994 DG Houten',
      },
    ],
    ['kennemerland-amstelland-meerlanden', {name: 'Sigra', formerName: 'VBZ', website: 'https://www.sigra.nl'}],
    ['amsterdam-noord-holland-noord', {name: 'Sigra', website: 'https://www.sigra.nl'}],
  ])('show the known facts of %s', (id, expected) => {
    expect(regions.find((region) => region.id === id)?.organisation).toEqual(expected);
  });

  it.each([
    ['rotterdam', 'https://derotterdamsezorg.nl', '2023-05-22'],
    ['drechtsteden', 'https://www.zorgenwelzijnzhz.nl', '2026-05-23'],
    ['zeeland', 'https://viazorg.nl', '2020-03-10'],
    ['rijnstreek', 'https://www.zw-connect.nl', '2026-11-26'],
  ])('have the site of %s, with the day on which it was seen', (id, value, date) => {
    expect(facts[id]?.website).toMatchObject({value, date});
  });

  it('all have a name and a site of the organisation itself', () => {
    for (const {id, organisation} of regions) {
      expect(organisation.name, id).toBeTruthy();
      expect(organisation.website, id).toMatch(/^https:/);
      expect(organisation.website, id).not.toBe(umbrella.website);
    }
  });

  it('name the list as the source of a fact that rests only on a list', () => {
    const curated = (name: string) =>
      JSON.parse(readFileSync(new URL(`../../data/curated/${name}`, import.meta.url), 'utf8'));
    const sources: Record<string, {address: string; confidence: string}> = curated('fact-sources.json');
    for (const [key, {address, confidence}] of Object.entries(sources)) {
      expect(['high', 'medium', 'low'], key).toContain(confidence);
      if (confidence !== 'high') expect(address, key).toMatch(/^alleen (een )?openbare lijst/);
    }
    expect(facts['drechtsteden']?.website?.source).toBe('alleen een openbare lijst van websites');
  });

  it('have a fallback contact', () => {
    expect(umbrella).toEqual({organisation: 'RegioPlus', website: 'https://regioplus.nl'});
  });
});

describe('shapes', () => {
  const geometries = outlines.map(({polygons}) => toMultiPolygon(polygons));
  const locate = prepareLocate(geometries);

  it('are valid, do not overlap and leave no slivers', () => {
    const problems = new ProblemList();
    checkShapes(geometries, {file: 'regions.json', grid: SHAPE_GRID, ids, locateOriginal: () => null}, problems);
    expect(problems.items.map(formatProblem)).toEqual([]);
  });

  it('are one per region, with bounds that fit and the label inside', () => {
    expect(outlines).toHaveLength(14);
    outlines.forEach(({polygons, bbox, labelPoint}, region) => {
      const corners = polygons.flat().flat();
      expect(Math.min(...corners.map(([lon]) => lon)), ids[region]).toBeCloseTo(bbox[0], 9);
      expect(Math.max(...corners.map(([, lat]) => lat)), ids[region]).toBeCloseTo(bbox[3], 9);
      expect(locate(labelPoint), ids[region]).toBe(region);
    });
  });

  it.each([
    ['Texel', [4.8, 53.06], 'amsterdam-noord-holland-noord'],
    ['Schiermonnikoog', [6.2, 53.49], 'groningen-friesland-drenthe'],
    ['an exclave of Baarle-Nassau in Belgium', [4.9296, 51.4486], 'noord-brabant'],
    ['Maastricht', [5.69, 50.85], 'limburg'],
  ] as const)('have %s', (_, point, id) => {
    expect(ids[locate(point) ?? -1]).toBe(id);
  });

  it.each([
    ['the Belgian town of Baarle-Hertog', [4.9313, 51.4351]],
    ['the IJsselmeer', [5.35, 52.8]],
    ['the North Sea', [3.5, 52.5]],
  ] as const)('leave out %s', (_, point) => {
    expect(locate(point)).toBeNull();
  });

  it('are within the limits of accuracy', () => {
    expect(manifest.accuracy.movedPercent).toBeLessThan(0.05);
    expect(manifest.accuracy.outsidePercent).toBeLessThan(MAX_OUTSIDE_SHARE * 100);
    expect(manifest.accuracy.pointsInOtherRegion).toEqual([]);
  });

  const placed = [...table.keys()].flatMap((index) => {
    const found = postcodePoint(index + 1000);
    return found === null ? [] : [{pc4: index + 1000, ...found}];
  });

  it('have every postcode point in a region of its answer, except for the exceptions', () => {
    const text = readFileSync(new URL('../../data/curated/postcode-exceptions.csv', import.meta.url), 'utf8');
    const codes = new Set(text.match(/GM\d{4}/g));
    const outside = readExceptions(text, 'postcode-exceptions.csv', codes, new ProblemList()).flatMap(
      ({pc4, decision}) => (decision === 'point-outside' ? [pc4] : []),
    );
    const strays = placed.flatMap(({pc4, point}) => {
      const region = locate(point);
      return region !== null && regionsOf(pc4).includes(ids[region] ?? '') ? [] : [pc4];
    });
    expect(strays.filter((pc4) => !outside.includes(pc4))).toEqual([]);
  });

  it('have points of codes in use, with a gemeente of one of their regions', () => {
    expect(placed.length).toBeGreaterThan(4000);
    for (const {pc4, gemeente} of placed) {
      const own = regionsOf(pc4).some((id) => municipalitiesOf(id).includes(gemeente));
      expect(own, `${pc4} ${gemeente}`).toBe(true);
    }
  });
});

describe('the generated files, in other tools', () => {
  const run = (tool: string, ...args: readonly string[]): string =>
    execFileSync(process.execPath, [require.resolve(`topojson-client/bin/${tool}`), ...args], {
      cwd: FOLDER,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });

  it('regions.json opens with the command of TopoJSON as GeoJSON of the same outlines', () => {
    const collection: FeatureCollection<MultiPolygon> = JSON.parse(run('topo2geo', 'regions=-', '-i', 'regions.json'));
    expect(collection.features.map(({id}) => id)).toEqual(ids);
    expect(collection.features.map(({properties}) => properties?.['name'])).toEqual(regions.map(({name}) => name));
    expect(collection.features.map(({geometry}) => geometry.coordinates)).toEqual(
      outlines.map(({polygons}) => polygons),
    );
  });

  it('regions.json is one topology: its regions merge into one country without seams', () => {
    const merged = JSON.parse(run('topomerge', 'regions=regions', 'regions.json'));
    const used = new Set<number>(
      merged.objects.regions.geometries[0].arcs
        .flat()
        .flat()
        .map((arc: number) => Math.max(arc, ~arc)),
    );
    // The arcs between two regions have disappeared.
    expect(used.size).toBeLessThan(topology.arcs.length);
    const land = JSON.parse(
      execFileSync(process.execPath, [require.resolve('topojson-client/bin/topo2geo'), 'regions=-'], {
        input: JSON.stringify(merged),
        encoding: 'utf8',
      }),
    );
    const whole = geojsonArea(land);
    const parts = outlines.reduce((sum, {polygons}) => sum + geojsonArea(toMultiPolygon(polygons)), 0);
    expect(Math.abs(whole / parts - 1)).toBeLessThan(1e-9);
  });

  it('each JSON file matches its schema, and data/README.md describes each field', () => {
    const ajv = new Ajv2020({strict: true, allowUnionTypes: true});
    for (const [name, schema] of Object.entries(SCHEMAS)) {
      const validate = ajv.compile(schema);
      expect([name, validate(JSON.parse(generated(name))), validate.errors]).toEqual([name, true, null]);
    }
    const described = readFileSync(new URL('../../data/README.md', import.meta.url), 'utf8');
    for (const [name, schema] of Object.entries(SCHEMAS)) {
      for (const field of Object.keys(schema.properties)) {
        expect(described, `${name}: ${field}`).toMatch(
          new RegExp(`\\| \`${name.replace('.', '\\.')}\`[^\n]*\\| \`${field}[\`.\\[]`),
        );
      }
    }
  });

  it('the CSV files open with a CSV parser, and have the same contents as the JSON files', () => {
    const rows: Record<string, string>[] = parse(generated('gemeenten.csv'), {columns: true});
    expect(rows.map(({code, name, region, provincie}) => ({code, name, region, provincie})).sort(byCode)).toEqual(
      [...file.gemeenten].sort(byCode),
    );
    const runs: Record<string, string>[] = parse(generated('postcodes.csv'), {columns: true});
    const inUse = runs.reduce((sum, {first, last}) => sum + Number(last) - Number(first) + 1, 0);
    expect(inUse).toBe(table.filter((entry) => entry !== 0).length);
  });
});

describe('neighbours', () => {
  it('are mutual, and never the region itself', () => {
    for (const {id, neighbours} of regions) {
      expect(neighbours, id).not.toContain(id);
      for (const other of neighbours)
        expect(regions.find((each) => each.id === other)?.neighbours, other).toContain(id);
    }
  });

  it.each([
    ['zeeland', ['noord-brabant', 'rotterdam']],
    ['limburg', ['noord-brabant', 'gelderland']],
    ['haaglanden-nieuwe-waterweg-noord', ['rotterdam', 'rijnstreek']],
  ])('of %s are %j', (id, expected) => {
    expect(regions.find((each) => each.id === id)?.neighbours).toEqual(expected);
  });
});

describe('picture', () => {
  const [left = 0, top = 0, width = 0, height = 0] = picture.viewBox.split(' ').map(Number);

  it('is a small file: at most 2.5 kB gzip', () => {
    const bare = JSON.stringify(JSON.parse(generated('picture.json')));
    expect(gzipSync(bare, {level: 9}).length).toBeLessThan(2500);
  });

  it('has a closed path for each region, within its view box', () => {
    expect(picture.regions.map(({id}) => id)).toEqual(ids);
    for (const {id, path} of picture.regions) {
      expect(path, id).toMatch(/^(M[\d.]+[ -][\d.]+l[-\d. ]+z)+$/);
      for (const corners of walk(path)) {
        for (const [x, y] of corners) {
          expect(x, id).toBeGreaterThanOrEqual(left);
          expect(y, id).toBeGreaterThanOrEqual(top);
          expect(x, id).toBeLessThanOrEqual(left + width);
          expect(y, id).toBeLessThanOrEqual(top + height);
        }
      }
    }
  });

  it('draws the five large islands of the Wadden, and the parts of Zeeland', () => {
    const partsOf = (id: string) => picture.regions.find((region) => region.id === id)?.path.split('M').length ?? 0;
    expect(partsOf('groningen-friesland-drenthe') - 1).toBeGreaterThanOrEqual(5);
    expect(partsOf('amsterdam-noord-holland-noord') - 1).toBeGreaterThanOrEqual(2);
    expect(partsOf('zeeland') - 1).toBeGreaterThanOrEqual(2);
  });

  it('has room for the name of every region, without overlaps', () => {
    const boxes = picture.regions.map(({id, label}) => {
      const rows = wrapName(regions.find((region) => region.id === id)?.name ?? '');
      const wide = Math.max(...rows.map(({length}) => length)) * LABEL_SIZE * 0.55;
      const [x, y] = [label?.x ?? Number.NaN, label?.y ?? Number.NaN];
      const from = label?.anchor === 'end' ? x - wide : x - wide / 2;
      return {
        id,
        from,
        to: from + wide,
        above: y - (rows.length * LABEL_ROW) / 2,
        below: y + (rows.length * LABEL_ROW) / 2,
      };
    });
    for (const box of boxes) {
      expect(box.from, box.id).toBeGreaterThanOrEqual(left);
      expect(box.to, box.id).toBeLessThanOrEqual(left + width);
      const over = boxes.filter(
        (other) =>
          other !== box &&
          other.from < box.to &&
          other.to > box.from &&
          other.above < box.below &&
          other.below > box.above,
      );
      expect(over, box.id).toEqual([]);
    }
  });
});

/** The corners of each ring of a path as the build writes it: a start, then steps. */
function walk(path: string): [number, number][][] {
  return path
    .split('M')
    .slice(1)
    .map((ring) => {
      const numbers = [...ring.matchAll(/-?[\d.]+/g)].map(([number]) => Number(number));
      let [x, y] = [0, 0];
      return numbers.flatMap((value, index): [number, number][] => {
        if (index % 2 === 0) return [];
        [x, y] = [x + (numbers[index - 1] ?? 0), y + value];
        return [[x, y]];
      });
    });
}

describe('manifest.json', () => {
  it('has the size of every generated file', () => {
    for (const [name, {bytes}] of Object.entries<{bytes: number}>(manifest.files)) {
      expect(new TextEncoder().encode(generated(name)).length, name).toBe(bytes);
    }
  });

  it('counts what the table has', () => {
    expect(manifest.counts.postcodes.inUse).toBe([...table].filter((entry) => entry !== 0).length);
    expect(manifest.counts.postcodes.ambiguous).toBe(borders.length);
  });

  it('has the edition that the product shows', () => {
    expect(manifest.edition).toBe(dataInfo.edition);
    expect(manifest.built).toBe(dataInfo.built);
    for (const {name, publisher, licence} of dataInfo.sources) expect([name, publisher, licence]).not.toContain('');
  });
});

import {booleanPointInPolygon} from '@turf/boolean-point-in-polygon';
import type {Feature, FeatureCollection, MultiPolygon} from 'geojson';
import whichPolygon from 'which-polygon';
import {gzipLength} from '../../.build/journeys.js';
import postcodes from '../../data/generated/postcodes.json';
import type {LonLat, RegionShape} from '../../src/core/geometry.js';
import {readPostcodeTable} from '../../src/core/postcode-table.js';
import {regionFinder} from '../../src/core/region-finder.js';
import {outlines as regionShapes} from '../../src/data/outlines.js';
import {lookupPoint, lookupPostcode} from '../../src/lookup.js';
import type {Row} from './report.js';

const RUN_MS = 300;
const RUNS = 5;
const POINTS = 20_000;

/** Uses the results, so that no engine optimises the work away. */
let sink = 0;

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Calls per second: the median of several runs, after a warm-up. */
export function rate(batch: () => number, calls: number): number {
  const rates: number[] = [];
  for (let run = 0; run <= RUNS; run++) {
    let done = 0;
    const start = performance.now();
    let time = 0;
    while (time < RUN_MS) {
      sink += batch();
      done += calls;
      time = performance.now() - start;
    }
    if (run > 0) rates.push((done / time) * 1000);
  }
  return median(rates);
}

async function asyncRate(batch: () => Promise<number>, calls: number): Promise<number> {
  const rates: number[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const start = performance.now();
    sink += await batch();
    if (run > 0) rates.push((calls / (performance.now() - start)) * 1000);
  }
  return median(rates);
}

/** The same numbers in every run. */
function* random(seed: number): Generator<number> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

function pointsIn([west, south, east, north]: readonly [number, number, number, number]): LonLat[] {
  const numbers = random(7);
  const next = () => numbers.next().value as number;
  return Array.from({length: POINTS}, (): LonLat => [west + next() * (east - west), south + next() * (north - south)]);
}

const boxOf = (shapes: readonly RegionShape[]) =>
  [
    Math.min(...shapes.map(({bbox}) => bbox[0])),
    Math.min(...shapes.map(({bbox}) => bbox[1])),
    Math.max(...shapes.map(({bbox}) => bbox[2])),
    Math.max(...shapes.map(({bbox}) => bbox[3])),
  ] as const;

const toFeatures = (shapes: readonly RegionShape[]): FeatureCollection<MultiPolygon, {index: number}> => ({
  type: 'FeatureCollection',
  features: shapes.map(({polygons}, index) => ({
    type: 'Feature',
    properties: {index},
    geometry: {
      type: 'MultiPolygon',
      coordinates: polygons.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [lon, lat]))),
    },
  })),
});

const count = (points: readonly LonLat[], find: (point: LonLat) => number) => () => {
  let sum = 0;
  for (const point of points) sum += find(point);
  return sum;
};

const turfLoop = (features: readonly Feature<MultiPolygon, {index: number}>[]) => (point: LonLat) =>
  features.findIndex((feature) => booleanPointInPolygon([point[0], point[1]], feature));

const whichOf = (collection: FeatureCollection<MultiPolygon, {index: number}>) => {
  const query = whichPolygon(collection);
  return (point: LonLat) => query([point[0], point[1]])?.index ?? -1;
};

/** Lookups by postcode, compared with a JSON table as a site would write it. */
export function postcodeRows(): Row[] {
  const table = readPostcodeTable(postcodes);
  const json: Record<string, number> = {};
  for (const [index, region] of table.entries()) if (region !== 0) json[String(index + 1000)] = region;
  const texts = Array.from({length: 9000}, (_, index) => String(index + 1000));
  const ours = rate(() => {
    let sum = 0;
    for (const text of texts) sum += lookupPostcode(text).status.length;
    return sum;
  }, texts.length);
  const plain = rate(() => {
    let sum = 0;
    for (const text of texts) sum += json[text.trim().slice(0, 4)] ?? 0;
    return sum;
  }, texts.length);
  const jsonBytes = gzipLength(Buffer.from(JSON.stringify(json)));
  return [
    {what: 'lookups by postcode', unit: '/s', ours, others: {'JSON table, no checks': plain}},
    {
      what: 'bytes of the table, gzip -9',
      unit: 'bytes',
      ours: gzipLength(Buffer.from(JSON.stringify(postcodes))),
      others: {'JSON table, no checks': jsonBytes},
    },
  ];
}

/** Lookups by point, on the real outlines. */
export async function pointRows(): Promise<Row[]> {
  const points = pointsIn(boxOf(regionShapes));
  const collection = toFeatures(regionShapes);
  await lookupPoint([5, 52]);
  const start = performance.now();
  sink += regionFinder(regionShapes)([5, 52]);
  const prepared = performance.now() - start;
  const whichStart = performance.now();
  whichOf(collection);
  const whichPrepared = performance.now() - whichStart;
  const ours = await asyncRate(async () => {
    let sum = 0;
    for (const point of points) sum += (await lookupPoint(point))?.name.length ?? 0;
    return sum;
  }, points.length);
  const features = collection.features;
  return [
    {
      what: 'lookups by place, awaited one by one',
      unit: '/s',
      ours,
      others: {
        'turf, plain loop': rate(count(points.slice(0, 500), turfLoop(features)), 500),
        'which-polygon': rate(count(points, whichOf(collection)), points.length),
      },
    },
    {what: '  prepared in', unit: 'ms', ours: prepared, others: {'which-polygon': whichPrepared}},
  ];
}

/** Squares with jagged borders on a grid. */
export function madeUpRegions(amount: number): RegionShape[] {
  const side = Math.ceil(Math.sqrt(amount));
  const corners = 40;
  const wave = (at: number) => 0.02 * Math.sin(at * 37);
  return Array.from({length: amount}, (_, index) => {
    const [x, y] = [index % side, Math.floor(index / side)];
    const edge = (from: number, to: number, corner: (t: number) => LonLat) =>
      Array.from({length: corners}, (_each, i) => corner(from + ((to - from) * i) / corners));
    const ring: LonLat[] = [
      ...edge(x, x + 1, (t) => [t, y + wave(t)]),
      ...edge(y, y + 1, (t) => [x + 1 + wave(t), t]),
      ...edge(x + 1, x, (t) => [t, y + 1 + wave(t)]),
      ...edge(y + 1, y, (t) => [x + wave(t), t]),
    ];
    const [first] = ring;
    if (first) ring.push(first);
    const bbox = [x - 0.02, y - 0.02, x + 1.02, y + 1.02] as const;
    return {bbox, polygons: [[ring]]} as unknown as RegionShape;
  });
}

/** How the cost of a lookup by point grows with the number of regions. */
export function growthRows(): Row[] {
  return [14, 342, 4000].flatMap((amount): Row[] => {
    const shapes = madeUpRegions(amount);
    const collection = toFeatures(shapes);
    const points = pointsIn(boxOf(shapes));
    const start = performance.now();
    const find = regionFinder(shapes);
    const prepared = performance.now() - start;
    const whichStart = performance.now();
    const which = whichOf(collection);
    const whichPrepared = performance.now() - whichStart;
    // Fewer points for more regions, so that every batch of the slow loop takes about the same time.
    const few = points.slice(0, Math.ceil(POINTS / amount / 10));
    return [
      {
        what: `places among ${amount.toLocaleString('en-US')} made-up regions`,
        unit: '/s',
        ours: rate(count(points, find), points.length),
        others: {
          'turf, plain loop': rate(count(few, turfLoop(collection.features)), few.length),
          'which-polygon': rate(count(points, which), points.length),
        },
      },
      {what: '  prepared in', unit: 'ms', ours: prepared, others: {'which-polygon': whichPrepared}},
    ];
  });
}

/** Reads the results that kept the work alive. */
export const used = () => sink;

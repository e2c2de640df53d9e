import type {LonLat, RegionShape, Ring} from './geometry.js';
import {type BitCoder, codeSigned, createLearner, decodeInSteps, encodeText} from './range-coder.js';
import {finish, type Steps} from './steps.js';

/** Grid that coordinates are rounded to: steps in a degree of longitude and of latitude. */
export interface Grid {
  readonly lon: number;
  readonly lat: number;
}

/** About 7 m by 11 m in the Netherlands. */
export const SHAPE_GRID: Grid = {lon: 10_000, lat: 10_000};

/** Length of bounding-box sides in steps of the label point. */
const LABEL_STEPS = 64;

const MARKER = 'S1';

/** Bits after which counts are halved: coasts and inland borders differ, but not by much. */
const MEMORY = 400;

/** Vertices in a step of the work. */
const STEP = 64;

/** First context of the single bits; those of numbers lie below. */
const FLAGS = 32_000;

/** A vertex in grid steps from the origin. */
type Vertex = readonly [x: number, y: number];

/** A ring without the repeated last vertex, from its first in the text on. */
type Walk = readonly Vertex[];

/** What the coder needs to write. */
interface Source {
  readonly grid: Grid;
  readonly origin: Vertex;
  /** Per region its polygons, each a list of walks, and the label point in steps of its bounding box. */
  readonly regions: readonly {readonly polygons: readonly (readonly Walk[])[]; readonly label: Vertex}[];
}

/** Size class of a number of grid steps, 0 to 9: round(log2(steps + 1)), by whole numbers alone. */
const size = (steps: number) => Math.min(9, (32 - Math.clz32((Math.abs(steps) + 1) ** 2)) >> 1);

/** A number of its own for each vertex: exact up to 100,000 steps in a degree. */
const key = ([x, y]: Vertex) => x * 2 ** 26 + y;

/**
 * Writes the shapes of `source`, or reads them without.
 *
 * A ring is walked vertex by vertex until it is back at its first. Each step is kept, turned round, at the vertex where
 * it ends: the region on the other side of a border comes by in the opposite direction, and then one nearly certain bit
 * says that it follows (saves 2,070 of 9,600 bytes). So shared borders are stored once, and no list of arcs is needed.
 * A step that is new is coded in a frame turned and mirrored so that the step before leads forward and a little to the
 * left: steps are alike wherever they head, and there is little to learn them from (360 bytes). It is about as long as
 * the one before (35 bytes), and its sideways part depends on the forward one (25 bytes). More contexts, logistic
 * mixing, or leaving out what the simplification excludes were tried, and gain less than 1 %.
 */
function* codeShapes(code: BitCoder, source?: Source): Steps<RegionShape[]> {
  const learn = createLearner(code, 2 ** 15, MEMORY);
  const number = (context: number, value = 0) => codeSigned(code, learn, context, context + 8, value);
  const lon = number(0, source?.grid.lon);
  const lat = number(0, source?.grid.lat);
  const left = number(0, source?.origin[0]);
  const bottom = number(0, source?.origin[1]);
  const onward = new Map<number, Vertex[]>();
  const degrees = ([x, y]: Vertex): LonLat => [(left + x) / lon, (bottom + y) / lat];
  let here: Vertex = [0, 0];
  // Changed in place: a decoder on a slow phone has no time to clean up after each vertex.
  const low: [number, number] = [0, 0];
  const high: [number, number] = [0, 0];

  function* codeWalk(walk?: Walk): Steps<LonLat[]> {
    const to = walk?.[0] ?? here;
    const first: Vertex = [here[0] + number(1, to[0] - here[0]), here[1] + number(2, to[1] - here[1])];
    const ring = [degrees(first)];
    let dx = 0;
    let dy = 0;
    let follows = 0;
    here = first;
    for (let index = 1; index === 1 || key(here) !== key(first); index++) {
      const to = walk?.[index % walk.length] ?? here;
      const choices = onward.get(key(here));
      const choice = choices?.[0];
      let there = choice ?? here;
      follows = choice ? learn(FLAGS + 8, FLAGS + 10 + follows, +(key(to) === key(choice))) : 0;
      if (follows) {
        choices?.shift();
      } else {
        const mirrorX = dx < 0 ? -1 : 1;
        const mirrorY = dy < 0 ? -1 : 1;
        const turn = Math.abs(dy) > Math.abs(dx);
        const x = (to[0] - here[0]) * mirrorX;
        const y = (to[1] - here[1]) * mirrorY;
        const before = size(Math.max(Math.abs(dx), Math.abs(dy)));
        const along = codeSigned(code, learn, 16, 20 + before, turn ? y : x);
        const shape = size(along) * 2 + +(along < 0);
        const across = codeSigned(code, learn, 17, 30 + shape, turn ? x : y);
        there = [here[0] + (turn ? across : along) * mirrorX, here[1] + (turn ? along : across) * mirrorY];
        const back = onward.get(key(there));
        if (back) back.push(here);
        else onward.set(key(there), [here]);
      }
      if (index % STEP === 0) yield;
      ring.push(degrees(there));
      dx = there[0] - here[0];
      dy = there[1] - here[1];
      low[0] = Math.min(low[0], there[0]);
      low[1] = Math.min(low[1], there[1]);
      high[0] = Math.max(high[0], there[0]);
      high[1] = Math.max(high[1], there[1]);
      here = there;
    }
    return ring;
  }

  function* codeList<In, Out>(
    context: number,
    values: readonly In[] = [],
    item: (value?: In) => Steps<Out>,
  ): Steps<Out[]> {
    const items: Out[] = [];
    while (learn(context, context + 1, +(items.length < values.length))) items.push(yield* item(values[items.length]));
    return items;
  }

  return yield* codeList(FLAGS, source?.regions, function* (region): Steps<RegionShape> {
    low.fill(2 ** 30);
    high.fill(-(2 ** 30));
    const polygons = yield* codeList(FLAGS + 2, region?.polygons, (polygon) => codeList(FLAGS + 4, polygon, codeWalk));
    const [west, south] = degrees(low);
    const [east, north] = degrees(high);
    const part = (step = 0) => {
      let result = 0;
      for (let place = 5; place >= 0; place--) result = result * 2 + code(0.5, (step >> place) & 1);
      return (result + 0.5) / LABEL_STEPS;
    };
    const labelPoint: LonLat = [
      west + part(region?.label[0]) * (east - west),
      south + part(region?.label[1]) * (north - south),
    ];
    return {polygons, bbox: [west, south, east, north], labelPoint};
  });
}

/** @throws RangeError for a grid that is not of whole steps, or finer than about a metre. */
export function assertGrid(grid: Grid): void {
  for (const steps of [grid.lon, grid.lat]) {
    if (!(Number.isInteger(steps) && steps > 0 && steps <= 100_000)) {
      throw new RangeError(`Got a grid of ${steps} steps a degree, expected a whole number from 1 to 100,000`);
    }
  }
}

/**
 * The vertices of a ring on the grid, from the one nearest to `near`. The walk ends where it meets its first vertex
 * again, so a ring that touches itself starts elsewhere.
 */
function toWalk(ring: Ring, grid: Grid, origin: Vertex, near: Vertex): Walk {
  const vertices: Vertex[] = [];
  for (const place of ring) {
    if (!(Math.abs(place[0]) <= 180 && Math.abs(place[1]) <= 90)) {
      throw new RangeError(`Got a ring through ${place}, expected degrees of longitude and latitude`);
    }
    const vertex: Vertex = [Math.round(place[0] * grid.lon) - origin[0], Math.round(place[1] * grid.lat) - origin[1]];
    const before = vertices.at(-1);
    if (!before || key(before) !== key(vertex)) vertices.push(vertex);
  }
  const [start] = vertices;
  const end = vertices.pop();
  const visits = new Map<number, number>();
  for (const vertex of vertices) visits.set(key(vertex), (visits.get(key(vertex)) ?? 0) + 1);
  const far = ([x, y]: Vertex) => Math.abs(x - near[0]) + Math.abs(y - near[1]);
  const starts = vertices.filter((vertex) => visits.get(key(vertex)) === 1).sort((a, b) => far(a) - far(b));
  if (vertices.length < 3 || !start || !end || key(start) !== key(end) || !starts[0]) {
    throw new RangeError(
      `Got a ring of ${vertices.length} corners from ${ring[0]} to ${ring.at(-1)}, expected 3 or more, one of them met once, closed`,
    );
  }
  const turn = vertices.indexOf(starts[0]);
  return [...vertices.slice(turn), ...vertices.slice(0, turn)];
}

/**
 * Packs shapes as text, in the order given. Coordinates are rounded to the grid; a border between two shapes has to have
 * the same vertices in both, and is stored once. Rings keep their direction but not their start. The label point is
 * kept to a 64th of the bounding box.
 *
 * @throws RangeError for a shape without polygons, a ring that is not closed, or one that has fewer than three corners
 *   left on the grid, or none that it meets only once; for a grid that is not of whole steps.
 */
export function encodeShapes(shapes: readonly RegionShape[], grid: Grid = SHAPE_GRID): string {
  assertGrid(grid);
  const origin: Vertex = [
    Math.round(Math.min(...shapes.map(({bbox}) => bbox[0]), 180) * grid.lon),
    Math.round(Math.min(...shapes.map(({bbox}) => bbox[1]), 90) * grid.lat),
  ];
  let near: Vertex = [0, 0];
  const regions = shapes.map(({polygons, bbox, labelPoint}, region) => {
    if (!polygons.length) throw new RangeError(`Got no polygons for shape ${region}, expected one or more`);
    const step = (value: number, low: number, high: number) =>
      Math.min(LABEL_STEPS - 1, Math.max(0, Math.floor(((value - low) / (high - low)) * LABEL_STEPS)));
    return {
      polygons: polygons.map((rings) =>
        rings.map((ring) => {
          const walk = toWalk(ring, grid, origin, near);
          near = walk[0] ?? near;
          return walk;
        }),
      ),
      label: [step(labelPoint[0], bbox[0], bbox[2]), step(labelPoint[1], bbox[1], bbox[3])] as const,
    };
  });
  return encodeText(MARKER, (code) => finish(codeShapes(code, {grid, origin, regions})));
}

/**
 * Unpacks shapes: rings closed and in the direction they had, shared borders with equal numbers on both sides.
 *
 * @throws RegionDataError, at once or in any step, for anything but a text of `encodeShapes`.
 */
export const decodeShapes = (text: string): Steps<RegionShape[]> => decodeInSteps(MARKER, text, codeShapes);

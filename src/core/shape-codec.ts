import type {LonLat, RegionShape} from './geometry.js';
import {type BitCoder, codeNumber, codeSigned, createLearner, decodeText, encodeText} from './range-coder.js';

/** Grid that coordinates are rounded to: steps in a degree of longitude and of latitude. */
export interface Grid {
  readonly lon: number;
  readonly lat: number;
}

/** About 7 m by 11 m in the Netherlands. */
export const SHAPE_GRID: Grid = {lon: 10_000, lat: 10_000};

/** Length of bounding-box sides in steps of the label point. */
const LABEL_STEPS = 64;

const MARKER = 'S2';

/** Bits after which counts are halved: coasts and inland borders differ, but not by much. */
const MEMORY = 400;

/** A vertex in grid steps from the origin. */
type Vertex = readonly [x: number, y: number];

/** A ring without the repeated last vertex, in the walking direction of the input. */
type Walk = readonly Vertex[];

/** What the coder reads when it writes, and leaves out when it reads. */
interface Source {
  readonly grid: Grid;
  readonly origin: Vertex;
  /** Per region its polygons, each a list of walks, and the label point in steps of its bounding box. */
  readonly regions: readonly {readonly polygons: readonly (readonly Walk[])[]; readonly label: Vertex}[];
}

/** Size class of a number of grid steps: round(log2(steps + 1)), by whole numbers alone. */
const size = (steps: number) => (32 - Math.clz32((Math.abs(steps) + 1) ** 2)) >> 1;

const swaps = (dx: number, dy: number) => Math.abs(dy) > Math.abs(dx);
const mirror = (dx: number, dy: number, [x, y]: Vertex): Vertex => [dx < 0 ? -x : x, dy < 0 ? -y : y];
const toFrame =
  (dx: number, dy: number) =>
  (step: Vertex): Vertex => {
    const [x, y] = mirror(dx, dy, step);
    return swaps(dx, dy) ? [y, x] : [x, y];
  };
const fromFrame =
  (dx: number, dy: number) =>
  ([along, across]: Vertex): Vertex =>
    mirror(dx, dy, swaps(dx, dy) ? [across, along] : [along, across]);

function codeShapes(code: BitCoder, source?: Source): RegionShape[] {
  const learn = createLearner(code, MEMORY);
  const number = (value = 0) => codeNumber(code, learn, [0], value);
  const signed = (contexts: readonly number[], value: number) => codeSigned(code, learn, contexts, value);
  const lon = number(source?.grid.lon);
  const lat = number(source?.grid.lat);
  const left = signed([1], source?.origin[0] ?? 0);
  const bottom = signed([1], source?.origin[1] ?? 0);
  /** Where a border that one region walked towards a vertex goes on for the region on its other side. */
  const next = new Map<string, Vertex[]>();
  const key = (vertex: Vertex) => vertex.join();
  const degrees = ([x, y]: Vertex): LonLat => [(left + x) / lon, (bottom + y) / lat];
  let last: Vertex = [0, 0];

  const codeWalk = (walk?: Walk): LonLat[] => {
    const ring: Vertex[] = [];
    let here: Vertex = last;
    let dx = 0;
    let dy = 0;
    let shared = 0;
    for (let index = 0; ; index++) {
      const to = walk?.[index % walk.length] ?? here;
      const first = ring[0];
      const choices = next.get(key(here));
      const choice = choices?.[0];
      if (index && choice) {
        shared = learn([10, 10 + shared], key(to) === key(choice) ? 1 : 0);
      } else {
        shared = 0;
      }
      let there: Vertex;
      if (shared && choice) {
        choices.shift();
        there = choice;
      } else {
        // In a frame turned and mirrored so that the step before pointed between forward and half left, steps are alike
        // wherever they head. A step is as long as the one before, more or less, and so is its sideways part.
        const frame = toFrame(dx, dy);
        const [forward, sideways] = frame([to[0] - here[0], to[1] - here[1]]);
        const before = index ? size(Math.max(Math.abs(dx), Math.abs(dy))) : 20;
        const along = signed([index ? 3 : 4, 20 + before], forward);
        const across = signed(
          [index ? 5 : 6, 40 + size(along) * 2 + +(along < 0), 200 + (size(along) * 2 + +(along < 0)) * 32 + before],
          sideways,
        );
        const [stepX, stepY] = fromFrame(dx, dy)([along, across]);
        there = [here[0] + stepX, here[1] + stepY];
        if (index) {
          const list = next.get(key(there));
          if (list) list.push(here);
          else next.set(key(there), [here]);
        }
      }
      if (first && there[0] === first[0] && there[1] === first[1]) break;
      ring.push(there);
      dx = there[0] - here[0];
      dy = there[1] - here[1];
      here = there;
    }
    last = here;
    const closed = ring.map(degrees);
    const start = closed[0];
    return start ? [...closed, start] : closed;
  };

  const list = <T>(context: number, values: readonly T[] | undefined, item: (value?: T) => void) => {
    for (let index = 0; learn([context], values && index < values.length ? 1 : 0); index++) item(values?.[index]);
  };

  const shapes: RegionShape[] = [];
  list(30, source?.regions, (region) => {
    const polygons: LonLat[][][] = [];
    list(31, region?.polygons, (polygon) => {
      const rings: LonLat[][] = [];
      list(32, polygon, (walk) => rings.push(codeWalk(walk)));
      polygons.push(rings);
    });
    const all = polygons.flat(2);
    const box = [0, 1].map((axis) => {
      const values = all.map((place) => place[axis as 0 | 1]);
      const low = values.reduce((a, b) => Math.min(a, b), Infinity);
      const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
      return [low, high] as const;
    }) as [readonly [number, number], readonly [number, number]];
    const label = box.map(([low, high], axis) => {
      let step = 0;
      for (let place = LABEL_STEPS / 2; place >= 1; place /= 2) {
        step = step * 2 + code(0.5, Math.floor((region?.label[axis as 0 | 1] ?? 0) / place) % 2);
      }
      return low + ((step + 0.5) / LABEL_STEPS) * (high - low);
    }) as unknown as LonLat;
    shapes.push({polygons, bbox: [box[0][0], box[1][0], box[0][1], box[1][1]], labelPoint: label});
  });
  return shapes;
}

/**
 * Packs shapes, in the order given. Coordinates are rounded to the grid; a border that two shapes share has to have the
 * same vertices in both, and is stored once.
 *
 * @throws RangeError for a ring that is not closed, or that has fewer than three corners left on the grid.
 */
export function encodeShapes(shapes: readonly RegionShape[], grid: Grid = SHAPE_GRID): string {
  const round = ([lon, lat]: LonLat): Vertex => [Math.round(lon * grid.lon), Math.round(lat * grid.lat)];
  const lows = shapes.map(({bbox}) => round([bbox[0], bbox[1]]));
  const origin: Vertex = [Math.min(...lows.map(([x]) => x), 1e9), Math.min(...lows.map(([, y]) => y), 1e9)];
  const regions = shapes.map((shape, region) => ({
    polygons: shape.polygons.map((polygon) =>
      polygon.map((ring) => {
        const walk: Vertex[] = [];
        for (const place of ring) {
          const [x, y] = round(place);
          const before = walk.at(-1);
          const vertex: Vertex = [x - origin[0], y - origin[1]];
          if (before?.join() !== vertex.join()) walk.push(vertex);
        }
        if (walk.length < 4 || walk.at(-1)?.join() !== walk[0]?.join()) {
          throw new RangeError(`Shape ${region}: got a ring of ${walk.length} grid points, expected 4 or more, closed`);
        }
        walk.pop();
        return walk;
      }),
    ),
    label: [0, 1].map((axis) => {
      const low = shape.bbox[axis as 0 | 1];
      const high = shape.bbox[(axis + 2) as 2 | 3];
      const part = (shape.labelPoint[axis as 0 | 1] - low) / (high - low);
      return Math.min(LABEL_STEPS - 1, Math.max(0, Math.floor(part * LABEL_STEPS)));
    }) as unknown as Vertex,
  }));
  return encodeText(MARKER, (code) => codeShapes(code, {grid, origin, regions}));
}

/**
 * Unpacks shapes: rings closed and in the direction they had, shared borders with equal numbers on both sides.
 *
 * @throws RegionDataError for anything but a text of `encodeShapes`.
 */
export function decodeShapes(text: string): RegionShape[] {
  return decodeText(MARKER, text, (code) => codeShapes(code));
}

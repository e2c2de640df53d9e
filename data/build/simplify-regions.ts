import type {Feature, FeatureCollection, MultiPolygon, Polygon, Position} from 'geojson';
import {feature} from 'topojson-client';
import {topology} from 'topojson-server';
import {presimplify} from 'topojson-simplify';
import type {GeometryCollection, GeometryObject, Topology} from 'topojson-specification';
import type {Grid} from './grid.js';
import {type Crossing, countBadMeetings, findCrossings, type GridPoint, type Segment, segmentsOf} from './planar.js';
import {BuildError} from './problems.js';
import {KM_PER_DEGREE, MIDDLE_LATITUDE_COS, ringAreaKm2, windPolygon} from './rings.js';

export interface SimplifyOptions {
  /** A corner of a border between regions is removed if its triangle is smaller than this, in km² (Visvalingam). */
  readonly minBorderTriangleKm2: number;
  /** The same for a corner of the coast or the border of the country, where no postcode can change region. */
  readonly minCoastTriangleKm2: number;
  /** Grid to which all corners are rounded. */
  readonly grid: Grid;
  /** Islands and holes without a neighbouring region are removed if smaller than this, in km². */
  readonly minPartKm2: number;
}

/** An island or hole that was removed: smaller than `minPartKm2`, or so narrow that the grid turned it inside out. */
export interface DroppedPart {
  readonly kind: 'island' | 'hole';
  /** Region index. */
  readonly region: number;
  readonly areaKm2: number;
  /** [lon, lat] of its first corner. */
  readonly at: Position;
}

export interface SimplifiedRegions {
  readonly regions: readonly MultiPolygon[];
  readonly dropped: readonly DroppedPart[];
  /** Corners of the shared arcs, each counted once. */
  readonly corners: number;
}

/** A corner that the repair may move, restore or remove. */
interface Corner {
  readonly point: GridPoint;
  /** Its position in the arc before simplification. */
  readonly at: number;
  /** Area in km² of its triangle; Infinity for the ends of an arc. */
  readonly weight: number;
}

/** The outline of a part or a hole, as arcs of the topology. */
interface Ring {
  /** Indexes of arcs; `~index` for one in reverse direction. */
  readonly arcs: readonly number[];
  /** Direction before simplification: 1 counterclockwise, -1 clockwise. */
  readonly turn: number;
  readonly outer: boolean;
}

/** Most rounds of repair. Each changes something near every remaining crossing; real data needs far fewer. */
const MAX_REPAIRS = 50;

/** Moves of a corner to adjacent grid points, shortest first. */
const NUDGES: readonly GridPoint[] = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
];

/**
 * Simplifies the outlines of all regions at once, so that shared borders stay shared, and rounds the corners to a grid.
 * Regions are merged before this step, so that corners where only gemeenten of one region meet can be removed.
 * If lines then touch or cross, as the two sides of a narrow dike do, first a corner moves by one grid step. If that does
 * not help, a removed corner is restored; as a last resort, the least important corner is removed.
 * A narrow part can also turn inside out, and would then overlap its neighbour: its two sides are swapped.
 *
 * @throws {BuildError} if crossings remain, with the position of the first.
 */
export function simplifyRegions(regions: readonly MultiPolygon[], options: SimplifyOptions): SimplifiedRegions {
  const {grid} = options;
  const collection: FeatureCollection<MultiPolygon> = {
    type: 'FeatureCollection',
    features: regions.map((geometry) => ({type: 'Feature', properties: {}, geometry})),
  };
  const full = topology({regions: collection});
  const uses = countUses(full);
  const detailed = weigh(full, grid);
  const arcs = detailed.map((arc, index) =>
    simplifyArc(arc, uses[index] === 1 ? options.minCoastTriangleKm2 : options.minBorderTriangleKm2),
  );
  // Parts that are removed for their size need no repair.
  const stays = arcs.map(
    (arc, index) => uses[index] !== 1 || !isClosed(arc) || areaOf(arc, grid) >= options.minPartKm2,
  );

  const rings = ringsOf(full);
  const lost = new Set<Ring>();
  const restored = new Set<string>();
  for (let repair = 0; ; repair++) {
    const crossings = findCrossings(arcs.map((arc, index) => (stays[index] ? arc.map(({point}) => point) : [])));
    const turned = rings.filter((ring) => !lost.has(ring) && isTurned(ring, arcs));
    if (crossings.length === 0 && turned.length === 0) break;
    if (repair === MAX_REPAIRS) {
      const [x, y] = crossings[0]?.[0].a ?? arcs[indexOf(turned[0]?.arcs[0] ?? 0)]?.[0]?.point ?? [0, 0];
      throw new BuildError([
        {
          file: 'regions.json',
          field: `near [${x / grid.lon}, ${y / grid.lat}]`,
          got: `borders that still cross, or a part that is inside out, after ${MAX_REPAIRS} repairs`,
          expected: 'none; use a finer grid or simplify less',
        },
      ]);
    }
    const unmoved = crossings.filter((crossing) => !nudge(arcs, crossing));
    const left = unmoved.filter(
      (crossing) => !restoreHeaviest(arcs, detailed, restored, crossing) && !dropLightest(arcs, crossing),
    );
    // Crossing lines may have turned a ring inside out; if they cannot be repaired, the turned ring may be the cause.
    if (left.length < crossings.length) continue;
    for (const ring of turned) {
      if (turnBack([arcs, detailed], ring) || restoreHeaviest(arcs, detailed, restored, segmentsOfRing(ring, arcs)))
        continue;
      // On the coast the part can be removed: the line that it shares with its neighbour becomes the coast.
      const coast = ring.arcs.map(indexOf).filter((index) => uses[index] === 1);
      if (!ring.outer || coast.length === 0) continue;
      lost.add(ring);
      for (const index of coast) stays[index] = false;
    }
  }

  const onGrid = arcs.map((arc) => arc.map(({point: [x, y]}) => [x / grid.lon, y / grid.lat]));
  return rebuild({...full, arcs: onGrid}, uses, new Set([...lost].map((ring) => ring.arcs)), options);
}

/**
 * Moves one corner of two crossing segments by one grid step, so that fewer lines cross. The most effective move is used;
 * of equal ones, that of the least important corner.
 *
 * @returns false if no such move helps.
 */
function nudge(arcs: Corner[][], crossing: Crossing): boolean {
  const lines = arcs.map((arc) => arc.map(({point}) => point));
  let best: {readonly line: number; readonly index: number; readonly point: GridPoint; readonly gain: number} | null =
    null;
  const ends = innerEnds(arcs, crossing).sort((a, b) => a.corner.weight - b.corner.weight);
  for (const {line, index, corner} of ends) {
    const count = (point: GridPoint): number => {
      const own = (lines[line] ?? []).slice(index - 1, index + 2);
      own[1] = point;
      return countBadMeetings(segmentsOf(own, line, index - 1), lines);
    };
    const before = count(corner.point);
    for (const [dx, dy] of NUDGES) {
      const point: GridPoint = [corner.point[0] + dx, corner.point[1] + dy];
      const gain = before - count(point);
      if (gain > (best?.gain ?? 0)) best = {line, index, point, gain};
    }
  }
  if (best === null) return false;
  const corner = arcs[best.line]?.[best.index];
  if (corner === undefined) return false;
  arcs[best.line]?.splice(best.index, 1, {...corner, point: best.point});
  return true;
}

/**
 * Turns back a ring that is inside out. Its lines do not cross, so they only have to be swapped: the two lines of a narrow
 * ring trade places, and a ring of one line is reversed. This makes no new line, so nothing can cross.
 *
 * @param versions - the arcs, simplified and in full detail.
 * @returns false for a ring of more than two arcs.
 */
function turnBack(versions: readonly Corner[][][], {arcs: [first, second, third]}: Ring): boolean {
  if (first === undefined || third !== undefined) return false;
  for (const arcs of versions) {
    const [there, back] = [first, second ?? first].map((arc) => arcs[indexOf(arc)] ?? []);
    const sameWay = second !== undefined && first < 0 !== second < 0;
    if (there === undefined || back === undefined) return false;
    arcs[indexOf(first)] = sameWay ? back : reverse(back);
    if (second !== undefined) arcs[indexOf(second)] = sameWay ? there : reverse(there);
  }
  return true;
}

function reverse(arc: readonly Corner[]): Corner[] {
  const last = Math.max(...arc.map(({at}) => at));
  return [...arc].reverse().map((corner) => ({...corner, at: last - corner.at}));
}

/** Corners at the ends of two crossing segments, without the ends of arcs, where other arcs meet. */
function innerEnds(
  arcs: readonly (readonly Corner[])[],
  crossing: Crossing,
): {readonly line: number; readonly index: number; readonly corner: Corner}[] {
  return crossing.flatMap(({line, index: end}) =>
    [end - 1, end].flatMap((index) => {
      const arc = arcs[line] ?? [];
      const corner = arc[index];
      return corner !== undefined && index > 0 && index < arc.length - 1 ? [{line, index, corner}] : [];
    }),
  );
}

/**
 * Removes the least important corner of two crossing segments. Ends of arcs stay, and rings keep three corners.
 *
 * @returns false if none can be removed.
 */
function dropLightest(arcs: Corner[][], crossing: Crossing): boolean {
  const spare = innerEnds(arcs, crossing).filter(({line}) => {
    const arc = arcs[line] ?? [];
    return !isClosed(arc) || arc.length > 4;
  });
  const [lightest] = spare.sort((a, b) => a.corner.weight - b.corner.weight);
  if (lightest === undefined) return false;
  arcs[lightest.line]?.splice(lightest.index, 1);
  return true;
}

/**
 * Restores the most important of the corners that simplification removed from some segments. Each is restored only once,
 * so that the repair ends.
 *
 * @param restored - the corners that have been restored so far; this one is added.
 * @returns false if there is none.
 */
function restoreHeaviest(
  arcs: Corner[][],
  detailed: readonly (readonly Corner[])[],
  restored: Set<string>,
  segments: readonly Pick<Segment, 'line' | 'index'>[],
): boolean {
  const choices = segments.flatMap(({line, index}) => {
    const [start, end] = [arcs[line]?.[index - 1], arcs[line]?.[index]];
    if (start === undefined || end === undefined) return [];
    return (detailed[line] ?? [])
      .slice(start.at + 1, end.at)
      .filter(
        ({point, at}) => !isSame(point, start.point) && !isSame(point, end.point) && !restored.has(`${line} ${at}`),
      )
      .map((corner) => ({line, index, corner}));
  });
  const [heaviest] = choices.sort((a, b) => b.corner.weight - a.corner.weight);
  if (heaviest === undefined) return false;
  restored.add(`${heaviest.line} ${heaviest.corner.at}`);
  arcs[heaviest.line]?.splice(heaviest.index, 0, heaviest.corner);
  return true;
}

/** Arcs rounded to the grid, each corner with the area of its triangle. */
function weigh(full: Topology, grid: Grid): Corner[][] {
  const onPlane = full.arcs.map((arc) =>
    arc.map(([lon = 0, lat = 0]) => [lon * KM_PER_DEGREE * MIDDLE_LATITUDE_COS, lat * KM_PER_DEGREE]),
  );
  const weighted = presimplify({...full, arcs: onPlane} as Topology<Record<string, never>>).arcs;
  return full.arcs.map((arc, index) =>
    arc.map(([lon = 0, lat = 0], at) => ({
      point: [Math.round(lon * grid.lon), Math.round(lat * grid.lat)],
      at,
      weight: weighted[index]?.[at]?.[2] ?? 0,
    })),
  );
}

function simplifyArc(arc: readonly Corner[], minTriangleKm2: number): Corner[] {
  // An arc that is a whole ring needs three corners besides its ends, or it has no area.
  const weights = arc.map(({weight}) => weight).filter(Number.isFinite);
  const third = weights.sort((a, b) => b - a)[2] ?? 0;
  const threshold = isClosed(arc) ? Math.min(minTriangleKm2, third) : minTriangleKm2;
  const kept = arc.filter(({weight}) => weight >= threshold);
  return kept.filter(({point}, at) => at === 0 || !isSame(point, kept[at - 1]?.point));
}

function isClosed(arc: readonly Corner[]): boolean {
  return isSame(arc[0]?.point ?? [0, 0], arc[arc.length - 1]?.point);
}

function isSame(p: GridPoint, q: GridPoint | undefined): boolean {
  return p[0] === q?.[0] && p[1] === q[1];
}

function areaOf(arc: readonly Corner[], grid: Grid): number {
  return Math.abs(ringAreaKm2(arc.map(({point: [x, y]}) => [x / grid.lon, y / grid.lat])));
}

/** How often each arc is part of a ring: once on the coast, twice between regions. */
function countUses(full: Topology): number[] {
  const uses = full.arcs.map(() => 0);
  const count = (arcs: unknown): void => {
    if (typeof arcs === 'number') uses[indexOf(arcs)] = (uses[indexOf(arcs)] ?? 0) + 1;
    else if (Array.isArray(arcs)) arcs.forEach(count);
  };
  for (const geometry of geometriesOf(full)) if ('arcs' in geometry) count(geometry.arcs);
  return uses;
}

function ringsOf(full: Topology): Ring[] {
  return geometriesOf(full).flatMap((object): Ring[] => {
    const polygons = 'arcs' in object ? (object.arcs as number[][][]) : [];
    return polygons.flatMap((part) =>
      part.map((arcs, index) => ({
        arcs,
        turn: Math.sign(twiceArea(arcs, (arc) => full.arcs[arc] ?? [])),
        outer: index === 0,
      })),
    );
  });
}

/** Whether a ring has another direction than before simplification. One without area has no direction. */
function isTurned({arcs: own, turn}: Ring, arcs: readonly (readonly Corner[])[]): boolean {
  return Math.sign(twiceArea(own, (arc) => (arcs[arc] ?? []).map(({point}) => point))) === -turn;
}

function segmentsOfRing(ring: Ring, arcs: readonly (readonly Corner[])[]): Pick<Segment, 'line' | 'index'>[] {
  return ring.arcs
    .map(indexOf)
    .flatMap((line) => (arcs[line] ?? []).slice(1).map((_, index) => ({line, index: index + 1})));
}

/** Twice the area of the ring of these arcs; positive if counterclockwise. */
function twiceArea(arcs: readonly number[], cornersOf: (index: number) => readonly (readonly number[])[]): number {
  return arcs.reduce((sum, arc) => {
    const corners = cornersOf(indexOf(arc));
    const own = corners.slice(1).reduce((part, [x1 = 0, y1 = 0], at) => {
      const [x0 = 0, y0 = 0] = corners[at] ?? [];
      return part + x0 * y1 - x1 * y0;
    }, 0);
    return sum + (arc < 0 ? -own : own);
  }, 0);
}

/** Index of an arc, whatever its direction. */
function indexOf(arc: number): number {
  return arc < 0 ? ~arc : arc;
}

function geometriesOf(full: Topology): readonly GeometryObject[] {
  return (full.objects['regions'] as GeometryCollection).geometries;
}

/** Makes polygons from arcs, without parts that are too small or have been given up. */
function rebuild(
  full: Topology,
  uses: readonly number[],
  lost: ReadonlySet<readonly number[]>,
  options: SimplifyOptions,
): SimplifiedRegions {
  const dropped: DroppedPart[] = [];
  const regions = geometriesOf(full).map((object, region): MultiPolygon => {
    const arcsOf = 'arcs' in object ? (object.arcs as number[][][]) : [];
    const geometry = (feature(full, object) as Feature<MultiPolygon | Polygon>).geometry;
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const coordinates: Position[][][] = [];
    polygons.forEach((rings, part) => {
      const kept = rings.filter((ring, index) => {
        const areaKm2 = Math.abs(ringAreaKm2(ring));
        const own = arcsOf[part]?.[index] ?? [];
        const shared = own.some((arc) => (uses[indexOf(arc)] ?? 0) > 1);
        const goes = areaKm2 === 0 || lost.has(own) || (!shared && areaKm2 < options.minPartKm2);
        if (goes) dropped.push({kind: index === 0 ? 'island' : 'hole', region, areaKm2, at: ring[0] ?? []});
        return !goes;
      });
      // A polygon without its outer ring is dropped as a whole.
      if (kept[0] !== undefined && kept[0] === rings[0]) {
        coordinates.push(windPolygon(kept));
      }
    });
    return {type: 'MultiPolygon', coordinates};
  });
  return {regions, dropped, corners: full.arcs.reduce((sum, arc) => sum + Math.max(0, arc.length - 1), 0)};
}

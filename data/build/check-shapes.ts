import {booleanPointInPolygon} from '@turf/turf';
import type {FeatureCollection, MultiPolygon, Position} from 'geojson';
import polylabel from 'polylabel';
import {merge} from 'topojson-client';
import {topology} from 'topojson-server';
import type {
  GeometryCollection,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
} from 'topojson-specification';
import type {Grid} from './grid.js';
import type {Locate} from './locate.js';
import {findCrossings, type GridPoint} from './planar.js';
import type {ProblemList} from './problems.js';
import {ringAreaKm2} from './rings.js';

/** Precision of the point in a hole that is furthest from its edges: about 1 m. */
const INSIDE_PRECISION_DEGREES = 0.000_01;
/** A hole narrower than twice this, about 5 m, is not water but a gap between borders. */
const SLIVER_DEGREES = 0.000_05;

interface ShapeCheck {
  /** Name of the step or file, for messages. */
  readonly file: string;
  /** The grid of all corners. */
  readonly grid: Grid;
  /** Region ids, for messages. */
  readonly ids: readonly string[];
  /** Finds the original region at a point, which tells a gap from real water. */
  readonly locateOriginal: Locate;
}

/**
 * Checks that regions tile the land: rings are valid, no two regions overlap, and there is no gap between them. Water and
 * foreign land that the original regions leave out do not count as gaps.
 */
export function checkShapes(regions: readonly MultiPolygon[], check: ShapeCheck, problems: ProblemList): void {
  const before = problems.items.length;
  checkRings(regions, check, problems);
  checkEdges(regions, check, problems);
  // The union is valid only if the rings and edges are.
  if (problems.items.length === before) checkGaps(regions, check, problems);
}

function checkRings(regions: readonly MultiPolygon[], {file, ids}: ShapeCheck, problems: ProblemList): void {
  regions.forEach(({coordinates}, region) => {
    const wrong = (ring: readonly Position[] | undefined, got: string, expected: string): void =>
      problems.add({file, field: `${ids[region]} at ${JSON.stringify(ring?.[0] ?? null)}`, got, expected});
    if (coordinates.length === 0) wrong(undefined, 'no area', 'at least one part');
    for (const rings of coordinates) {
      rings.forEach((ring, index) => {
        const first = ring[0];
        const last = ring[ring.length - 1];
        if (ring.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) {
          wrong(
            ring,
            `a ring of ${ring.length} corners that is ${ring.length < 4 ? 'too short' : 'not closed'}`,
            '4 or more, the last equal to the first',
          );
          return;
        }
        const area = ringAreaKm2(ring);
        if (area === 0 || area > 0 !== (index === 0)) {
          wrong(
            ring,
            area === 0 ? 'a ring without area' : 'a ring that runs the wrong way',
            'outer rings counterclockwise, holes clockwise',
          );
        }
      });
    }
  });
}

/** Checks that every edge is coast (used once) or border (used by two regions, in opposite directions), and that none cross. */
function checkEdges(regions: readonly MultiPolygon[], {file, ids, grid}: ShapeCheck, problems: ProblemList): void {
  const directed = new Map<string, number>();
  const edges = new Map<string, {readonly ends: readonly [GridPoint, GridPoint]; readonly region: number}>();
  const toGrid = ([lon = 0, lat = 0]: Position): GridPoint => [Math.round(lon * grid.lon), Math.round(lat * grid.lat)];
  const toDegrees = ([x, y]: GridPoint): string => `[${x / grid.lon}, ${y / grid.lat}]`;
  regions.forEach(({coordinates}, region) => {
    for (const ring of coordinates.flat()) {
      for (let i = 1; i < ring.length; i++) {
        const [a, b] = [toGrid(ring[i - 1] ?? []), toGrid(ring[i] ?? [])];
        const key = `${a} ${b}`;
        const other = directed.get(key);
        if (other !== undefined) {
          problems.add({
            file,
            field: `${ids[other]} and ${ids[region]} near ${toDegrees(a)}`,
            got: 'two regions on the same side of an edge (overlap)',
            expected: 'one region on each side',
          });
        }
        directed.set(key, region);
        if (!edges.has(`${b} ${a}`)) edges.set(key, {ends: [a, b], region});
      }
    }
  });
  const lines = [...edges.values()];
  for (const [s, t] of findCrossings(lines.map(({ends}) => ends))) {
    problems.add({
      file,
      field: `${ids[lines[s.line]?.region ?? 0]} and ${ids[lines[t.line]?.region ?? 0]} near ${toDegrees(s.a)}`,
      got: 'edges that cross (overlap or gap)',
      expected: 'edges that meet at their ends only',
    });
  }
}

/** Checks that holes in the union of all regions lie where the original regions have no land, and are not slivers. */
function checkGaps(regions: readonly MultiPolygon[], check: ShapeCheck, problems: ProblemList): void {
  const {file, ids, locateOriginal} = check;
  const union = unite(regions).coordinates;
  for (const rings of union) {
    for (const hole of rings.slice(1)) {
      const islands = union.flatMap(([outer]) =>
        outer !== undefined && outer !== rings[0] && lies(outer, hole) ? [outer] : [],
      );
      const middle = polylabel([hole, ...islands] as [number, number][][], INSIDE_PRECISION_DEGREES);
      const [lon = 0, lat = 0] = middle;
      const region = locateOriginal([lon, lat]);
      if (region === null && middle.distance >= SLIVER_DEGREES) continue;
      problems.add({
        file,
        field: `near [${lon}, ${lat}]`,
        got: `a gap of ${Math.abs(ringAreaKm2(hole)).toFixed(4)} km²${region === null ? '' : ` on land of ${ids[region]}`}`,
        expected: 'no gap between regions',
      });
    }
  }
}

/** Whether a ring lies within another. The rings must not cross. */
function lies(ring: readonly Position[], within: Position[]): boolean {
  return booleanPointInPolygon(ring[0] ?? [], {type: 'Polygon', coordinates: [within]});
}

/** The union of all regions, made by removing their shared edges. */
function unite(regions: readonly MultiPolygon[]): MultiPolygon {
  const collection: FeatureCollection<MultiPolygon> = {
    type: 'FeatureCollection',
    features: regions.map((geometry) => ({type: 'Feature', properties: {}, geometry})),
  };
  const full = topology({regions: collection});
  return merge(full, (full.objects.regions as GeometryCollection).geometries as (TopoPolygon | TopoMultiPolygon)[]);
}

/** Shapes of the runtime as GeoJSON. */
export function toMultiPolygon(polygons: readonly (readonly (readonly (readonly number[])[])[])[]): MultiPolygon {
  return {type: 'MultiPolygon', coordinates: polygons.map((rings) => rings.map((ring) => ring.map((at) => [...at])))};
}

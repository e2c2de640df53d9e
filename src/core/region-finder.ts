import {booleanPointInPolygon} from '@turf/boolean-point-in-polygon';
import type {BBox, LonLat, RegionShape, Ring} from './geometry.js';

/** Finds the region of a point: its index in the fixed order, or -1 outside all regions and for an invalid point. */
export type RegionFinder = (lonLat: LonLat) => number;

/** Cells along each side of the grid. For the Netherlands a cell is about 1 km wide, and most have no border in them. */
const CELLS = 256;
const OUTSIDE = -1;
const UNDECIDED = -2;
const MIXED = -3;

/** Margin around an edge, in cells, so that rounding never misses a cell that the edge touches. */
const TOLERANCE = 1e-6;

/** One island, exclave or mainland. */
interface Part {
  readonly region: number;
  readonly bbox: BBox;
  readonly polygon: {readonly type: 'Polygon'; readonly coordinates: number[][][]};
}

const partsOf = (shapes: readonly RegionShape[]): Part[] =>
  shapes.flatMap(({polygons}, region) =>
    polygons.map((rings) => ({
      region,
      bbox: bboxOf(rings[0] ?? []),
      polygon: {type: 'Polygon', coordinates: rings.map((ring) => ring.map(([lon, lat]) => [lon, lat]))},
    })),
  );

/** Index of the region of the part that contains a point, or `OUTSIDE`. */
const search = ([lon, lat]: LonLat, among: readonly Part[]): number =>
  among.find(
    ({bbox: [west, south, east, north], polygon}) =>
      lon >= west && lon <= east && lat >= south && lat <= north && booleanPointInPolygon([lon, lat], polygon),
  )?.region ?? OUTSIDE;

/** Finds the region of a single point, without preparing a grid: its index in the fixed order, or -1. */
export const regionAt = (lonLat: LonLat, shapes: readonly RegionShape[]): number => search(lonLat, partsOf(shapes));

/**
 * Prepares a fast search for the region of a point. A grid cell without a border has one answer for the whole cell; in
 * the others, only the parts with a border in the cell are searched.
 */
export function regionFinder(shapes: readonly RegionShape[]): RegionFinder {
  const west = Math.min(...shapes.map(({bbox}) => bbox[0]));
  const south = Math.min(...shapes.map(({bbox}) => bbox[1]));
  const perLon = CELLS / (Math.max(...shapes.map(({bbox}) => bbox[2])) - west);
  const perLat = CELLS / (Math.max(...shapes.map(({bbox}) => bbox[3])) - south);
  const column = (lon: number) => (lon - west) * perLon;
  const row = (lat: number) => (lat - south) * perLat;
  const parts = partsOf(shapes);

  const cells = new Int16Array(CELLS * CELLS).fill(UNDECIDED);
  const bordering = new Map<number, Part[]>();
  for (const part of parts) {
    for (const ring of part.polygon.coordinates) {
      visitCells(
        ring.map(([lon = 0, lat = 0]) => [column(lon), row(lat)]),
        (cell) => {
          cells[cell] = MIXED;
          const own = bordering.get(cell);
          if (!own) bordering.set(cell, [part]);
          else if (own.at(-1) !== part) own.push(part);
        },
      );
    }
  }
  for (let cell = 0; cell < cells.length; cell++) {
    if (cells[cell] === MIXED) continue;
    // Two neighbouring cells without a border in them lie in the same region.
    const left = cell % CELLS ? (cells[cell - 1] ?? MIXED) : MIXED;
    const below = cells[cell - CELLS] ?? MIXED;
    cells[cell] =
      left !== MIXED
        ? left
        : below !== MIXED
          ? below
          : search([west + ((cell % CELLS) + 0.5) / perLon, south + (Math.floor(cell / CELLS) + 0.5) / perLat], parts);
  }

  return ([lon, lat]) => {
    const x = column(lon);
    const y = row(lat);
    // Negated, so that anything but a number fails too.
    if (!(x >= 0 && y >= 0 && x <= CELLS && y <= CELLS)) return OUTSIDE;
    const cell = Math.min(Math.floor(y), CELLS - 1) * CELLS + Math.min(Math.floor(x), CELLS - 1);
    const answer = cells[cell] ?? OUTSIDE;
    return answer === MIXED ? search([lon, lat], bordering.get(cell) ?? []) : answer;
  };
}

function bboxOf(ring: Ring): BBox {
  const lons = ring.map(([lon]) => lon);
  const lats = ring.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** Calls `visit` for each cell that a ring touches; coordinates in cells. */
function visitCells(ring: Ring, visit: (cell: number) => void): void {
  const clamp = (value: number) => Math.min(Math.max(Math.floor(value), 0), CELLS - 1);
  for (let i = 1; i < ring.length; i++) {
    const [[x1, y1], [x2, y2]] = [ring[i - 1] ?? [0, 0], ring[i] ?? [0, 0]];
    const slope = x1 === x2 ? 0 : (y2 - y1) / (x2 - x1);
    const [from, to] = [Math.min(x1, x2), Math.max(x1, x2)];
    for (let column = clamp(from - TOLERANCE); column <= clamp(to + TOLERANCE); column++) {
      // The part of the edge in this column; all of it when the edge is vertical.
      const a = slope ? y1 + (Math.max(from, column) - x1) * slope : y1;
      const b = slope ? y1 + (Math.min(to, column + 1) - x1) * slope : y2;
      for (let row = clamp(Math.min(a, b) - TOLERANCE); row <= clamp(Math.max(a, b) + TOLERANCE); row++) {
        visit(row * CELLS + column);
      }
    }
  }
}

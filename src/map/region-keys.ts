import type {LonLat, RegionShape} from '../core/geometry.js';
import type {MapRegion} from './map-region.js';

/** A direction on the map, north up. */
export type Direction = 'up' | 'down' | 'left' | 'right';

/** Direction of each arrow key. The map is not mirrored in right-to-left pages. */
export const arrowKeys: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Unit vector of each direction, in degrees: east and north are positive. */
const VECTORS: Readonly<Record<Direction, readonly [east: number, north: number]>> = {
  up: [0, 1],
  down: [0, -1],
  left: [-1, 0],
  right: [1, 0],
};

/** Cosine of the largest angle between a direction and a neighbour: 75 degrees. */
const MIN_COSINE = Math.cos((75 * Math.PI) / 180);

/** The data of a region that the arrow keys need. */
type KeyRegion = Pick<RegionShape, 'labelPoint' | 'bbox'> & {
  /** Indexes of the regions that share a border with it. */
  readonly borders: readonly number[];
};

/** The value nearest to `value` in the inner half of a region's extent, around its label point. */
const nearest = (value: number, low: number, high: number, middle: number): number =>
  Math.min(Math.max(value, (low + middle) / 2), (high + middle) / 2);

/**
 * The region that an arrow key leads to: a bordering one in that direction, else the nearest of the others. Sideways
 * distance counts for more, so that a key leads to the region that the eye expects. The distance to a large region is that
 * to its nearest part, not to its label.
 *
 * @param from - Index of the focused region.
 * @returns Index of the neighbour, or `from` if there is none in that direction.
 */
export function neighbour(regions: readonly KeyRegion[], from: number, direction: Direction): number {
  const start = regions[from];
  if (!start) return from;
  const all = regions.map((_, index) => index);
  return nearestOf(regions, start, start.borders, direction) ?? nearestOf(regions, start, all, direction) ?? from;
}

function nearestOf(
  regions: readonly KeyRegion[],
  {labelPoint: [startLon, startLat]}: KeyRegion,
  indexes: readonly number[],
  direction: Direction,
): number | undefined {
  const [east, north] = VECTORS[direction];
  // A degree of longitude is shorter than one of latitude.
  const shrink = Math.cos((startLat * Math.PI) / 180);
  let best: number | undefined;
  let lowest = Infinity;
  for (const index of indexes) {
    const region = regions[index];
    if (!region) continue;
    const {
      labelPoint: [lon, lat],
      bbox: [westEnd, southEnd, eastEnd, northEnd],
    } = region;
    // Skips the region itself, and regions whose label lies in the other direction.
    if ((lon - startLon) * east + (lat - startLat) * north <= 0) continue;
    const x = (nearest(startLon, westEnd, eastEnd, lon) - startLon) * shrink;
    const y = nearest(startLat, southEnd, northEnd, lat) - startLat;
    const distance = Math.hypot(x, y);
    const cosine = (x * east + y * north) / distance;
    if (cosine > MIN_COSINE && distance / cosine ** 2 < lowest) {
      lowest = distance / cosine ** 2;
      best = index;
    }
  }
  return best;
}

/** Key of a side of an outline: the same for both regions beside it. */
const sideOf = (a: LonLat, b: LonLat): string => [`${a}`, `${b}`].sort().join(' ');

/**
 * The neighbours of each region: those that the data names, else those whose outlines have a side in common. Neighbours
 * share every corner of their border.
 *
 * @returns For each region the indexes of its neighbours.
 */
export function findBorders(regions: readonly Pick<MapRegion, 'id' | 'shape' | 'neighbours'>[]): number[][] {
  const given = regions.map(({neighbours}) => neighbours?.map((id) => regions.findIndex((other) => other.id === id)));
  const found = regions.map(() => new Set<number>());
  if (given.some((neighbours) => !neighbours)) {
    const owners = new Map<string, number>();
    regions.forEach(({shape}, index) => {
      for (const ring of shape.polygons.flat()) {
        ring.slice(1).forEach((point, at) => {
          const side = sideOf(ring[at] ?? point, point);
          const other = owners.get(side);
          owners.set(side, index);
          if (other === undefined || other === index) return;
          found[index]?.add(other);
          found[other]?.add(index);
        });
      }
    });
  }
  return given.map((neighbours, index) => neighbours?.filter((other) => other >= 0) ?? [...(found[index] ?? [])]);
}

import type {RegionShape} from '../core/geometry.js';

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

/** A neighbour lies less than this angle from the direction: its cosine, for 75 degrees. */
const MIN_COSINE = Math.cos((75 * Math.PI) / 180);

/** What the keys need of a region. */
type Place = Pick<RegionShape, 'labelPoint' | 'bbox'>;

/** The place nearest to `value` in the inner half of a side of a region, around its label point. */
const nearest = (value: number, low: number, high: number, middle: number): number =>
  Math.min(Math.max(value, (low + middle) / 2), (high + middle) / 2);

/**
 * The region that an arrow key leads to: near, and near the direction of the key. What lies aside counts as further
 * away, so a key goes to the region that the eye expects. A large region is as near as its nearest part, not its label.
 *
 * @param from - Index of the region that has focus.
 * @returns Index of the neighbour, or `from` when nothing lies in that direction.
 */
export function neighbour(places: readonly Place[], from: number, direction: Direction): number {
  const start = places[from]?.labelPoint;
  if (!start) return from;
  const [east, north] = VECTORS[direction];
  // A degree of longitude is shorter than one of latitude.
  const shrink = Math.cos((start[1] * Math.PI) / 180);
  let best = from;
  let lowest = Infinity;
  places.forEach(({labelPoint: [lon, lat], bbox: [westEnd, southEnd, eastEnd, northEnd]}, index) => {
    // Never to a region whose label lies the other way, or to the region itself.
    if ((lon - start[0]) * east + (lat - start[1]) * north <= 0) return;
    const x = (nearest(start[0], westEnd, eastEnd, lon) - start[0]) * shrink;
    const y = nearest(start[1], southEnd, northEnd, lat) - start[1];
    const distance = Math.hypot(x, y);
    const cosine = (x * east + y * north) / distance;
    if (cosine > MIN_COSINE && distance / cosine ** 2 < lowest) {
      lowest = distance / cosine ** 2;
      best = index;
    }
  });
  return best;
}

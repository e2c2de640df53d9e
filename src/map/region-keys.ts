import type {LonLat} from '../core/geometry.js';

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

/**
 * The region that an arrow key leads to: near, and near the direction of the key. A place twice as far off the
 * direction counts as much further away, so a key goes to the region that the eye expects.
 *
 * @param points - One point in each region, [lon, lat], WGS 84 degrees.
 * @param from - Index of the region that has focus.
 * @returns Index of the neighbour, or `from` when nothing lies in that direction.
 */
export function neighbour(points: readonly LonLat[], from: number, direction: Direction): number {
  const start = points[from];
  if (!start) return from;
  const [east, north] = VECTORS[direction];
  // A degree of longitude is shorter than one of latitude.
  const shrink = Math.cos((start[1] * Math.PI) / 180);
  let best = from;
  let lowest = Infinity;
  points.forEach(([lon, lat], index) => {
    const x = (lon - start[0]) * shrink;
    const y = lat - start[1];
    const distance = Math.hypot(x, y);
    const cosine = (x * east + y * north) / distance;
    // False for the region itself too: its cosine is NaN.
    if (cosine > MIN_COSINE && distance / cosine ** 2 < lowest) {
      lowest = distance / cosine ** 2;
      best = index;
    }
  });
  return best;
}

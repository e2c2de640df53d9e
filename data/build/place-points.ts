import type {LonLat} from '../../src/core/geometry.js';
import type {Grid} from './grid.js';

/** Steps around a grid point, nearest first. */
const STEPS: readonly (readonly [number, number])[] = [-2, -1, 0, 1, 2]
  .flatMap((x) => [-2, -1, 0, 1, 2].map((y) => [x, y] as const))
  .sort((a, b) => Math.hypot(...a) - Math.hypot(...b) || a[0] - b[0] || a[1] - b[1]);

/**
 * A grid point inside, as near as possible to the first of `points`. If there is none (in water, on a border, in an
 * enclave), the next of `points` is tried. If none has a grid point inside, the first is simply rounded.
 */
export function placeOnGrid(
  points: readonly LonLat[],
  {lon: lonSteps, lat: latSteps}: Grid,
  isInside: (point: LonLat) => boolean,
): LonLat {
  for (const [lon, lat] of points) {
    for (const [dx, dy] of STEPS) {
      const at: LonLat = [(Math.round(lon * lonSteps) + dx) / lonSteps, (Math.round(lat * latSteps) + dy) / latSteps];
      if (isInside(at)) return at;
    }
  }
  const [lon, lat] = points[0] ?? [0, 0];
  return [Math.round(lon * lonSteps) / lonSteps, Math.round(lat * latSteps) / latSteps];
}

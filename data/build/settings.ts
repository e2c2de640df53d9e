import type {Grid} from './grid.js';
import type {SimplifyOptions} from './simplify-regions.js';

/** About 45 m by 56 m. Together with the triangles below it meets the accuracy budget with the fewest bytes. */
export const SHAPE_GRID: Grid = {lon: 1500, lat: 2000};

/**
 * About 272 m by 278 m: precise enough for postcode areas of a kilometre and more, and coarse enough for the budget of
 * their points.
 */
export const POINT_GRID: Grid = {lon: 250, lat: 400};

/**
 * Chosen by trial: coarser settings come close to the limits of accuracy or exceed them. `manifest.json` has the accuracy
 * that results.
 */
export const SIMPLIFY: SimplifyOptions = {
  minBorderTriangleKm2: 0.01,
  minCoastTriangleKm2: 0.05,
  grid: SHAPE_GRID,
  minPartKm2: 0.002,
};

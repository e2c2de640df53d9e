import {area, featureCollection, intersect, feature as toFeature} from '@turf/turf';
import type {MultiPolygon} from 'geojson';
import type {LonLat} from '../../src/core/geometry.js';
import type {Grid} from './grid.js';
import type {Locate} from './locate.js';
import {boundsOf} from './rings.js';

/** How much the simplified shapes differ from the original ones. */
export interface Accuracy {
  readonly landKm2: number;
  /** Length of all borders between regions. */
  readonly borderKm: number;
  /** Land that the simplified shapes give to another region. */
  readonly movedKm2: number;
  readonly movedShare: number;
  /** Land that the simplified shapes leave out, nearly all on the coast. */
  readonly outsideKm2: number;
  readonly outsideShare: number;
  /** Water and land abroad that the simplified shapes include. */
  readonly gainedKm2: number;
  /** Postcodes whose point lies, in the simplified shapes, in no region or in one that is not among the answers. */
  readonly pointsInOtherRegion: readonly number[];
  readonly pointsOutside: readonly number[];
}

/**
 * The build fails above these limits. Land moves along borders, so the limit is relative to their length: it is the mean
 * width of the strip that moves. It then means the same for any number of regions.
 */
export const MAX_MOVED_WIDTH_M = 16;
export const MAX_OUTSIDE_SHARE = 0.0015;

/** Areas in km² on the sphere, from the overlay of every pair of regions that can meet. */
export function measureAreas(
  originals: readonly MultiPolygon[],
  shapes: readonly MultiPolygon[],
): Pick<Accuracy, 'landKm2' | 'movedKm2' | 'movedShare' | 'outsideKm2' | 'outsideShare' | 'gainedKm2'> {
  let landKm2 = 0;
  let keptKm2 = 0;
  let movedKm2 = 0;
  const boxes = shapes.map(({coordinates}) => boundsOf(coordinates.flat().flat()));
  originals.forEach((original, from) => {
    landKm2 += area(original) / 1e6;
    const [west, south, east, north] = boundsOf(original.coordinates.flat().flat());
    shapes.forEach((shape, to) => {
      const [left, bottom, right, top] = boxes[to] ?? [0, 0, 0, 0];
      if (left > east || right < west || bottom > north || top < south) return;
      const common = intersect(featureCollection([toFeature(original), toFeature(shape)]));
      const km2 = common === null ? 0 : area(common) / 1e6;
      if (from === to) keptKm2 += km2;
      else movedKm2 += km2;
    });
  });
  const outsideKm2 = landKm2 - keptKm2 - movedKm2;
  const drawnKm2 = shapes.reduce((sum, shape) => sum + area(shape) / 1e6, 0);
  return {
    landKm2,
    movedKm2,
    movedShare: movedKm2 / landKm2,
    outsideKm2,
    outsideShare: outsideKm2 / landKm2,
    gainedKm2: drawnKm2 - keptKm2 - movedKm2,
  };
}

/** Postcodes whose point lies outside the regions of its answer. */
export function measurePoints(
  codes: readonly {readonly pc4: number; readonly point: LonLat; readonly regions: readonly number[]}[],
  locate: Locate,
): Pick<Accuracy, 'pointsInOtherRegion' | 'pointsOutside'> {
  const pointsInOtherRegion: number[] = [];
  const pointsOutside: number[] = [];
  for (const {pc4, point, regions} of codes) {
    const region = locate(point);
    if (region === null) pointsOutside.push(pc4);
    else if (!regions.includes(region)) pointsInOtherRegion.push(pc4);
  }
  return {pointsInOtherRegion, pointsOutside};
}

/** Whether one of these regions lies at a point or within one grid step of it: so near a border the point proves nothing. */
export function liesNear(point: LonLat, regions: readonly number[], locate: Locate, grid: Grid): boolean {
  const steps = [-1, 0, 1];
  return steps.some((x) =>
    steps.some((y) => regions.includes(locate([point[0] + x / grid.lon, point[1] + y / grid.lat]) ?? -1)),
  );
}

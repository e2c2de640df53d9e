import type {MultiPolygon, Position} from 'geojson';
import polylabel from 'polylabel';
import type {LonLat, RegionShape} from '../../src/core/geometry.js';
import {boundsOf, ringAreaKm2} from './rings.js';

/** How near to the best place a label has to be, in degrees: about 100 m. */
const LABEL_PRECISION_DEGREES = 0.001;

/** Shapes as the runtime takes them: largest part first, with bounds and the place of the label. */
export function finishShapes(regions: readonly MultiPolygon[]): RegionShape[] {
  return regions.map(({coordinates}) => {
    const parts = [...coordinates].sort((a, b) => outerArea(b) - outerArea(a));
    const [largest = []] = parts;
    const [lon = 0, lat = 0] = polylabel(largest as [number, number][][], LABEL_PRECISION_DEGREES);
    return {
      polygons: parts.map((rings) => rings.map((ring) => ring.map(toLonLat))),
      bbox: boundsOf(parts.flat().flat()),
      labelPoint: [lon, lat],
    };
  });
}

function outerArea(rings: readonly Position[][]): number {
  return Math.abs(ringAreaKm2(rings[0] ?? []));
}

function toLonLat([lon = 0, lat = 0]: Position): LonLat {
  return [lon, lat];
}

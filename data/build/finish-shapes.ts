import type {MultiPolygon, Position} from 'geojson';
import polylabel from 'polylabel';
import type {LonLat, RegionShape} from '../../src/core/geometry.js';
import {boundsOf, ringAreaKm2} from './rings.js';

/** Precision of the label point, in degrees: about 100 m. */
const LABEL_PRECISION_DEGREES = 0.001;

/** Shapes in the form that the widget uses: largest part first, with bounds and a label point. */
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

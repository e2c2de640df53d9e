import type {FeatureCollection, MultiPolygon} from 'geojson';
import {topology} from 'topojson-server';
import type {GeometryCollection, Topology, MultiPolygon as TopoMultiPolygon} from 'topojson-specification';
import type {RegionShape} from '../../src/core/geometry.js';
import {toMultiPolygon} from './check-shapes.js';
import type {Grid} from './grid.js';

/** Properties of a region beside its outline. */
export interface RegionProperties {
  readonly name: string;
  /** The point where a label fits best, [lon, lat]. */
  readonly label: readonly [number, number];
}

/** Decimals of a label point: 0.001° is about 100 m. */
const LABEL_DECIMALS = 3;

/**
 * The outlines as quantized TopoJSON: borders between regions are shared arcs, and each corner is given in grid steps from
 * the previous one.
 *
 * @param shapes rounded to the grid, in the order of the regions.
 */
export function toTopology(
  shapes: readonly RegionShape[],
  regions: readonly {readonly id: string; readonly label: string}[],
  grid: Grid,
): Topology<{regions: GeometryCollection<RegionProperties>}> {
  const collection: FeatureCollection<MultiPolygon> = {
    type: 'FeatureCollection',
    features: shapes.map(({polygons}) => ({type: 'Feature', properties: {}, geometry: toMultiPolygon(polygons)})),
  };
  const full = topology({regions: collection});
  const objects = (full.objects['regions'] as GeometryCollection).geometries as TopoMultiPolygon[];
  return {
    type: 'Topology',
    objects: {
      regions: {
        type: 'GeometryCollection',
        geometries: regions.map(({id, label: name}, index) => {
          const [lon = 0, lat = 0] = shapes[index]?.labelPoint ?? [];
          return {
            type: 'MultiPolygon',
            id,
            properties: {name, label: [round(lon), round(lat)]},
            arcs: objects[index]?.arcs ?? [],
          };
        }),
      },
    },
    // Relative to 0 degrees, so that each coordinate is a single product that is rounded once.
    transform: {scale: [1 / grid.lon, 1 / grid.lat], translate: [0, 0]},
    arcs: full.arcs.map((arc) => {
      let [x, y] = [0, 0];
      return arc.map(([lon = 0, lat = 0]) => {
        const [toX, toY] = [Math.round(lon * grid.lon), Math.round(lat * grid.lat)];
        const step = [toX - x, toY - y];
        [x, y] = [toX, toY];
        return step;
      });
    }),
  };
}

function round(degrees: number): number {
  return Number(degrees.toFixed(LABEL_DECIMALS));
}

import type {FeatureCollection, MultiPolygon} from 'geojson';
import {topology} from 'topojson-server';
import type {GeometryCollection, Topology, MultiPolygon as TopoMultiPolygon} from 'topojson-specification';
import type {RegionShape} from '../../src/core/geometry.js';
import {toMultiPolygon} from './check-shapes.js';
import type {Grid} from './grid.js';

/** What stands beside the outline of a region. */
export interface RegionProperties {
  readonly name: string;
  /** [lon, lat] of the place where a label fits best. */
  readonly label: readonly [number, number];
}

/** Decimals of the place of a label: 0.001° is some 100 m. */
const LABEL_DECIMALS = 3;

/**
 * The outlines as quantized TopoJSON: borders between regions are arcs that both share, corners are steps of the grid
 * from the corner before.
 *
 * @param shapes on the grid, in the order of the regions.
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
    // From 0 degrees on: a corner is then one product, rounded once, whatever the bounds of the country.
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

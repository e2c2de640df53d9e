import {feature} from 'topojson-client';
import type {GeometryCollection, Topology} from 'topojson-specification';
import topology from '../../data/generated/regions.json';
import {assertFormat} from '../core/data-file.js';
import type {RegionShape} from '../core/geometry.js';
import {shapesOf} from '../core/outlines.js';
import {regions} from './index.js';

assertFormat('regions.json', topology);

const {objects} = topology;

/**
 * Outlines of all regions, in their fixed order. The borders that regions share are arcs of one topology, so both sides
 * have exactly the same coordinates.
 */
export const outlines: readonly RegionShape[] = shapesOf(
  feature(topology as unknown as Topology, objects.regions as unknown as GeometryCollection).features,
  regions.map(({id}) => id),
);

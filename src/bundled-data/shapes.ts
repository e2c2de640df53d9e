import {shapes} from '../../data/generated/shapes.js';
import type {RegionShape} from '../core/geometry.js';
import {decodeShapes} from '../core/shape-codec.js';
import {inSlices} from './in-slices.js';

/** Outlines of all regions, in their fixed order. Rejects with a {@link RegionDataError} when they are damaged. */
export const regionShapes: Promise<readonly RegionShape[]> = inSlices(decodeShapes(shapes));

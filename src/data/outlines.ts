import {shapes} from '../../data/generated/shapes.js';
import type {RegionShape} from '../core/geometry.js';
import {decodeShapes} from '../core/shape-codec.js';
import {finish} from '../core/steps.js';

/** Outlines of all regions, in their fixed order. */
export const outlines: readonly RegionShape[] = finish(decodeShapes(shapes));

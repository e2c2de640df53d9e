import {shapes} from '../../data/generated/shapes.js';
import {decodeShapes} from '../core/shape-codec.js';

/** Outlines of all regions, in their fixed order. */
export const regionShapes = decodeShapes(shapes);

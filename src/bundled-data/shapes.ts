import {shapes} from '../../data/generated/shapes.js';
import {decodeShapes} from '../core/shape-codec.js';

/**
 * Outlines of all regions, in their fixed order. Unpacked as part of loading, so that a damaged file counts as one that did
 * not arrive, and is asked for anew.
 *
 * @throws {RegionDataError} when the packed outlines are damaged.
 */
export const regionShapes = decodeShapes(shapes);

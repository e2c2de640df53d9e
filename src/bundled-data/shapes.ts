import {shapes} from '../../data/generated/shapes.js';
import type {RegionShape} from '../core/geometry.js';
import {decodeShapes} from '../core/shape-codec.js';

let unpacked: readonly RegionShape[] | undefined;

/**
 * Outlines of all regions, in their fixed order; unpacked by the first call.
 *
 * @throws {RegionDataError} when the packed outlines are damaged.
 */
export const regionShapes = (): readonly RegionShape[] => {
  unpacked ??= decodeShapes(shapes);
  return unpacked;
};

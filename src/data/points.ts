import points from '../../data/generated/points.json';
import {type PostcodePoint, readPoints} from '../core/postcode-points.js';
import {readBundledTable} from './index.js';

export type {PostcodePoint} from '../core/postcode-points.js';

const byPostcode = readPoints(points, readBundledTable());

/** Where a postcode lies; null for a code without addresses, such as one of PO boxes. */
export const postcodePoint = (pc4: number): PostcodePoint | null => byPostcode.get(pc4) ?? null;

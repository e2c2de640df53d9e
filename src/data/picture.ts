import type {RegionId} from '../core/region.js';

/** A region in the picture. */
export interface PictureRegion {
  readonly id: RegionId;
  readonly name: string;
  /** Data of an SVG path. */
  readonly path: string;
  /** Where its name stands; `line` is the data of a path that leads there from a small region. */
  readonly label: {
    readonly x: number;
    readonly y: number;
    readonly anchor: 'start' | 'middle' | 'end';
    readonly line?: string;
  };
}

/** A picture of all regions. */
export const picture: {readonly viewBox: string; readonly regions: readonly PictureRegion[]} = {
  viewBox: '0 0 100 120',
  regions: [],
};

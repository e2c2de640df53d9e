import type {LonLat} from '../core/geometry.js';
import type {Box} from './label-room.js';
import {toPixel} from './lat-lng.js';
import {Point} from './leaflet.js';
import type {MapRegion} from './map-region.js';

/** Zoom level at which the outlines are rounded to whole pixels of about 23 m in the Netherlands. */
export const DRAWING_ZOOM = 12;

/** The outlines of all regions in the pixels of one zoom level, so that a move of the map is one `transform`. */
export class OutlineDrawing {
  /** North-west corner of all regions, in pixels of the world at the drawing zoom. */
  readonly origin: Point;
  /** Label points, relative to the origin. */
  readonly anchors: readonly Point[];
  /** Bounds of the regions, relative to the origin. */
  readonly boxes: readonly Box[];
  /** Path data of each region. */
  readonly outlines: readonly string[];

  constructor(regions: readonly MapRegion[]) {
    const corners = regions.map(({shape: {bbox}}) => toPixel([bbox[0], bbox[3]], DRAWING_ZOOM));
    this.origin = new Point(Math.min(...corners.map(({x}) => x)), Math.min(...corners.map(({y}) => y))).floor();
    this.anchors = regions.map(({shape}) => this.toDrawing(shape.labelPoint));
    this.boxes = regions.map(({shape: {bbox}}) => {
      const {x: left, y: top} = this.toDrawing([bbox[0], bbox[3]]);
      const {x: right, y: bottom} = this.toDrawing([bbox[2], bbox[1]]);
      return {left, top, right, bottom};
    });
    this.outlines = regions.map(({shape}) => {
      let outline = '';
      for (const ring of shape.polygons.flat()) {
        // The last point, which repeats the first, is left out: `z` closes the ring.
        ring.slice(0, -1).forEach((point, at) => {
          const {x, y} = this.toDrawing(point);
          outline += `${at === 0 ? 'M' : 'L'}${Math.round(x)} ${Math.round(y)}`;
        });
        outline += 'z';
      }
      return outline;
    });
  }

  /** A point in pixels of the drawing. */
  toDrawing(point: LonLat): Point {
    return toPixel(point, DRAWING_ZOOM).subtract(this.origin);
  }
}

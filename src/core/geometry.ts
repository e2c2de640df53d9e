/** A point on earth, WGS 84 degrees, longitude first. */
export type LonLat = readonly [lon: number, lat: number];

/** A bounding box, WGS 84 degrees. */
export type BBox = readonly [west: number, south: number, east: number, north: number];

/** A closed ring: its last point repeats its first. */
export type Ring = readonly LonLat[];

/** Outer ring (counterclockwise, RFC 7946), then holes (clockwise). */
export type Polygon = readonly Ring[];

/** All parts of one region, islands and exclaves included. */
export type MultiPolygon = readonly Polygon[];

/** The outline of one region with what a map needs to place it. */
export interface RegionShape {
  readonly polygons: MultiPolygon;
  readonly bbox: BBox;
  /** A point well inside the largest part, where a label fits best. */
  readonly labelPoint: LonLat;
}

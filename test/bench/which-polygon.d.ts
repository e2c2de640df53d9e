declare module 'which-polygon' {
  import type {FeatureCollection, MultiPolygon, Polygon} from 'geojson';

  /** Makes a search for the properties of the feature that contains a point; longitude first. */
  export default function whichPolygon<Properties>(
    data: FeatureCollection<Polygon | MultiPolygon, Properties>,
  ): (place: [number, number]) => Properties | null;
}

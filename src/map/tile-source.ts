/** Where the tiles of a background map come from. */
export interface TileSource {
  /** An https address with `{z}`, `{x}` and `{y}`, in web mercator, counted from the north. */
  readonly url: string;
  /** Credit to show beside the map, as text. */
  readonly attribution: string;
  /** The highest zoom level that has tiles; beyond it they are enlarged. */
  readonly maxZoom: number;
}

/** BRT achtergrondkaart of PDOK, in grey. Source: PDOK, BRT achtergrondkaart WMTS v2.0. */
export const PDOK: TileSource = {
  url: 'https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/grijs/EPSG:3857/{z}/{x}/{y}.png',
  attribution: 'Kadaster (BRT), CC BY 4.0',
  maxZoom: 19,
};

/** Placeholders that an address must have. */
const HOLES = ['{z}', '{x}', '{y}'] as const;

/** Scheme and host, without a name and password. */
const BEGINNING = /^https:\/\/[^/?#@{}\s]+\//i;

/** No provider has tiles beyond this zoom level. */
const CLOSEST = 24;

/** Longest credit, in characters, that fits beside a map. */
const LONGEST_CREDIT = 200;

/** The address of one tile. */
export const tileUrl = (url: string, {x, y, z}: {readonly x: number; readonly y: number; readonly z: number}): string =>
  url.replace('{z}', `${z}`).replace('{x}', `${x}`).replace('{y}', `${y}`);

/** The host from which the tiles come. */
export const hostOf = ({url}: TileSource): string => new URL(tileUrl(url, {x: 0, y: 0, z: 0})).host;

/** Whether Leaflet's tiles work on this page: it treats anything that a page adds to `Object.prototype` as a tile. */
export function canShowTiles(): boolean {
  for (const _ in {}) return false;
  return true;
}

/** Whether a value is a valid source of tiles. */
export function isTileSource(value: unknown): value is TileSource {
  if (typeof value !== 'object' || value === null) return false;
  const {url, attribution, maxZoom} = value as Partial<Record<keyof TileSource, unknown>>;
  if (typeof url !== 'string' || !HOLES.every((hole) => url.split(hole).length === 2)) return false;
  const address = tileUrl(url, {x: 0, y: 0, z: 0});
  return (
    BEGINNING.test(url) &&
    URL.canParse(address) &&
    !/[{}]/.test(address) &&
    typeof attribution === 'string' &&
    attribution.trim() !== '' &&
    attribution.length <= LONGEST_CREDIT &&
    typeof maxZoom === 'number' &&
    Number.isInteger(maxZoom) &&
    maxZoom >= 1 &&
    maxZoom <= CLOSEST
  );
}

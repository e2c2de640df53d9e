/** Data that breaks its own rules. The message says what was got, what was expected and where. */
export class RegionDataError extends Error {
  override name = 'RegionDataError';
}

/** A part that is fetched later (map, shapes, language) did not arrive. */
export class ChunkLoadError extends Error {
  override name = 'ChunkLoadError';
}

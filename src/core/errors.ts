/** Invalid data. The message says what was got, what was expected and where. */
export class RegionDataError extends Error {
  override name = 'RegionDataError';
}

/** A part that is loaded later (map, outlines, language) failed to load. */
export class ChunkLoadError extends Error {
  override name = 'ChunkLoadError';
}

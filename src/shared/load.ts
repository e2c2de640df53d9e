/**
 * Loads a part of the widget that is not needed at the start.
 *
 * @param importPart Calls `import()` with a fixed address, so that the bundler sees it.
 */
export const load = <T>(importPart: () => Promise<T>): Promise<T> => importPart();

import {RegionDataError} from './errors.js';

/** Version of the form of the generated files. It goes up when a reader of the form before would misread the new one. */
export const DATA_FORMAT = 1;

/**
 * Refuses a generated file of another form than this version reads.
 *
 * @param file Its name, for the message.
 * @throws {RegionDataError}
 */
export function assertFormat(file: string, data: {readonly format: unknown}): void {
  if (data.format !== DATA_FORMAT) throw broken(file, 'format', JSON.stringify(data.format), `${DATA_FORMAT}`);
}

/** The error for a generated file that breaks its own rules: what was got and what was expected, and where. */
export const broken = (file: string, where: string, got: string, expected: string): RegionDataError =>
  new RegionDataError(`${file}, ${where}: got ${got}, expected ${expected}`);

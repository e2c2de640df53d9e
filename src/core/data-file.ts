import {RegionDataError} from './errors.js';

/** Version of the format of the generated files. It goes up when an older reader would misread a new file. */
export const DATA_FORMAT = 1;

/**
 * Refuses a generated file in a format that this version cannot read.
 *
 * @param file Its name, for the message.
 * @throws {RegionDataError}
 */
export function assertFormat(file: string, data: {readonly format: unknown}): void {
  if (data.format !== DATA_FORMAT) throw broken(file, 'format', JSON.stringify(data.format), `${DATA_FORMAT}`);
}

/** The error for a malformed generated file: where in the file, what was got, and what was expected. */
export const broken = (file: string, where: string, got: string, expected: string): RegionDataError =>
  new RegionDataError(`${file}, ${where}: got ${got}, expected ${expected}`);

/** A number as spreadsheets and statistics programs write it: with decimals, and possibly a thousands separator. */
const NUMBER = /^\s*(\d+|\d{1,3}[.,]\d{3})[.,](\d+)\s*$/;
/** Four digits with a thousands separator: `1.316`. */
const THOUSANDS = /^\s*\d[.,]\d{3}\s*$/;

/**
 * The postcode in a cell, for `lookupPostcode`. Programs that treat a column of digits as numbers may add decimals:
 * `1316.0`, `1.316,00`. A number with other decimals, such as a coordinate, is not a postcode.
 *
 * @returns null for a number that is not a postcode.
 */
export function postcodeOf(cell: string): string | null {
  const [, whole = '', decimals] = NUMBER.exec(cell) ?? [];
  if (decimals === undefined || THOUSANDS.test(cell)) return cell;
  return /^0+$/.test(decimals) ? whole : null;
}

/** A number as spreadsheets and statistics programs write it: its whole part, perhaps in thousands, and decimals. */
const NUMBER = /^\s*(\d+|\d{1,3}[.,]\d{3})[.,](\d+)\s*$/;
/** Four digits in thousands: `1.316`. */
const THOUSANDS = /^\s*\d[.,]\d{3}\s*$/;

/**
 * The postcode in a cell, for `lookupPostcode`. Programs that take a column of digits for numbers write decimals that
 * postcodes do not have: `1316.0`, `1.316,00`. A number with other decimals, such as a coordinate, is no postcode.
 *
 * @returns null for a number that has no postcode in it.
 */
export function postcodeOf(cell: string): string | null {
  const [, whole = '', decimals] = NUMBER.exec(cell) ?? [];
  if (decimals === undefined || THOUSANDS.test(cell)) return cell;
  return /^0+$/.test(decimals) ? whole : null;
}

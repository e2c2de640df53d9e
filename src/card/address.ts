/** A Dutch address in its parts. */
export interface Address {
  /** Street and number. */
  readonly street: string;
  /** As `9727 DW`. */
  readonly postcode: string;
  readonly town: string;
}

/** Parses an address in the form of the contact data: `Eemsgolaan 1a, 9727 DW Groningen`. Null for any other form. */
export function parseAddress(text: string): Address | null {
  const [, street = '', digits = '', letters = '', town = ''] =
    /^(.+?),\s*(\d{4}) ?([A-Z]{2})\s+(.+)$/.exec(text.trim()) ?? [];
  return town ? {street, postcode: `${digits} ${letters}`, town} : null;
}

/** What a name can be of. A `regio` is one of the product's regions, or an area that people know by name. */
export type NameKind = 'woonplaats' | 'gemeente' | 'provincie' | 'regio' | 'wijk';

/** Something that a text can mean. */
export interface NamedPlace {
  /** The official name. */
  readonly name: string;
  /** The other name that the text matched (`Ljouwert`, `Den Bosch`), when it is not `name`. */
  readonly alias?: string;
  readonly kind: NameKind;
  /** For a wijk: the town that it belongs to. */
  readonly within?: string;
  /** Absent for a regio and a provincie, and for an answer that may mean places in several gemeenten. */
  readonly gemeente?: string;
  /** Absent for a regio, and for a provincie itself. */
  readonly provincie?: string;
  /** Indexes in the fixed order of the regions, the main one first; more than one only for a provincie or an area. */
  readonly regions: readonly number[];
}

/** Suggestions for a text that is being typed. */
export interface NameMatches {
  /** Best first; each place once. */
  readonly places: readonly NamedPlace[];
  /** The part of the text that occurs in the names, normalised, for `markOf`; empty when they only resemble the text. */
  readonly part: string;
}

/** The answer for a text. Every text has exactly one. */
export type NameResult =
  /** The whole text is a name, and everything of that name lies in one region. */
  | {readonly status: 'found'; readonly place: NamedPlace}
  /** Best first; at least one. A provincie or area in several regions is listed as those regions. */
  | {readonly status: 'choice'; readonly places: readonly NamedPlace[]; readonly part: string}
  | {readonly status: 'none'};

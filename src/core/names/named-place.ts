/** What can bear a name. A `regio` is one of the product's regions, or an area that people know by name. */
export type NameKind = 'woonplaats' | 'gemeente' | 'provincie' | 'regio' | 'wijk';

/** Something that a text can mean. */
export interface NamedPlace {
  /** The official name. */
  readonly name: string;
  /** The other name that the text matched (`Ljouwert`, `Den Bosch`), when it is not `name`. */
  readonly alias?: string;
  readonly kind: NameKind;
  /** Of a wijk: the place that people know it in. */
  readonly within?: string;
  /** Absent for a regio and a provincie. */
  readonly gemeente?: string;
  /** Absent for a regio, and for a provincie itself. */
  readonly provincie?: string;
  /** Indexes in the fixed order of the regions, the main one first; more than one only for a provincie or an area. */
  readonly regions: readonly number[];
}

/** What a text may become while it is typed. */
export interface NameMatches {
  /** Best first; each place once. */
  readonly places: readonly NamedPlace[];
  /** The part of the text that the names show, folded, for `markOf`; empty when they only resemble the text. */
  readonly part: string;
}

/** What a text leads to. Every text gives exactly one of these. */
export type NameResult =
  /** The whole text is a name, and everything that bears it lies in one region. */
  | {readonly status: 'found'; readonly place: NamedPlace}
  /** Best first; at least one. A provincie or area of several regions stands as its regions. */
  | {readonly status: 'choice'; readonly places: readonly NamedPlace[]; readonly part: string}
  | {readonly status: 'none'};

/** Identifier of a region, as in `data/curated/regions.csv`: kebab-case, stable between editions. */
export type RegionId = string & {readonly __brand: 'RegionId'};

/**
 * One contact fact that may be published: it was verified in a named source.
 * What is not verified never becomes a `Fact`.
 */
export interface Fact {
  /** Text as shown: a name, a telephone number in Dutch grouping, an address; for sites and pages an https URL. */
  readonly value: string;
  /** Where it was seen: an https URL, or a short description when the source is not a page. */
  readonly source: string;
  /**
   * When it was seen: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. The date that the source itself bears,
   * or, with `undated`, the day on which an undated source was read.
   */
  readonly date: string;
  /** True when the source bears no date of its own. */
  readonly undated?: true;
}

/** The contact facts of one organisation, each absent when not verified. */
export interface ContactFacts {
  readonly phone?: Fact;
  readonly email?: Fact;
  readonly contactPage?: Fact;
  readonly website?: Fact;
  readonly address?: Fact;
}

/** The employer organisation that serves a region. */
export interface Organisation extends ContactFacts {
  /** Absent when no source confirms a name. */
  readonly name?: Fact;
  /** An earlier name that visitors may still know. */
  readonly formerName?: Fact;
}

/** What every answer needs of a region. */
export interface RegionSummary {
  readonly id: RegionId;
  /** Label as shown. */
  readonly name: string;
  readonly organisation: Organisation;
}

/** Working area of one employer organisation: a set of whole gemeenten. */
export interface Region extends RegionSummary {
  /** Names of its gemeenten as CBS spells them, in alphabetical order. */
  readonly gemeenten: readonly string[];
}

/** Identifier of a region, as in `data/curated/regions.csv`: kebab-case, stable between editions. */
export type RegionId = string & {readonly __brand: 'RegionId'};

/**
 * One contact fact that may be published, because it was verified in a named source.
 * Unverified data never becomes a `Fact`.
 */
export interface Fact {
  /** Text as shown: a name, a telephone number in Dutch grouping, an address; for sites and pages an https URL. */
  readonly value: string;
  /** Where it was seen: an https URL, or a short description when the source is not a page. */
  readonly source: string;
  /**
   * When it was seen: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. The date that the source itself states,
   * or, with `undated`, the day on which an undated source was read.
   */
  readonly date: string;
  /** True when the source has no date of its own. */
  readonly undated?: true;
}

/** What can be known of an organisation. */
export type ContactField =
  | 'name'
  | 'formerName'
  | 'phone'
  /** When the phone is answered, as one sentence. */
  | 'phoneHours'
  | 'email'
  | 'contactPage'
  | 'website'
  /** The organisation's own jobs site. */
  | 'vacancies'
  | 'address'
  /** What the organisation does for visitors, as one sentence. */
  | 'about';

/** The organisation that serves a region, with the source of each fact. A field is absent when not verified. */
export type Organisation = {readonly [field in ContactField]?: Fact};

/** The verified values without their sources, which is all that a card needs. */
export type Contact = {readonly [field in ContactField]?: string};

/** A region by id and name. */
export interface RegionName {
  readonly id: RegionId;
  /** Label as shown. */
  readonly name: string;
}

/** A region with what its card shows. */
export interface RegionCard extends RegionName {
  /** Its neighbouring regions, longest shared border first. */
  readonly neighbours: readonly RegionId[];
  readonly organisation: Contact;
  /** When each of these facts was seen: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly dates: Contact;
}

/** Working area of one employer organisation: a set of whole gemeenten. */
export interface Region extends RegionName {
  /** Names of its gemeenten as CBS spells them, in alphabetical order. */
  readonly gemeenten: readonly string[];
  readonly organisation: Organisation;
}

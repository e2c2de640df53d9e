import type {Contact, ContactField, Organisation} from '../core/region.js';

/** Facts that were seen in one place at one time. */
export interface Seen {
  readonly fields: readonly ContactField[];
  /** An https URL, or a description. */
  readonly source: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string;
  /** True when the source bears no date: `date` is then when it was read. */
  readonly undated: boolean;
}

/** What is looked for first comes first. */
const ORDER: readonly ContactField[] = [
  'phone',
  'phoneHours',
  'email',
  'contactPage',
  'website',
  'vacancies',
  'address',
  'name',
  'formerName',
  'about',
];

/**
 * What the small print of a card says: the facts that stand on it, together where source and date are the same. What
 * the host replaced by its own data has no source here.
 *
 * @param shown What the card shows.
 */
export function seenFacts(facts: Organisation, shown: Contact): readonly Seen[] {
  const groups = new Map<string, Seen>();
  for (const field of ORDER) {
    const fact = facts[field];
    if (!fact || fact.value !== shown[field]) continue;
    const {source, date, undated = false} = fact;
    const key = `${source} ${date} ${undated}`;
    const fields = [...(groups.get(key)?.fields ?? []), field];
    groups.set(key, {fields, source, date, undated});
  }
  return [...groups.values()];
}

/**
 * A date as a visitor reads it: `maart 2020`, or the year alone where that is all that is known. Not by `Intl`: what it
 * fetches at its first use holds a slow phone up for 50 ms.
 *
 * @param months Names of the twelve months, with spaces between.
 */
export function monthOf(date: string, months: string): string {
  const [year = '', month] = date.split('-');
  const name = months.split(' ')[Number(month) - 1];
  return name ? `${name} ${year}` : date;
}

/** Words joined as in a sentence, which they begin: `Telefoon, website en adres`. */
export function listOf(words: readonly string[], and: string): string {
  const list = words.slice(-2).join(and);
  const sentence = [...words.slice(0, -2), list].join(', ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

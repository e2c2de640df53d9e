import type {ContactField, Organisation} from '../core/region.js';

/** Facts that have the same source and date. */
export interface Seen {
  readonly fields: readonly ContactField[];
  /** An https URL, or a description. */
  readonly source: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string;
  /** True when the source has no date of its own: `date` is then the day on which it was read. */
  readonly undated: boolean;
}

/**
 * Groups the facts on a card by source and date, for its small print.
 *
 * @param fields The facts on the card; those that visitors look for most come first.
 */
export function seenFacts(facts: Organisation, fields: readonly ContactField[]): readonly Seen[] {
  const groups = new Map<string, Seen>();
  for (const field of fields) {
    const fact = facts[field];
    if (!fact) continue;
    const {source, date, undated = false} = fact;
    const key = `${source} ${date} ${undated}`;
    groups.set(key, {fields: [...(groups.get(key)?.fields ?? []), field], source, date, undated});
  }
  return [...groups.values()];
}

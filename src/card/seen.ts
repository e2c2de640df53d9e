import type {ContactField, Organisation} from '../core/region.js';

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

/**
 * What the small print of a card says: the facts that stand on it, together where source and date are the same.
 *
 * @param fields The facts that stand on it, what is looked for first at the top.
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

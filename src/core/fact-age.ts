import type {ContactField, Organisation} from './region.js';

/** One field on the card of a region, with the age of its fact. */
export interface FactAge {
  /** Id of the region. */
  readonly region: string;
  readonly field: ContactField;
  /** What the card shows; null when nothing is known. */
  readonly value: string | null;
  /** Where it was seen; null when nothing is known. */
  readonly source: string | null;
  /** When it was seen: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null when nothing is known. */
  readonly date: string | null;
  /** Whole months since the date; null when nothing is known. */
  readonly months: number | null;
  readonly state: 'missing' | 'old' | 'current';
}

/** A fact is old when it was seen more than this many months ago. Callers may set another limit. */
export const OLD_AFTER_MONTHS = 12;

/**
 * The fields that every card should have. A former name may be absent, because most organisations never had one. Hours
 * are expected only beside a phone number.
 */
const EXPECTED: readonly ContactField[] = [
  'name',
  'phone',
  'phoneHours',
  'email',
  'contactPage',
  'website',
  'vacancies',
  'address',
  'about',
];

/**
 * Lists every field of every card with the age of its fact, in the order of the regions. Within a region missing facts
 * come first, then the others, oldest first.
 *
 * @param now Today's date, `YYYY-MM-DD`.
 * @param olderThan Months after which a fact is old. A date without a day or month counts as its last possible day.
 */
export function listFacts(
  regions: readonly {readonly id: string; readonly organisation: Organisation}[],
  now: string,
  olderThan = OLD_AFTER_MONTHS,
): readonly FactAge[] {
  const limit = monthsBefore(now, olderThan);
  return regions.flatMap(({id, organisation}) => {
    const missing = EXPECTED.filter(
      (field) => !organisation[field] && (field !== 'phoneHours' || organisation.phone),
    ).map(
      (field): FactAge => ({region: id, field, value: null, source: null, date: null, months: null, state: 'missing'}),
    );
    const known = [...EXPECTED, 'formerName' as const].flatMap((field): FactAge[] => {
      const fact = organisation[field];
      if (!fact) return [];
      const {value, source, date} = fact;
      const last = lastDay(date);
      return [
        {
          region: id,
          field,
          value,
          source,
          date,
          months: monthsBetween(last, now),
          state: last < limit ? 'old' : 'current',
        },
      ];
    });
    return [...missing, ...known.sort((a, b) => compare(lastDay(a.date ?? ''), lastDay(b.date ?? '')))];
  });
}

/** The last day that a date can mean. Dates are compared as texts, so the 31st will do for any month. */
function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  return date.length === 7 ? `${date}-31` : date;
}

/** The same day of the month, some months earlier. It may not exist, which is fine for a comparison of texts. */
function monthsBefore(day: string, months: number): string {
  const month = monthNumber(day) - months;
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}${day.slice(7)}`;
}

/** Whole months from one day to another; 0 if the first is the later one. */
function monthsBetween(from: string, to: string): number {
  return Math.max(0, monthNumber(to) - monthNumber(from) - +(from.slice(8) > to.slice(8)));
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

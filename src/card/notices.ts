import type {HostNotice} from '../core/host-data-rules.js';

/** A day as `YYYY-MM-DD`, in the Netherlands. */
export function dutchDay(now: Date): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: 'Europe/Amsterdam',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now);
  return ['year', 'month', 'day'].map((type) => parts.find((part) => part.type === type)?.value).join('-');
}

/**
 * The notices of a day: from their first to their last one, both included, in Dutch time. What is about an event goes after
 * its day, unless it names a last day.
 */
export function currentNotices(notices: readonly HostNotice[], now: Date): readonly HostNotice[] {
  // Asked for only when it matters: the first time that an engine needs a time zone takes a slow phone 75 ms.
  const today = notices.some(({from, until, date}) => from || until || date) ? dutchDay(now) : '';
  return notices.filter(({from, until, date}) => (!from || from <= today) && today <= (until ?? date ?? today));
}

import type {HostNotice} from '../core/host-data-rules.js';

/** The date in the Netherlands at a given time, as `YYYY-MM-DD`. */
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
 * Notices to show on the present day in Dutch time. The first and the last day of a notice are included. A notice about
 * an event disappears after the day of the event, unless it names a last day.
 */
export function currentNotices(notices: readonly HostNotice[], now: Date): readonly HostNotice[] {
  // Computed only when a notice has a date, because the first use of a time zone is slow on a phone.
  const today = notices.some(({from, until, date}) => from || until || date) ? dutchDay(now) : '';
  return notices.filter(({from, until, date}) => (!from || from <= today) && today <= (until ?? date ?? today));
}

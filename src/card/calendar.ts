import type {HostNotice} from '../core/host-data-rules.js';
import {escapePart, escapeUri, plainName, timestampOf, toFile} from './content-lines.js';

/** What a saved event holds. */
export interface CalendarSource {
  readonly notice: HostNotice;
  /** Id of the region of the card. */
  readonly regionId: string;
  /** Who holds the event. */
  readonly organisation: string;
  /** When the event is saved. */
  readonly now: Date;
}

const ZONE = 'Europe/Amsterdam';

/** Since 1996 (Directive 2000/84/EC): an hour ahead from the last Sunday of March until that of October. */
const TIME_ZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'END:VTIMEZONE',
];

const titleOf = ({title, text}: HostNotice): string => title ?? text;

/**
 * The event of a notice for calendars: iCalendar (RFC 5545), one event of a whole day, or at its time in the Netherlands.
 * Saved again it replaces what was saved before, as far as the calendar goes by identifiers.
 *
 * @returns null for a notice that is about no event.
 */
export function calendarOf({notice, regionId, organisation, now}: CalendarSource): string | null {
  const {title, text, href, date, start, end} = notice;
  if (!date) return null;
  const day = date.replaceAll('-', '');
  const at = (time: string) => `;TZID=${ZONE}:${day}T${time.replace(':', '')}00`;
  const details = [title && text, organisation, href].filter(Boolean).join('\n');
  return toFile([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Regiokaart//Regiokaart//NL',
    'CALSCALE:GREGORIAN',
    ...(start ? TIME_ZONE : []),
    'BEGIN:VEVENT',
    `UID:${[regionId, day, start?.replace(':', ''), plainName(titleOf(notice))].filter(Boolean).join('-')}@regiokaart`,
    `DTSTAMP:${timestampOf(now)}`,
    start ? `DTSTART${at(start)}` : `DTSTART;VALUE=DATE:${day}`,
    start ? end && `DTEND${at(end)}` : `DTEND;VALUE=DATE:${dayAfter(date)}`,
    `SUMMARY:${escapePart(titleOf(notice))}`,
    `DESCRIPTION:${escapePart(details)}`,
    href && `URL:${escapeUri(href)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]);
}

/** The end of a whole day is the day on which it is over (section 3.6.1). */
function dayAfter(date: string): string {
  const next = new Date(`${date}T00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10).replaceAll('-', '');
}

/** Name for the file of an event: `Open-dag.ics`. */
export const calendarFileName = (notice: HostNotice): string => `${plainName(titleOf(notice)) || 'event'}.ics`;

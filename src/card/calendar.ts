import type {HostNotice} from '../core/host-data-rules.js';
import {escapePart, escapeUri, plainName, timestampOf, toFile} from './content-lines.js';

/** Input for a saved event. */
export interface CalendarSource {
  readonly notice: HostNotice;
  /** Id of the region on the card. */
  readonly regionId: string;
  /** Organiser of the event. */
  readonly organisation: string;
  /** Time of saving. */
  readonly now: Date;
}

const ZONE = 'Europe/Amsterdam';

/** Dutch time. Summer time runs from the last Sunday of March to the last Sunday of October (Directive 2000/84/EC). */
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
 * Makes an iCalendar file (RFC 5545) with the event of a notice: a whole-day event, or one at its Dutch time.
 * Each event keeps its identifier, so that a calendar can replace an earlier copy instead of adding a second one.
 *
 * @returns null for a notice without an event.
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

/** In iCalendar a whole-day event ends on the next day (section 3.6.1). */
function dayAfter(date: string): string {
  const next = new Date(`${date}T00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10).replaceAll('-', '');
}

/** File name of an event: `Open-dag.ics`. */
export const calendarFileName = (notice: HostNotice): string => `${plainName(titleOf(notice)) || 'event'}.ics`;

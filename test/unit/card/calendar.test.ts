import fc from 'fast-check';
import ICAL from 'ical.js';
import {describe, expect, it} from 'vitest';
import {calendarFileName, calendarOf} from '../../../src/card/calendar.js';
import type {HostNotice} from '../../../src/core/host-data-rules.js';

const NOTICE: HostNotice = {
  title: 'Open dag; zorg, welzijn',
  text: 'Kom kennismaken.',
  href: 'https://www.example.nl/open-dag?van=kaart,widget;1',
  date: '2026-03-14',
};

const save = (notice: HostNotice): string =>
  calendarOf({
    notice,
    regionId: 'flevoland',
    organisation: 'Zorgplein Voorbeeld',
    now: new Date('2026-02-01T12:30:45.678Z'),
  }) ?? '';

/** Reads an event back with an independent parser that calendars use. */
function read(notice: HostNotice) {
  const calendar = new ICAL.Component(ICAL.parse(save(notice)));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const events = calendar.getAllSubcomponents('vevent');
  expect(events).toHaveLength(1);
  const [component] = events;
  if (!component) throw new Error('no event');
  return {calendar, component, event: new ICAL.Event(component)};
}

const utc = (time: ICAL.Time) => time.toJSDate().toISOString();

describe('calendarOf', () => {
  it('is read back by an independent parser, as a whole-day event', () => {
    const {calendar, component, event} = read(NOTICE);
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('prodid')).toBeTruthy();
    expect(calendar.getAllSubcomponents('vtimezone')).toEqual([]);
    expect(event.summary).toBe(NOTICE.title);
    expect(event.description).toBe(`Kom kennismaken.\nZorgplein Voorbeeld\n${NOTICE.href}`);
    expect(component.getFirstPropertyValue('url')).toBe(NOTICE.href);
    expect(String(component.getFirstPropertyValue('dtstamp'))).toBe('2026-02-01T12:30:45Z');
    expect([event.startDate.isDate, String(event.startDate), String(event.endDate)]).toEqual([
      true,
      '2026-03-14',
      '2026-03-15',
    ]);
  });

  it.each([
    ['2026-01-14', '2026-01-14T09:00:00.000Z', '2026-01-14T13:30:00.000Z'],
    ['2026-07-14', '2026-07-14T08:00:00.000Z', '2026-07-14T12:30:00.000Z'],
    ['2026-03-28', '2026-03-28T09:00:00.000Z', '2026-03-28T13:30:00.000Z'],
    ['2026-03-29', '2026-03-29T08:00:00.000Z', '2026-03-29T12:30:00.000Z'],
    ['2026-10-24', '2026-10-24T08:00:00.000Z', '2026-10-24T12:30:00.000Z'],
    ['2026-10-25', '2026-10-25T09:00:00.000Z', '2026-10-25T13:30:00.000Z'],
  ])('is on %s at its time in the Netherlands', (date, start, end) => {
    const {event} = read({...NOTICE, date, start: '10:00', end: '14:30'});
    expect(event.startDate.zone.tzid).toBe('Europe/Amsterdam');
    expect([utc(event.startDate), utc(event.endDate)]).toEqual([start, end]);
  });

  it('leaves out an unknown end', () => {
    const {component, event} = read({...NOTICE, start: '10:00'});
    expect(component.hasProperty('dtend')).toBe(false);
    expect(event.startDate.hour).toBe(10);
  });

  it.each([
    ['2026-12-31', '2027-01-01'],
    ['2028-02-28', '2028-02-29'],
    ['2026-02-28', '2026-03-01'],
    ['2026-03-29', '2026-03-30'],
  ])('ends a whole day %s on %s', (date, next) => {
    expect(String(read({...NOTICE, date}).event.endDate)).toBe(next);
  });

  it('uses the text as the name of an event without a title', () => {
    const {event} = read({text: 'Open dag', date: '2026-03-14'});
    expect([event.summary, event.description]).toEqual(['Open dag', 'Zorgplein Voorbeeld']);
  });

  it('has an identifier that stays for the same event and differs for another', () => {
    const uid = (notice: HostNotice) => read(notice).event.uid;
    expect(uid(NOTICE)).toBe(uid({...NOTICE, text: 'Nieuwe tekst', end: '12:00', start: undefined} as HostNotice));
    const others = [
      NOTICE,
      {...NOTICE, title: 'Speeddate'},
      {...NOTICE, date: '2026-03-15'},
      {...NOTICE, start: '10:00'},
    ];
    expect(new Set(others.map(uid)).size).toBe(others.length);
  });

  it('is null for a notice without an event', () => {
    const {date: _, ...notice} = NOTICE;
    expect(calendarOf({notice, regionId: 'flevoland', organisation: 'A', now: new Date()})).toBeNull();
  });

  it('ends every line with CRLF', () => {
    const content = save({...NOTICE, start: '10:00'});
    expect(content).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
    expect(content).toMatch(/\r\nEND:VCALENDAR\r\n$/);
    expect(content.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('does not let a text begin a new line', () => {
    const wicked = 'x\r\nATTENDEE:mailto:a@b.nl\nEND:VEVENT\r\n';
    const lines = save({title: wicked, text: wicked, href: `https://x.nl/${wicked}`, date: '2026-03-14'}).split('\r\n');
    expect(lines.filter((line) => line.startsWith('ATTENDEE') || line === 'END:VEVENT')).toEqual(['END:VEVENT']);
  });

  it('folds long lines at 75 octets, never inside a character, and preserves any text', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme', minLength: 1, maxLength: 300}), (text) => {
        const title = `x${text.replace(/\p{Cc}|[\u2028\u2029\u0085]/gu, '')}x`;
        for (const line of save({...NOTICE, title}).split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        }
        expect(read({...NOTICE, title}).event.summary).toBe(title);
      }),
    );
  });
});

describe('calendarFileName', () => {
  it.each([
    [{text: 'a', title: 'Open dag: zorg & welzijn'}, 'Open-dag-zorg-welzijn.ics'],
    [{text: 'Súdwest-Fryslân'}, 'Sudwest-Fryslan.ics'],
    [{text: '…'}, 'event.ics'],
  ])('names the file of %j %s', (notice, name) => {
    expect(calendarFileName(notice)).toBe(name);
  });
});

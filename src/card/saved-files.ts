/** What a visitor keeps of a card. Loaded when one of its buttons is pressed. */
import {type CalendarSource, calendarFileName, calendarOf} from './calendar.js';
import {saveFile} from './save-file.js';
import {type VCardSource, vcardFileName, vcardOf} from './vcard.js';

/** Gives the visitor a contact for an address book. */
export function saveContact(source: VCardSource): void {
  saveFile(vcardOf(source), 'text/vcard', vcardFileName(source.name));
}

/** Gives the visitor the event of a notice for a calendar; nothing for a notice that is about none. */
export function saveEvent(source: CalendarSource): void {
  const event = calendarOf(source);
  if (event) saveFile(event, 'text/calendar', calendarFileName(source.notice));
}

/** What a visitor keeps of a card. Loaded when one of its buttons is pressed. */
import type {Contact, RegionCard} from '../core/region.js';
import {fill} from '../shared/fill.js';
import type {Language} from '../shared/language.js';
import {type CalendarSource, calendarFileName, calendarOf} from './calendar.js';
import {saveFile} from './save-file.js';
import type {CardTexts} from './texts.js';
import {vcardFileName, vcardOf} from './vcard.js';

/** A card as it is shown. */
export interface SavedCard {
  readonly region: RegionCard;
  readonly contact: Contact;
  /** Name of the organisation, or what to call it. */
  readonly name: string;
  readonly text: CardTexts;
  readonly language: Language;
}

/** Gives the visitor a contact for an address book. */
export function saveContact({region, contact, name, text, language}: SavedCard): void {
  const note = fill(text.vcardNote, {region: region.name});
  const vcard = vcardOf({contact, name, note, country: text.country, language, now: new Date()});
  saveFile(vcard, 'text/vcard', vcardFileName(name));
}

/** Gives the visitor the event of a notice for a calendar; nothing for a notice that is about none. */
export function saveEvent(source: CalendarSource): void {
  const event = calendarOf(source);
  if (event) saveFile(event, 'text/calendar', calendarFileName(source.notice));
}

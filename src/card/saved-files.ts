/** Files that a visitor can save from a card. Loaded when the visitor presses a button that saves one. */
import type {Contact, RegionCard} from '../core/region.js';
import {fill} from '../shared/fill.js';
import type {Language} from '../shared/language.js';
import {type CalendarSource, calendarFileName, calendarOf} from './calendar.js';
import {saveFile} from './save-file.js';
import type {CardTexts} from './texts.js';
import {vcardFileName, vcardOf} from './vcard.js';

/** The card to be saved. */
export interface SavedCard {
  readonly region: RegionCard;
  readonly contact: Contact;
  /** Name of the organisation, or a general word when its name is not verified. */
  readonly name: string;
  readonly text: CardTexts;
  readonly language: Language;
}

/** Saves a card as a contact for an address book. */
export function saveContact({region, contact, name, text, language}: SavedCard): void {
  const note = fill(text.vcardNote, {region: region.name});
  const vcard = vcardOf({contact, name, note, country: text.country, language, now: new Date()});
  saveFile(vcard, 'text/vcard', vcardFileName(name));
}

/** Saves the event of a notice as a calendar file; does nothing for a notice without an event. */
export function saveEvent(source: CalendarSource): void {
  const event = calendarOf(source);
  if (event) saveFile(event, 'text/calendar', calendarFileName(source.notice));
}

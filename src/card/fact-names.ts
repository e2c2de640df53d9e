import type {ContactField} from '../core/region.js';
import {listOf} from './dates.js';
import type {CardTexts} from './texts.js';

/** Position of each fact in a list: those that visitors look for most come first. */
const ORDER = {
  phone: 'factPhone',
  phoneHours: 'factPhoneHours',
  email: 'factEmail',
  contactPage: 'factContactPage',
  website: 'factWebsite',
  vacancies: 'factVacancies',
  address: 'factAddress',
  name: 'factName',
  formerName: 'factFormerName',
  about: 'factAbout',
} as const satisfies Record<ContactField, keyof CardTexts>;

/** All fields; those that visitors look for most come first. */
export const FIELDS = Object.keys(ORDER) as readonly ContactField[];

/** Names of facts for the start of a sentence: `Telefoon, website en adres`. */
export const namesOf = (fields: readonly ContactField[], text: CardTexts): string =>
  listOf(
    fields.map((field) => text[ORDER[field]]),
    text.and,
  );

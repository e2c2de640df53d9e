import type {ContactField} from '../core/region.js';
import {listOf} from './dates.js';
import type {CardTexts} from './texts.js';

/** What is looked for first comes first. */
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

/** All fields, what is looked for first at the top. */
export const FIELDS = Object.keys(ORDER) as readonly ContactField[];

/** Names of facts as a sentence begins with them: `Telefoon, website en adres`. */
export const namesOf = (fields: readonly ContactField[], text: CardTexts): string =>
  listOf(
    fields.map((field) => text[ORDER[field]]),
    text.and,
  );

import {internationalPhone, isServiceNumber} from '../core/phone.js';
import type {Contact} from '../core/region.js';
import {parseAddress} from './address.js';
import {escapePart, escapeText, escapeUri, plainName, timestampOf, toFile} from './content-lines.js';

/** Input for a saved contact. */
export interface VCardSource {
  /** Verified values, or the host's own. */
  readonly contact: Contact;
  /** Name of the organisation, or a general word when its name is not verified. */
  readonly name: string;
  /** Sentence on what the organisation is for, with the name of its region. */
  readonly note: string;
  readonly country: string;
  /** Language of the note. */
  readonly language: string;
  /** Time of saving. */
  readonly now: Date;
}

/**
 * A contact for address books: vCard 4.0 (RFC 6350), CRLF after each line.
 */
export function vcardOf({contact, name, note, country, language, now}: VCardSource): string {
  const {phone, phoneHours, email, website, contactPage, vacancies, address} = contact;
  const parsed = address ? parseAddress(address) : null;
  const parts = parsed && ['', '', parsed.street, parsed.town, '', parsed.postcode, country];
  const notes = [note, phone && phoneHours && `${phone}: ${phoneHours}`].filter(Boolean).join('\n');
  return toFile([
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:org',
    `FN:${escapeText(name)}`,
    `ORG:${escapePart(name)}`,
    phone && `TEL;${telephone(phone)}`,
    email && `EMAIL;TYPE=work:${escapeText(email)}`,
    website && `URL;TYPE=work:${escapeUri(website)}`,
    contactPage && `URL;TYPE=work:${escapeUri(contactPage)}`,
    vacancies && `URL;TYPE=work:${escapeUri(vacancies)}`,
    // An address that cannot be parsed goes whole into the field of the street.
    address && `ADR;TYPE=work:${(parts ?? ['', '', address, '', '', '', '']).map(escapePart).join(';')}`,
    // The organisation works in Dutch, whatever language the visitor reads.
    'LANG:nl',
    `NOTE;LANGUAGE=${language}:${escapeText(notes)}`,
    `REV:${timestampOf(now)}`,
    'END:VCARD',
  ]);
}

/** A service number stays text: it has no international form, which a `tel:` address needs (RFC 3966, section 5.1.5). */
const telephone = (phone: string): string =>
  isServiceNumber(phone)
    ? `VALUE=text;TYPE=work:${escapeText(phone)}`
    : `VALUE=uri;TYPE=work:tel:${internationalPhone(phone)}`;

/** Name for the file of a contact: `WGV-Zorg-en-Welzijn.vcf`. */
export const vcardFileName = (name: string): string => `${plainName(name) || 'contact'}.vcf`;

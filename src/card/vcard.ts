import {internationalPhone, isServiceNumber} from '../core/phone.js';
import type {Contact} from '../core/region.js';
import {parseAddress} from './address.js';
import {escapePart, escapeText, escapeUri, plainName, timestampOf, toFile} from './content-lines.js';

/** What a saved contact holds. */
export interface VCardSource {
  /** Verified values, or the host's own. */
  readonly contact: Contact;
  /** Name of the organisation, or what to call it. */
  readonly name: string;
  /** Says what the organisation is for, with its region. */
  readonly note: string;
  readonly country: string;
  /** Of the note. */
  readonly language: string;
  /** When the contact is saved. */
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
    // An address that cannot be taken apart stands whole where the street does.
    address && `ADR;TYPE=work:${(parts ?? ['', '', address, '', '', '', '']).map(escapePart).join(';')}`,
    // Dutch organisations, whatever language the visitor reads.
    'LANG:nl',
    `NOTE;LANGUAGE=${language}:${escapeText(notes)}`,
    `REV:${timestampOf(now)}`,
    'END:VCARD',
  ]);
}

/** A service number has no international form, without which it is no `tel:` address (RFC 3966, section 5.1.5): it stays text. */
const telephone = (phone: string): string =>
  isServiceNumber(phone)
    ? `VALUE=text;TYPE=work:${escapeText(phone)}`
    : `VALUE=uri;TYPE=work:tel:${internationalPhone(phone)}`;

/** Name for the file of a contact: `WGV-Zorg-en-Welzijn.vcf`. */
export const vcardFileName = (name: string): string => `${plainName(name) || 'contact'}.vcf`;

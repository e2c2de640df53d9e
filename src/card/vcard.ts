import {internationalPhone} from '../core/phone.js';
import type {Contact} from '../core/region.js';
import {parseAddress} from './address.js';

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

/** Longest line in octets, without its end (RFC 6350, section 3.2). */
const LINE_OCTETS = 75;

/** Backslash, comma and line breaks stand for something in a value (section 3.4). Other controls go. */
const escapeText = (text: string): string =>
  text
    .replace(/[\\,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');

/** In a value of several parts a semicolon ends one. Elsewhere address books show the backslash before it. */
const escapePart = (text: string): string => escapeText(text).replaceAll(';', '\\;');

/** A URI holds no white space and no controls. */
const escapeUri = (uri: string): string => uri.replace(/[\s\p{Cc}]/gu, '');

const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
};

/** Folds a line, never within a character. A line that goes on begins with a space, which counts. */
function fold(line: string): string {
  let out = '';
  let octets = 0;
  for (const character of line) {
    if (octets + octetsOf(character) > LINE_OCTETS) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += octetsOf(character);
  }
  return out;
}

/**
 * A contact for address books: vCard 4.0 (RFC 6350), CRLF after each line.
 */
export function vcardOf({contact, name, note, country, language, now}: VCardSource): string {
  const {phone, email, website, contactPage, address} = contact;
  const parsed = address ? parseAddress(address) : null;
  const parts = parsed && ['', '', parsed.street, parsed.town, '', parsed.postcode, country];
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:org',
    `FN:${escapeText(name)}`,
    `ORG:${escapePart(name)}`,
    phone && `TEL;VALUE=uri;TYPE=work:tel:${internationalPhone(phone)}`,
    email && `EMAIL;TYPE=work:${escapeText(email)}`,
    website && `URL;TYPE=work:${escapeUri(website)}`,
    contactPage && `URL;TYPE=work:${escapeUri(contactPage)}`,
    // An address that cannot be taken apart stands whole where the street does.
    address && `ADR;TYPE=work:${(parts ?? ['', '', address, '', '', '', '']).map(escapePart).join(';')}`,
    // Dutch organisations, whatever language the visitor reads.
    'LANG:nl',
    `NOTE;LANGUAGE=${language}:${escapeText(note)}`,
    `REV:${now.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    'END:VCARD',
  ];
  return lines.flatMap((line) => (line ? [`${fold(line)}\r\n`] : [])).join('');
}

const NAME_LENGTH = 60;

/** Name for the file of a contact, fit for any file system: `WGV-Zorg-en-Welzijn.vcf`. */
export function vcardFileName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, NAME_LENGTH)
    .replace(/^-|-$/g, '');
  return `${plain || 'contact'}.vcf`;
}

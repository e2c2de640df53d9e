import {internationalPhone} from '../core/phone.js';
import type {Contact} from '../core/region.js';
import {parseAddress} from './address.js';

/** The data of a card for search engines: its contact facts, and the name of its region. */
export interface DescribedCard {
  readonly contact: Contact;
  readonly region: string;
}

/** An organisation in the vocabulary of schema.org. */
export type StructuredOrganisation = Readonly<Record<string, unknown>>;

/**
 * The structured data of a card; null for an organisation without a name.
 *
 * @param contact The facts on the card: verified ones, or the host's own.
 * @param region Name of the region.
 */
export function organisationOf(contact: Contact, region: string): StructuredOrganisation | null {
  const {name, phone, email, contactPage, website, address} = contact;
  if (!name) return null;
  const parsed = address ? parseAddress(address) : null;
  return {
    '@type': 'Organization',
    name,
    ...(website && {url: website}),
    ...(phone && {telephone: internationalPhone(phone)}),
    ...(email && {email}),
    ...(contactPage && {contactPoint: {'@type': 'ContactPoint', url: contactPage}}),
    ...(address && {
      address: parsed
        ? {
            '@type': 'PostalAddress',
            streetAddress: parsed.street,
            postalCode: parsed.postcode,
            addressLocality: parsed.town,
            addressCountry: 'NL',
          }
        : address,
    }),
    areaServed: {'@type': 'AdministrativeArea', name: region},
  };
}

/** The text of a data block: one organisation, or all that the visitor can choose from. Safe to embed in HTML. */
export const jsonLdOf = (organisations: readonly StructuredOrganisation[]): string =>
  JSON.stringify({
    '@context': 'https://schema.org',
    ...(organisations.length === 1 ? organisations[0] : {'@graph': organisations}),
  }).replaceAll('<', '\\u003c');

/**
 * A data block without text. Pages that require Trusted Types refuse text in any script, whatever its type, at the moment
 * when it is prepared to run. A clone of a script that has run counts as having run, so it is never prepared.
 * Source: HTML, "prepare the script element" and the cloning steps of `script`.
 */
function emptyBlock(): HTMLScriptElement {
  const ran = [...document.scripts].find(({type}) => /^$|^module$|javascript/.test(type));
  const block = ran ? (ran.cloneNode() as HTMLScriptElement) : document.createElement('script');
  for (const name of block.getAttributeNames()) block.removeAttribute(name);
  block.type = 'application/ld+json';
  return block;
}

/**
 * A data block with the cards of an element.
 *
 * @returns null when no card has structured data.
 * @throws in a browser that accepts no script at all, not even data: Chromium up to 143 with Trusted Types.
 */
export function dataBlockOf(cards: readonly DescribedCard[]): HTMLScriptElement | null {
  const organisations = cards
    .map(({contact, region}) => organisationOf(contact, region))
    .filter((organisation) => organisation !== null);
  if (organisations.length === 0) return null;
  const block = emptyBlock();
  block.append(document.createTextNode(jsonLdOf(organisations)));
  return block;
}

import type {ReactiveController} from 'lit';
import {internationalPhone} from '../core/phone.js';
import type {Contact} from '../core/region.js';
import {RegioErrorEvent} from '../shared/events.js';
import type {LateHost} from '../shared/late-task.js';
import {parseAddress} from './address.js';

/** An organisation in the words of schema.org. */
export type StructuredOrganisation = Readonly<Record<string, unknown>>;

/**
 * What search engines may know of a card; null for an organisation without a name.
 *
 * @param contact What the card shows: verified values, or the host's own.
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

/** The text of a data block: one organisation, or those of a choice. Safe to be written into markup by others. */
export const jsonLdOf = (organisations: readonly StructuredOrganisation[]): string =>
  JSON.stringify({
    '@context': 'https://schema.org',
    ...(organisations.length === 1 ? organisations[0] : {'@graph': organisations}),
  }).replaceAll('<', '\\u003c');

/**
 * A data block without text. Pages that require Trusted Types refuse text for any script, whatever its type, when it is
 * prepared to run. The copy of a script that ran counts as one that ran, so it is never prepared.
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
 * Keeps a data block for search engines beside the cards of an element, in the light DOM, where they look, while the
 * element has the attribute `structured-data`. It goes with the last card.
 */
export class StructuredData implements ReactiveController {
  readonly #host: LateHost;
  /** Of the cards of the rendering that is under way. */
  #organisations: StructuredOrganisation[] = [];
  #script: HTMLScriptElement | undefined;
  /** A text that the engine refused: trying it again would fail again. */
  #refused: string | undefined;

  constructor(host: LateHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Tells of a card that is being rendered. */
  add(contact: Contact, region: string): void {
    const organisation = organisationOf(contact, region);
    if (organisation) this.#organisations.push(organisation);
  }

  hostUpdate(): void {
    this.#organisations = [];
  }

  hostUpdated(): void {
    const wanted = this.#host.hasAttribute('structured-data') && this.#organisations.length > 0;
    const text = wanted ? jsonLdOf(this.#organisations) : '';
    if (text === (this.#script?.isConnected ? this.#script.text : '') || text === this.#refused) return;
    this.#script?.remove();
    this.#script = undefined;
    if (!text) return;
    const block = emptyBlock();
    try {
      block.append(document.createTextNode(text));
      this.#host.append(block);
      this.#script = block;
    } catch (error) {
      // Chromium up to 143 takes no script at all where Trusted Types are required, not even data.
      this.#refused = text;
      this.#host.dispatchEvent(new RegioErrorEvent(error as Error));
    }
  }
}

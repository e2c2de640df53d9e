import {internationalPhone} from '../core/phone.js';
import type {Contact} from '../core/region.js';
import type {RegioElement} from '../shared/regio-element.js';
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

interface Block {
  /** Of the cards that are being rendered. */
  organisations: StructuredOrganisation[];
  script: HTMLScriptElement | null;
  writing: boolean;
}

const blocks = new WeakMap<RegioElement, Block>();

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

function write(host: RegioElement, block: Block): void {
  const {organisations, script} = block;
  block.organisations = [];
  block.writing = false;
  const text = organisations.length > 0 && host.hasAttribute('structured-data') ? jsonLdOf(organisations) : '';
  if (script?.isConnected && script.text === text) return;
  script?.remove();
  block.script = null;
  if (!text) return;
  const next = emptyBlock();
  try {
    next.append(document.createTextNode(text));
    host.append(next);
    block.script = next;
  } catch (error) {
    // Chromium up to 143 takes no script at all where Trusted Types are required, not even data.
    host.fail(error);
  }
}

/**
 * Keeps a data block for search engines beside a card, in the light DOM, where they look. Called for each card that is
 * rendered; the block goes with the last card.
 *
 * @param organisation Null to have none for this card.
 */
export function describeCard(host: RegioElement, organisation: StructuredOrganisation | null): void {
  let block = blocks.get(host);
  if (!block) {
    if (!host.hasAttribute('structured-data')) return;
    const made: Block = {organisations: [], script: null, writing: false};
    block = made;
    blocks.set(host, made);
    new MutationObserver(() => {
      if (!host.renderRoot.querySelector('.extras')) write(host, made);
    }).observe(host.renderRoot, {childList: true, subtree: true});
  }
  const current = block;
  if (organisation) current.organisations.push(organisation);
  if (current.writing) return;
  current.writing = true;
  // After all cards of this rendering.
  queueMicrotask(() => write(host, current));
}

import {html, nothing, type TemplateResult} from 'lit';
import {internationalPhone} from '../core/phone.js';
import type {RegionCard} from '../core/region.js';
import {umbrella} from '../data/index.js';
import {fill} from '../finder/strings.js';
import {heading} from '../shared/heading.js';
import type {RegioElement} from '../shared/regio-element.js';

/** Outlines on a 24 by 24 grid. */
const icons = {
  phone: 'M6 3h4l1 5-3 2a13 13 0 0 0 6 6l2-3 5 1v4a2 2 0 0 1-2 2A17 17 0 0 1 4 5a2 2 0 0 1 2-2z',
  email: 'M3 5h18v14H3zl9 8 9-8',
  website: 'M4 12h15M13 6l6 6-6 6',
};

const link = (part: keyof typeof icons, href: string, label: string) =>
  html`<a class="button" part=${part} href=${href}><svg viewBox="0 0 24 24" aria-hidden="true"><path d=${icons[part]} /></svg>${label}</a>`;

/** A site as a person would say it: `flever.nl`. */
const siteName = (url: string) => url.replace(/^https:\/\/(www\.)?|\/$/g, '');

/**
 * The contact card of a region. What is not verified is left out, and every card has a next step.
 *
 * @param host The element that shows it: its words, and what it has fetched by now.
 * @param level Of the card's heading, 1 to 6.
 * @param question Asked above the card when the visitor has to decide between regions.
 */
export function renderCard(region: RegionCard, host: RegioElement, level: number, question?: string): TemplateResult {
  const {text} = host;
  const {name = text.noName, formerName, phone, email, contactPage, website, address} = host.contactOf(region);
  const message = contactPage ?? (email && `mailto:${email}`);
  const site = website ?? (phone || message ? '' : umbrella.website);
  return html`<article part="card">
    ${question && html`<p class="question">${question}</p>`}
    <p class="eyebrow">${fill(text.region, {region: region.name})}</p>
    ${heading(level, 'card-name', name)}
    ${formerName && html`<p class="quiet">${fill(text.formerName, {name: formerName})}</p>`}
    ${phone || message ? nothing : html`<p part="message">${website ? text.siteOnly : fill(text.noContact, umbrella)}</p>`}
    <div class="actions" part="actions">
      ${phone && link('phone', `tel:${internationalPhone(phone)}`, fill(text.call, {phone}))}
      ${message && link('email', message, contactPage ? text.contactPage : text.email)}
      ${site && link('website', site, fill(text.website, {site: siteName(site)}))}
    </div>
    ${address && html`<p class="quiet" part="address">${address}</p>`}
    <slot name=${`region-${region.id}`}></slot>
    <div class="extras quiet">${host.extras?.renderExtras(region, host)}</div>
  </article>`;
}

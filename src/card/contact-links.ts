import {html, nothing, type TemplateResult} from 'lit';
import {internationalPhone} from '../core/phone.js';
import type {Contact, RegionCard} from '../core/region.js';
import {umbrella} from '../data/index.js';
import type {CardAction} from '../shared/events.js';
import {fill} from '../shared/fill.js';
import {fresh} from '../shared/fresh.js';
import {type IconName, icon} from '../shared/icons.js';
import type {CardContext} from './card-context.js';

/** A site as a person would say it: `flever.nl`. */
const siteName = (url: string) => url.replace(/^https:\/\/(www\.)?|\/$/g, '');

/** Call, write, visit, find work: or a sentence that says why not, and where to go instead. */
export function renderLinks(region: RegionCard, contact: Contact, {text, actions}: CardContext): TemplateResult {
  const {phone, phoneHours, email, contactPage, website, vacancies} = contact;
  const site = website ?? (phone || email || contactPage ? '' : umbrella.website);
  const link = (part: string, name: IconName, action: CardAction, href: string, label: string) =>
    html`<a class="button" part=${part} href=${href} @click=${() => actions.follow(region, action)}
      >${icon(name)}<span>${fresh(label)}</span></a
    >`;
  const subject = new URLSearchParams({subject: fill(text.emailSubject, {region: region.name})});
  return html`${
    phone || email || contactPage
      ? nothing
      : html`<p part="message">${fresh(website ? text.siteOnly : fill(text.noContact, umbrella))}</p>`
  }
    <div class="actions" part="actions">
      ${phone ? link('phone', 'phone', 'call', `tel:${internationalPhone(phone)}`, fill(text.call, {phone})) : nothing}
      ${phone && phoneHours ? html`<p class="hours quiet">${fresh(phoneHours)}</p>` : nothing}
      ${
        email
          ? link(
              'email',
              'email',
              'email',
              `mailto:${email}?${String(subject).replaceAll('+', '%20')}`,
              fill(text.email, {email}),
            )
          : nothing
      }
      ${contactPage ? link('email', 'message', 'contact-page', contactPage, text.contactPage) : nothing}
      ${vacancies ? link('vacancies', 'vacancies', 'vacancies', vacancies, text.vacancies) : nothing}
      ${site ? link('website', 'website', 'website', site, fill(text.website, {site: siteName(site)})) : nothing}
    </div>`;
}

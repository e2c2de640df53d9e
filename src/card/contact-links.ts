import {html, nothing, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {internationalPhone} from '../core/phone.js';
import type {Contact, RegionCard} from '../core/region.js';
import {umbrella} from '../data/index.js';
import type {CardAction} from '../shared/events.js';
import {fill} from '../shared/fill.js';
import {fresh} from '../shared/fresh.js';
import {type IconName, icon} from '../shared/icons.js';
import type {CardContext} from './card-context.js';

/** Address of a site in its short form: `flever.nl`. */
const siteName = (url: string) => url.replace(/^https:\/\/(www\.)?|\/$/g, '');

/** A label with its value. A phone number or site stays on one line if it fits; an e-mail address may break at its @. */
function labelOf(text: string, value = ''): unknown {
  const [before, after] = text.split(/\{\w+\}/);
  if (after === undefined) return fresh(text);
  const [user, domain] = value.split('@');
  return keyed(
    `${text} ${value}`,
    html`${before}<span class="value">${user}${domain ? html`@<wbr>${domain}` : nothing}</span>${after}`,
  );
}

/** Links to call, write, open the site and find vacancies; or a sentence that explains what is missing and where to go. */
export function renderLinks(region: RegionCard, contact: Contact, {text, actions}: CardContext): TemplateResult {
  const {phone, phoneHours, email, contactPage, website, vacancies} = contact;
  const isReachable = phone || email || contactPage;
  const site = website ?? (isReachable ? '' : umbrella.website);
  const link = (
    part: string,
    name: IconName,
    action: CardAction,
    href: string,
    isFirst: boolean,
    label: string,
    value?: string,
  ) =>
    html`<a
      class=${isFirst ? 'button first' : 'button'}
      part=${part}
      href=${href}
      @click=${() => actions.follow(region, action)}
      >${icon(name)}<span>${labelOf(label, value)}</span></a
    >`;
  const subject = new URLSearchParams({subject: fill(text.emailSubject, {region: region.name})});
  const mailto = `mailto:${email}?${String(subject).replaceAll('+', '%20')}`;
  const visit = site
    ? link('website', 'website', 'website', site, !isReachable, text.website, siteName(site))
    : nothing;
  return html`${isReachable || website ? nothing : html`<p part="message">${fresh(fill(text.noContact, umbrella))}</p>`}
    <div class="actions" part="actions">
      ${phone ? link('phone', 'phone', 'call', `tel:${internationalPhone(phone)}`, true, text.call, phone) : nothing}
      ${phone && phoneHours ? html`<p class="hours quiet">${fresh(phoneHours)}</p>` : nothing}
      ${email ? link('email', 'email', 'email', mailto, !phone, text.email, email) : nothing}
      ${
        contactPage
          ? link('email', 'message', 'contact-page', contactPage, !(phone || email), text.contactPage)
          : nothing
      }
      ${isReachable ? nothing : visit}
      ${vacancies ? link('vacancies', 'vacancies', 'vacancies', vacancies, false, text.vacancies) : nothing}
      ${isReachable ? visit : nothing}
    </div>
    ${isReachable || !website ? nothing : html`<p class="quiet" part="message">${fresh(text.siteOnly)}</p>`}`;
}

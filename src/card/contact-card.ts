import {html, nothing, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import type {HostAction} from '../core/host-data-rules.js';
import {internationalPhone} from '../core/phone.js';
import type {Contact, ContactField, RegionCard} from '../core/region.js';
import {facts} from '../data/facts.js';
import {umbrella} from '../data/index.js';
import type {HostDataController} from '../host-data/host-data-controller.js';
import type {CardAction} from '../shared/events.js';
import {fill} from '../shared/fill.js';
import {fresh} from '../shared/fresh.js';
import {heading} from '../shared/heading.js';
import {type IconName, icon} from '../shared/icons.js';
import type {Language} from '../shared/language.js';
import type {LateHost} from '../shared/late-task.js';
import {routeUrl} from './address.js';
import {CardActions} from './card-actions.js';
import {currentNotices} from './notices.js';
import {safeLink} from './safe-link.js';
import {listOf, monthOf, seenFacts} from './seen.js';
import {StructuredData} from './structured-data.js';
import type {CardTexts} from './texts.js';

/** The element that shows cards. */
export interface CardHost extends LateHost {
  readonly language: Language;
  readonly text: CardTexts;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** How one card stands on the page. */
export interface CardOptions {
  /** Level of the card's heading, 1 to 6. */
  readonly level: number;
  /** Asked above the card when the visitor has to decide between regions. */
  readonly question?: string | undefined;
  /** Gemeenten that the card holds for, when there are other cards for others. */
  readonly gemeenten?: string | undefined;
  /** Line that names the place that the card answers for. Empty: there is none. */
  readonly answersFor?: string | undefined;
  /** Address that leads to this card; shared with its details. */
  readonly url?: string | undefined;
}

const FACT_NAMES = {
  name: 'factName',
  formerName: 'factFormerName',
  phone: 'factPhone',
  phoneHours: 'factPhoneHours',
  email: 'factEmail',
  contactPage: 'factContactPage',
  website: 'factWebsite',
  vacancies: 'factVacancies',
  address: 'factAddress',
  about: 'factAbout',
} as const satisfies Record<ContactField, keyof CardTexts>;

/** A site as a person would say it: `flever.nl`. */
const siteName = (url: string) => url.replace(/^https:\/\/(www\.)?|\/$/g, '');

/** All that a card tells, as lines of text. */
const detailsOf = ({phone, email, contactPage, website, address}: Contact, name: string, region: string): string =>
  [name, region, phone, email, contactPage, website, address].filter(Boolean).join('\n');

/** Who said so: a link where that is a page, else as it stands. An address without encryption is only named. */
function renderSource(source: string): TemplateResult | string {
  const site = /^https?:\/\/(?:www\.)?([^/]+)/.exec(source)?.[1];
  const href = safeLink(source, ['https:']);
  return href ? html`<a href=${href}>${site}</a>` : (site ?? source);
}

/**
 * The contact cards of an element. What is not verified is left out, and every card has a next step.
 */
export class ContactCards {
  readonly #host: CardHost;
  readonly #hostData: HostDataController;
  readonly #actions: CardActions;
  readonly #structuredData: StructuredData;

  constructor(host: CardHost, hostData: HostDataController) {
    this.#host = host;
    this.#hostData = hostData;
    this.#actions = new CardActions(host);
    this.#structuredData = new StructuredData(host);
  }

  /** What the organisation of a region is called, also when its name is not verified. */
  nameOf(region: RegionCard): string {
    return this.#hostData.contactOf(region).name ?? this.#host.text.noName;
  }

  /** A card. Each region has nodes of its own, so that nothing of one organisation is ever left beside another. */
  render(region: RegionCard, options: CardOptions): TemplateResult {
    return html`${keyed(region.id, this.#renderCard(region, options))}`;
  }

  #renderCard(region: RegionCard, {level, question, gemeenten, answersFor, url}: CardOptions): TemplateResult {
    const {text} = this.#host;
    const contact = this.#hostData.contactOf(region);
    const own = this.#hostData.regions[region.id];
    const {formerName, address} = contact;
    const name = this.nameOf(region);
    this.#structuredData.add(contact, region.name);
    const fullName = fill(gemeenten ? text.cardNameFor : text.cardName, {
      organisation: name,
      region: region.name,
      gemeente: gemeenten,
    });
    return html`<article part="card">
      ${question ? html`<p class="question">${fresh(question)}</p>` : nothing}
      <p class="eyebrow" part="region-name">${fresh(fill(text.region, {region: region.name}))}</p>
      ${heading(level, 'card-name', fresh(name), fullName)}
      ${answersFor ? html`<p class="quiet">${fresh(answersFor)}</p>` : nothing}
      ${formerName ? html`<p class="quiet">${fresh(fill(text.formerName, {name: formerName}))}</p>` : nothing}
      ${this.#renderContact(region, contact)}
      ${address ? html`<p class="quiet" part="address">${fresh(address)}</p>` : nothing}
      <slot name=${`region-${region.id}`}></slot>
      ${currentNotices(own?.notices ?? [], new Date()).map(
        (notice) => html`<p class="notice" part="notice">${fresh(notice.text)}</p>`,
      )}
      ${this.#renderOwnActions(region, own?.actions ?? [])}
      ${this.#renderTools(region, contact, name, url)}
      ${this.#renderSources(region, contact)}
      ${this.#renderReport()}
    </article>`;
  }

  /** Call, write, visit: or a sentence that says why not, and where to go instead. */
  #renderContact(region: RegionCard, {phone, email, contactPage, website}: Contact): TemplateResult {
    const {text} = this.#host;
    const message = contactPage ?? (email && `mailto:${email}`);
    const site = website ?? (phone || message ? '' : umbrella.website);
    const link = (part: IconName, action: CardAction, href: string, label: string) =>
      html`<a class="button" part=${part} href=${href} @click=${() => this.#actions.follow(region, action)}
        >${icon(part)}<span>${fresh(label)}</span></a
      >`;
    return html`${
      phone || message
        ? nothing
        : html`<p part="message">${fresh(website ? text.siteOnly : fill(text.noContact, umbrella))}</p>`
    }
      <div class="actions" part="actions">
        ${phone ? link('phone', 'call', `tel:${internationalPhone(phone)}`, fill(text.call, {phone})) : nothing}
        ${
          message
            ? link(
                'email',
                contactPage ? 'contact-page' : 'email',
                message,
                contactPage ? text.contactPage : text.email,
              )
            : nothing
        }
        ${site ? link('website', 'website', site, fill(text.website, {site: siteName(site)})) : nothing}
      </div>`;
  }

  /** The host's own buttons, where they lead to what a card may link to. */
  #renderOwnActions(region: RegionCard, actions: readonly HostAction[]): TemplateResult | typeof nothing {
    const safe = actions.filter(({href}) => safeLink(href));
    if (safe.length === 0) return nothing;
    return html`<div class="own">
      ${safe.map(
        ({label, href}) =>
          html`<a class="button" href=${href} @click=${() => this.#actions.follow(region, 'own')}>${fresh(label)}</a>`,
      )}
    </div>`;
  }

  #renderTools(region: RegionCard, contact: Contact, name: string, url: string | undefined): TemplateResult {
    const {text, language} = this.#host;
    const actions = this.#actions;
    /** A button whose word tells for a moment how it went; its name for assistive technology stays. */
    const tool = (action: CardAction & IconName, label: string, run: () => void, doneWord = label) => {
      const status = actions.statusOf(region, action);
      const word = status === 'done' ? doneWord : status === 'failed' ? text.failedWord : label;
      // All words take their room, so that the buttons beside it stay.
      return html`<button
        type="button"
        class="tool"
        aria-label=${fill(text.actionFor, {action: label, organisation: name})}
        @click=${run}
        >${icon(action)}<span class="swap"
          >${[...new Set([label, doneWord, text.failedWord])].map(
            (each) => html`<span class=${each === word ? 'on' : 'off'}>${fresh(each)}</span>`,
          )}</span
        ></button
      >`;
    };
    const {phone, email, contactPage, website, address} = contact;
    const print = tool('print', text.print, () => actions.print(region));
    if (!(phone || email || contactPage || website || address)) {
      return html`<div class="tools" part="tools">${print}</div>`;
    }
    const details = detailsOf(contact, name, fill(text.region, {region: region.name}));
    const save = () => {
      const note = fill(text.vcardNote, {region: region.name});
      actions.save(region, {contact, name, note, country: text.country, language, now: new Date()});
    };
    return html`<div class="tools" part="tools">
        ${tool('copy', text.copy, () => actions.copy(region, details), text.copied)}
        ${
          'share' in (globalThis.navigator ?? {})
            ? tool(
                'share',
                text.share,
                () => actions.share(region, {title: name, text: details, ...(url && {url})}),
                text.shared,
              )
            : nothing
        }
        ${tool('save', text.save, save, text.saved)} ${print}
        ${address ? this.#renderRoute(region, address) : nothing}
      </div>
      ${
        actions.isByHand(region)
          ? html`<label class="by-hand">${text.copyByHand}<textarea readonly .value=${details}></textarea></label>`
          : nothing
      }`;
  }

  #renderRoute(region: RegionCard, address: string): TemplateResult {
    const {text} = this.#host;
    return html`<a
      class="tool"
      rel="noreferrer"
      href=${routeUrl(address)}
      aria-label=${fill(text.routeTo, {address})}
      @click=${() => this.#actions.follow(region, 'route')}
      >${icon('route')}${fresh(text.route)}</a
    >`;
  }

  #renderSources(region: RegionCard, contact: Contact): TemplateResult | typeof nothing {
    const {text} = this.#host;
    const own = this.#hostData.regions[region.id]?.organisation ?? {};
    // What the host says itself has no source here, also where it says the same.
    const ours = Object.fromEntries(Object.entries(contact).filter(([field]) => !(field in own)));
    const seen = seenFacts(facts[region.id] ?? {}, ours);
    if (seen.length === 0) return nothing;
    const lines = seen.map(({fields, source, date, undated}) => {
      const names = listOf(
        fields.map((field) => text[FACT_NAMES[field]]),
        text.and,
      );
      return {when: fill(text.seen, {facts: names, date: monthOf(date, text.months)}), source, undated};
    });
    // The age of what matters most shows at once; where each fact is from takes a click, and no room before it.
    return html`<details class="sources" part="sources">
      <summary>${fresh(lines[0]?.when ?? '')}</summary>
      <ul>
        ${lines.map(
          ({when, source, undated}) =>
            html`<li>${`${when} ${text.source} `}${renderSource(source)}${undated ? ` ${text.undated}` : ''}</li>`,
        )}
      </ul>
    </details>`;
  }

  #renderReport(): TemplateResult | typeof nothing {
    const href = safeLink(this.#host.getAttribute('report-url'), ['https:', 'mailto:']);
    return href ? html`<p class="report"><a href=${href}>${this.#host.text.report}</a></p>` : nothing;
  }
}

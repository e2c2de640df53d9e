import {html, nothing, type TemplateResult} from 'lit';
import type {Contact, ContactField, RegionCard} from '../core/region.js';
import {facts} from '../data/facts.js';
import {fill} from '../shared/fill.js';
import {fresh} from '../shared/fresh.js';
import {safeLink} from './safe-link.js';
import {listOf, monthOf, seenFacts} from './seen.js';
import type {CardTexts} from './texts.js';

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

/** Who said so: a link where that is a page, else as it stands. An address without encryption is only named. */
function renderSource(source: string): TemplateResult | string {
  const site = /^https?:\/\/(?:www\.)?([^/]+)/.exec(source)?.[1];
  const href = safeLink(source, ['https:']);
  return href ? html`<a href=${href}>${site}</a>` : (site ?? source);
}

/**
 * How old the facts of a card are, and where each is from.
 *
 * @param contact What the card shows.
 * @param own What the host page says itself: that has no source here, also where it says the same.
 */
export function renderSources(
  region: RegionCard,
  contact: Contact,
  own: Contact,
  text: CardTexts,
): TemplateResult | typeof nothing {
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

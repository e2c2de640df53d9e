import {html, nothing, type TemplateResult} from 'lit';
import type {Contact, RegionCard} from '../core/region.js';
import type {CardAction} from '../shared/events.js';
import {fill} from '../shared/fill.js';
import {fresh} from '../shared/fresh.js';
import {type IconName, icon} from '../shared/icons.js';
import {routeUrl} from './address.js';
import type {CardContext} from './card-context.js';

/** All that a card tells, as lines of text. */
const detailsOf = (contact: Contact, name: string, region: string): string => {
  const {phone, phoneHours, email, contactPage, website, vacancies, address} = contact;
  return [name, region, phone, phoneHours, email, contactPage, website, vacancies, address].filter(Boolean).join('\n');
};

/** Small buttons: copy, share, save, print, route. */
export function renderTools(
  region: RegionCard,
  contact: Contact,
  name: string,
  url: string | undefined,
  {text, language, actions}: CardContext,
): TemplateResult {
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
  const shared = {title: name, text: details, ...(url && {url})};
  const save = () => {
    const note = fill(text.vcardNote, {region: region.name});
    actions.save(region, {contact, name, note, country: text.country, language, now: new Date()});
  };
  return html`<div class="tools" part="tools">
      ${tool('copy', text.copy, () => actions.copy(region, details), text.copied)}
      ${
        'share' in (globalThis.navigator ?? {})
          ? tool('share', text.share, () => actions.share(region, shared), text.shared)
          : nothing
      }
      ${tool('save', text.save, save, text.saved)} ${print}
      ${
        address
          ? html`<a
              class="tool"
              rel="noreferrer"
              href=${routeUrl(address)}
              aria-label=${fill(text.routeTo, {address})}
              @click=${() => actions.follow(region, 'route')}
              >${icon('route')}${fresh(text.route)}</a
            >`
          : nothing
      }
    </div>
    ${
      actions.isByHand(region)
        ? html`<label class="by-hand">${text.copyByHand}<textarea readonly .value=${details}></textarea></label>`
        : nothing
    }`;
}

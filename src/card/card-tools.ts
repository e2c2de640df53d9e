import {html, isServer, nothing, type TemplateResult} from 'lit';
import type {Contact, RegionCard} from '../core/region.js';
import type {CardAction} from '../shared/events.js';
import {fill} from '../shared/fill.js';
import {fresh} from '../shared/fresh.js';
import {type IconName, icon} from '../shared/icons.js';
import type {ActionStatus} from './card-actions.js';
import type {CardContext} from './card-context.js';
import {routeUrl} from './route-url.js';
import type {CardTexts} from './texts.js';

/** A small button of a card. */
interface Tool {
  readonly icon: TemplateResult;
  readonly label: string;
  /** What the button acts on. Part of its accessible name, because every card has the same buttons. */
  readonly about: string;
  /** Shown for a moment after success. */
  readonly done: string;
  readonly status: ActionStatus;
  readonly run: () => void;
  readonly text: CardTexts;
  /** Whether it only takes its place. */
  readonly isUnseen?: boolean;
}

/** A small button. A word over it shows the outcome for a moment; its accessible name stays the same. */
export const renderTool = ({icon, label, about, done, status, run, text, isUnseen}: Tool): TemplateResult =>
  html`<span class=${isUnseen ? 'with-feedback unseen' : 'with-feedback'}>
    <button
      type="button"
      class="tool"
      aria-label=${fill(text.actionFor, {action: label, organisation: about})}
      @click=${run}
      >${icon}<span>${fresh(label)}</span></button
    >${
      status
        ? html`<span class="feedback" aria-hidden="true">${fresh(status === 'done' ? done : text.failedWord)}</span>`
        : nothing
    }
  </span>`;

/** The contents of a card as lines of text. */
const detailsOf = (contact: Contact, name: string, region: string): string => {
  const {phone, phoneHours, email, contactPage, website, vacancies, address} = contact;
  return [name, region, phone, phoneHours, email, contactPage, website, vacancies, address].filter(Boolean).join('\n');
};

/**
 * Small buttons: copy, print, save, route, share. The last one is for browsers that can share, of which a server does not
 * know.
 */
export function renderTools(
  region: RegionCard,
  contact: Contact,
  name: string,
  url: string | undefined,
  {text, actions, keepsRoom}: CardContext,
): TemplateResult {
  const tool = (action: CardAction & IconName, label: string, done: string, run: () => void, isUnseen = false) =>
    renderTool({
      icon: icon(action),
      label,
      about: name,
      done,
      status: actions.statusOf(region, action),
      run,
      text,
      isUnseen,
    });
  const {phone, email, contactPage, website, address} = contact;
  const print = tool('print', text.print, '', () => actions.print(region));
  if (!(phone || email || contactPage || website || address)) {
    return html`<div class="tools" part="tools">${print}</div>`;
  }
  const details = detailsOf(contact, name, fill(text.region, {region: region.name}));
  const canShare = 'share' in (globalThis.navigator ?? {});
  const shared = {title: name, text: details, ...(url && {url})};
  return html`<div class="tools" part="tools">
      ${tool('copy', text.copy, text.copied, () => actions.copy(region, details))}
      ${print} ${tool('save', text.save, text.saved, () => actions.save(region, contact, name))}
      ${
        address
          ? html`<a
              class="tool"
              rel="noreferrer"
              href=${routeUrl(address)}
              aria-label=${fill(text.routeTo, {address})}
              @click=${() => actions.follow(region, 'route')}
              >${icon('route')}<span>${fresh(text.route)}</span></a
            >`
          : nothing
      }
      ${
        canShare || isServer || keepsRoom
          ? tool('share', text.share, text.shared, () => actions.share(region, shared), !canShare)
          : nothing
      }
    </div>
    ${
      actions.isByHand(region)
        ? html`<label class="by-hand">${text.copyByHand}<textarea readonly .value=${details}></textarea></label>`
        : nothing
    }`;
}

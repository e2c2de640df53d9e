import {html, nothing, type TemplateResult} from 'lit';
import type {HostAction, HostNotice} from '../core/host-data-rules.js';
import type {RegionCard} from '../core/region.js';
import {fresh} from '../shared/fresh.js';
import {icon} from '../shared/icons.js';
import type {CardContext} from './card-context.js';
import {currentNotices} from './notices.js';
import {safeLink} from './safe-link.js';

/**
 * What the host page has to say to the people of a region today.
 *
 * @param organisation Who holds an event that a notice is about.
 */
export const renderNotices = (
  region: RegionCard,
  notices: readonly HostNotice[],
  organisation: string,
  context: CardContext,
): readonly TemplateResult[] =>
  currentNotices(notices, new Date()).map((notice) => renderNotice(region, notice, organisation, context));

function renderNotice(
  region: RegionCard,
  notice: HostNotice,
  organisation: string,
  {text, actions}: CardContext,
): TemplateResult {
  const href = safeLink(notice.href, ['https:']);
  return html`<div class="notice" part="notice">
    ${notice.title ? html`<p class="notice-title">${fresh(notice.title)}</p>` : nothing}
    <p>${fresh(notice.text)}</p>
    ${
      href || notice.date
        ? html`<p class="notice-links">
            ${href ? html`<a href=${href} @click=${() => actions.follow(region, 'own')}>${text.noticeMore}</a>` : nothing}
            ${
              notice.date
                ? html`<button type="button" class="tool" @click=${() => actions.saveEvent(region, notice, organisation)}>
                    ${icon('appointment')}${text.saveEvent}
                  </button>`
                : nothing
            }
          </p>`
        : nothing
    }
  </div>`;
}

/** The host's own buttons, where they lead to what a card may link to. */
export function renderOwnActions(
  region: RegionCard,
  own: readonly HostAction[],
  {actions}: CardContext,
): TemplateResult | typeof nothing {
  const safe = own.filter(({href}) => safeLink(href));
  if (safe.length === 0) return nothing;
  return html`<div class="own">
    ${safe.map(
      ({label, href, kind}) =>
        html`<a class="button" href=${href} @click=${() => actions.follow(region, 'own')}
          >${kind ? icon(kind) : nothing}<span>${fresh(label)}</span></a
        >`,
    )}
  </div>`;
}

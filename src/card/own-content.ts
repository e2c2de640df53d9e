/** What a host says of a region beside its contact data. Loaded when its data says any of it. */
import {html, nothing, type TemplateResult} from 'lit';
import type {HostAction, HostNotice, HostRegion} from '../core/host-data-rules.js';
import type {RegionCard} from '../core/region.js';
import {fresh} from '../shared/fresh.js';
import {drawIcon} from '../shared/icons.js';
import type {CardContext} from './card-context.js';
import {renderTool} from './card-tools.js';
import {KIND_ICONS} from './kind-icons.js';
import {currentNotices} from './notices.js';
import {safeLink} from './safe-link.js';

/**
 * The notices of today, and the host's own buttons.
 *
 * @param organisation Who holds an event that a notice is about.
 */
export const renderOwnContent = (
  region: RegionCard,
  {notices = [], actions = []}: HostRegion,
  organisation: string,
  context: CardContext,
): TemplateResult =>
  html`${currentNotices(notices, new Date()).map((notice) => renderNotice(region, notice, organisation, context))}
  ${renderActions(region, actions, context)}`;

function renderNotice(
  region: RegionCard,
  notice: HostNotice,
  organisation: string,
  {text, actions}: CardContext,
): TemplateResult {
  const {title, date} = notice;
  const href = safeLink(notice.href, ['https:']);
  return html`<div class="notice" part="notice">
    ${title ? html`<p class="notice-title">${fresh(title)}</p>` : nothing}
    <p>${fresh(notice.text)}</p>
    ${
      href || date
        ? html`<div class="tools">
            ${
              href
                ? html`<a class="tool" href=${href} @click=${() => actions.follow(region, 'own')}
                    >${fresh(text.noticeMore)}</a
                  >`
                : nothing
            }
            ${
              date
                ? renderTool({
                    icon: drawIcon(KIND_ICONS.appointment),
                    label: text.saveEvent,
                    about: title ?? notice.text,
                    done: text.saved,
                    status: actions.statusOf(region, notice),
                    run: () => actions.saveEvent(region, notice, organisation),
                    text,
                  })
                : nothing
            }
          </div>`
        : nothing
    }
  </div>`;
}

/** Buttons that lead to what a card may link to. */
function renderActions(
  region: RegionCard,
  all: readonly HostAction[],
  {actions}: CardContext,
): TemplateResult | typeof nothing {
  const safe = all.filter(({href}) => safeLink(href));
  if (safe.length === 0) return nothing;
  return html`<div class="own">
    ${safe.map(
      ({label, href, kind}) =>
        html`<a class="button" href=${href} @click=${() => actions.follow(region, 'own')}
          >${kind ? drawIcon(KIND_ICONS[kind]) : nothing}<span>${fresh(label)}</span></a
        >`,
    )}
  </div>`;
}

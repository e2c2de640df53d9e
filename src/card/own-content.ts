/** Renders a host's own notices and buttons. Loaded when the host sets its own data. */
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
 * Today's notices and the host's own buttons.
 *
 * @param organisation Organiser of the events in the notices.
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

/** The host's buttons, without those whose address is not allowed. */
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

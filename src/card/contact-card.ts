import {html, nothing, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import type {RegionCard} from '../core/region.js';
import {regionWithId} from '../data/index.js';
import type {HostDataController} from '../host-data/host-data-controller.js';
import {fill} from '../shared/fill.js';
import {fresh} from '../shared/fresh.js';
import {heading} from '../shared/heading.js';
import {LateTask} from '../shared/late-task.js';
import {load} from '../shared/load.js';
import {spoken} from '../shared/spoken.js';
import {CardActions} from './card-actions.js';
import type {CardHost} from './card-context.js';
import {renderNotices, renderOwnActions} from './card-notices.js';
import {CardSources} from './card-sources.js';
import {renderTools} from './card-tools.js';
import {renderLinks} from './contact-links.js';
import {DataBlock} from './data-block.js';
import {safeLink} from './safe-link.js';

/** How one card stands on the page. */
export interface CardOptions {
  /** Level of the card's heading, 1 to 6. */
  readonly level: number;
  /** Asked above the card when the visitor has to decide between regions. */
  readonly question?: string | undefined;
  /** Gemeenten that the card holds for, when there are other cards for others. */
  readonly gemeenten?: string | undefined;
  /** Line that names the place that the card answers for. */
  readonly answersFor?: TemplateResult | undefined;
  /** Whether there is no script: what needs one is left out. */
  readonly isStatic?: boolean;
  /** Address that leads to this card; shared with its details. */
  readonly url?: string | undefined;
  /** Shows a neighbouring region; without it the card names none. */
  readonly showRegion?: ((region: RegionCard) => void) | undefined;
}

/**
 * The contact cards of an element. What is not verified is left out, and every card has a next step.
 */
export class ContactCards {
  readonly #host: CardHost;
  readonly #hostData: HostDataController;
  readonly #actions: CardActions;
  readonly #dataBlock: DataBlock;
  readonly #sources: CardSources;
  readonly #gemeenten: LateTask<typeof import('../data/municipalities.js')>;

  constructor(host: CardHost, hostData: HostDataController) {
    this.#host = host;
    this.#hostData = hostData;
    this.#actions = new CardActions(host);
    this.#dataBlock = new DataBlock(host);
    this.#sources = new CardSources(host);
    this.#gemeenten = new LateTask(host);
  }

  /** What the organisation of a region is called, also when its name is not verified. */
  nameOf(region: RegionCard): string {
    return this.#hostData.contactOf(region).name ?? this.#host.text.noName;
  }

  /** A card. Each region has nodes of its own, so that nothing of one organisation is ever left beside another. */
  render(region: RegionCard, options: CardOptions): TemplateResult {
    return html`${keyed(region.id, this.#renderCard(region, options))}`;
  }

  #renderCard(region: RegionCard, options: CardOptions): TemplateResult {
    const {text, language} = this.#host;
    const {level, question, gemeenten, answersFor, isStatic, url} = options;
    const contact = this.#hostData.contactOf(region);
    const own = this.#hostData.regions[region.id];
    const {formerName, address, about = fill(text.about, {region: region.name})} = contact;
    const name = this.nameOf(region);
    const context = {text, language, actions: this.#actions};
    this.#dataBlock.add({contact, region: region.name});
    const fullName = fill(gemeenten ? text.cardNameFor : text.cardName, {
      organisation: name,
      region: spoken(region.name),
      gemeente: gemeenten,
    });
    return html`<article part="card">
      ${question ? html`<p class="question">${fresh(question)}</p>` : nothing}
      <p class="eyebrow" part="region-name">${fresh(fill(text.region, {region: region.name}))}</p>
      ${heading(level, 'card-name', fresh(name), fullName)}
      ${formerName ? html`<p class="quiet">${fresh(fill(text.formerName, {name: formerName}))}</p>` : nothing}
      ${answersFor ? html`<p class="quiet answers-for">${answersFor}</p>` : nothing}
      <p class="about">${fresh(about)}</p>
      ${renderLinks(region, contact, context)}
      ${address ? html`<p class="quiet" part="address">${fresh(address)}</p>` : nothing}
      <slot name=${`region-${region.id}`}></slot>
      ${renderNotices(region, own?.notices ?? [], name, context)}
      ${renderOwnActions(region, own?.actions ?? [], context)}
      ${isStatic ? nothing : renderTools(region, contact, name, url, context)}
      ${isStatic ? nothing : this.#renderGemeenten(region)}
      ${this.#renderNeighbours(region, options)}
      ${this.#sources.render(region, contact, own?.organisation ?? {}, text, isStatic)}
      ${this.#renderReport()}
    </article>`;
  }

  /** The gemeenten of a region, loaded when the visitor wants to see them. */
  #renderGemeenten(region: RegionCard): TemplateResult {
    const {text} = this.#host;
    const names = this.#gemeenten.value?.municipalitiesOf(region.id);
    const failed = this.#gemeenten.state.status === 'failed';
    return html`<details class="more" @toggle=${this.#handleToggle}>
      <summary>${text.gemeenten}</summary>
      <p>${fresh(names?.join(', ') ?? (failed ? text.gemeentenFailed : ''))}</p>
    </details>`;
  }

  readonly #handleToggle = ({currentTarget}: Event): void => {
    if ((currentTarget as HTMLDetailsElement).open) {
      this.#gemeenten.runOnce(() => load(() => import('../data/municipalities.js')));
    }
  };

  /** Regions at the border of this one, those with the longest border first. */
  #renderNeighbours(region: RegionCard, {showRegion, isStatic}: CardOptions): TemplateResult | typeof nothing {
    const {text} = this.#host;
    const neighbours = region.neighbours.flatMap((id) => regionWithId(id) ?? []);
    if (!showRegion || isStatic || neighbours.length === 0) return nothing;
    return html`<p class="neighbours">
      ${text.neighbours}
      ${neighbours.map(
        (each, index) =>
          html`${index > 0 ? ', ' : ''}<button type="button" class="inline" @click=${() => showRegion(each)}>${each.name}</button>`,
      )}
    </p>`;
  }

  #renderReport(): TemplateResult | typeof nothing {
    const href = safeLink(this.#host.getAttribute('report-url'), ['https:', 'mailto:']);
    return href ? html`<p class="report"><a href=${href}>${this.#host.text.report}</a></p>` : nothing;
  }
}

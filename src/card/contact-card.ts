import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import type {HostData, HostRegion} from '../core/host-data-rules.js';
import type {Contact, RegionCard} from '../core/region.js';
import {regionWithId} from '../data/index.js';
import type {HostDataController} from '../host-data/host-data-controller.js';
import {RegioErrorEvent} from '../shared/events.js';
import {fill} from '../shared/fill.js';
import {fresh} from '../shared/fresh.js';
import {heading} from '../shared/heading.js';
import {LateTask} from '../shared/late-task.js';
import {load} from '../shared/load.js';
import {spoken} from '../shared/spoken.js';
import {CardActions} from './card-actions.js';
import type {CardHost} from './card-host.js';
import {CardSources} from './card-sources.js';
import {renderTools} from './card-tools.js';
import {renderLinks} from './contact-links.js';
import type {DataBlock} from './data-block.js';
import type {renderOwnContent} from './own-content.js';
import {safeLink} from './safe-link.js';
import type {DescribedCard} from './structured-data.js';

/** Most neighbouring regions that a card names. */
const MAX_NEIGHBOURS = 4;

/** Options for one card. */
export interface CardOptions {
  /** Level of the card's heading, 1 to 6. */
  readonly level: number;
  /** Question above the card when the visitor has to choose between regions. */
  readonly question?: string | undefined;
  /** Gemeenten that the card applies to, when other gemeenten have another card. */
  readonly gemeenten?: string | undefined;
  /** Line that names the place or postcode that led to this card. */
  readonly answersFor?: TemplateResult | undefined;
  /** True without a script: everything that needs one is left out. */
  readonly isStatic?: boolean;
  /** Address of the page that opens at this card; shared along with the details. */
  readonly url?: string | undefined;
  /** Shows a neighbouring region; without it the card lists no neighbours. */
  readonly showRegion?: ((region: RegionCard) => void) | undefined;
}

/** Renders a host's own notices and buttons. */
export interface OwnContent {
  readonly renderOwnContent: typeof renderOwnContent;
}

/** The host's own data, with the code that renders it. */
interface HostContent extends OwnContent {
  readonly data: Pick<HostDataController, 'regions'>;
}

/**
 * The contact cards of an element. Facts that are not verified are left out, and every card offers a next step.
 */
export class ContactCards implements ReactiveController {
  /** Whether a server has rendered a card here, in whose place no lower one may come. */
  keepsRoom = false;

  readonly #host: CardHost;
  readonly #actions: CardActions;
  readonly #sources: CardSources;
  readonly #gemeenten: LateTask<typeof import('../data/municipalities.js')>;
  readonly #own: LateTask<HostContent>;
  /** The host's properties at the last attempt to load its data: a failed load is tried again only with other ones. */
  #asked: readonly unknown[] = [];
  readonly #dataBlock: LateTask<DataBlock>;
  /** Cards rendered in the current update. */
  #described: DescribedCard[] = [];

  constructor(host: CardHost) {
    this.#host = host;
    this.#actions = new CardActions(host);
    this.#sources = new CardSources(host);
    this.#gemeenten = new LateTask(host);
    this.#own = new LateTask<HostContent>(host);
    this.#dataBlock = new LateTask<DataBlock>(host);
    host.addController(this);
  }

  hostUpdate(): void {
    this.#described = [];
    this.#loadOwn();
  }

  /** Updates the data block for search engines, if the host wants one. */
  hostUpdated(): void {
    const host = this.#host;
    const cards = host.hasAttribute('structured-data') ? this.#described : [];
    if (cards.length > 0 && this.#dataBlock.state.status === 'idle') {
      this.#dataBlock.run(async () => {
        const {DataBlock} = await load(() => import('../card/data-block.js'));
        return new DataBlock(host);
      });
    }
    try {
      this.#dataBlock.value?.write(cards);
    } catch (error) {
      host.dispatchEvent(new RegioErrorEvent(error as Error));
    }
  }

  /** Sets checked host data and its renderer, for a server, where nothing is loaded later. */
  prepareStatic(data: HostData, ownContent: OwnContent): void {
    this.#own.state = {status: 'done', value: {data: {regions: data}, ...ownContent}};
  }

  /** Loads the code for the host's own data once the host sets any. After a failure, other data starts a new attempt. */
  #loadOwn(): void {
    const {organisations, dataSrc} = this.#host;
    const {status} = this.#own.state;
    const isNew = organisations !== this.#asked[0] || dataSrc !== this.#asked[1];
    if (!(organisations || dataSrc) || !(status === 'idle' || (status === 'failed' && isNew))) return;
    this.#asked = [organisations, dataSrc];
    this.#own.run(async () => {
      const [{HostDataController}, {renderOwnContent}] = await Promise.all([
        load(() => import('../host-data/host-data-controller.js')),
        load(() => import('../card/own-content.js')),
      ]);
      return {data: new HostDataController(this.#host), renderOwnContent};
    });
  }

  /** The host's own data for a region. */
  #ownOf({id}: RegionCard): HostRegion | undefined {
    return this.#own.value?.data.regions[id];
  }

  /** Contact data of a region's organisation: the bundled data, overridden by the host's. */
  #contactOf(region: RegionCard): Contact {
    return {...region.organisation, ...this.#ownOf(region)?.organisation};
  }

  /** Name of a region's organisation, or a general word when its name is not verified. */
  nameOf(region: RegionCard): string {
    return this.#contactOf(region).name ?? this.#host.text.noName;
  }

  /** A card. Each region has its own nodes: page translators rewrite text nodes, and reused ones would mix organisations. */
  render(region: RegionCard, options: CardOptions): TemplateResult {
    return html`${keyed(region.id, this.#renderCard(region, options))}`;
  }

  #renderCard(region: RegionCard, options: CardOptions): TemplateResult {
    const {text} = this.#host;
    const {level, question, gemeenten, answersFor, isStatic, url} = options;
    const contact = this.#contactOf(region);
    const own = this.#ownOf(region);
    const {formerName, address, about = fill(text.about, {region: region.name})} = contact;
    const name = this.nameOf(region);
    const context = {text, actions: this.#actions, keepsRoom: this.keepsRoom};
    this.#described.push({contact, region: region.name});
    const fullName = fill(gemeenten ? text.cardNameFor : text.cardName, {
      organisation: name,
      region: spoken(region.name),
      gemeente: gemeenten,
    });
    const rest = fullName.startsWith(name) ? fullName.slice(name.length) : '';
    return html`<article part="card">
      ${question ? html`<p class="question">${fresh(question)}</p>` : nothing}
      <p class="eyebrow" part="region-name">${fresh(fill(text.region, {region: region.name}))}</p>
      ${heading(level, 'card-name', fresh(name), fullName, rest)}
      ${formerName ? html`<p class="quiet">${fresh(fill(text.formerName, {name: formerName}))}</p>` : nothing}
      ${answersFor ? html`<p class="quiet answers-for">${answersFor}</p>` : nothing}
      <p class="about">${fresh(about)}</p>
      ${renderLinks(region, contact, context)}
      ${address ? html`<p class="quiet" part="address">${fresh(address)}</p>` : nothing}
      <slot name=${`region-${region.id}`}></slot>
      ${own && this.#own.value?.renderOwnContent(region, own, name, context)}
      <div class="small">
        ${isStatic ? nothing : renderTools(region, contact, name, url, context)}
        ${isStatic ? nothing : this.#renderGemeenten(region)}
        ${this.#sources.render(region, contact, own?.organisation ?? {}, text, isStatic)}
        ${this.#renderNeighbours(region, options)}
        ${this.#renderReport()}
      </div>
    </article>`;
  }

  /** The gemeenten of a region, loaded when the visitor opens the list. */
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

  /** Neighbouring regions, longest shared border first. */
  #renderNeighbours(region: RegionCard, {showRegion, isStatic}: CardOptions): TemplateResult | typeof nothing {
    const {text} = this.#host;
    const neighbours = region.neighbours.slice(0, MAX_NEIGHBOURS).flatMap((id) => regionWithId(id) ?? []);
    if (!showRegion || isStatic || neighbours.length === 0) return nothing;
    return html`<div class="neighbours">
      <p>${fresh(text.neighbours)}</p>
      <ul class="tools">
        ${neighbours.map(
          (each) =>
            html`<li>
              <button type="button" class="tool" @click=${() => showRegion(each)}>${fresh(each.name)}</button>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  #renderReport(): TemplateResult | typeof nothing {
    const href = safeLink(this.#host.getAttribute('report-url'), ['https:', 'mailto:']);
    return href ? html`<p class="report"><a href=${href}>${this.#host.text.report}</a></p>` : nothing;
  }
}

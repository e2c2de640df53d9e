import {html, nothing, type TemplateResult} from 'lit';
import type {Contact, RegionCard} from '../core/region.js';
import {fill} from '../shared/fill.js';
import {fresh} from '../shared/fresh.js';
import {type LateHost, LateTask} from '../shared/late-task.js';
import {load} from '../shared/load.js';
import {monthOf} from './dates.js';
import {FIELDS, namesOf} from './fact-names.js';
import type {CardTexts} from './texts.js';

/** The small print of a card: the age of its facts and, on request, the source of each. */
export class CardSources {
  readonly #list: LateTask<typeof import('./source-list.js')>;

  constructor(host: LateHost) {
    this.#list = new LateTask(host);
  }

  /**
   * @param contact The facts that the card shows.
   * @param isStatic True without a script: the list of sources cannot be loaded then.
   * @param own Contact data of the host page. It has no source here, even where it equals the bundled data.
   */
  render(
    region: RegionCard,
    contact: Contact,
    own: Contact,
    text: CardTexts,
    isStatic = false,
  ): TemplateResult | typeof nothing {
    const ours = FIELDS.filter(
      (field) => !(field in own) && contact[field] !== undefined && contact[field] === region.organisation[field],
    );
    const [main] = ours;
    const date = main && region.dates[main];
    if (!date) return nothing;
    const same = ours.filter((field) => region.dates[field] === date);
    const age = fill(text.seen, {facts: namesOf(same, text), date: monthOf(date, text.months)});
    if (isStatic) return html`<p class="sources" part="sources">${age}</p>`;
    const failed = this.#list.state.status === 'failed';
    return html`<details class="sources" part="sources" @toggle=${this.#handleToggle}>
      <summary>${fresh(age)}</summary>
      ${this.#list.value?.renderSourceList(region.id, ours, text) ?? html`<p>${failed ? text.sourcesFailed : ''}</p>`}
    </details>`;
  }

  readonly #handleToggle = ({currentTarget}: Event): void => {
    if ((currentTarget as HTMLDetailsElement).open)
      this.#list.runOnce(() => load(() => import('../card/source-list.js')));
  };
}

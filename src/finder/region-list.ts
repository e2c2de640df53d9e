import {html, isServer, nothing, type TemplateResult} from 'lit';
import type {ContactCards} from '../card/contact-card.js';
import type {RegionCard} from '../core/region.js';
import {regions} from '../data/index.js';
import {spoken} from '../shared/spoken.js';
import type {Prerendered} from './prerendered.js';
import type {KaartTexts} from './texts.js';

/** What the list of regions needs for rendering. */
interface ListContext {
  readonly text: KaartTexts;
  /** Level of the finder's own heading, 1 to 6. */
  readonly level: number;
  readonly cards: ContactCards;
  /** Called with the id of the region that the visitor chooses. */
  readonly choose: (regionId: string) => void;
}

/**
 * The list of all regions.
 *
 * @param selected Id of the region whose card is shown.
 * @param prerendered State of the list before the script ran.
 */
export function renderRegionList(
  selected: string | null,
  prerendered: Pick<Prerendered, 'isListClosed' | 'opened'>,
  context: ListContext,
): TemplateResult {
  return html`<details part="list" ?open=${!prerendered.isListClosed}>
    <summary>${context.text.list}</summary>
    <ul>
      ${regions.map(
        (region) =>
          html`<li>
            ${
              isServer || prerendered.opened.has(region.id)
                ? renderOpening(region, region.id === selected, context)
                : renderButton(region, region.id === selected, context)
            }
          </li>`,
      )}
    </ul>
  </details>`;
}

/** An accessible name for names with a slash, which screen readers would read as "slash". */
const labelOf = (name: string) => (spoken(name) === name ? nothing : spoken(name));

/**
 * A region that opens to its contact facts without a script. Regions that the visitor opened before the script ran stay
 * open in this form.
 */
const renderOpening = (region: RegionCard, isSelected: boolean, {level, cards}: ListContext): TemplateResult =>
  html`<details class="region" data-region=${region.id} ?open=${!isServer}>
    <summary part="list-item" aria-current=${isSelected ? 'true' : nothing} aria-label=${labelOf(region.name)}>${region.name}</summary>
    ${cards.render(region, {level: level + 1, isStatic: true})}
  </details>`;

const renderButton = ({id, name}: RegionCard, isSelected: boolean, {choose}: ListContext): TemplateResult =>
  html`<button
    type="button"
    part="list-item"
    aria-current=${isSelected ? 'true' : nothing}
    aria-label=${labelOf(name)}
    value=${id}
    @click=${() => choose(id)}
  >${name}</button>`;

import {html, type PropertyDeclarations} from 'lit';
import {regionWithId} from '../data/index.js';
import {baseStyles} from '../shared/base-styles.js';
import {load} from '../shared/load.js';
import {RegioElement} from '../shared/regio-element.js';
import {tokens} from '../shared/tokens.js';
import {warnOfSetting} from '../shared/warn.js';
import {cardStyles} from './card-styles.js';
import {ContactCards} from './contact-card.js';
import {type CardTexts, cardNl} from './texts.js';

/**
 * Only the contact card of one region.
 * Content between the tags shows until the element is upgraded, and while there is no such region.
 *
 * @attr {string} report-url - Adds a link to report an error at the foot of the card: an https or mailto address.
 * @attr {boolean} structured-data - Puts what the card shows beside the element, as schema.org data for search engines.
 * @slot - What visitors without JavaScript see.
 * @slot region-<id> - Shown in the card of that region: the host's own news or training, say.
 * @fires {RegioActionEvent} regio-action - The visitor used the card: called, wrote, copied and so on.
 * @fires {RegioErrorEvent} regio-error - A part could not be loaded, or data of the host was refused. The rest keeps working.
 * @csspart card - A contact card.
 * @csspart region-name - Name of the region, above the name of the organisation.
 * @csspart card-name - Name of the organisation, heading of the card.
 * @csspart phone - Link that calls.
 * @csspart email - Link that writes: mail or contact page.
 * @csspart website - Link to the site.
 * @csspart vacancies - Link to the organisation's own jobs site.
 * @csspart address - Visiting address.
 * @csspart message - What is missing on the card, and where to go instead.
 * @csspart notice - Message of the host for this region.
 * @csspart actions - The links of a card.
 * @csspart tools - Small buttons: copy, share, save, print, route.
 * @csspart sources - Age and sources of the facts.
 */
export class RegioContact extends RegioElement<CardTexts> {
  static override styles = [tokens, baseStyles, cardStyles];

  static override properties: PropertyDeclarations = {
    region: {reflect: true},
    organisations: {attribute: false},
    dataSrc: {attribute: 'data-src'},
  };

  /** Id of the region. */
  region: string | null = null;

  /** The host's own contact data, laid over the bundled data and checked field by field; see `organisations.schema.json`. */
  organisations: unknown = null;

  /** Address of a JSON file with the host's own contact data. */
  dataSrc: string | null = null;

  private readonly cards = new ContactCards(this);

  constructor() {
    super({
      dutch: cardNl,
      loadEnglish: async () => (await load(() => import('../card/texts-en.js'))).cardEn,
    });
  }

  protected override showsText(): boolean {
    return !!this.region;
  }

  protected override render() {
    const region = regionWithId(this.region);
    if (this.region && !region) warnOfSetting('region', this.region);
    return html`<div class="root" lang=${this.language}>
      ${region ? this.cards.render(region, {level: this.level}) : html`<slot></slot>`}
    </div>`;
  }
}

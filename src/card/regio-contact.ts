import {html, type PropertyDeclarations} from 'lit';
import {RegioElement, regionOf} from '../shared/regio-element.js';
import {tokens} from '../shared/tokens.js';
import {cardStyles} from './card-styles.js';
import {renderCard} from './contact-card.js';

/**
 * The contact card of one region, alone.
 * Content between the tags shows until the element is upgraded, and while there is no such region.
 *
 * @slot - What visitors without JavaScript see.
 */
export class RegioContact extends RegioElement {
  static override styles = [tokens, cardStyles];

  static override properties: PropertyDeclarations = {region: {reflect: true}};

  /** Id of the region. */
  region: string | null = null;

  protected override render() {
    const region = regionOf(this.region);
    return html`<div class="root" lang=${this.language}>${region ? renderCard(region, this, this.level) : html`<slot></slot>`}</div>`;
  }

  protected override updated(): void {
    this.fetchExtras();
  }
}

import {html, type TemplateResult} from 'lit';
import type {RegionCard} from '../core/region.js';
import type {RegioElement} from '../elements/regio-element.js';

/** What a card shows besides who and how to reach. */
export interface CardExtras {
  renderExtras(region: RegionCard, host: RegioElement): TemplateResult;
}

export function renderExtras(_region: RegionCard, _host: RegioElement): TemplateResult {
  return html``;
}

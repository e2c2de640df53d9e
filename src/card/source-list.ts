import {html, type TemplateResult} from 'lit';
import type {ContactField} from '../core/region.js';
import {facts} from '../data/facts.js';
import {fill} from '../shared/fill.js';
import {monthOf} from './dates.js';
import {namesOf} from './fact-names.js';
import {safeLink} from './safe-link.js';
import {seenFacts} from './seen.js';
import type {CardTexts} from './texts.js';

/** A source: a link to an https page, the name of an http site without a link, or any other text as it is. */
function renderSource(source: string): TemplateResult | string {
  const site = /^https?:\/\/(?:www\.)?([^/]+)/.exec(source)?.[1];
  const href = safeLink(source, ['https:']);
  return href ? html`<a href=${href}>${site}</a>` : (site ?? source);
}

/**
 * Lists the sources of a region's facts, with one line for each source and date.
 *
 * @param fields The facts that the card shows.
 */
export function renderSourceList(regionId: string, fields: readonly ContactField[], text: CardTexts): TemplateResult {
  return html`<ul>
    ${seenFacts(facts[regionId] ?? {}, fields).map(({fields: same, source, date, undated}) => {
      const when = fill(text.seen, {facts: namesOf(same, text), date: monthOf(date, text.months)});
      return html`<li>${`${when} ${text.source} `}${renderSource(source)}${undated ? ` ${text.undated}` : ''}</li>`;
    })}
  </ul>`;
}

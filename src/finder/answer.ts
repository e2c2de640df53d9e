import {html, type TemplateResult} from 'lit';
import type {ContactCards} from '../card/contact-card.js';
import type {Choice, FinderState} from '../core/finder-state.js';
import type {RegionCard} from '../core/region.js';
import {fill} from '../shared/fill.js';
import {fresh} from '../shared/fresh.js';
import {heading} from '../shared/heading.js';
import {spoken} from '../shared/spoken.js';
import {summaryOf} from './sentences.js';
import type {KaartTexts} from './texts.js';

/** What the answer needs for rendering. */
export interface AnswerContext {
  readonly text: KaartTexts;
  /** Level of the finder's own heading, 1 to 6. */
  readonly level: number;
  readonly cards: ContactCards;
  /** Gemeente of a postcode, once it has been loaded. */
  readonly gemeenteOf: (pc4: number) => string | undefined;
  /** Address of the page that opens at the card of a region, if there is one. */
  readonly urlOf: (region: RegionCard) => string | undefined;
  /** Shows the card of a neighbouring region. */
  readonly showRegion: (region: RegionCard) => void;
}

/** The answer below the field: a card, cards to choose from, the reason why there is none, or how to begin. */
export function renderAnswer(state: FinderState<RegionCard>, context: AnswerContext): TemplateResult {
  const {text, level, cards} = context;
  if (state.kind === 'region') {
    return cards.render(state.region, {
      level: level + 1,
      answersFor: answersFor(state, context),
      url: context.urlOf(state.region),
      showRegion: context.showRegion,
    });
  }
  if (state.kind === 'choice') {
    return html`${renderSummary(state, context)}
    ${state.candidates.map((choice) => renderChoice(choice, context))}`;
  }
  if (state.kind === 'miss' && state.status === 'unknown') {
    return html`${renderSummary(state, context)}
      <p>${text.unknownHelp}</p>`;
  }
  return html`<p class="start quiet">${text.start}</p>`;
}

/** The answer as a heading. */
function renderSummary(state: FinderState<RegionCard>, {text, level, cards}: AnswerContext): TemplateResult {
  const summary = summaryOf(state, text, (region) => cards.nameOf(region));
  return heading(level + 1, 'answer', fresh(summary), spoken(summary) === summary ? undefined : spoken(summary));
}

/** One of the cards that the visitor has to choose from, with a line that says whom it is for. */
function renderChoice({region, gemeenten, pc4}: Choice<RegionCard>, context: AnswerContext): TemplateResult {
  const {text, level, cards} = context;
  const names = gemeenten.join(text.or);
  const question = names ? fill(text.choiceCard, {gemeente: names}) : pc4 && fill(text.choiceCode, {pc4});
  return cards.render(region, {
    level: level + 2,
    gemeenten: names,
    question: question || undefined,
    url: context.urlOf(region),
  });
}

/**
 * The postcode or name that the card answers. The gemeente has its own line from the start, so that nothing moves when
 * that of a postcode is loaded later.
 */
function answersFor(
  {pc4, place}: Extract<FinderState<RegionCard>, {kind: 'region'}>,
  {text, gemeenteOf}: AnswerContext,
): TemplateResult | undefined {
  if (pc4 === undefined && !place) return undefined;
  const gemeente = pc4 === undefined ? place?.gemeente : gemeenteOf(pc4);
  const asked = {pc4, name: place?.alias ?? place?.name, gemeente};
  const whole = place
    ? fill(gemeente ? text.answeredNameIn : text.answeredName, asked)
    : fill(gemeente ? text.answeredPostcodeIn : text.answeredPostcode, asked);
  const end = gemeente ? whole.lastIndexOf(', ') + 1 : 0;
  const first = end ? whole.slice(0, end) : whole;
  const second = end ? whole.slice(end) : '';
  return html`${fresh(first)}<span>${fresh(second)}</span>`;
}

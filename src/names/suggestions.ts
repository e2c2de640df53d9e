/** The list of places under the field, with the search for names. Loaded from the first letter on. */
import {html, nothing, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {markOf} from '../core/names/mark.js';
import type {NamedPlace} from '../core/names/named-place.js';
import {resolveName, suggestNames} from '../core/names/search.js';
import {nameIndex} from '../data/names.js';
import {announce, PAUSE_MS} from '../shared/announcer.js';
import {fill} from '../shared/fill.js';
import type {FieldActions, FieldHost} from './field-host.js';
import {suggestionStyles} from './suggestion-styles.js';

/** Most suggestions in the list, so that it can be read at a glance. No name has more places. */
const MOST_SHOWN = 8;

/** From this many characters on, the absence of suggestions is announced. */
const MIN_NONE = 3;

/** Pixels between the field and its suggestions. */
const GAP_PX = 8;

/** Least height of the list, however little room there is. */
const LEAST_HEIGHT_PX = 112;

/** The field that the suggestions belong to. */
interface SuggestedField {
  value: string;
  readonly changed: () => void;
  readonly input: HTMLElement | null;
}

/** The suggestions of one field. */
export class Suggestions {
  /** Index of the suggestion that the arrow keys have reached, or -1. */
  active = -1;

  readonly #host: FieldHost;
  readonly #actions: FieldActions;
  readonly #field: SuggestedField;
  #shown: readonly NamedPlace[] = [];
  /** Whether a suggestion was chosen. It stays until the field loses the focus, or screen readers would read the field again. */
  #isChosen = false;
  /** The part of the names that the visitor typed, normalised. */
  #part = '';
  /** The last announcement about the suggestions since they opened. */
  #announced = '';

  constructor(host: FieldHost, actions: FieldActions, field: SuggestedField) {
    this.#host = host;
    this.#actions = actions;
    this.#field = field;
    host.addStyles(suggestionStyles);
  }

  get isOpen(): boolean {
    return this.#shown.length > 0 && !this.#isChosen;
  }

  get isShown(): boolean {
    return this.#shown.length > 0;
  }

  /** The suggestion that the arrow keys have reached. */
  get current(): NamedPlace | undefined {
    return this.#shown[this.active];
  }

  /** Shows suggestions for a text, and announces their number once the visitor pauses. */
  suggest(text: string): void {
    const {places, part} = suggestNames(text, nameIndex);
    this.#show(places, part);
    const {text: words, language} = this.#host;
    const count = this.#shown.length;
    if (!count && text.trim().length < MIN_NONE) return;
    const message = count > 1 ? fill(words.placesMany, {count}) : count ? words.placesOne : words.placesNone;
    if (message === this.#announced) return;
    this.#announced = message;
    announce(this.#host, message, language, PAUSE_MS);
  }

  /**
   * Answers a text if it can mean only one thing; else offers what it may mean.
   *
   * @param byHost Whether the text is from the host page: the focus then stays where it is.
   */
  answer(text: string, byHost = false): void {
    const result = resolveName(text, nameIndex);
    if (result.status === 'found') this.#accept(result.place, byHost);
    else if (result.status === 'none') this.#actions.noName(text, byHost);
    else this.#offer(result.places, result.part, byHost);
  }

  /** The visitor chose a place from the list. */
  choose(place: NamedPlace): void {
    if (place.regions.length > 1) {
      this.#offer(this.#actions.partsOf(place), '', false);
      return;
    }
    this.#field.value = place.alias ?? place.name;
    this.#field.changed();
    this.#isChosen = true;
    this.#actions.found(place, false);
  }

  /** Answers with a place; for an area in several regions it offers those regions. */
  #accept(place: NamedPlace, byHost: boolean): void {
    if (place.regions.length > 1) {
      this.#offer(this.#actions.partsOf(place), '', byHost);
      return;
    }
    this.close();
    this.#actions.found(place, byHost);
  }

  #offer(places: readonly NamedPlace[], part: string, byHost: boolean): void {
    const {text} = this.#host;
    const [first, second] = places.map(({alias, name}) => alias ?? name);
    // If the field does not have the focus, a press outside the list closes it.
    if (byHost) addEventListener('pointerdown', this.#handlePress, {once: true});
    else this.#field.input?.focus();
    this.#show(places, part);
    this.#actions.notify(first === second ? text.placesChoose : text.placesMean);
    if (!byHost) this.#actions.undecided(places);
  }

  /** @param part The part of the names to mark, normalised. */
  #show(places: readonly NamedPlace[], part: string): void {
    this.active = -1;
    this.#isChosen = false;
    this.#shown = places.slice(0, MOST_SHOWN);
    this.#part = part;
    this.#host.requestUpdate();
  }

  close(): void {
    this.#announced = '';
    this.active = -1;
    this.#isChosen = false;
    if (!this.#shown.length) return;
    this.#shown = [];
    this.#host.requestUpdate();
  }

  /** Acts on a key in the field, whose text is a name. */
  handleKey(event: KeyboardEvent, text: string): void {
    const {key, altKey} = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const down = key === 'ArrowDown';
      event.preventDefault();
      if (altKey && !down) this.close();
      else if (altKey || !this.isOpen) this.suggest(text);
      else this.#move(down);
    } else if (key === 'Escape' && this.isOpen) {
      // Kept from a dialog around the element, which would close.
      event.preventDefault();
      event.stopPropagation();
      this.close();
    } else if (/^(Home|End|ArrowLeft|ArrowRight)$/.test(key) && this.current) {
      // These keys move the caret in the field, so the selection leaves the list.
      this.#activate(-1);
    }
  }

  /** Moves the active suggestion by one; beyond either end the field itself is active again. */
  #move(down: boolean): void {
    const last = this.#shown.length - 1;
    const next = down ? this.active + 1 : this.active < 0 ? last : this.active - 1;
    this.#activate(next > last ? -1 : next);
  }

  #activate(index: number): void {
    this.active = index;
    this.#host.requestUpdate();
    this.#host.updateComplete.then(() => {
      const list = this.#list;
      const option = list?.children[index];
      // Without `scrollIntoView()`, which would also scroll boxes of the page.
      if (!list || !(option instanceof HTMLElement)) return;
      const below = option.offsetTop + option.offsetHeight - list.clientHeight;
      if (option.offsetTop < list.scrollTop) list.scrollTop = option.offsetTop;
      else if (below > list.scrollTop) list.scrollTop = below;
    });
  }

  render(): TemplateResult {
    return html`${this.#shown.map((place, index) => this.#renderOption(place, index))}`;
  }

  /** Moves the open list into the top layer, where no box of the page can clip it, and to its place under the field. */
  updated(): void {
    const popup = this.#popup;
    if (!popup || typeof popup.showPopover !== 'function') return;
    const isOpen = popup.matches(':popover-open');
    if (this.isShown && !isOpen) {
      popup.showPopover();
      addEventListener('scroll', this.#position, true);
      addEventListener('resize', this.#position);
    } else if (!this.isShown && isOpen) {
      popup.hidePopover();
      this.disconnect();
    }
    if (this.isShown) this.#position();
  }

  disconnect(): void {
    removeEventListener('scroll', this.#position, true);
    removeEventListener('resize', this.#position);
  }

  get #popup(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.suggestions');
  }

  get #list(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('#places');
  }

  #renderOption(place: NamedPlace, index: number): TemplateResult {
    const shown = place.alias ?? place.name;
    const [from, to] = markOf(shown, this.#part);
    const about = this.#describe(place);
    const option = html`<div
      id=${`place-${index}`}
      role="option"
      part="suggestion"
      aria-selected=${index === this.active ? 'true' : 'false'}
      @click=${() => this.choose(place)}
    ><span>${shown.slice(0, from)}<strong>${shown.slice(from, to)}</strong>${shown.slice(to)}</span>${
      about ? html`<small>${about}</small>` : nothing
    }</div>`;
    // New nodes for each text that changes; `fresh()` explains why.
    return html`${keyed(`${shown} ${about} ${from} ${to}`, option)}`;
  }

  /** Tells a place from its namesakes by its kind, gemeente and provincie. */
  #describe({name, alias, kind, within, gemeente, provincie}: NamedPlace): string {
    const {text} = this.#host;
    const kinds = {
      woonplaats: '',
      gemeente: text.kindGemeente,
      provincie: text.kindProvincie,
      regio: text.kindRegio,
      wijk: within ? fill(text.kindWijk, {place: within}) : '',
    };
    const parts = [
      kinds[kind],
      alias && name,
      gemeente && gemeente !== name && gemeente !== within && fill(text.placesIn, {gemeente}),
      provincie,
    ];
    return parts.filter((part) => part).join(', ');
  }

  readonly #handlePress = (event: Event): void => {
    if (!event.composedPath().includes(this.#host)) this.close();
  };

  /** Positions the list below the field and its error, or above the field if there is more room. */
  readonly #position = (): void => {
    const popup = this.#popup;
    const list = this.#list;
    const field = popup?.parentElement?.getBoundingClientRect();
    if (!popup || !list || !field) return;
    const {visualViewport} = window;
    const top = visualViewport?.offsetTop ?? 0;
    const below = top + (visualViewport?.height ?? innerHeight) - field.bottom - 2 * GAP_PX;
    const above = field.top - top - 2 * GAP_PX;
    const isAbove = above > below && list.scrollHeight > below;
    const {style} = popup;
    list.style.maxHeight = `${Math.max(isAbove ? above : below, LEAST_HEIGHT_PX)}px`;
    style.left = `${field.left}px`;
    style.width = `${field.width}px`;
    style.top = isAbove ? 'auto' : `${field.bottom + GAP_PX}px`;
    style.bottom = isAbove ? `${document.documentElement.clientHeight - field.top + GAP_PX}px` : 'auto';
  };
}

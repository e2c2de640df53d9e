import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {live} from 'lit/directives/live.js';
import {isNameText} from '../core/names/name-text.js';
import type {NamedPlace} from '../core/names/named-place.js';
import {announce, cancelAnnouncement, PAUSE_MS} from '../shared/announcer.js';
import {fill} from '../shared/fill.js';
import {fresh} from '../shared/fresh.js';
import type {Language} from '../shared/language.js';
import {type LateHost, LateTask} from '../shared/late-task.js';
import {load} from '../shared/load.js';
import type {NamesTexts} from './texts.js';

/** As many suggestions as are read at a glance; no name has more places. */
const MOST_SHOWN = 8;

/** From this many characters on, it is worth saying that there is no suggestion. */
const MIN_NONE = 3;

/** Pixels between the field and its suggestions, and between these and the edge of the window. */
const GAP_PX = 8;

/** Suggestions are never lower than this. */
const LEAST_HEIGHT_PX = 112;

/** Keys that a page or a dialog around the field may want to hear of. */
const PAGE_KEY = /^(Tab|Escape|F\d+)$/;

type NameSearch = typeof import('./name-search.js');

/** The element that shows the field. */
export interface FieldHost extends LateHost {
  readonly language: Language;
  readonly text: NamesTexts;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** What the field tells of what the visitor does. */
export interface FieldActions {
  /** The text changed by the visitor's hand. */
  readonly typed: (text: string) => void;
  /** The visitor wants an answer for a text that is not about a place. */
  readonly submitted: (text: string) => void;
  /** The visitor wants an answer for a text that is no name of a place. */
  readonly noName: (text: string) => void;
  /** A place, by its whole name or chosen from the list. It lies in one region. */
  readonly found: (place: NamedPlace) => void;
  /** The text may mean any of these places, which the list now shows. */
  readonly undecided: (places: readonly NamedPlace[]) => void;
  /** Something for the visitor to know, shown by the element and read aloud; empty to take it back. */
  readonly say: (message: string) => void;
  /** The places that the regions of an area stand for. */
  readonly partsOf: (area: NamedPlace) => readonly NamedPlace[];
}

/**
 * The field that takes postcodes and names of places: an editable combobox with list autocomplete, as the ARIA
 * Authoring Practices have it. The focus stays in the field. Names are loaded from the first letter on; without them
 * it still takes postcodes.
 */
export class NamesField implements ReactiveController {
  /** The text in the field. */
  value = '';

  readonly #host: FieldHost;
  readonly #actions: FieldActions;
  readonly #names: LateTask<NameSearch>;
  /** Whether the visitor asked for letters, so that phones show them. */
  #letters = false;
  #open = false;
  #shown: readonly NamedPlace[] = [];
  /** The part of the names that the visitor typed, folded. */
  #part = '';
  /** Index of the suggestion that the keys are on, or -1. */
  #active = -1;
  /** Counts what overtakes a wait for the names: another text, another answer. */
  #turn = 0;
  #waiting = false;
  /** What was last said of the suggestions since they opened. */
  #heard = '';
  /** Whether the visitor has changed the text since its error was said, and is still in the field. */
  #isMending = false;

  constructor(host: FieldHost, actions: FieldActions) {
    this.#host = host;
    this.#actions = actions;
    this.#names = new LateTask<NameSearch>(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#overtake();
    this.#close();
    removeEventListener('scroll', this.#place, true);
    removeEventListener('resize', this.#place);
  }

  /** The suggestions are moved into the top layer once they are rendered. */
  hostUpdated(): void {
    const popup = this.#host.renderRoot.querySelector<HTMLElement>('.suggestions');
    if (!popup || typeof popup.showPopover !== 'function') return;
    const isOpen = popup.matches(':popover-open');
    if (this.#open && !isOpen) {
      popup.showPopover();
      addEventListener('scroll', this.#place, true);
      addEventListener('resize', this.#place);
    } else if (!this.#open && isOpen) {
      popup.hidePopover();
      removeEventListener('scroll', this.#place, true);
      removeEventListener('resize', this.#place);
    }
    if (this.#open) this.#place();
  }

  get input(): HTMLInputElement | null {
    return this.#host.renderRoot?.querySelector('input') ?? null;
  }

  /** Puts a text into the field, as the host page may; what was waited for is not wanted any more. */
  setValue(value: string): void {
    this.value = value;
    this.#overtake();
    this.#close();
    this.#host.requestUpdate();
  }

  /** Another answer came: what was asked of the names before is not to come after it. */
  overtake(): void {
    this.#overtake();
    this.#close();
  }

  /** Makes the field ready for letters, and goes there. */
  askForPlace(): void {
    const {input} = this;
    const {text} = this.#host;
    this.#letters = true;
    if (input) {
      // At once: phones bring their keyboard up within the visitor's own action only, and change it with the focus.
      input.inputMode = 'text';
      input.blur();
      input.focus();
      input.select();
    }
    this.#host.requestUpdate();
    if (this.#names.value) return;
    const turn = ++this.#turn;
    this.#actions.say(text.placesLoading);
    this.#load().then((names) => {
      if (turn === this.#turn) this.#actions.say(names ? '' : text.placesFailed);
    });
  }

  /** Answers for the text in the field. */
  submit(): void {
    // Browsers and their extensions fill fields in without a word.
    this.value = this.input?.value ?? this.value;
    cancelAnnouncement(this.#host);
    const named = this.#shown[this.#active];
    if (named) this.#choose(named);
    else if (isNameText(this.value)) this.#resolve();
    else this.#actions.submitted(this.value);
  }

  /**
   * @param error What is wrong with the text, or empty.
   */
  render(error: string): TemplateResult {
    const {text} = this.#host;
    const expanded = this.#open && this.#shown.length > 0;
    return html`<label part="label" for="postcode">${text.label}</label>
      <p class="quiet" id="hint" part="hint">${text.hint}</p>
      <div class="field">
        <div class="row">
          <input
            part="input"
            id="postcode"
            role="combobox"
            inputmode=${this.#letters ? 'text' : 'numeric'}
            autocomplete=${this.#letters ? 'off' : 'postal-code'}
            autocorrect="off"
            enterkeyhint="search"
            spellcheck="false"
            aria-autocomplete="list"
            aria-controls="places"
            aria-expanded=${expanded ? 'true' : 'false'}
            aria-activedescendant=${expanded && this.#active >= 0 ? `place-${this.#active}` : nothing}
            aria-describedby=${error ? 'error' : this.#isMending ? nothing : 'hint'}
            aria-invalid=${error ? 'true' : nothing}
            .value=${live(this.value)}
            @input=${this.#handleInput}
            @keydown=${this.#handleKey}
            @keypress=${this.#keepKey}
            @keyup=${this.#keepKey}
            @click=${this.#suggest}
            @blur=${this.#handleBlur}
          >
          <button part="submit" @click=${this.#handleSubmitClick}>${text.submit}</button>
        </div>
        ${error ? html`<p part="error" id="error">${fresh(error)}</p>` : nothing}
        ${this.#renderSuggestions()}
      </div>`;
  }

  #renderSuggestions(): TemplateResult {
    return html`<div
      class=${this.#open ? 'suggestions open' : 'suggestions'}
      part="suggestions"
      popover="manual"
      @mousedown=${(event: Event) => event.preventDefault()}
    >
      <div id="places" role="listbox" aria-label=${this.#host.text.placesList}>
        ${this.#shown.map((place, index) => this.#renderOption(place, index))}
      </div>
    </div>`;
  }

  #renderOption(place: NamedPlace, index: number): TemplateResult {
    const shown = place.alias ?? place.name;
    const [from, to] = this.#names.value?.markOf(shown, this.#part) ?? [0, 0];
    const about = this.#describe(place);
    // In nodes of its own, like every text that changes: see fresh().
    return html`${keyed(`${shown} ${about} ${from} ${to}`, this.#renderOptionOf(place, index, [shown.slice(0, from), shown.slice(from, to), shown.slice(to)], about))}`;
  }

  #renderOptionOf(place: NamedPlace, index: number, [before, marked, after]: readonly string[], about: string) {
    return html`<div
      id=${`place-${index}`}
      role="option"
      part="suggestion"
      aria-selected=${index === this.#active ? 'true' : 'false'}
      @click=${() => this.#choose(place)}
    ><span>${before}<strong>${marked}</strong>${after}</span>${about ? html`<small>${about}</small>` : nothing}</div>`;
  }

  /** What tells a place from its namesakes: its kind, its gemeente, its provincie. */
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

  #load(): Promise<NameSearch | undefined> {
    const {state} = this.#names;
    if (state.status === 'pending') return this.#loading;
    this.#loading = this.#names.runOnce(() => load(() => import('../names/name-search.js')));
    return this.#loading;
  }
  #loading: Promise<NameSearch | undefined> = Promise.resolve(undefined);

  #overtake(): void {
    this.#turn++;
    if (this.#waiting) this.#actions.say('');
    this.#waiting = false;
  }

  readonly #handleInput = (): void => {
    this.value = this.input?.value ?? '';
    // A description that changes while the focus is here would be read after each key.
    if (this.input?.ariaInvalid) this.#isMending = true;
    this.#overtake();
    this.#actions.typed(this.value);
    this.#suggest();
  };

  /** Shows what the text in the field suggests; loads the names first where they are not there. */
  readonly #suggest = async (): Promise<void> => {
    const {value} = this;
    const root = this.#host.renderRoot as ShadowRoot;
    if (!isNameText(value)) {
      this.#close();
      return;
    }
    const names = this.#names.value ?? (await this.#load());
    if (value !== this.value || root.activeElement !== this.input) return;
    if (!names) {
      this.#actions.say(this.#host.text.placesFailed);
      return;
    }
    const {places, part} = names.suggest(value);
    this.#show(places, part);
    this.#sayCount();
  };

  /** Says how many suggestions there are once the visitor pauses. */
  #sayCount(): void {
    const {text, language} = this.#host;
    const count = this.#shown.length;
    if (!count && this.value.trim().length < MIN_NONE) return;
    const message = count > 1 ? fill(text.placesMany, {count}) : count ? text.placesOne : text.placesNone;
    if (message === this.#heard) return;
    this.#heard = message;
    announce(this.#host, message, language, PAUSE_MS);
  }

  /** Answers for a name when it leaves no doubt; else offers what it may mean. */
  async #resolve(): Promise<void> {
    const {value} = this;
    const {text} = this.#host;
    let names = this.#names.value;
    if (!names) {
      const turn = ++this.#turn;
      this.#waiting = true;
      this.#actions.say(text.placesLoading);
      names = await this.#load();
      if (turn !== this.#turn) return;
      this.#waiting = false;
      this.#actions.say(names ? '' : text.placesFailed);
      if (!names) return;
    }
    const result = names.resolve(value);
    if (result.status === 'found') this.#accept(result.place, false);
    else if (result.status === 'choice') this.#offer(result.places, result.part);
    else this.#actions.noName(value);
  }

  #offer(places: readonly NamedPlace[], part: string): void {
    const {text} = this.#host;
    this.input?.focus();
    this.#show(places, part);
    const isName = this.#names.value?.markOf(places[0]?.alias ?? places[0]?.name ?? '', part)[1] ?? 0;
    this.#actions.say(isName > 0 && places.length > 1 ? text.placesChoose : text.placesMean);
    this.#actions.undecided(places);
  }

  #choose(place: NamedPlace): void {
    if (place.regions.length > 1) this.#offer(this.#actions.partsOf(place), '');
    else this.#accept(place, true);
  }

  #accept(place: NamedPlace, chosen: boolean): void {
    if (place.regions.length > 1) {
      this.#offer(this.#actions.partsOf(place), '');
      return;
    }
    if (chosen) this.value = place.alias ?? place.name;
    this.#close();
    this.#actions.found(place);
  }

  #show(places: readonly NamedPlace[], part: string): void {
    this.#active = -1;
    this.#shown = places.slice(0, MOST_SHOWN);
    this.#part = part;
    this.#open = this.#shown.length > 0;
    this.#host.requestUpdate();
  }

  readonly #handleBlur = (): void => {
    this.#isMending = false;
    this.#close();
    this.#host.requestUpdate();
  };

  readonly #close = (): void => {
    this.#heard = '';
    this.#active = -1;
    if (!this.#open) return;
    this.#open = false;
    this.#shown = [];
    this.#host.requestUpdate();
  };

  /** Puts the suggestions under the field and what is said of it; above it where there is more room. */
  readonly #place = (): void => {
    const popup = this.#host.renderRoot.querySelector<HTMLElement>('.suggestions');
    const list = popup?.querySelector<HTMLElement>('#places');
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

  #activate(index: number): void {
    this.#active = index;
    this.#host.requestUpdate();
    this.#host.updateComplete.then(() => {
      const list = this.#host.renderRoot.querySelector<HTMLElement>('#places');
      const option = list?.children[index];
      // Not scrollIntoView, which would scroll the boxes of the page too.
      if (!list || !(option instanceof HTMLElement)) return;
      const below = option.offsetTop + option.offsetHeight - list.clientHeight;
      if (option.offsetTop < list.scrollTop) list.scrollTop = option.offsetTop;
      else if (below > list.scrollTop) list.scrollTop = below;
    });
  }

  /** Keys for the field are none for the page: its shortcuts would act on what the visitor types. */
  readonly #keepKey = (event: KeyboardEvent): void => {
    if (!PAGE_KEY.test(event.key) && !event.ctrlKey && !event.metaKey) event.stopPropagation();
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    const {key} = event;
    this.#keepKey(event);
    if (event.isComposing) return;
    if (key === 'Enter') {
      // Not by submission of the form, which frames may forbid.
      event.preventDefault();
      this.submit();
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      this.#handleArrow(event);
    } else if (key === 'Escape' && this.#open) {
      // A dialog around the element stays open.
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    } else if (/^(Home|End|ArrowLeft|ArrowRight)$/.test(key) && this.#active >= 0) {
      // The caret moves, so the field is meant again.
      this.#activate(-1);
    }
  };

  #handleArrow(event: KeyboardEvent): void {
    const down = event.key === 'ArrowDown';
    if (!isNameText(this.value)) return;
    event.preventDefault();
    if (event.altKey) {
      if (down) this.#suggest();
      else this.#close();
      return;
    }
    if (!this.#open) {
      this.#suggest();
      return;
    }
    const last = this.#shown.length - 1;
    const next = down ? this.#active + 1 : this.#active < 0 ? last : this.#active - 1;
    // Beyond either end lies the field itself.
    this.#activate(next > last ? -1 : next);
  }

  readonly #handleSubmitClick = (event: Event): void => {
    event.preventDefault();
    this.submit();
  };
}

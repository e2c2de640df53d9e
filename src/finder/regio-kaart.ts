import {html, nothing, type PropertyDeclarations, type TemplateResult} from 'lit';
import {cardStyles} from '../card/card-styles.js';
import {renderCard} from '../card/contact-card.js';
import {type FinderState, START, sameState, selectedRegion, stateOfResult} from '../core/finder-state.js';
import {type LookupData, type LookupResult, lookupText} from '../core/lookup.js';
import type {PostcodeTable} from '../core/postcode-table.js';
import type {RegionCard} from '../core/region.js';
import {lookupDataOf, regions} from '../data/index.js';
import {announce, announcer} from '../shared/announcer.js';
import {RegioMissEvent, RegioSelectEvent, type SelectSource} from '../shared/events.js';
import {heading} from '../shared/heading.js';
import {RegioElement, regionOf} from '../shared/regio-element.js';
import {tokens} from '../shared/tokens.js';
import {loadLocation, loadMap, loadOutlines, loadPlaces} from './chunks.js';
import type {Finder} from './finder.js';
import {kaartStyles} from './finder-styles.js';
import type {MapView} from './map-view.js';
import {fill} from './strings.js';

/** Time after which the table is unpacked: the form is on the screen by then, and nobody has typed four digits. */
const UNPACK_MS = 200;

/** How far outside the viewport the map starts to load. */
const LOAD_MARGIN = '200px';

let data: LookupData<RegionCard> | undefined;

const find = (text?: unknown): LookupResult<RegionCard> => {
  data ??= lookupDataOf(regions);
  return lookupText(text, data);
};

/**
 * Finds the regional employer organisation for a Dutch postcode, a click on the map or a choice from the list,
 * and shows its contact card. Content between the tags shows until the element is upgraded.
 *
 * @slot - What visitors without JavaScript see.
 * @slot heading - Replaces the heading.
 * @slot intro - Replaces the sentence above the field.
 * @slot help - Below the field.
 * @slot footer - Below everything.
 * @fires {RegioSelectEvent} regio-select - The visitor chose a region, by postcode, map, list or location.
 * @fires {RegioMissEvent} regio-miss - What the visitor typed leads nowhere.
 * @fires {RegioErrorEvent} regio-error - A part could not be loaded, or data of the host was refused.
 * @csspart heading - The heading.
 * @csspart form - The postcode form.
 * @csspart label - Label of the field.
 * @csspart input - The field.
 * @csspart submit - The search button.
 * @csspart location - The button "Gebruik mijn locatie".
 * @csspart error - What is wrong with the text in the field.
 * @csspart card - A contact card.
 * @csspart card-name - Name of the organisation, heading of the card.
 * @csspart phone - Link that calls.
 * @csspart email - Link that writes: mail or contact page.
 * @csspart website - Link to the site.
 * @csspart address - Visiting address.
 * @csspart message - What the card cannot tell.
 * @csspart actions - The links of a card.
 * @csspart list - The list of regions.
 * @csspart map - The map.
 * @csspart map-controls - Buttons of the map.
 * @csspart attribution - Credits of the map.
 */
export class RegioKaart extends RegioElement {
  static override styles = [tokens, cardStyles, kaartStyles];

  static override properties: PropertyDeclarations = {
    postcode: {},
    region: {reflect: true},
    map: {},
    tiles: {},
    noLocation: {type: Boolean, attribute: 'no-location'},
  };

  /** Text to look up at the start or when set. Setting it fires no event. */
  postcode = '';

  /** Id of the selected region, null when there is none. Setting it fires no event. */
  region: string | null = null;

  /** `visible`: the map loads when it comes near the viewport. `click`: a button loads it. `none`: there is no map. */
  map: 'visible' | 'click' | 'none' = 'visible';

  /** `pdok`: offers a background map, loaded on the visitor's click only. */
  tiles: 'pdok' | '' = '';

  /** Leaves out "Gebruik mijn locatie". */
  noLocation = false;

  #state: FinderState<RegionCard> = START;
  #map: MapView | 'loading' | 'failed' | undefined;
  #note = '';
  #placesAsked = false;

  readonly #nearing =
    window.IntersectionObserver &&
    new IntersectionObserver(
      (entries) => {
        if (entries.at(-1)?.isIntersecting) this.#loadMap();
      },
      {rootMargin: LOAD_MARGIN},
    );

  /** What the features that are fetched later may do here. */
  readonly #finder: Finder = {
    host: this,
    answer: (state, source) => this.#answer(state, source),
    say: (note) => this.#say(note),
  };

  override connectedCallback(): void {
    super.connectedCallback();
    announcer(this);
    // Unpacks the table once the form is there, so that the first key does not have to.
    setTimeout(find, UNPACK_MS);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (changed.has('postcode') && this.postcode) this.#become(stateOfResult(find(this.postcode)));
    if (changed.has('region') && this.region !== (selectedRegion(this.#state)?.id ?? null)) this.select(this.region);
  }

  protected override render(): TemplateResult {
    const {text} = this;
    return html`<div class="root" lang=${this.language}>
      <slot name="heading">${heading(this.level, 'heading', text.heading)}</slot>
      <slot name="intro"><p class="intro">${text.intro}</p></slot>
      <div class="layout">
        ${this.#renderForm()}
        <div class="answer">${this.#renderAnswer()}</div>
        ${this.map === 'none' ? nothing : html`<div class="map" tabindex="-1">${this.#renderMap()}</div>`}
        ${this.#renderList()}
      </div>
      <slot name="footer"></slot>
    </div>`;
  }

  #renderForm(): TemplateResult {
    const {text} = this;
    const error = this.#error;
    return html`<form part="form" novalidate @submit=${this.#handleSubmit}>
      <label part="label" for="postcode">${text.label}</label>
      <p class="quiet" id="hint">${text.hint}</p>
      <div class="row">
        <input
          part="input"
          id="postcode"
          inputmode="numeric"
          autocomplete="postal-code"
          enterkeyhint="search"
          .value=${this.postcode ?? ''}
          aria-describedby="hint error"
          aria-invalid=${error ? 'true' : nothing}
          @input=${this.#handleInput}
        >
        <button part="submit">${text.submit}</button>
      </div>
      ${error && html`<p part="error" id="error">${error}</p>`}
      <div class="row">
        ${this.noLocation ? nothing : html`<button type="button" class="link" part="location" @click=${this.#handleLocation}>${text.location}</button>`}
        <button type="button" class="link" @click=${this.#handlePlaces}>${text.places}</button>
      </div>
      ${this.#note && html`<p class="quiet">${this.#note}</p>`}
      <slot name="help"></slot>
    </form>`;
  }

  #renderAnswer(): TemplateResult {
    const {text, level} = this;
    const state = this.#state;
    if (state.kind === 'region') return renderCard(state.region, this, level + 1);
    if (state.kind === 'start' || this.#error) return html`<p class="start quiet">${text.start}</p>`;
    return html`${heading(level + 1, 'answer', this.#summary)}${
      state.kind === 'choice'
        ? state.candidates.map(({region, gemeenten}) =>
            renderCard(
              region,
              this,
              level + 2,
              gemeenten[0] && fill(text.choiceCard, {gemeente: gemeenten.join(text.or)}),
            ),
          )
        : html`<p>${text.unknownHelp}</p>`
    }`;
  }

  #renderMap(): TemplateResult {
    const {text} = this;
    const map = this.#map;
    if (typeof map === 'function') return map(this.#state, this, this.#handleMapSelect);
    const button = map === 'failed' ? text.retry : this.map === 'click' && !map ? text.showMap : '';
    const words = map === 'failed' ? text.failed : button ? '' : text.mapLoading;
    return html`${words && html`<p>${words}</p>`}
    ${button && html`<button @click=${this.#loadMap}>${button}</button>`}`;
  }

  #renderList(): TemplateResult {
    return html`<details part="list" open>
      <summary>${this.text.list}</summary>
      <ul>
        ${regions.map(
          ({id, name}) =>
            html`<li><button aria-pressed=${id === this.region} value=${id} @click=${this.#handleListClick}>${name}</button></li>`,
        )}
      </ul>
    </details>`;
  }

  protected override updated(): void {
    if (this.renderRoot.querySelector('article')) this.fetchExtras();
    const frame = this.renderRoot.querySelector('.map');
    this.#nearing?.disconnect();
    if (!frame || this.map === 'click' || this.#map) return;
    if (this.#nearing) this.#nearing.observe(frame);
    else this.#loadMap();
  }

  /**
   * Looks a postcode up and shows the answer, as if it had been typed. Fires no event.
   *
   * @param text As typed; see `parsePostcode` for what is forgiven.
   */
  lookup(text: string): LookupResult<RegionCard> {
    const result = find(text);
    this.#type(text);
    this.#become(stateOfResult(result));
    return result;
  }

  /**
   * Shows the card of a region. Fires no event. An id that no region has leads back to the start, with a warning.
   */
  select(regionId: string | null): void {
    const region = regionOf(regionId);
    this.#become(region ? {kind: 'region', region} : START);
  }

  /** Back to the start: field empty, nothing selected. Fires no event. */
  reset(): void {
    this.#type('');
    this.#become(START);
  }

  /** The unpacked postcode table, once a postcode was looked up; the points of the postcodes are packed with it. */
  get table(): PostcodeTable | undefined {
    return data?.table;
  }

  get #input(): HTMLInputElement | null {
    return this.renderRoot?.querySelector('input');
  }

  /** What is wrong with the text in the field. */
  get #error(): string {
    const state = this.#state;
    return state.kind === 'miss' && state.status === 'invalid' ? this.text[state.reason] : '';
  }

  /** The answer in one sentence. */
  get #summary(): string {
    const {text} = this;
    const state = this.#state;
    if (state.kind === 'region') {
      const {name = text.noName} = this.contactOf(state.region);
      return fill(text.found, {organisation: name, region: state.region.name});
    }
    if (state.kind === 'choice') return state.title ?? fill(text.choice, state);
    return state.kind === 'miss' && state.status === 'unknown' ? fill(text.unknown, state) : this.#error;
  }

  #type(text: string): void {
    if (this.#input) this.#input.value = text;
  }

  #handleInput(): void {
    // So that they are there with the answer, and nothing below it moves.
    this.fetchExtras(true);
    // The answer comes as soon as it can; what is wrong is only said on submit.
    const result = find(this.#input?.value);
    if (result.status !== 'invalid') this.#answer(stateOfResult(result), 'postcode');
    else if (/^\D*\d?\p{L}/u.test(result.text)) this.#awaitPlace();
  }

  /** Lets the field search places too, from the first letter on; again at the next one if that fails. */
  async #awaitPlace(): Promise<void> {
    if (this.#placesAsked) return;
    this.#placesAsked = true;
    this.#placesAsked = await this.#try(loadPlaces, ({searchPlaces}) => searchPlaces(this.#finder, false));
  }

  #handleSubmit(event: Event): void {
    event.preventDefault();
    if (this.#finder.submitPlace?.()) return;
    this.#answer(stateOfResult(find(this.#input?.value)), 'postcode');
    if (this.#error) this.#input?.focus();
    else this.#focusAnswer();
  }

  #handleLocation(): void {
    this.#try(loadLocation, ({locate}) => locate(this.#finder));
  }

  #handlePlaces(): void {
    this.#try(loadPlaces, ({searchPlaces}) => searchPlaces(this.#finder, true));
  }

  /** Runs a feature that the visitor asked for; says so when it cannot be had. */
  async #try<T>(load: () => Promise<T>, run: (loaded: T) => unknown): Promise<boolean> {
    const worked = await this.use(load, run);
    if (!worked) this.#say(this.text.partFailed);
    return worked;
  }

  #handleListClick({currentTarget}: Event): void {
    this.#choose((currentTarget as HTMLButtonElement).value, 'list');
    this.#focusAnswer();
  }

  #handleMapSelect({regionId}: Event & {regionId: string}): void {
    this.#choose(regionId, 'map');
    this.#scrollToAnswer();
  }

  #choose(regionId: string, source: SelectSource): void {
    const region = regionOf(regionId);
    if (region) this.#answer({kind: 'region', region}, source);
  }

  /** Shows what the visitor's own action led to, and lets assistive technology and the host know. */
  #answer(state: FinderState<RegionCard>, source: SelectSource): void {
    if (sameState(state, this.#state)) return;
    this.#become(state);
    // Rendered at once, so that listeners and focus find the answer in place.
    this.performUpdate();
    announce(this, this.#summary, this.language);
    if (state.kind === 'region') this.dispatchEvent(new RegioSelectEvent(state.region.id, source));
    if (state.kind === 'miss') this.dispatchEvent(new RegioMissEvent(state));
  }

  /** Says something in the form, and aloud. */
  #say(note: string): void {
    this.#note = note;
    this.requestUpdate();
    announce(this, note, this.language);
  }

  #become(state: FinderState<RegionCard>): void {
    this.#note = '';
    this.#state = state;
    this.region = selectedRegion(state)?.id ?? null;
    this.pc4 = state.kind === 'region' ? state.pc4 : undefined;
    this.requestUpdate();
  }

  #focusAnswer(): void {
    this.renderRoot.querySelector<HTMLElement>('.answer [tabindex]')?.focus();
    this.#scrollToAnswer();
  }

  /** Focus brings the heading into view; what follows it is what the visitor came for. */
  #scrollToAnswer(): void {
    this.renderRoot.querySelector('.answer')?.scrollIntoView({block: 'nearest'});
  }

  async #loadMap(): Promise<void> {
    // The button goes; what it stood in keeps the focus, so that the next Tab leads into the map.
    (this.renderRoot as ShadowRoot).activeElement?.closest<HTMLElement>('.map')?.focus();
    this.#map = 'loading';
    this.requestUpdate();
    const loaded = await this.use(
      () => Promise.all([loadMap(), loadOutlines()]),
      ([{mapView}, {outlines}]) => {
        this.#map = mapView(regions, outlines);
      },
    );
    if (!loaded) {
      this.#map = 'failed';
      announce(this, this.text.failed, this.language);
    }
    this.requestUpdate();
  }
}

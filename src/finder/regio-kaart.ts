import {html, isServer, nothing, type PropertyDeclarations, type TemplateResult} from 'lit';
import {cardStyles} from '../card/card-styles.js';
import {ContactCards, type OwnContent} from '../card/contact-card.js';
import {type FinderState, START, sameState, selectedRegion} from '../core/finder-state.js';
import type {HostData} from '../core/host-data-rules.js';
import type {LookupResult} from '../core/lookup.js';
import {isNameText} from '../core/names/name-text.js';
import type {NamedPlace} from '../core/names/named-place.js';
import {toText} from '../core/postcode.js';
import type {RegionCard} from '../core/region.js';
import {regions, regionWithId} from '../data/index.js';
import {NamesField} from '../names/names-field.js';
import {namesStyles} from '../names/names-styles.js';
import {announce, announcer, cancelAnnouncement, PAUSE_MS} from '../shared/announcer.js';
import {baseStyles} from '../shared/base-styles.js';
import {RegioChoiceEvent, RegioMissEvent, RegioSelectEvent, type SelectSource} from '../shared/events.js';
import {fill} from '../shared/fill.js';
import {fresh} from '../shared/fresh.js';
import {heading} from '../shared/heading.js';
import {LateTask} from '../shared/late-task.js';
import {load} from '../shared/load.js';
import {Ordinal} from '../shared/ordinal.js';
import {RegioElement} from '../shared/regio-element.js';
import {spoken} from '../shared/spoken.js';
import {tokens} from '../shared/tokens.js';
import {warnOfSetting} from '../shared/warn.js';
import {type AnswerContext, renderAnswer} from './answer.js';
import type {DeepLink} from './deep-link.js';
import {find, stateOf} from './find-state.js';
import {finderStyles} from './finder-styles.js';
import type {LocationController} from './location-controller.js';
import {MapLoader} from './map-loader.js';
import {Prerendered} from './prerendered.js';
import {renderRegionList} from './region-list.js';
import type {renderPicture} from './region-picture.js';
import {errorOf, summaryOf} from './sentences.js';
import {type KaartTexts, kaartNl} from './texts.js';

/** The event by which the map reports the visitor's choice. */
type MapSelectEvent = Event & {readonly regionId: string; readonly byKey?: boolean};

/**
 * Finds the regional employer organisation for a Dutch postcode, the name of a place, a click on the map or a choice
 * from the list, and shows its contact card. Content between the tags shows until the element is upgraded.
 *
 * @attr {string} report-url - Adds a link to report an error at the foot of the card: an https or mailto address.
 * @attr {boolean} structured-data - Puts what the card shows beside the element, as schema.org data for search engines.
 * @slot - What visitors without JavaScript see.
 * @slot heading - Replaces the heading.
 * @slot intro - Replaces the sentence above the field.
 * @slot help - Below the field.
 * @slot footer - Below everything.
 * @slot region-<id> - Shown in the card of that region: the host's own news or training, say.
 * @fires {RegioSelectEvent} regio-select - The visitor chose a region, by postcode, place, map, list or location.
 * @fires {RegioChoiceEvent} regio-choice - What the visitor typed may mean several regions; nothing is selected yet.
 * @fires {RegioMissEvent} regio-miss - There is no answer for what the visitor typed.
 * @fires {RegioActionEvent} regio-action - The visitor used the card: called, wrote, copied and so on.
 * @fires {RegioErrorEvent} regio-error - A part could not be loaded, or data of the host was refused. The rest keeps working.
 * @csspart heading - The heading.
 * @csspart form - The form.
 * @csspart label - Label of the field.
 * @csspart hint - What to type, below the label.
 * @csspart input - The field.
 * @csspart submit - The search button.
 * @csspart location - The button "Gebruik mijn locatie".
 * @csspart places - The button "Zoek op plaats".
 * @csspart suggestions - The list of places under the field.
 * @csspart suggestion - A place in that list.
 * @csspart error - What is wrong with the text in the field.
 * @csspart note - Message about a search that is under way or has failed.
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
 * @csspart list - The list of regions.
 * @csspart list-item - A region in the list.
 * @csspart map - The map.
 * @csspart map-controls - Buttons of the map.
 * @csspart attribution - Credits of the map.
 */
export class RegioKaart extends RegioElement<KaartTexts> {
  static override styles = [tokens, baseStyles, cardStyles, namesStyles, finderStyles];

  static override properties: PropertyDeclarations = {
    // Setting the same postcode again looks it up again, because the visitor may have typed another one since.
    postcode: {hasChanged: () => true},
    region: {reflect: true},
    map: {},
    tiles: {},
    tileSource: {attribute: false},
    deepLink: {type: Boolean, attribute: 'deep-link'},
    noLocation: {type: Boolean, attribute: 'no-location'},
    organisations: {attribute: false},
    dataSrc: {attribute: 'data-src'},
  };

  /**
   * Text to look up at the start or when set: a postcode, or the name of a place; empty or null leads back to the start.
   * Setting it fires no event. If `region` is set too, the postcode counts if it has an answer.
   */
  postcode: string | null = '';

  /** Id of the selected region, null when there is none. Setting it fires no event. */
  region: string | null = null;

  /** `visible`: the map loads when it comes near the viewport. `click`: a button loads it. `none`: there is no map. */
  map: 'visible' | 'click' | 'none' = 'visible';

  /** `pdok`: offers a background map, which is loaded only when the visitor asks for it. */
  tiles: 'pdok' | '' = '';

  /** Another background map to offer: an https address with `{z}`, `{x}` and `{y}`, and the credit to show. */
  tileSource: {readonly url: string; readonly attribution: string; readonly maxZoom?: number} | null = null;

  /** Keeps the chosen region in the address of the page, as `#regio=<id>`. At the start it overrides `postcode` and `region`. */
  deepLink = false;

  /** Leaves out "Gebruik mijn locatie". */
  noLocation = false;

  /** The host's own contact data, laid over the bundled data and checked field by field; see `organisations.schema.json`. */
  organisations: unknown = null;

  /** Address of a JSON file with the host's own contact data. */
  dataSrc: string | null = null;

  #state: FinderState<RegionCard> = START;
  #note = '';

  readonly #ordinal = new Ordinal(this);
  readonly #cards = new ContactCards(this);
  readonly #prerendered = new Prerendered(this, (text) => {
    this.#field.value = text;
    // The answer starts a rendering of its own, so it waits for the present one.
    this.updateComplete.then(() => this.#handleTyped(text));
  });
  readonly #points = new LateTask<typeof import('../data/points.js')>(this);
  readonly #mapLoader = new MapLoader(this, () => announce(this, this.text.failed, this.language));
  readonly #location = new LateTask<LocationController>(this);
  readonly #link = new LateTask<DeepLink>(this);
  readonly #field = new NamesField(this, {
    typed: (text) => this.#handleTyped(text),
    submitted: (text) => this.#handleSubmitted(text),
    noName: (text, byHost) => this.#handleNoName(text, byHost),
    found: (place, byHost) => this.#handlePlace(place, byHost),
    undecided: (places) =>
      this.#dispatchChoice(places.flatMap((place) => place.regions.flatMap((index) => regions[index] ?? []))),
    notify: (message) => this.#notify(message),
    partsOf: (area) =>
      area.regions.map((index) => ({kind: 'regio', name: regions[index]?.name ?? '', regions: [index]})),
  });

  constructor() {
    super({
      dutch: kaartNl,
      loadEnglish: async () => {
        const [{finderEn}, {cardEn}] = await Promise.all([
          load(() => import('../finder/texts-en.js')),
          load(() => import('../card/texts-en.js')),
        ]);
        return {...finderEn, ...cardEn};
      },
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.ownerDocument) announcer(this);
  }

  /** Takes over prerendered markup, if there is any. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    this.#prerendered.find(root);
    this.#cards.keepsRoom = root.querySelector('.answer article') !== null;
    return root;
  }

  /** The contents of the shadow root on a server, where nothing can be loaded later. @internal */
  renderStatic(
    english: KaartTexts,
    data: HostData,
    ownContent: OwnContent,
    drawPicture: typeof renderPicture,
  ): TemplateResult {
    this.#mapLoader.setPicture(drawPicture);
    this.setEnglish(english);
    this.#cards.prepareStatic(data, ownContent);
    this.willUpdate(
      new Map<PropertyKey, unknown>([
        ['postcode', ''],
        ['region', null],
      ]),
    );
    return this.render();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    // At the start, the region in a shared link counts.
    const isAtStart = !this.hasUpdated && (!this.postcode || this.#link.value?.hasRegion);
    if (changed.has('postcode') && !isAtStart) this.#applyPostcode();
    if (changed.has('region') && this.region !== (selectedRegion(this.#state)?.id ?? null)) this.select(this.region);
    // After a failure it is loaded when the attribute is set again, not at every rendering.
    if (this.deepLink && (changed.has('deepLink') || this.#link.state.status === 'idle')) this.#loadLink();
    if (!isServer && 'pc4' in this.#state && this.#state.pc4 !== undefined) this.#loadPoints();
  }

  protected override loadFirstParts(): Promise<unknown>[] {
    const parts = super.loadFirstParts();
    if (this.deepLink) parts.push(this.#loadLink());
    return parts;
  }

  protected override hasText(key: string): boolean {
    // The texts of the map and of the location search are loaded with those parts, so only the form of the key is checked.
    return super.hasText(key) || /^(map|location)[A-Z]/.test(key);
  }

  protected override render(): TemplateResult {
    const {text} = this;
    // With an ARIA attribute the box is in the accessibility tree of Chromium, and Orca takes the answer and the map for
    // parts of one whole. Otherwise it leaves the answer for the region that becomes selected on the map.
    return html`<div class="root" aria-busy="false" lang=${this.language}>
      <slot name="heading">${heading(this.level, 'heading', text.heading)}</slot>
      <slot name="intro"><p class="intro">${text.intro}</p></slot>
      <div class="layout">
        ${this.#renderForm()}
        <div class="answer">${renderAnswer(this.#state, this.#answerContext)}</div>
        ${this.map === 'none' ? nothing : html`<div class="map" tabindex="-1">${this.#renderMap()}</div>`}
        ${renderRegionList(this.region, this.#prerendered, {
          text,
          level: this.level,
          cards: this.#cards,
          choose: (id) => this.#handleListChoice(id),
        })}
      </div>
      <slot name="footer"></slot>
    </div>`;
  }

  #renderForm(): TemplateResult {
    const {text} = this;
    // Outside a dialog the method `dialog` does nothing, so that Enter does not leave the page before the script has run.
    return html`<form
      part="form"
      role="search"
      aria-label=${fill(text.formName, {number: this.#ordinal.suffix}).trim()}
      novalidate
      method="dialog"
      @submit=${this.#handleSubmit}
    >
      ${this.#field.render(this.#error)}
      <div class="row">
        ${
          this.noLocation
            ? nothing
            : html`<button type="button" class="link" part="location" @click=${this.#handleLocationClick}>
                ${text.location}
              </button>`
        }
        <button type="button" class="link" part="places" @click=${this.#handlePlacesClick}>${text.places}</button>
      </div>
      ${this.#note ? html`<p class="quiet" part="note">${fresh(this.#note)}</p>` : nothing}
      <slot name="help"></slot>
    </form>`;
  }

  get #answerContext(): AnswerContext {
    return {
      text: this.text,
      level: this.level,
      cards: this.#cards,
      gemeenteOf: (pc4) => this.#points.value?.postcodePoint(pc4)?.gemeente,
      urlOf: ({id}) => this.#link.value?.urlOf(id),
      showRegion: (region) => this.#handleNeighbour(region),
    };
  }

  #renderMap(): TemplateResult {
    const state = this.#state;
    const {data: mapData} = this.#mapLoader;
    if (!mapData) {
      const answers = state.kind === 'choice' ? state.candidates : state.kind === 'region' ? [state] : [];
      const marked = answers.map(({region}) => region.id);
      return this.#mapLoader.renderWait(marked, this.#prerendered.picture);
    }
    return html`<regio-map
      exportparts="map, map-controls, attribution"
      lang=${this.language}
      .regions=${mapData.regions}
      .sources=${mapData.sources}
      .selected=${selectedRegion(state)?.id ?? null}
      .candidates=${state.kind === 'choice' ? state.candidates.map(({region}) => region.id) : []}
      .marker=${this.#marker}
      .suffix=${this.#ordinal.suffix}
      .tiles=${this.tiles}
      .tileSource=${this.tileSource}
      .strings=${this.strings}
      @regio-map-select=${this.#handleMapSelect}
    ></regio-map>`;
  }

  /**
   * Looks a text up and shows the answer, as if it had been typed. Fires no event. Returns what the text is as a postcode:
   * the name of a place is none, and is answered once the names have loaded.
   *
   * @param text As typed; `parsePostcode` says which forms are accepted.
   */
  lookup(text: string): LookupResult<RegionCard> {
    const result = find(text);
    this.#setState(this.#ask(toText(text), result));
    return result;
  }

  /**
   * Shows the card of a region. Fires no event. An unknown id leads back to the start, with a warning.
   */
  select(regionId: string | null): void {
    this.#field.cancel();
    this.#applyRegion(regionId);
  }

  /** Back to the start: field empty, nothing selected. Fires no event. */
  reset(): void {
    this.#field.setValue('');
    this.#setState(START);
  }

  #applyPostcode(): void {
    const text = toText(this.postcode);
    const state = this.#ask(text);
    const isAnswer = state.kind === 'region' || state.kind === 'choice';
    if (!text) this.#setState(START);
    // A region that the host has set too stays if the postcode has no answer, or none yet.
    else if (this.region && !isAnswer) this.#applyRegion(this.region);
    else this.#setState(state);
  }

  /** Sets a text of the host page. A name is answered once the names have loaded; until then the start is shown. */
  #ask(text: string, result = find(text)): FinderState<RegionCard> {
    this.#field.setValue(text);
    const state = stateOf(text, result);
    if (state.kind !== 'miss' || !isNameText(text)) return state;
    this.#field.answerForHost();
    return START;
  }

  #applyRegion(regionId: string | null): void {
    const region = regionWithId(regionId);
    if (regionId && !region) warnOfSetting('region', regionId);
    this.#setState(region ? {kind: 'region', region} : START);
  }

  /** What is wrong with the text in the field. */
  get #error(): string {
    return errorOf(this.#state, this.text);
  }

  /** The answer in one sentence. */
  get #summary(): string {
    return summaryOf(this.#state, this.text, (region) => this.#cards.nameOf(region));
  }

  /** The marker for the postcode. It names the gemeente, unless the visitor still has to choose between regions. */
  get #marker() {
    const state = this.#state;
    const pc4 = state.kind === 'region' || state.kind === 'choice' ? state.pc4 : undefined;
    const found = pc4 === undefined ? null : this.#points.value?.postcodePoint(pc4);
    if (!found) return null;
    return {point: found.point, label: state.kind === 'choice' ? `${pc4}` : `${pc4}, ${found.gemeente}`};
  }

  /** Loads the code that keeps the region in the address of the page. */
  async #loadLink(): Promise<void> {
    await this.#link.runOnce(async () => {
      const {DeepLink} = await load(() => import('../finder/deep-link.js'));
      return new DeepLink(this, (regionId) => this.select(regionId));
    });
  }

  #loadPoints(): void {
    // After a failure the next postcode tries again, not every rendering.
    if (this.#points.state.status === 'idle') this.#points.run(() => load(() => import('../data/points.js')));
  }

  /** Ends a location search, because the visitor did something else. */
  #stopLocation(): void {
    this.#location.cancel();
    this.#location.value?.stop();
  }

  #setState(state: FinderState<RegionCard>): void {
    this.#stopLocation();
    this.#note = '';
    this.#state = state;
    this.#prerendered.close();
    this.region = selectedRegion(state)?.id ?? null;
    if (this.#points.state.status === 'failed') this.#points.state = {status: 'idle'};
    this.requestUpdate();
  }

  /** Shows the answer to an action of the visitor, announces it, and reports it to the host page. */
  #answer(state: FinderState<RegionCard>, source: SelectSource, isAnnounced = true): void {
    if (sameState(state, this.#state)) {
      // Announced again, or the visitor would think that nothing happened.
      if (isAnnounced) this.#announceSummary(source);
      return;
    }
    this.#setState(state);
    // Rendered at once, so that the answer is there before listeners run and the focus moves.
    this.performUpdate();
    if (isAnnounced) this.#announceSummary(source);
    if (state.kind === 'region') {
      this.#link.value?.write(state.region.id);
      this.dispatchEvent(new RegioSelectEvent(state.region.id, source));
    }
    if (state.kind === 'miss') this.dispatchEvent(new RegioMissEvent(state));
    if (state.kind === 'choice') this.#dispatchChoice(state.candidates.map(({region}) => region));
  }

  #announceSummary(source: SelectSource): void {
    // A visitor who types will press Enter, which reads the heading of the answer instead.
    const wait = source === 'postcode' && !this.#error ? PAUSE_MS : undefined;
    announce(this, spoken(this.#summary), this.language, wait);
  }

  #dispatchChoice(among: readonly RegionCard[]): void {
    this.dispatchEvent(new RegioChoiceEvent([...new Set(among.map(({id}) => id))]));
  }

  /** Shows that a text is neither a postcode nor a name. */
  #handleNoName(text: string, byHost: boolean): void {
    const state = {kind: 'miss', status: 'invalid', reason: 'not-a-postcode', text} as const;
    if (byHost) {
      if (!this.region) this.#setState(state);
      return;
    }
    this.#showError(state);
  }

  /** Shows and announces the error in the text of the field, and focuses the field. */
  #showError(state: FinderState<RegionCard>): void {
    const {input, hasFocus} = this.#field;
    this.#answer(state, 'postcode');
    if (hasFocus) return;
    // The error describes the field, and is read together with it.
    cancelAnnouncement(this);
    input?.focus();
  }

  /** Shows a message below the field and announces it; an empty one removes it. */
  #notify(message: string): void {
    this.#note = message;
    this.requestUpdate();
    if (message) announce(this, message, this.language);
  }

  #handleTyped(text: string): void {
    this.#stopLocation();
    this.#note = '';
    const result = find(text);
    // An answer appears while the visitor types. An error appears only on submit, and goes when the text changes.
    if (result.status !== 'invalid') this.#answer(stateOf(text, result), 'postcode');
    else if (!text.trim() || this.#state.kind === 'miss') this.#clear();
    this.requestUpdate();
  }

  #clear(): void {
    cancelAnnouncement(this);
    this.#setState(START);
    this.#link.value?.write(null);
  }

  #handleSubmitted(text: string): void {
    const state = stateOf(text);
    if (state.kind === 'miss' && state.status === 'invalid') {
      this.#showError(state);
      return;
    }
    this.#answer(state, 'postcode', false);
    this.#leaveField();
  }

  #handlePlace(place: NamedPlace, byHost: boolean): void {
    const region = regions[place.regions[0] ?? -1];
    if (!region) return;
    if (byHost) {
      this.#setState({kind: 'region', region, place});
      return;
    }
    this.#answer({kind: 'region', region, place}, 'place', false);
    this.#leaveField();
  }

  /** Moves the focus from the field to the answer, unless another answer has replaced it. */
  #leaveField(): void {
    const state = this.#state;
    this.#field.leave(() => {
      if (state !== this.#state) return;
      this.#focusAnswer();
      this.#field.cancel();
    });
  }

  #handleLocation(indexes: readonly number[]): void {
    this.#field.cancel();
    const candidates = indexes.flatMap((index) => (regions[index] ? [{region: regions[index], gemeenten: []}] : []));
    const [first, second] = candidates;
    if (!first) return;
    if (second) this.#answer({kind: 'choice', candidates, because: 'location'}, 'location');
    else if (this.region === first.region.id) this.#notify(fill(this.text.locationHere, {region: first.region.name}));
    else this.#answer({kind: 'region', region: first.region}, 'location');
  }

  readonly #handleSubmit = (event: Event): void => {
    event.preventDefault();
    this.#field.submit();
  };

  readonly #handleLocationClick = async (): Promise<void> => {
    this.#notify(this.text.locating);
    const failed = () => this.#notify(this.text.partFailed);
    const location = await this.#location.runOnce(async () => {
      const {LocationController} = await load(() => import('../finder/location-controller.js'));
      return new LocationController(this, {
        notify: (message) => this.#notify(message),
        failed,
        found: (indexes) => this.#handleLocation(indexes),
      });
    });
    if (location) location.start();
    else if (this.#location.state.status === 'failed') failed();
  };

  readonly #handlePlacesClick = (): void => {
    this.#field.askForPlace();
  };

  #handleListChoice(regionId: string): void {
    this.#field.cancel();
    this.#choose(regionId, 'list', false);
    this.#focusAnswer();
  }

  #handleNeighbour(region: RegionCard): void {
    this.#field.cancel();
    this.#answer({kind: 'region', region}, 'list', false);
    this.#focusAnswer();
  }

  readonly #handleMapSelect = ({regionId, byKey}: MapSelectEvent): void => {
    this.#field.cancel();
    this.#choose(regionId, 'map', !byKey);
    if (byKey) this.#focusAnswer();
    else this.#scrollToAnswer();
  };

  #choose(regionId: string, source: SelectSource, isAnnounced: boolean): void {
    const region = regionWithId(regionId);
    if (region) this.#answer({kind: 'region', region}, source, isAnnounced);
  }

  /** Moves the focus to the heading, which says the whole answer, so nothing else is announced. */
  #focusAnswer(): void {
    cancelAnnouncement(this);
    this.renderRoot.querySelector<HTMLElement>('.answer [tabindex]')?.focus();
    this.#scrollToAnswer();
  }

  /** Brings the whole answer into view; the focus alone would show only its heading. */
  #scrollToAnswer(): void {
    this.renderRoot.querySelector('.answer')?.scrollIntoView({block: 'nearest'});
  }
}

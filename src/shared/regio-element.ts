import {LitElement, type PropertyDeclarations} from 'lit';
import type {CardExtras} from '../card/card-extras.js';
import type {Contact, RegionCard} from '../core/region.js';
import {regions} from '../data/index.js';
import {loadCardExtras, loadDiagnostics, loadHostData, loadTexts} from '../finder/chunks.js';
import type {CoreStrings, Language, Strings} from '../finder/strings.js';
import {nl} from '../finder/texts.js';
import type {HostData} from '../host-data/host-data.js';
import type {Setting} from './diagnostics.js';
import {RegioErrorEvent} from './events.js';
import {nearestLang} from './language.js';
import {version} from './version.js';

/** After this the form comes in the language at hand: another language is better than none. */
const PATIENCE_MS = 1000;

/** Warns the programmer of a setting that is not as it can be; the words for it are fetched then. */
function complain(setting: Setting, got: unknown): void {
  loadDiagnostics().then((diagnostics) => diagnostics.complain(setting, got), console.warn);
}

/** The region with this id; undefined, with a warning to the programmer, when there is none. */
export function regionOf(id: string | null): RegionCard | undefined {
  const region = regions.find((each) => each.id === id);
  if (id && !region) complain('region', id);
  return region;
}

/**
 * What both elements share: language, texts, heading level, and what is fetched with the first card.
 *
 * @attr {string} report-url - Adds a link to report an error at the foot of the card: an https or mailto address.
 * @attr {boolean} structured-data - Puts what the card shows beside the element, as schema.org data for search engines.
 * @attr {'nl' | 'en'} lang - Language; without it that of the nearest element around it that has one.
 * @slot region-<id> - Shown in the card of that region: the host's own news or training, say.
 * @fires {RegioErrorEvent} regio-error - A part could not be loaded, or data of the host was refused. The rest goes on.
 * @csspart card - A contact card.
 * @csspart card-name - Name of the organisation, heading of the card.
 * @csspart phone - Link that calls.
 * @csspart email - Link that writes: mail or contact page.
 * @csspart website - Link to the site.
 * @csspart address - Visiting address.
 * @csspart message - What the card cannot tell.
 * @csspart actions - The links of a card.
 */
export abstract class RegioElement extends LitElement {
  /** Version of the package that registered this element. */
  static version = version;

  static override properties: PropertyDeclarations = {
    headingLevel: {attribute: 'heading-level'},
    strings: {attribute: false},
    organisations: {attribute: false},
    dataSrc: {attribute: 'data-src'},
  };

  /** Level of the first heading, 1 to 6. */
  headingLevel: number | string = 2;

  /** Texts of the host's own, by key; what is left out stays as it is. */
  strings: Partial<Strings> | null = null;

  /** Contact data of the host's own over the bundled data; see `organisations.schema.json`. Checked field by field. */
  organisations: unknown = null;

  /** Address of such data as JSON. */
  dataSrc: string | null = null;

  /** Language in use. */
  language: Language = 'nl';

  /** Texts in use. */
  text: CoreStrings = nl;

  /** What differs from the Dutch texts: the other language and the host's own. Replaced when it changes. */
  translations: Partial<Strings> = {};

  /** What a card shows besides who and how to reach; undefined until it has been fetched. */
  extras: CardExtras | undefined;

  /** What the host says of its regions, as far as it passed the checks. */
  hostData: HostData = {};

  /** The postcode that led to the card; undefined when none did. */
  pc4: number | undefined;

  #wanted = 'nl';
  #overrides: Partial<Strings> | null = null;
  /** True once asked for, false once that has failed. */
  #extrasAsked: boolean | undefined;
  readonly #langObserver = new MutationObserver(() => this.requestUpdate());

  override connectedCallback(): void {
    super.connectedCallback();
    // The element's own `lang` needs a watch of its own inside another component.
    this.#langObserver.observe(document, {subtree: true, attributeFilter: ['lang']});
    this.#langObserver.observe(this, {attributeFilter: ['lang']});
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#langObserver.disconnect();
  }

  /** Waits a moment for texts that are fetched, so that a visitor does not see one language turn into another. */
  // biome-ignore lint/suspicious/noConfusingVoidType: the type that lit gives it
  protected override scheduleUpdate(): void | Promise<unknown> {
    const wanted = nearestLang(this) || 'nl';
    if (wanted === this.#wanted && Object.is(this.strings, this.#overrides)) return super.scheduleUpdate();
    this.#wanted = wanted;
    this.#overrides = this.strings;
    return Promise.race([
      this.use(loadTexts, ({textsFor}) => {
        ({language: this.language, translations: this.translations} = textsFor(wanted, this.lang, this.strings));
        this.text = {...nl, ...this.translations};
      }),
      new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
      // Another language may be wanted by now.
    ]).then(() => this.scheduleUpdate());
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('organisations') || changed.has('dataSrc')) {
      if (this.hasUpdated || this.organisations || this.dataSrc) {
        this.use(loadHostData, ({followHostData}) => followHostData(this));
      }
    }
  }

  /** The organisation of a region: the host's data over ours. */
  contactOf({id, organisation}: RegionCard): Contact {
    return {...organisation, ...this.hostData[id]?.organisation};
  }

  /** Level of the first heading, within bounds. */
  get level(): number {
    const level = Number(this.headingLevel) | 0;
    if (level > 0 && level < 7) return level;
    complain('heading-level', this.headingLevel);
    return 2;
  }

  /**
   * Gets what the card shows besides the essentials. Without it the card is short, and works.
   *
   * @param early Before there is a card: does not ask again after a failure, as each key would use up one of the tries.
   */
  protected async fetchExtras(early?: boolean): Promise<void> {
    if (early ? this.#extrasAsked !== undefined : this.#extrasAsked) return;
    this.#extrasAsked = true;
    // After a failure the next card asks again.
    this.#extrasAsked = await this.use(loadCardExtras, (extras) => {
      this.extras = extras;
    });
  }

  /**
   * Runs what is fetched later, then renders anew. A failure is told to the host, and the rest goes on.
   *
   * @returns Whether it worked.
   */
  protected async use<T>(load: () => Promise<T>, run: (loaded: T) => unknown): Promise<boolean> {
    try {
      await run(await load());
      this.requestUpdate();
      return true;
    } catch (error) {
      this.fail(error);
      return false;
    }
  }

  /** Lets the host know of a failure that the visitor got past. */
  fail(error: unknown): void {
    this.dispatchEvent(new RegioErrorEvent(error as Error));
  }
}

import {
  adoptStyles,
  type CSSResult,
  type CSSResultOrNative,
  isServer,
  LitElement,
  type PropertyDeclarations,
} from 'lit';
import {RegioErrorEvent} from './events.js';
import {GroundController} from './ground.js';
import {type Language, nearestLang} from './language.js';
import {version} from './version.js';
import {warnOfSetting} from './warn.js';

/** Longest wait for parts that load later; after it the element renders without them. */
const MAX_WAIT_MS = 1000;

/** The texts of an element: Dutch ones at once, English ones when they are needed. */
export interface TextSource<T extends object> {
  readonly dutch: T;
  readonly loadEnglish: () => Promise<T>;
}

/**
 * Base class of the elements: the language of the page, the texts, and the level of the first heading.
 *
 * @attr {'nl' | 'en'} lang - Language; by default that of the nearest element around it that has one.
 * @fires {RegioErrorEvent} regio-error - A part could not be loaded, or data of the host was refused. The rest keeps working.
 */
export abstract class RegioElement<T extends object> extends LitElement {
  /** Version of the package that registered this element. */
  static version = version;

  static override properties: PropertyDeclarations = {
    headingLevel: {attribute: 'heading-level'},
    strings: {attribute: false},
  };

  /** Level of the first heading, 1 to 6. */
  headingLevel: number | string = 2;

  /** The host's own texts, by key; texts that are left out stay as they are. */
  strings: Readonly<Record<string, string | undefined>> | null = null;

  /** Language in use. @internal */
  language: Language = 'nl';

  /** Texts in use. @internal */
  text: T;

  readonly #texts: TextSource<T>;
  readonly #lateStyles = new Set<CSSResult>();
  readonly #ground: GroundController | undefined;
  #english: T | undefined;
  #loading: Promise<void> | undefined;
  #langObserver: MutationObserver | undefined;
  /** The values from which `text` was made, so that it is made again only when one changes. */
  #madeFrom: readonly unknown[] = [];

  constructor(texts: TextSource<T>) {
    super();
    this.#texts = texts;
    this.text = texts.dutch;
    if (!isServer) this.#ground = new GroundController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (isServer) return;
    this.#langObserver ??= new MutationObserver(() => {
      if (this.#wantedLanguage() !== this.language) this.requestUpdate();
    });
    // Inside another component, the observer above does not see this element's own `lang`.
    this.#langObserver.observe(this.ownerDocument, {subtree: true, attributeFilter: ['lang']});
    this.#langObserver.observe(this, {attributeFilter: ['lang']});
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#langObserver?.disconnect();
  }

  /** Adds the styles of a part that was loaded later. @internal */
  addStyles(styles: CSSResult): void {
    this.#lateStyles.add(styles);
    if (this.ownerDocument === document) adoptStyles(this.renderRoot as ShadowRoot, this.#styles);
    else this.adoptedCallback();
  }

  get #styles(): CSSResultOrNative[] {
    return [...(this.constructor as typeof LitElement).elementStyles, ...this.#lateStyles];
  }

  /** A style sheet made in one document cannot be used in another, so the element gets new ones there. */
  protected adoptedCallback(): void {
    const root = this.renderRoot;
    const Sheet = this.ownerDocument.defaultView?.CSSStyleSheet;
    if (!(root instanceof DocumentFragment) || !Sheet || !('adoptedStyleSheets' in root)) return;
    (root as ShadowRoot).adoptedStyleSheets = this.#styles.map((style) => {
      const sheet = new Sheet();
      sheet.replaceSync('cssText' in style ? style.cssText : '');
      return sheet;
    });
  }

  /** Waits briefly for parts that load later, so that the visitor does not see the language or the colours change. */
  // biome-ignore lint/suspicious/noConfusingVoidType: the type that lit gives it
  protected override scheduleUpdate(): void | Promise<unknown> {
    const parts = this.hasUpdated ? [] : this.loadFirstParts();
    if (this.#wantedLanguage() === 'en' && this.showsText() && !this.#english && !this.#loading) {
      this.#loading = this.#loadEnglish();
      parts.push(this.#loading);
    }
    if (parts.length === 0) return super.scheduleUpdate();
    return Promise.race([Promise.all(parts), new Promise((resolve) => setTimeout(resolve, MAX_WAIT_MS))]).then(() =>
      super.scheduleUpdate(),
    );
  }

  /** Loads the parts that the first rendering briefly waits for. */
  protected loadFirstParts(): Promise<unknown>[] {
    return this.#ground?.isWaiting ? [this.#ground.load()] : [];
  }

  protected override willUpdate(_changed: Map<PropertyKey, unknown>): void {
    const english = this.#wantedLanguage() === 'en' ? this.#english : undefined;
    const madeFrom = [english, this.strings];
    if (madeFrom.every((each, index) => each === this.#madeFrom[index]) && this.#madeFrom.length) return;
    this.#madeFrom = madeFrom;
    this.language = english ? 'en' : 'nl';
    this.text = {...(english ?? this.#texts.dutch), ...this.#checkedStrings()};
  }

  /** Whether a host may set a text of this key; a subclass adds the keys of its parts. */
  protected hasText(key: string): boolean {
    return Object.hasOwn(this.#texts.dutch, key);
  }

  /** Whether there is any text to show, so that texts are loaded. */
  protected showsText(): boolean {
    return true;
  }

  /** Level of the first heading, within bounds. @internal */
  get level(): number {
    // A host without types may set anything; Number() throws for some objects.
    const value: unknown = this.headingLevel;
    const level = typeof value === 'string' || typeof value === 'number' ? Number(value) | 0 : 0;
    if (level > 0 && level < 7) return level;
    warnOfSetting('heading-level', this.headingLevel);
    return 2;
  }

  /** Sets the English texts on a server, where nothing is loaded later. */
  protected setEnglish(english: T): void {
    this.#english = english;
  }

  /** Reports a failure to the host page that did not stop the visitor. @internal */
  fail(error: unknown): void {
    this.dispatchEvent(new RegioErrorEvent(error as Error));
  }

  #wantedLanguage(): Language {
    const wanted = isServer ? (this.getAttribute('lang') ?? '') : nearestLang(this);
    if (this.hasAttribute('lang') && wanted && wanted !== 'nl' && wanted !== 'en') {
      warnOfSetting('lang', this.getAttribute('lang'));
    }
    return wanted === 'en' ? 'en' : 'nl';
  }

  async #loadEnglish(): Promise<void> {
    try {
      this.#english = await this.#texts.loadEnglish();
      this.requestUpdate();
    } catch (error) {
      this.fail(error);
    } finally {
      // After a failure the next rendering tries again.
      this.#loading = undefined;
    }
  }

  #checkedStrings(): Partial<T> {
    const checked: Record<string, string> = {};
    for (const [key, value] of Object.entries(this.strings ?? {})) {
      if (typeof value === 'string' && this.hasText(key)) checked[key] = value;
      else if (value !== undefined) warnOfSetting('strings', value, key);
    }
    return checked as Partial<T>;
  }
}

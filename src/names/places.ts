import {markOf, type NamedPlace, type PlaceIndex, searchPlaces as search} from '../core/place-search.js';
import {parsePostcode} from '../core/postcode.js';
import {regions} from '../data/index.js';
import {placeIndex} from '../data/places.js';
import type {Finder} from '../finder/finder.js';
import {fill} from '../finder/strings.js';
import {announce} from '../shared/announcer.js';
import {placesStyles} from './places-styles.js';
import {type PlacesStrings, placesNl} from './texts.js';

/** As many suggestions as are read at a glance; no name has more places. */
const MOST_SHOWN = 8;

/** The number of suggestions is said once the visitor pauses this long, not at every letter. */
const PAUSE_MS = 700;

/** From this many characters on, no suggestion is worth a word. */
const MIN_NONE = 3;

/** Whether a text is about a place: it has a letter, and is no postcode or the beginning of one. */
const isPlaceText = (text: string): boolean =>
  /^\s*(\d?\p{L}|['’‘])/u.test(text) && /\p{L}/u.test(text) && typeof parsePostcode(text) !== 'number';

/** Makes an element with properties. */
const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
): HTMLElementTagNameMap[K] => Object.assign(document.createElement(tag), properties);

/**
 * The suggestions of one field: an editable combobox with list autocomplete, as the ARIA Authoring Practices have it.
 * Focus stays in the field. Everything here is appended beside what lit renders, which lit leaves alone.
 */
class PlaceField {
  readonly #finder: Finder;
  readonly #root: ShadowRoot;
  readonly #input: HTMLInputElement;
  readonly #index: PlaceIndex;
  readonly #popup = make('div', {className: 'place-popup', hidden: true});
  readonly #list = make('div', {id: 'places', role: 'listbox'});
  readonly #none = make('p', {hidden: true});
  readonly #hint = make('p', {id: 'places-hint', className: 'quiet'});
  readonly #label = make('span');
  #shown: readonly NamedPlace[] = [];
  #active = -1;
  #said = false;
  /** What was last said of the suggestions since they opened. */
  #heard = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(finder: Finder, root: ShadowRoot, input: HTMLInputElement, index: PlaceIndex) {
    this.#finder = finder;
    this.#root = root;
    this.#input = input;
    this.#index = index;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(placesStyles);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    this.#popup.append(this.#list, this.#none);
    input.parentElement?.classList.add('place-row');
    input.parentElement?.append(this.#popup);
    input.role = 'combobox';
    input.ariaExpanded = 'false';
    input.ariaAutoComplete = 'list';
    input.spellcheck = false;
    input.setAttribute('aria-controls', 'places');
    input.addEventListener('input', () => this.update());
    input.addEventListener('keydown', (event) => this.#handleKey(event));
    input.addEventListener('focus', () => this.#write());
    input.addEventListener('blur', () => this.#close());
    // Keeps the focus in the field, which would otherwise close the list before the click.
    this.#popup.addEventListener('mousedown', (event) => event.preventDefault());
    this.#list.addEventListener('click', (event) => this.#handleClick(event));
    this.#write();
  }

  get #words(): PlacesStrings {
    return {...placesNl, ...this.#finder.host.translations};
  }

  /** Writes the texts that stay, in the language of the moment. */
  #write(): void {
    const words = this.#words;
    this.#list.ariaLabel = words.placesList;
    this.#none.textContent = words.placesNone;
    this.#hint.textContent = words.placesHint;
    this.#label.textContent = ` ${words.placesLabel}`;
  }

  /** Makes the field ready for letters, says so, and goes there. */
  open(): void {
    const input = this.#input;
    if (!this.#hint.isConnected) {
      const hint = this.#root.querySelector<HTMLElement>('#hint');
      if (hint) hint.hidden = true;
      hint?.after(this.#hint);
      this.#root.querySelector('label')?.append(this.#label);
      input.setAttribute('aria-describedby', 'places-hint error');
      input.classList.add('place-wide');
      input.inputMode = 'text';
      input.autocomplete = 'off';
      // Safari would turn names into words.
      input.setAttribute('autocorrect', 'off');
    }
    this.#write();
    // Letters come up on a phone's keyboard only when the field gets the focus anew.
    if (this.#root.activeElement === input) input.blur();
    input.focus();
    input.select();
  }

  /** Shows what the text in the field suggests. */
  update(): void {
    const text = this.#input.value;
    if (!isPlaceText(text)) {
      this.#close();
      return;
    }
    const {found, part} = search(text, this.#index);
    this.#show(found, part);
    const count = this.#shown.length;
    if (!count && text.trim().length < MIN_NONE) return;
    const words = this.#words;
    const message = count > 1 ? fill(words.placesMany, {count}) : count ? words.placesOne : words.placesNone;
    if (message === this.#heard) return;
    this.#timer = setTimeout(() => {
      const {host} = this.#finder;
      if (!host.isConnected) return;
      this.#heard = message;
      announce(host, message, host.language);
    }, PAUSE_MS);
  }

  /** Answers for the text when it leaves no doubt; else offers what it may mean. False when that is nothing. */
  submit(): boolean {
    const text = this.#input.value;
    if (!isPlaceText(text)) return false;
    const {found, named, part} = search(text, this.#index);
    const [first] = named;
    if (first && named.every(({place}) => place.region === first.place.region)) {
      this.#choose(first);
      return true;
    }
    if (!found.length) return false;
    this.#input.focus();
    this.#show([...new Set([...named, ...found])], part);
    this.#said = true;
    this.#finder.say(first ? this.#words.placesChoose : this.#words.placesMean);
    return true;
  }

  #show(found: readonly NamedPlace[], part: string): void {
    clearTimeout(this.#timer);
    this.#activate(-1);
    this.#shown = found.slice(0, MOST_SHOWN);
    this.#list.replaceChildren(...this.#shown.map((named, index) => this.#option(named, index, part)));
    this.#list.hidden = !this.#shown.length;
    this.#none.hidden = !!this.#shown.length || this.#input.value.trim().length < MIN_NONE;
    this.#popup.hidden = this.#list.hidden && this.#none.hidden;
    this.#list.scrollTop = 0;
    this.#input.ariaExpanded = String(!this.#list.hidden);
  }

  #option({name, place}: NamedPlace, index: number, part: string): HTMLElement {
    const {gemeente, province, kind} = place;
    const words = this.#words;
    const [from, to] = markOf(name, part);
    const line = make('span');
    line.append(name.slice(0, from), make('strong', {textContent: name.slice(from, to)}), name.slice(to));
    const where = [
      kind === 'gemeente' && words.placesWhole,
      name !== place.name && place.name,
      gemeente !== place.name && fill(words.placesIn, {gemeente}),
      province,
    ];
    const option = make('div', {id: `place-${index}`, role: 'option', ariaSelected: 'false'});
    option.append(line, make('small', {textContent: where.filter((each) => each).join(', ')}));
    return option;
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#activate(-1);
    this.#shown = [];
    this.#heard = '';
    this.#popup.hidden = true;
    this.#input.ariaExpanded = 'false';
  }

  #activate(index: number): void {
    this.#active = index;
    [...this.#list.children].forEach((option, at) => {
      option.ariaSelected = String(at === index);
    });
    const option = this.#list.children[index];
    if (option) {
      this.#input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({block: 'nearest'});
    } else {
      this.#input.removeAttribute('aria-activedescendant');
    }
  }

  #handleKey(event: KeyboardEvent): void {
    const {key} = event;
    const count = this.#shown.length;
    if (event.isComposing) return;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (!isPlaceText(this.#input.value)) return;
      event.preventDefault();
      if (event.altKey) {
        if (key === 'ArrowDown') this.update();
        else this.#close();
        return;
      }
      if (!count) this.update();
      const last = this.#shown.length - 1;
      const next = key === 'ArrowDown' ? this.#active + 1 : this.#active < 0 ? last : this.#active - 1;
      // Beyond either end lies the field itself.
      this.#activate(next > last ? -1 : next);
      return;
    }
    const named = this.#shown[this.#active];
    if (key === 'Enter' && named) {
      event.preventDefault();
      this.#choose(named);
    } else if (key === 'Escape' && !this.#popup.hidden) {
      // A dialog around the element stays open.
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    } else if (/^(Home|End|ArrowLeft|ArrowRight)$/.test(key)) {
      // The caret moves, so the field is meant again.
      this.#activate(-1);
    }
  }

  #handleClick({target}: Event): void {
    const option = (target as Element).closest('[role=option]');
    const named = option && this.#shown[[...this.#list.children].indexOf(option)];
    if (named) this.#choose(named);
  }

  #choose({name, place}: NamedPlace): void {
    const region = regions[place.region];
    this.#input.value = name;
    this.#close();
    if (this.#said) this.#finder.say('');
    this.#said = false;
    if (!region) return;
    this.#finder.answer({kind: 'region', region}, 'list');
    this.#root.querySelector<HTMLElement>('.answer [tabindex]')?.focus();
  }
}

/** An export, so that the file counts as loaded once the places are unpacked, and is asked for anew when that fails. */
export {placeIndex};

const fields = new WeakMap<Finder, PlaceField>();

/**
 * Makes the field for the postcode search places too, from now on. While it holds digits all is as before.
 *
 * @param open Whether to make the field ready for letters and focus it.
 */
export async function searchPlaces(finder: Finder, open: boolean): Promise<void> {
  const index = await placeIndex;
  const root = finder.host.renderRoot as ShadowRoot;
  const input = root.querySelector('input');
  if (!input || !finder.host.isConnected) return;
  let field = fields.get(finder);
  if (!field) {
    field = new PlaceField(finder, root, input, index);
    fields.set(finder, field);
    finder.submitPlace = () => field?.submit() ?? false;
  }
  if (open) field.open();
  // What was typed while this was fetched.
  if (root.activeElement === input) field.update();
}

import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {isNameText} from '../core/names/name-text.js';
import {cancelAnnouncement} from '../shared/announcer.js';
import {fresh} from '../shared/fresh.js';
import {LateTask} from '../shared/late-task.js';
import {load} from '../shared/load.js';
import {nextFrame} from '../shared/next-frame.js';
import type {FieldActions, FieldHost} from './field-host.js';
import type {Suggestions} from './suggestions.js';

/** Keys that the field passes on to the page, such as those that a dialog around it needs. */
const PAGE_KEY = /^(Tab|Escape|F\d+)$/;

/**
 * The field that takes postcodes and names of places: an editable combobox with list autocomplete, as the ARIA
 * Authoring Practices have it. The focus stays in the field. The names and the list of suggestions are loaded from the
 * first letter on; without them it still takes postcodes.
 */
export class NamesField implements ReactiveController {
  /** The text in the field. */
  value = '';

  readonly #host: FieldHost;
  readonly #actions: FieldActions;
  readonly #task: LateTask<Suggestions>;
  #loading: Promise<Suggestions | undefined> = Promise.resolve(undefined);
  /** Whether the visitor asked to type a name, so that phones show a keyboard with letters. */
  #letters = false;
  /** Increased by whatever makes a wait for the names obsolete: another text or another answer. */
  #turn = 0;
  #waiting = false;
  /**
   * Whether the visitor is in the field, and has submitted the text or changed it since its error was shown. Errors are
   * then announced. Screen readers would also read a changed description, at once or at the next key, so the field has no
   * description until it loses the focus.
   */
  #isErrorAnnounced = false;
  /** Resolves when screen readers have processed the last change of the text. */
  #changing = Promise.resolve();

  constructor(host: FieldHost, actions: FieldActions) {
    this.#host = host;
    this.#actions = actions;
    this.#task = new LateTask<Suggestions>(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.cancel();
    this.#list?.disconnect();
  }

  hostUpdated(): void {
    this.#list?.updated();
  }

  get input(): HTMLInputElement | null {
    return this.#host.renderRoot?.querySelector('input') ?? null;
  }

  /** Sets the text for the host page, and cancels any wait for an earlier text. */
  setValue(value: string): void {
    this.value = value;
    this.cancel();
    this.#host.requestUpdate();
  }

  /** Cancels any wait for the names, because another answer came first. */
  cancel(): void {
    this.#stopWaiting();
    this.#list?.close();
  }

  /** Prepares the field for letters, and moves the focus there. */
  askForPlace(): void {
    const {input} = this;
    const {text} = this.#host;
    this.#letters = true;
    if (input) {
      // Not awaited: phones open their keyboard only during the visitor's own action, and change it only with the focus.
      input.inputMode = 'text';
      input.blur();
      input.focus();
      input.select();
    }
    this.#host.requestUpdate();
    if (this.#list) return;
    const turn = ++this.#turn;
    this.#actions.notify(text.placesLoading);
    this.#load().then((list) => {
      if (turn === this.#turn) this.#actions.notify(list ? '' : text.placesFailed);
    });
  }

  /** Moves the focus elsewhere, once screen readers have processed the last change of the text, unless the visitor does something else before. */
  leave(moveFocus: () => void): void {
    const turn = this.#turn;
    this.#changing.then(() => {
      if (turn === this.#turn) moveFocus();
    });
  }

  /** Must be called after each change of the text. */
  changed(): void {
    this.#changing = nextFrame();
  }

  get hasFocus(): boolean {
    const root = this.#host.renderRoot;
    // Not by `:focus`, which WebKit matches only in an active window.
    return root instanceof ShadowRoot && !!root.activeElement && root.activeElement === this.input;
  }

  /** Answers the text in the field. */
  submit(): void {
    this.#isErrorAnnounced = this.hasFocus;
    // Browsers and their extensions may fill in a field without an event.
    this.value = this.input?.value ?? this.value;
    cancelAnnouncement(this.#host);
    const list = this.#list;
    const place = list?.current;
    if (place) list.choose(place);
    else if (isNameText(this.value)) this.#answer();
    else this.#actions.submitted(this.value);
  }

  /** Answers a name that the host page has set. */
  async answerForHost(): Promise<void> {
    const turn = this.#turn;
    // Before the element is in the page, it cannot show an answer.
    await this.#host.updateComplete;
    const list = turn === this.#turn && (await this.#load());
    if (turn !== this.#turn) return;
    if (list) list.answer(this.value, true);
    else this.#actions.notify(this.#host.text.placesFailed);
  }

  /**
   * @param error What is wrong with the text; empty if nothing is.
   */
  render(error: string): TemplateResult {
    const {text} = this.#host;
    const list = this.#list;
    const isOpen = list?.isOpen ?? false;
    return html`<label part="label" for="postcode">${text.label}</label>
      <p class="quiet" id="hint" part="hint">${text.hint}</p>
      <div class="field">
        <div class="row">
          <input
            part="input"
            id="postcode"
            type="text"
            role="combobox"
            inputmode=${this.#letters ? 'text' : 'numeric'}
            autocomplete=${this.#letters ? 'off' : 'postal-code'}
            autocorrect="off"
            enterkeyhint="search"
            spellcheck="false"
            aria-autocomplete="list"
            aria-controls="places"
            aria-expanded=${isOpen ? 'true' : 'false'}
            aria-activedescendant=${list?.current ? `place-${list.active}` : nothing}
            aria-describedby=${this.#isErrorAnnounced ? nothing : error ? 'error' : 'hint'}
            aria-invalid=${error ? 'true' : nothing}
            .value=${live(this.value)}
            @input=${this.#handleInput}
            @keydown=${this.#handleKey}
            @keypress=${this.#keepKey}
            @keyup=${this.#keepKey}
            @click=${this.#suggest}
            @blur=${this.#handleBlur}
          >
          <button type="submit" part="submit" @click=${this.#handleSubmitClick}>${text.submit}</button>
        </div>
        ${error ? html`<p part="error" id="error">${fresh(error)}</p>` : nothing}
        <div
          class=${list?.isShown ? 'suggestions open' : 'suggestions'}
          part="suggestions"
          popover="manual"
          @mousedown=${(event: Event) => event.preventDefault()}
        >
          <div id="places" role="listbox" aria-label=${text.placesList}>${list?.render() ?? nothing}</div>
        </div>
      </div>`;
  }

  get #list(): Suggestions | undefined {
    return this.#task.value;
  }

  #load(): Promise<Suggestions | undefined> {
    if (this.#task.state.status === 'pending') return this.#loading;
    this.#loading = this.#task.runOnce(async () => {
      const {Suggestions} = await load(() => import('../names/suggestions.js'));
      return new Suggestions(this.#host, this.#actions, this);
    });
    return this.#loading;
  }

  #stopWaiting(): void {
    this.#turn++;
    if (this.#waiting) this.#actions.notify('');
    this.#waiting = false;
  }

  readonly #handleInput = (): void => {
    this.value = this.input?.value ?? '';
    this.changed();
    if (this.input?.ariaInvalid) this.#isErrorAnnounced = true;
    this.#stopWaiting();
    this.#actions.typed(this.value);
    this.#suggest();
  };

  /** Shows suggestions for the text in the field, after loading the names if needed. */
  readonly #suggest = async (): Promise<void> => {
    const {value} = this;
    const root = this.#host.renderRoot as ShadowRoot;
    if (!isNameText(value)) {
      this.#list?.close();
      return;
    }
    const list = this.#list ?? (await this.#load());
    if (value !== this.value || root.activeElement !== this.input) return;
    if (list) list.suggest(value);
    else this.#actions.notify(this.#host.text.placesFailed);
  };

  /** Answers a name, once the names have been loaded. */
  async #answer(): Promise<void> {
    const {value} = this;
    const {text} = this.#host;
    let list = this.#list;
    if (!list) {
      const turn = ++this.#turn;
      this.#waiting = true;
      this.#actions.notify(text.placesLoading);
      list = await this.#load();
      if (turn !== this.#turn) return;
      this.#waiting = false;
      this.#actions.notify(list ? '' : text.placesFailed);
      if (!list) return;
    }
    list.answer(value);
  }

  readonly #handleBlur = (): void => {
    this.#isErrorAnnounced = false;
    this.#list?.close();
    this.#host.requestUpdate();
  };

  /** Keeps keys of the field from the page, whose shortcuts would act on what the visitor types. */
  readonly #keepKey = (event: KeyboardEvent): void => {
    if (!PAGE_KEY.test(event.key) && !event.ctrlKey && !event.metaKey) event.stopPropagation();
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    const {key} = event;
    const list = this.#list;
    this.#keepKey(event);
    if (event.isComposing) return;
    if (key === 'Enter') {
      // Handled here, because a frame may forbid the submission of forms.
      event.preventDefault();
      this.submit();
    } else if (isNameText(this.value)) {
      if (list) list.handleKey(event, this.value);
      else if (key === 'ArrowDown' || key === 'ArrowUp') {
        event.preventDefault();
        this.#suggest();
      }
    }
  };

  readonly #handleSubmitClick = (event: Event): void => {
    event.preventDefault();
    this.submit();
  };
}

import type {ReactiveController} from 'lit';
import type {HostNotice} from '../core/host-data-rules.js';
import type {Contact, RegionCard} from '../core/region.js';
import {announce} from '../shared/announcer.js';
import {type CardAction, RegioActionEvent} from '../shared/events.js';
import {load} from '../shared/load.js';
import type {CardHost} from './card-host.js';

/** How long a button shows the outcome of its action. */
const FEEDBACK_MS = 2000;

/** Outcome of an action; undefined before it, and again when the feedback has been shown. */
export type ActionStatus = 'done' | 'failed' | undefined;

/** The button that shows a status: a button of the card, by its action, or the one that saves the event of a notice. */
type Subject = CardAction | HostNotice;

interface Feedback {
  readonly region: RegionCard;
  readonly subject: Subject;
  readonly status: ActionStatus;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Carries out what a visitor does with the cards of an element, and keeps the outcome for a moment. */
export class CardActions implements ReactiveController {
  readonly #host: CardHost;
  #feedback: readonly Feedback[] = [];
  /** Id of the region whose details the visitor has to copy by hand. */
  #byHand: string | undefined;

  constructor(host: CardHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    for (const {timer} of this.#feedback) clearTimeout(timer);
    this.#feedback = [];
    this.#byHand = undefined;
  }

  statusOf(region: RegionCard, subject: Subject): ActionStatus {
    return this.#feedbackOf(region, subject)?.status;
  }

  /** True when the browser refused to copy the details of a region: the card then shows them as text to copy by hand. */
  isByHand(region: RegionCard): boolean {
    return this.#byHand === region.id;
  }

  /** Fires `regio-action` for an action that worked. */
  follow(region: RegionCard, action: CardAction): void {
    this.#host.dispatchEvent(new RegioActionEvent(region.id, action));
  }

  async copy(region: RegionCard, details: string): Promise<void> {
    const {text} = this.#host;
    const copied = await this.#copyText(details);
    if (!this.#host.isConnected) return;
    this.#byHand = copied ? undefined : region.id;
    this.#finish(region, 'copy', 'copy', copied ? text.copied : '', text.copyByHand);
  }

  async share(region: RegionCard, content: ShareData): Promise<void> {
    try {
      await navigator.share(content);
      this.#finish(region, 'share', 'share', this.#host.text.shared);
    } catch (error) {
      // `AbortError`: the visitor closed the share dialog, which is not a failure.
      if ((error as Error).name !== 'AbortError') this.#finish(region, 'share', 'share', '');
    }
  }

  async save(region: RegionCard, contact: Contact, name: string): Promise<void> {
    const {text, language} = this.#host;
    const saved = await this.#saveWith((files) => files.saveContact({region, contact, name, text, language}));
    this.#finish(region, 'save', 'save', saved);
  }

  /** Saves the event of a notice as a file for the visitor's calendar. */
  async saveEvent(region: RegionCard, notice: HostNotice, organisation: string): Promise<void> {
    const saved = await this.#saveWith((files) =>
      files.saveEvent({notice, regionId: region.id, organisation, now: new Date()}),
    );
    this.#finish(region, notice, 'own', saved);
  }

  print(region: RegionCard): void {
    window.print();
    this.follow(region, 'print');
  }

  async #copyText(text: string): Promise<boolean> {
    try {
      // Browsers allow this only while they handle the visitor's click, so nothing is awaited before it.
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      try {
        const {copySelection} = await load(() => import('../card/copy-selection.js'));
        return copySelection(text, this.#host.renderRoot);
      } catch {
        return false;
      }
    }
  }

  /** Saves a file. Returns what to announce on success; empty when saving failed. */
  async #saveWith(save: (files: typeof import('./saved-files.js')) => void): Promise<string> {
    try {
      save(await load(() => import('../card/saved-files.js')));
      return this.#host.text.saved;
    } catch {
      return '';
    }
  }

  #feedbackOf(region: RegionCard, subject: Subject): Feedback | undefined {
    return this.#feedback.find((each) => each.region === region && each.subject === subject);
  }

  /**
   * Shows the outcome of an action for a moment, announces it, and fires `regio-action` if it worked.
   *
   * @param success What to announce; empty when the action failed.
   */
  #finish(
    region: RegionCard,
    subject: Subject,
    action: CardAction,
    success: string,
    failure = this.#host.text.actionFailed,
  ): void {
    const host = this.#host;
    if (!host.isConnected) return;
    const before = this.#feedbackOf(region, subject);
    clearTimeout(before?.timer);
    const feedback: Feedback = {
      region,
      subject,
      status: success ? 'done' : 'failed',
      timer: setTimeout(() => this.#setFeedback(this.#feedback.filter((each) => each !== feedback)), FEEDBACK_MS),
    };
    this.#setFeedback([...this.#feedback.filter((each) => each !== before), feedback]);
    announce(host, success || failure, host.language);
    if (success) this.follow(region, action);
  }

  #setFeedback(feedback: readonly Feedback[]): void {
    this.#feedback = feedback;
    this.#host.requestUpdate();
  }
}

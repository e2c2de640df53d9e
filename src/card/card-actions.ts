import type {ReactiveController} from 'lit';
import type {HostNotice} from '../core/host-data-rules.js';
import type {RegionCard} from '../core/region.js';
import {announce} from '../shared/announcer.js';
import {type CardAction, RegioActionEvent} from '../shared/events.js';
import type {Language} from '../shared/language.js';
import type {LateHost} from '../shared/late-task.js';
import {load} from '../shared/load.js';
import {copyText} from './copy-text.js';
import type {CardTexts} from './texts.js';
import type {VCardSource} from './vcard.js';

/** Time that a button shows how its action went. */
const FEEDBACK_MS = 2000;

/** How an action of a card went; undefined before and a while after. */
export type ActionStatus = 'done' | 'failed' | undefined;

/** The element that shows the card. */
interface ActionsHost extends LateHost {
  readonly language: Language;
  readonly text: CardTexts;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** What a visitor does with the cards of an element, and how that went. */
export class CardActions implements ReactiveController {
  readonly #host: ActionsHost;
  readonly #statuses = new Map<string, ActionStatus>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  /** Id of the region whose details the visitor has to copy by hand. */
  #byHand: string | undefined;

  constructor(host: ActionsHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#statuses.clear();
    this.#byHand = undefined;
  }

  statusOf(region: RegionCard, action: CardAction): ActionStatus {
    return this.#statuses.get(`${region.id} ${action}`);
  }

  /** Whether the details of a region could not be copied, so that they are shown to be copied by hand. */
  isByHand(region: RegionCard): boolean {
    return this.#byHand === region.id;
  }

  /** Tells the host page of a link that the visitor follows. */
  follow(region: RegionCard, action: CardAction): void {
    this.#host.dispatchEvent(new RegioActionEvent(region.id, action));
  }

  async copy(region: RegionCard, details: string): Promise<void> {
    const {text} = this.#host;
    const copied = await copyText(details, this.#host.renderRoot);
    if (!this.#host.isConnected) return;
    this.#byHand = copied ? undefined : region.id;
    this.#finish(region, 'copy', copied, copied ? text.copied : text.copyByHand);
  }

  async share(region: RegionCard, content: ShareData): Promise<void> {
    const {text} = this.#host;
    try {
      await navigator.share(content);
      this.#finish(region, 'share', true, text.shared);
    } catch (error) {
      // The visitor may well have thought better of it.
      if ((error as Error).name !== 'AbortError') this.#finish(region, 'share', false, text.actionFailed);
    }
  }

  async save(region: RegionCard, source: VCardSource): Promise<void> {
    const {text} = this.#host;
    try {
      const {saveContact} = await load(() => import('../card/saved-files.js'));
      saveContact(source);
      this.#finish(region, 'save', true, text.saved);
    } catch {
      this.#finish(region, 'save', false, text.actionFailed);
    }
  }

  /** Saves the event of a notice, for the visitor's calendar. */
  async saveEvent(region: RegionCard, notice: HostNotice, organisation: string): Promise<void> {
    try {
      const {saveEvent} = await load(() => import('../card/saved-files.js'));
      saveEvent({notice, regionId: region.id, organisation, now: new Date()});
      this.follow(region, 'own');
    } catch {
      announce(this.#host, this.#host.text.actionFailed, this.#host.language);
    }
  }

  print(region: RegionCard): void {
    this.follow(region, 'print');
    window.print();
  }

  /** Shows for a moment how an action went, says it, and tells the host page of one that worked. */
  #finish(region: RegionCard, action: CardAction, worked: boolean, message: string): void {
    const host = this.#host;
    if (!host.isConnected) return;
    const key = `${region.id} ${action}`;
    this.#statuses.set(key, worked ? 'done' : 'failed');
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#statuses.delete(key);
      host.requestUpdate();
    }, FEEDBACK_MS);
    this.#timers.add(timer);
    announce(host, message, host.language);
    host.requestUpdate();
    if (worked) this.follow(region, action);
  }
}

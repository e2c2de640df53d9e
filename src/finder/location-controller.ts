/** The search behind the button "Gebruik mijn locatie". Loaded when the visitor clicks it. */
import type {ReactiveController} from 'lit';
import type {PositionMatch} from '../core/position-match.js';
import type {Language} from '../shared/language.js';
import {type LateHost, LateTask} from '../shared/late-task.js';
import {load} from '../shared/load.js';
import {type LocationFailure, locateDevice, SLOW_MS} from './locate-device.js';
import {type LocationTexts, locationEn, locationNl} from './location-texts.js';

/** The element that offers to use the visitor's location. */
interface LocationHost extends LateHost {
  readonly language: Language;
  readonly strings: Readonly<Record<string, string | undefined>> | null;
}

/** Callbacks of the element. */
interface LocationActions {
  /** Shows and announces a message; an empty one removes the message that is shown. */
  readonly notify: (message: string) => void;
  /** A part could not be loaded. */
  readonly failed: () => void;
  /** Indexes of the regions where the device may be, nearest first: one, two or three. */
  readonly found: (regions: readonly number[]) => void;
}

/** Messages for a search that finds no region. */
const SENTENCES = {
  outside: 'locationOutside',
  coarse: 'locationCoarse',
  unusable: 'locationUnusable',
} as const;

/**
 * Looks for the location of the device, one search at a time. Anything else that the visitor does ends the search. A late
 * answer still counts if the visitor did nothing else: reading the browser's question takes time too.
 */
export class LocationController implements ReactiveController {
  readonly #host: LocationHost;
  readonly #actions: LocationActions;
  readonly #task: LateTask<PositionMatch | LocationFailure>;
  #slow: ReturnType<typeof setTimeout> | undefined;
  #isSlow = false;

  constructor(host: LocationHost, actions: LocationActions) {
    this.#host = host;
    this.#actions = actions;
    this.#task = new LateTask<PositionMatch | LocationFailure>(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#end();
  }

  /** Starts a search, unless another one has only just started. */
  async start(): Promise<void> {
    if (this.#task.state.status === 'pending' && !this.#isSlow) return;
    this.#end();
    this.#slow = setTimeout(() => {
      this.#isSlow = true;
      this.#notify('locationSlow');
    }, SLOW_MS);
    const slow = this.#slow;
    const result = await this.#task.run(async () => {
      const {outlines} = await load(() => import('../data/outlines.js'));
      return locateDevice(outlines);
    });
    if (slow !== this.#slow) return;
    this.#end();
    if (result === undefined) this.#actions.failed();
    else this.#report(result);
  }

  /** Ends the search, because the visitor did something else. */
  stop(): void {
    if (this.#task.state.status !== 'pending') return;
    this.#end();
    this.#task.cancel();
    this.#actions.notify('');
  }

  #end(): void {
    clearTimeout(this.#slow);
    this.#slow = undefined;
    this.#isSlow = false;
  }

  #report(result: PositionMatch | LocationFailure): void {
    if (typeof result === 'string') this.#notify(result);
    else if (result.kind === 'region') this.#actions.found([result.region]);
    else if (result.kind === 'border') this.#actions.found(result.regions);
    else this.#notify(SENTENCES[result.kind]);
  }

  #notify(key: keyof LocationTexts): void {
    const {language, strings} = this.#host;
    const own = strings?.[key];
    const texts = language === 'en' ? locationEn : locationNl;
    this.#actions.notify(typeof own === 'string' ? own : texts[key]);
  }
}

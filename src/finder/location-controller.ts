/** "Gebruik mijn locatie". Loaded at the visitor's click. */
import type {ReactiveController} from 'lit';
import type {Located} from '../core/located.js';
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

/** What the location tells the element. */
interface LocationActions {
  /** Something for the visitor to know; empty to take it back. */
  readonly say: (message: string) => void;
  /** A part could not be loaded. */
  readonly failed: () => void;
  /** Indexes of the regions where the device may be, nearest first: one, two or three. */
  readonly found: (regions: readonly number[]) => void;
}

/** The text that a search ends with when it leads to no region. */
const SENTENCES = {
  outside: 'locationOutside',
  coarse: 'locationCoarse',
  unusable: 'locationUnusable',
} as const;

/**
 * Looks for the location of the device. One search at a time; what the visitor does meanwhile ends it. A late answer still counts as
 * long as the visitor does nothing else, since reading the browser's question takes time too.
 */
export class LocationController implements ReactiveController {
  readonly #host: LocationHost;
  readonly #actions: LocationActions;
  readonly #task: LateTask<Located | LocationFailure>;
  #slow: ReturnType<typeof setTimeout> | undefined;
  #isSlow = false;

  constructor(host: LocationHost, actions: LocationActions) {
    this.#host = host;
    this.#actions = actions;
    this.#task = new LateTask<Located | LocationFailure>(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#end();
  }

  /** Starts a search, unless one is under way that has not taken long yet. */
  async start(): Promise<void> {
    if (this.#task.state.status === 'pending' && !this.#isSlow) return;
    this.#end();
    this.#slow = setTimeout(() => {
      this.#isSlow = true;
      this.#say('locationSlow');
    }, SLOW_MS);
    const slow = this.#slow;
    const result = await this.#task.run(async () => {
      const {outlines} = await load(() => import('../data/outlines.js'));
      return locateDevice(outlines);
    });
    if (slow !== this.#slow) return;
    this.#end();
    if (result === undefined) this.#actions.failed();
    else this.#tell(result);
  }

  /** The visitor went on without. */
  stop(): void {
    if (this.#task.state.status !== 'pending') return;
    this.#end();
    this.#task.cancel();
    this.#actions.say('');
  }

  #end(): void {
    clearTimeout(this.#slow);
    this.#slow = undefined;
    this.#isSlow = false;
  }

  #tell(result: Located | LocationFailure): void {
    if (typeof result === 'string') this.#say(result);
    else if (result.kind === 'region') this.#actions.found([result.region]);
    else if (result.kind === 'border') this.#actions.found(result.regions);
    else this.#say(SENTENCES[result.kind]);
  }

  #say(key: keyof LocationTexts): void {
    const {language, strings} = this.#host;
    const own = strings?.[key];
    const texts = language === 'en' ? locationEn : locationNl;
    this.#actions.say(typeof own === 'string' ? own : texts[key]);
  }
}

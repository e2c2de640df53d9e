import {type Fix, type Located, locatedIn} from '../core/located.js';
import {regions} from '../data/index.js';
import type {Finder} from './finder.js';
import {type LocationStrings, locationNl} from './location-texts.js';
import {fill} from './strings.js';

/** After this the visitor is told that it takes long. The device is given as much. */
const SLOW_MS = 10_000;

/** A place found this long ago will do: people do not change regions in between. */
const MAX_AGE_MS = 300_000;

const PERMISSION_DENIED = 1;
const TIMEOUT = 3;

/** What the visitor is told when there is no answer; keys of the texts. */
type Failure = 'locationRefused' | 'locationUnavailable' | 'locationSlow';

const NO_FIX: Fix = {longitude: Number.NaN, latitude: Number.NaN, accuracy: Number.NaN};

/** Whether the page may ask at all; some engines call it a refusal by the visitor otherwise. */
function canAsk(): boolean {
  const {featurePolicy} = document as Document & {featurePolicy?: {allowsFeature(name: string): boolean}};
  return window.isSecureContext && !!navigator.geolocation && featurePolicy?.allowsFeature('geolocation') !== false;
}

/** Asks the device. Never throws; may call back once, twice or never. */
function askDevice(told: (fix: Fix | Failure) => void): void {
  try {
    navigator.geolocation.getCurrentPosition(
      (position) => told(position?.coords ?? NO_FIX),
      (error) =>
        told(
          error?.code === PERMISSION_DENIED
            ? 'locationRefused'
            : error?.code === TIMEOUT
              ? 'locationSlow'
              : 'locationUnavailable',
        ),
      {timeout: SLOW_MS, maximumAge: MAX_AGE_MS},
    );
  } catch {
    told('locationUnavailable');
  }
}

/**
 * Waits for the first thing that the device tells. Typing, another answer or another search ends the wait. A late place
 * still counts as long as the visitor does nothing else, since reading the browser's question takes time too.
 *
 * @returns null when the visitor went on without.
 */
function search(finder: Finder, words: () => LocationStrings): Promise<Located | Failure | null> {
  const {host} = finder;
  const region = host.getAttribute('region');
  return new Promise((resolve, reject) => {
    const over = new AbortController();
    const close = () => {
      clearTimeout(timer);
      over.abort();
      if (finder.locating === current) finder.locating = undefined;
    };
    const end = (result: Located | Failure | null) => {
      close();
      resolve(host.isConnected && host.getAttribute('region') === region ? result : null);
    };
    const current = {slow: false, stop: () => end(null)};
    const timer = setTimeout(() => {
      current.slow = true;
      if (host.isConnected) finder.say(words().locationSlow);
    }, SLOW_MS);
    finder.locating = current;

    const leave = () => {
      finder.say('');
      end(null);
    };
    // In the capture phase, so before the finder's own listeners: what these say is said last.
    const options = {capture: true, signal: over.signal};
    host.renderRoot.addEventListener('input', leave, options);
    host.renderRoot.addEventListener('submit', leave, options);
    host.addEventListener('regio-select', current.stop, options);
    host.addEventListener('regio-miss', current.stop, options);

    const loaded = import('../data/outlines.js').then(({outlines}) => outlines);
    // Heard below, if the device tells a place at all.
    loaded.catch(() => {});
    let told = false;
    askDevice((fix) => {
      if (told) return;
      told = true;
      if (typeof fix === 'string') {
        end(fix);
        return;
      }
      loaded
        .then((shapes) => end(locatedIn(fix, shapes)))
        .catch((error: unknown) => {
          close();
          reject(error);
        });
    });
  });
}

/** The text that a failed search ends with. */
const sentences = {
  outside: 'locationOutside',
  coarse: 'locationCoarse',
  unusable: 'locationUnusable',
} as const;

/**
 * Answers by where the device is. The place is compared with the bundled outlines on the device, and forgotten: it is
 * neither kept, sent, logged, nor part of an event.
 *
 * @throws when the outlines cannot be fetched.
 */
export async function locate(finder: Finder): Promise<void> {
  const {host} = finder;
  const words = (): LocationStrings => ({...locationNl, ...host.translations});
  if (finder.locating?.slow === false) return;
  finder.locating?.stop();
  if (!canAsk()) {
    finder.say(words().locationUnavailable);
    return;
  }
  finder.say(words().locating);
  const result = await search(finder, words);
  if (result === null) return;
  if (typeof result === 'string') {
    finder.say(words()[result]);
    return;
  }
  if (result.kind !== 'region' && result.kind !== 'border') {
    finder.say(words()[sentences[result.kind]]);
    return;
  }
  const indexes = result.kind === 'region' ? [result.region] : result.regions;
  const candidates = indexes.flatMap((index) => {
    const region = regions[index];
    return region ? [{region, gemeenten: []}] : [];
  });
  if (result.kind === 'border') {
    finder.answer({kind: 'choice', candidates, title: words().locationBorder}, 'location');
    return;
  }
  for (const {region} of candidates) {
    // The same card again would pass unnoticed.
    if (host.getAttribute('region') === region.id) finder.say(fill(words().locationHere, {region: region.name}));
    else finder.answer({kind: 'region', region}, 'location');
  }
}

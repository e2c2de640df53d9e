import type {RegionShape} from '../core/geometry.js';
import {type Fix, type Located, locatedIn} from '../core/located.js';

/** Time that the device gets; after it the visitor is told that it takes long. */
export const SLOW_MS = 10_000;

/** A position found this long ago will do: people do not change regions in between. */
const MAX_AGE_MS = 300_000;

const PERMISSION_DENIED = 1;
const TIMEOUT = 3;

/** Why a device tells no position; keys of the texts. */
export type LocationFailure = 'locationRefused' | 'locationUnavailable' | 'locationSlow';

const NO_FIX: Fix = {longitude: Number.NaN, latitude: Number.NaN, accuracy: Number.NaN};

/** Whether the page may ask at all; some engines call it a refusal by the visitor otherwise. */
function canAsk(): boolean {
  const {featurePolicy} = document as Document & {featurePolicy?: {allowsFeature(name: string): boolean}};
  return window.isSecureContext && !!navigator.geolocation && featurePolicy?.allowsFeature('geolocation') !== false;
}

/**
 * Asks the device where it is, and in which regions that lies. The position is compared with the outlines of all regions
 * on the device, and forgotten: it is neither kept, sent, logged, nor part of an event.
 *
 * @param outlines In the fixed order of the regions.
 * @returns Never settles where the device never answers.
 */
export function locateDevice(outlines: readonly RegionShape[]): Promise<Located | LocationFailure> {
  return new Promise((resolve) => {
    if (!canAsk()) {
      resolve('locationUnavailable');
      return;
    }
    try {
      navigator.geolocation.getCurrentPosition(
        (position) => resolve(locatedIn(position?.coords ?? NO_FIX, outlines)),
        (error) =>
          resolve(
            error?.code === PERMISSION_DENIED
              ? 'locationRefused'
              : error?.code === TIMEOUT
                ? 'locationSlow'
                : 'locationUnavailable',
          ),
        {timeout: SLOW_MS, maximumAge: MAX_AGE_MS},
      );
    } catch {
      resolve('locationUnavailable');
    }
  });
}

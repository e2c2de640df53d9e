import type {RegionShape} from '../core/geometry.js';
import {type Fix, matchPosition, type PositionMatch} from '../core/position-match.js';

/** Time after which the visitor gets a message that the device is slow. */
export const SLOW_MS = 10_000;

/** Age at which a position is still good enough: people rarely reach another region in this time. */
const MAX_AGE_MS = 300_000;

const PERMISSION_DENIED = 1;
const TIMEOUT = 3;

/** Why there is no position; these are keys of the texts. */
export type LocationFailure = 'locationRefused' | 'locationUnavailable' | 'locationSlow';

const NO_FIX: Fix = {longitude: Number.NaN, latitude: Number.NaN, accuracy: Number.NaN};

/** Whether the page may ask. Checked first, because some browsers report this as a refusal by the visitor. */
function canAsk(): boolean {
  const {featurePolicy} = document as Document & {featurePolicy?: {allowsFeature(name: string): boolean}};
  return window.isSecureContext && !!navigator.geolocation && featurePolicy?.allowsFeature('geolocation') !== false;
}

/**
 * Asks the device for its position, and finds the regions there. The position is compared with the outlines of all regions
 * on the device itself. It is not stored, sent or logged, and is not part of any event.
 *
 * @param outlines In the fixed order of the regions.
 * @returns A promise that never settles if the device never answers.
 */
export function locateDevice(outlines: readonly RegionShape[]): Promise<PositionMatch | LocationFailure> {
  return new Promise((resolve) => {
    if (!canAsk()) {
      resolve('locationUnavailable');
      return;
    }
    try {
      navigator.geolocation.getCurrentPosition(
        (position) => resolve(matchPosition(position?.coords ?? NO_FIX, outlines)),
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

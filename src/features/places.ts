import type {Finder} from './finder.js';

/**
 * Makes the field for the postcode search places too, from now on.
 *
 * @param open Whether to make the field ready for letters and focus it.
 */
export function searchPlaces(_finder: Finder, _open: boolean): void {}

import {places, provinces} from '../../data/generated/places.js';
import {decodePlaces} from '../core/place-codec.js';
import {indexPlaces, type PlaceIndex} from '../core/place-search.js';
import type {Steps} from '../core/steps.js';
import {inSlices} from './in-slices.js';

function* unpack(): Steps<PlaceIndex> {
  return yield* indexPlaces(yield* decodePlaces(places), provinces);
}

/** Every woonplaats, ready for the search. Rejects with a {@link RegionDataError} when the packed places are damaged. */
export const placeIndex: Promise<PlaceIndex> = inSlices(unpack());

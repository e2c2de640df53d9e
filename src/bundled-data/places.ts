import {places, provinces} from '../../data/generated/places.js';
import {decodePlaces} from '../core/place-codec.js';
import {indexPlaces} from '../core/place-search.js';

/** Every woonplaats, ready for the search. */
export const placeIndex = indexPlaces(decodePlaces(places), provinces);

import type {LocationStrings} from './location-texts.js';

/** English texts of the location. */
export const locationEn: LocationStrings = {
  locating: 'Looking up your location. It stays on your own device.',
  locationRefused: 'Your location may not be used. Enter your postcode, or choose your region from the list.',
  locationUnavailable: 'Your location is not available now. Enter your postcode, or choose your region from the list.',
  locationSlow: 'Looking up your location takes long. Enter your postcode, or choose your region from the list.',
  locationUnusable: 'Your device gave no usable location. Enter your postcode, or choose your region from the list.',
  locationCoarse:
    'Your location is not precise enough to find your region. Enter your postcode, or choose your region from the list.',
  locationOutside: 'You are outside the Netherlands now. Choose the region where you want to work from the list.',
  locationBorder: 'You are close to the border of a region',
  locationHere: 'You are in the region {region}.',
};

import type {PlacesStrings} from './texts.js';

/** English texts of the search by place. */
export const placesEn: PlacesStrings = {
  placesLabel: 'or place',
  placesHint: 'Type the place where you live, for example Almere',
  placesList: 'Places',
  placesOne: '1 place found. Choose with arrow down and Enter.',
  placesMany: '{count} places found. Choose with the arrow keys and Enter.',
  placesNone: 'No place found. Check the spelling or enter your postcode.',
  placesChoose: 'There are more places with this name. Choose your place in the list.',
  placesMean: 'Choose your place in the list.',
  placesIn: 'municipality of {gemeente}',
  placesWhole: 'whole municipality',
};

import type {NamesTexts} from './texts.js';

/** English texts of the field. */
export const namesEn: NamesTexts = {
  label: 'Postcode or place',
  hint: 'For example 1316 or Almere',
  submit: 'Search',
  places: 'Search by place',
  placesList: 'Places',
  placesOne: '1 place found. Choose with arrow down and Enter.',
  placesMany: '{count} places found. Choose with the arrow keys and Enter.',
  placesNone: 'No place found. Check the spelling or enter your postcode.',
  placesLoading: 'Places are loading…',
  placesFailed: 'Searching by place does not work now. Enter your postcode, or choose your region from the list.',
  placesChoose: 'There are more places with this name. Choose your place in the list.',
  placesMean: 'Choose your place in the list.',
  placesIn: 'municipality of {gemeente}',
  kindGemeente: 'whole municipality',
  kindProvincie: 'province',
  kindRegio: 'region',
  kindWijk: 'district of {place}',
};

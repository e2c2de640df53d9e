import type {NamesTexts} from '../names/texts.js';
import {namesEn} from '../names/texts-en.js';
import type {FinderTexts} from './texts.js';

/** English texts of the finder with its field. */
export const finderEn: FinderTexts & NamesTexts = {
  ...namesEn,
  heading: 'Find the employer organisation in your region',
  intro:
    'Looking for the contact details of the employer organisation in your region? Enter the 4 digits of your postcode, or use the map of the regions.',
  formName: 'Find your employer organisation {number}',
  location: 'Use my location',
  partFailed: 'This does not work now. Try again later.',
  empty: 'Enter 4 digits, for example 1316.',
  incomplete: 'These are too few digits. Enter 4 digits, for example 1316.',
  'too-long': 'These are too many digits. Enter 4 digits, for example 1316.',
  'not-a-postcode': 'This is not a Dutch postcode. Enter 4 digits, from 1000 to 9999.',
  foreign:
    'Do you not live in the Netherlands? Then choose the region where you want to work on the map or in the list.',
  start: 'Here you will see who you can contact.',
  unknown: 'Postcode {pc4} is not in use',
  unknownHelp:
    'Check the digits, or choose your region on the map or in the list. Do you not live in the Netherlands? Then choose the region where you want to work.',
  choice: 'Postcode {pc4} lies in more than one region: {regions}',
  choiceCodes: 'There are several postcodes here: {codes}',
  choiceArea: '{name} lies in {count} regions. Choose the region where you live or want to work.',
  choiceCard: 'Do you live in the municipality of {gemeente}?',
  choiceCode: 'Is your postcode {pc4}?',
  or: ' or ',
  answeredPostcode: 'For postcode {pc4}',
  answeredPostcodeIn: 'For postcode {pc4}, municipality of {gemeente}',
  answeredName: 'For {name}',
  answeredNameIn: 'For {name}, municipality of {gemeente}',
  found: '{organisation}, region {region}.',
  foundFor: '{asked}: {organisation}, region {region}.',
  list: 'Choose your region from the list',
  showMap: 'Show the map',
  mapLoading: 'The map is loading…',
  failed: 'The map cannot load now. Searching by postcode and the list still work.',
  retry: 'Try again',
  locating: 'Looking up your location. It stays on your own device.',
  locationBorder: 'You are close to the border of a region',
  locationHere: 'You are in the region {region}.',
};

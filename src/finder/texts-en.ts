import {cardEn} from '../card/texts-en.js';
import {mapEn} from '../map/texts-en.js';
import {placesEn} from '../names/texts-en.js';
import {locationEn} from './location-texts-en.js';
import type {CoreStrings} from './strings.js';

const coreEn: CoreStrings = {
  heading: 'Find the employer organisation in your region',
  intro:
    'Looking for the contact details of the employer organisation in your region? Enter the 4 digits of your postcode, or use the map of the regions.',
  label: 'Postcode',
  hint: '4 digits, for example 1316',
  submit: 'Search',
  location: 'Use my location',
  places: 'Search by place',
  partFailed: 'This does not work now. Try again later.',
  empty: 'Enter 4 digits, for example 1316.',
  incomplete: 'These are too few digits. Enter 4 digits, for example 1316.',
  'too-long': 'These are too many digits. Enter 4 digits, for example 1316.',
  'not-a-postcode': 'This is not a Dutch postcode. Enter 4 digits, from 1000 to 9999.',
  start: 'Here you will see who you can contact.',
  unknown: 'Postcode {pc4} is not in use',
  unknownHelp:
    'Check the digits, or choose your region on the map or in the list. Do you not live in the Netherlands? Then choose the region where you want to work.',
  choice: 'Postcode {pc4} lies in more than one region',
  choiceCard: 'Do you live in the municipality of {gemeente}?',
  or: ' or ',
  region: 'Region {region}',
  noName: 'Employer organisation',
  formerName: 'formerly {name}',
  call: 'Call {phone}',
  email: 'Send an email',
  contactPage: 'Send a message',
  website: 'Go to {site}',
  siteOnly: 'We could not check a phone number. The website tells you how to get in touch.',
  noContact: 'We could not check the contact details of this organisation. {organisation} can help you.',
  found: '{organisation}, region {region}.',
  list: 'Choose your region from the list',
  showMap: 'Show the map',
  mapLoading: 'The map is loading…',
  failed: 'The map cannot load now. Searching by postcode and the list still work.',
  retry: 'Try again',
};

/** The whole interface in English. */
export const en = {...coreEn, ...mapEn, ...placesEn, ...locationEn, ...cardEn};

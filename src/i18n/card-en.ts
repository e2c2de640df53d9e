import type {CardStrings} from './card-nl.js';

/** English texts of a card. */
export const cardEn: CardStrings = {
  route: 'Route (OpenStreetMap)',
  routeTo: 'Route (OpenStreetMap) to {address}',
  postcodeIn: 'Postcode {pc4} lies in the municipality of {gemeente}.',
  copy: 'Copy',
  copied: 'Copied',
  copyByHand: 'Copying does not work here. Select the text and copy it yourself.',
  share: 'Share',
  save: 'Save as contact',
  print: 'Print',
  actionFailed: 'This does not work now. Try again later.',
  actionFor: '{action}: {organisation}',
  vcardNote: 'Employer organisation for care and welfare, region {region}',
  country: 'The Netherlands',
  factName: 'name',
  factFormerName: 'former name',
  factPhone: 'phone',
  factEmail: 'email',
  factContactPage: 'contact page',
  factWebsite: 'website',
  factAddress: 'address',
  seen: '{facts}: seen in {date}',
  undated: '(source without a date)',
  source: 'via',
  report: 'Report an error in these details',
};

/**
 * Element classes, events and types. Registers nothing: import `regiokaart/define` for that.
 * @module regiokaart
 */
export type {Candidate, LookupResult} from './core/lookup.js';
export type {InvalidReason} from './core/postcode.js';
export type {
  Contact,
  ContactField,
  Fact,
  Organisation,
  Region,
  RegionCard,
  RegionId,
  RegionName,
} from './core/region.js';
export {RegioContact} from './elements/regio-contact.js';
export {RegioKaart} from './elements/regio-kaart.js';
export {RegioErrorEvent, RegioMissEvent, RegioSelectEvent, type SelectSource} from './events.js';
export type {Strings} from './i18n/strings.js';

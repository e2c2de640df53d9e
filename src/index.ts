/**
 * Element classes, events and types. Registers nothing: import `regiokaart/define` for that.
 * @module regiokaart
 */

export {RegioContact} from './card/regio-contact.js';
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
export {RegioKaart} from './finder/regio-kaart.js';
export type {Strings} from './finder/texts.js';
export {
  type CardAction,
  RegioActionEvent,
  RegioChoiceEvent,
  RegioErrorEvent,
  RegioMissEvent,
  RegioSelectEvent,
  type SelectSource,
} from './shared/events.js';

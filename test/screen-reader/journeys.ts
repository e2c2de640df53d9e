/**
 * The journeys, in one table: what a visitor who hears the page does, and what must be heard then. Silence, something said twice, and
 * another language than that of the page are faults everywhere and need no line here.
 */
import type {Journey, Step} from './judge.js';

/** To the field by Tab, as a visitor comes to it: this switches Orca to the mode in which keys go to the page. */
const TO_FIELD: Step = {does: 'Tab, tot in het veld', keys: ['Tab'], until: /Postcode/, times: 4};

export const JOURNEYS: readonly Journey[] = [
  {
    name: 'found',
    title: 'Een postcode: 1316',
    page: 'index.html',
    language: 'nl',
    steps: [
      TO_FIELD,
      {does: 'typ 1316', keys: ['type:1316'], hears: [/Flever, regio Flevoland/], settles: 2, listens: true},
      {does: 'Enter', keys: ['Return'], hears: [/Flever.*heading level 3/], settles: 2.5, listens: true},
      {does: 'volgende regel', keys: ['Down'], hears: [/voorheen Zowelwerk/]},
    ],
  },
];

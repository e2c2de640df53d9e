import type {CardStrings} from '../card/texts.js';
import type {MapStrings} from '../map/texts.js';
import type {PlacesStrings} from '../names/texts.js';
import type {LocationStrings} from './location-texts.js';
import type {nl} from './texts.js';

/** Texts that are on the page before an answer. */
export type CoreStrings = Record<keyof typeof nl, string>;

/** Every visible text. A host may override any of them through the property `strings`. */
export type Strings = CoreStrings & MapStrings & LocationStrings & CardStrings & PlacesStrings;

/** Languages that are complete. */
export type Language = 'nl' | 'en';

/** Puts values into a text: `{name}` becomes `values.name`. */
export const fill = (text: string, values: Readonly<Record<string, unknown>>): string =>
  text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));

/**
 * What the pages for editors use of the sources, so that a page and the finder say the same. The build makes
 * `dist/demo/rules.js` of it.
 */
import {cardNl} from '../src/card/texts.js';
import {cliNl} from '../src/cli/texts.js';
import {kaartNl} from '../src/finder/texts.js';
import {mapNl} from '../src/map/texts.js';

export {listFacts, OLD_AFTER_MONTHS} from '../src/core/fact-age.js';
export {
  ACTION_KINDS,
  CONTACT_RULES,
  checkHostData,
  formatPath,
  formatValue,
  MAX_ACTIONS,
  MAX_FILE_BYTES,
  MAX_NOTICES,
} from '../src/core/host-data-rules.js';
export {textProblem} from '../src/core/text-rules.js';
export {fill} from '../src/shared/fill.js';

/** The command line's Dutch texts: the words of each rule, and how old a fact is. */
export const words = cliNl;

/** Every text that a host may set, by key, with the Dutch one that it replaces: those of cards, and all others. */
export const texts = {
  card: cardNl,
  finder: Object.fromEntries(
    Object.entries({...kaartNl, ...mapNl}).filter(([key]) => !Object.hasOwn(cardNl, key)),
  ) as Readonly<Record<string, string>>,
};

/**
 * The sources that the pages for editors share with the finder, so that both have the same rules. The build makes
 * `dist/demo/rules.js` from it.
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

/** Dutch texts of the command line, for the rules and the age of facts. */
export const words = cliNl;

/** Every Dutch text that a host may replace, by key: those of cards, and all others. */
export const texts = {
  card: cardNl,
  finder: Object.fromEntries(
    Object.entries({...kaartNl, ...mapNl}).filter(([key]) => !Object.hasOwn(cardNl, key)),
  ) as Readonly<Record<string, string>>,
};

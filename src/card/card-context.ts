import type {CardActions} from './card-actions.js';
import type {CardTexts} from './texts.js';

/** What the parts of a card are rendered with. */
export interface CardContext {
  readonly text: CardTexts;
  readonly actions: CardActions;
}

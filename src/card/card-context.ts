import type {CardActions} from './card-actions.js';
import type {CardTexts} from './texts.js';

/** What each part of a card needs for rendering. */
export interface CardContext {
  readonly text: CardTexts;
  readonly actions: CardActions;
  /** Whether room is kept for what only some browsers can do, since a server has rendered the card. */
  readonly keepsRoom: boolean;
}

import type {Language} from '../shared/language.js';
import type {LateHost} from '../shared/late-task.js';
import type {CardTexts} from './texts.js';

/** The element that shows cards. */
export interface CardHost extends LateHost {
  readonly organisations: unknown;
  readonly dataSrc: string | null;
  readonly language: Language;
  readonly text: CardTexts;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

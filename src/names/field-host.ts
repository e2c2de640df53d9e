import type {Language} from '../shared/language.js';
import type {LateHost} from '../shared/late-task.js';
import type {NamesTexts} from './texts.js';

/** The element that shows the field. */
export interface FieldHost extends LateHost {
  readonly language: Language;
  readonly text: NamesTexts;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

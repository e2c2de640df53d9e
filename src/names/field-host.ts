import type {CSSResult} from 'lit';
import type {NamedPlace} from '../core/names/named-place.js';
import type {Language} from '../shared/language.js';
import type {LateHost} from '../shared/late-task.js';
import type {NamesTexts} from './texts.js';

/** The element that shows the field. */
export interface FieldHost extends LateHost {
  readonly language: Language;
  readonly text: NamesTexts;
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** Adds the styles of a part that was loaded later. */
  addStyles(styles: CSSResult): void;
}

/** Callbacks for what the visitor does in the field. */
export interface FieldActions {
  /** The visitor changed the text. */
  readonly typed: (text: string) => void;
  /** The visitor submitted a text that is not a name. */
  readonly submitted: (text: string) => void;
  /** The visitor submitted, or the host page set, a text with letters that matches no name. */
  readonly noName: (text: string, byHost: boolean) => void;
  /** The visitor typed the whole name of a place in one region, or chose one from the list; or the host page set one. */
  readonly found: (place: NamedPlace, byHost: boolean) => void;
  /** The visitor's text may mean any of these places, which the list shows. */
  readonly undecided: (places: readonly NamedPlace[]) => void;
  /** Shows and announces a message; an empty one removes the message that is shown. */
  readonly notify: (message: string) => void;
  /** The regions of an area, as places. */
  readonly partsOf: (area: NamedPlace) => readonly NamedPlace[];
}

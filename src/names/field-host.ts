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
  /** Adds the styles of what was loaded later. */
  addStyles(styles: CSSResult): void;
}

/** What the field tells of what the visitor does. */
export interface FieldActions {
  /** The text changed by the visitor's hand. */
  readonly typed: (text: string) => void;
  /** The visitor wants an answer for a text that is not about a place. */
  readonly submitted: (text: string) => void;
  /** The visitor wants an answer for a text that is no name of a place. */
  readonly noName: (text: string) => void;
  /** A place, by its whole name or chosen from the list. It lies in one region. */
  readonly found: (place: NamedPlace) => void;
  /** The text may mean any of these places, which the list now shows. */
  readonly undecided: (places: readonly NamedPlace[]) => void;
  /** Something for the visitor to know, shown by the element and read aloud; empty to take it back. */
  readonly say: (message: string) => void;
  /** The places that the regions of an area stand for. */
  readonly partsOf: (area: NamedPlace) => readonly NamedPlace[];
}

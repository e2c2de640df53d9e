import type {FinderState} from '../core/finder-state.js';
import type {RegionCard} from '../core/region.js';
import type {SelectSource} from '../shared/events.js';
import type {RegioElement} from '../shared/regio-element.js';

/** What a feature that is fetched later may do with the finder. */
export interface Finder {
  /** The element: its language, texts and shadow root. Check `isConnected` after every await. */
  readonly host: RegioElement;
  /** Shows what the visitor's action led to; announces it and fires the event. */
  readonly answer: (state: FinderState<RegionCard>, source: SelectSource) => void;
  /** Says something in the form, and aloud; the next answer takes it away. */
  readonly say: (note: string) => void;
  /** Set by the search by place: answers for the place that stands in the field; false when there is none. */
  submitPlace?: () => boolean;
  /** Set by the search for the visitor's location while it waits for the device; `slow` once it takes long. */
  locating?: {readonly slow: boolean; readonly stop: () => void} | undefined;
}

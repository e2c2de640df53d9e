import type {InvalidReason} from '../core/postcode.js';
import type {RegionId} from '../core/region.js';

const BUBBLING = {bubbles: true, composed: true};

/** How the visitor reached a region. */
export type SelectSource = 'postcode' | 'place' | 'map' | 'list' | 'location';

/** What a visitor does with a card. `own` is one of the host's own actions. */
export type CardAction =
  | 'call'
  | 'email'
  | 'contact-page'
  | 'website'
  | 'vacancies'
  | 'route'
  | 'copy'
  | 'save'
  | 'share'
  | 'print'
  | 'own';

/** The visitor chose a region. Carries no postcode, so that hosts' analytics get none by accident. */
export class RegioSelectEvent extends Event {
  readonly regionId: RegionId;
  readonly source: SelectSource;
  constructor(regionId: RegionId, source: SelectSource) {
    super('regio-select', BUBBLING);
    this.regionId = regionId;
    this.source = source;
  }
}

/** What the visitor typed may mean several regions; nothing is selected yet. */
export class RegioChoiceEvent extends Event {
  readonly regionIds: readonly RegionId[];
  constructor(regionIds: readonly RegionId[]) {
    super('regio-choice', BUBBLING);
    this.regionIds = regionIds;
  }
}

/** There is no answer for what the visitor typed. */
export class RegioMissEvent extends Event {
  readonly status: 'invalid' | 'unknown';
  /** Only with `invalid`. */
  readonly reason: InvalidReason | undefined;
  constructor({status, reason}: {readonly status: 'invalid' | 'unknown'; readonly reason?: InvalidReason}) {
    super('regio-miss', BUBBLING);
    this.status = status;
    this.reason = reason;
  }
}

/** The visitor used the card of a region: called, wrote, copied and so on. */
export class RegioActionEvent extends Event {
  readonly regionId: RegionId;
  readonly action: CardAction;
  constructor(regionId: RegionId, action: CardAction) {
    super('regio-action', BUBBLING);
    this.regionId = regionId;
    this.action = action;
  }
}

/** A part could not be loaded, or data of the host was refused. The rest keeps working. */
export class RegioErrorEvent extends Event {
  readonly error: Error;
  constructor(error: Error) {
    super('regio-error', BUBBLING);
    this.error = error;
  }
}

interface RegioEventMap {
  'regio-select': RegioSelectEvent;
  'regio-choice': RegioChoiceEvent;
  'regio-miss': RegioMissEvent;
  'regio-action': RegioActionEvent;
  'regio-error': RegioErrorEvent;
}

declare global {
  interface HTMLElementEventMap extends RegioEventMap {}
  interface DocumentEventMap extends RegioEventMap {}
  interface WindowEventMap extends RegioEventMap {}
}

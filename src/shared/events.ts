import type {InvalidReason} from '../core/postcode.js';
import type {RegionId} from '../core/region.js';

const BUBBLING = {bubbles: true, composed: true};

/** What led the visitor to a region. */
export type SelectSource = 'postcode' | 'map' | 'list' | 'location';

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

/** What the visitor typed leads nowhere. */
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

/** A part could not be loaded, or data of the host was refused. The rest goes on. */
export class RegioErrorEvent extends Event {
  readonly error: Error;
  constructor(error: Error) {
    super('regio-error', BUBBLING);
    this.error = error;
  }
}

declare global {
  interface HTMLElementEventMap {
    'regio-select': RegioSelectEvent;
    'regio-miss': RegioMissEvent;
    'regio-error': RegioErrorEvent;
  }
}

import type {ReactiveController} from 'lit';
import type {HostData} from '../core/host-data-rules.js';
import {RegioErrorEvent} from '../shared/events.js';
import {type LateHost, LateTask} from '../shared/late-task.js';
import {readHostData} from './host-data.js';

/** The properties of an element through which a host page passes its own data. */
interface DataHost extends LateHost {
  readonly organisations: unknown;
  readonly dataSrc: string | null;
}

const NO_DATA: HostData = {};

/** Keeps the valid part of the host's own data. Loaded when the host sets any. */
export class HostDataController implements ReactiveController {
  readonly #host: DataHost;
  readonly #task: LateTask<HostData>;
  #organisations: unknown = null;
  #dataSrc: string | null = null;
  /** The last data that was read; kept until new data has been read. */
  #data = NO_DATA;

  constructor(host: DataHost) {
    this.#host = host;
    this.#task = new LateTask<HostData>(host);
    host.addController(this);
  }

  /** The host's own data, by id of the region. */
  get regions(): HostData {
    return this.#data;
  }

  hostUpdate(): void {
    const {organisations, dataSrc} = this.#host;
    if (organisations === this.#organisations && dataSrc === this.#dataSrc) return;
    this.#organisations = organisations;
    this.#dataSrc = dataSrc;
    if (organisations || dataSrc) {
      this.#read(organisations, dataSrc);
    } else {
      this.#task.cancel();
      this.#data = NO_DATA;
    }
  }

  hostDisconnected(): void {
    // A removed element drops data that is still loading, and reads it again when it is put back.
    if (this.#task.state.status === 'pending') this.#organisations = this.#dataSrc = null;
  }

  async #read(organisations: unknown, dataSrc: string | null): Promise<void> {
    const refused: Error[] = [];
    const data = await this.#task.run(() => readHostData(organisations, dataSrc, (error) => refused.push(error)));
    if (!data) return;
    this.#data = data;
    for (const error of refused) this.#host.dispatchEvent(new RegioErrorEvent(error));
    this.#host.requestUpdate();
  }
}

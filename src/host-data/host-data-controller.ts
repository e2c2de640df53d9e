import type {ReactiveController} from 'lit';
import type {HostData} from '../core/host-data-rules.js';
import {RegioErrorEvent} from '../shared/events.js';
import {type LateHost, LateTask} from '../shared/late-task.js';
import {readHostData} from './host-data.js';

/** What the host page sets on an element to bring data of its own. */
interface DataHost extends LateHost {
  readonly organisations: unknown;
  readonly dataSrc: string | null;
}

const NO_DATA: HostData = {};

/** Keeps what the host page says of its regions, as far as it passes the checks. Loaded when it says anything. */
export class HostDataController implements ReactiveController {
  readonly #host: DataHost;
  readonly #task: LateTask<HostData>;
  #organisations: unknown = null;
  #dataSrc: string | null = null;
  /** What was read last; it stays until other data is there. */
  #data = NO_DATA;

  constructor(host: DataHost) {
    this.#host = host;
    this.#task = new LateTask<HostData>(host);
    host.addController(this);
  }

  /** What the host page says, by region. */
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
    // Read again when the element comes back, unless it was read.
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

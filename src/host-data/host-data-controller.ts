import type {ReactiveController} from 'lit';
import type {HostData} from '../core/host-data-rules.js';
import type {Contact, RegionCard} from '../core/region.js';
import {RegioErrorEvent} from '../shared/events.js';
import {type LateHost, LateTask} from '../shared/late-task.js';
import {load} from '../shared/load.js';

/** What the host page sets on an element to bring data of its own. */
interface DataHost extends LateHost {
  readonly organisations: unknown;
  readonly dataSrc: string | null;
}

const NO_DATA: HostData = {};

/** Keeps what the host page says of its regions, as far as it passes the checks. */
export class HostDataController implements ReactiveController {
  readonly #host: DataHost;
  readonly #prepare: (data: HostData) => Promise<void>;
  readonly #task: LateTask<HostData>;
  #organisations: unknown = null;
  #dataSrc: string | null = null;
  /** What was read last; it stays until other data is there. */
  #data = NO_DATA;

  /** @param prepare Called with data that was read, before it is shown; the data waits for it. Never rejects. */
  constructor(host: DataHost, prepare: (data: HostData) => Promise<void>) {
    this.#host = host;
    this.#prepare = prepare;
    this.#task = new LateTask<HostData>(host);
    host.addController(this);
  }

  /** What the host page says, by region. */
  get regions(): HostData {
    return this.#data;
  }

  /** How to reach the organisation of a region: the host's data over ours. */
  contactOf({id, organisation}: RegionCard): Contact {
    return {...organisation, ...this.#data[id]?.organisation};
  }

  /** Takes data that has been checked, on a server. */
  setChecked(data: HostData): void {
    this.#data = data;
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
    const data = await this.#task.run(async () => {
      const {readHostData} = await load(() => import('../host-data/host-data.js'));
      const read = await readHostData(organisations, dataSrc, (error) => refused.push(error));
      await this.#prepare(read);
      return read;
    });
    if (!data) return;
    this.#data = data;
    for (const error of refused) this.#host.dispatchEvent(new RegioErrorEvent(error));
    this.#host.requestUpdate();
  }
}

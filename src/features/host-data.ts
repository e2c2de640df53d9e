import type {Contact} from '../core/region.js';

/** What a host says of one region. */
export interface HostRegion {
  readonly organisation?: Contact;
}

/** What a host says of its regions, by id. */
export type HostData = Readonly<Record<string, HostRegion | undefined>>;

export async function readHostData(
  _organisations: unknown,
  _dataSrc: string | null,
  _refuse: (error: Error) => void,
): Promise<HostData> {
  return {};
}

import {RegionDataError} from '../core/errors.js';
import {
  checkHostData,
  formatPath,
  formatValue,
  HOST_RULES,
  type HostData,
  type HostRegion,
  MAX_FILE_BYTES,
  type Refusal,
} from '../core/host-data-rules.js';
import {regions} from '../data/index.js';

export type {HostAction, HostData, HostNotice, HostRegion} from '../core/host-data-rules.js';

const TIMEOUT_MS = 10_000;

/** Most refusals that are reported one by one, so that invalid data of any size cannot keep the page busy. */
const MAX_REFUSALS = 50;

/**
 * Reads a host's own data. Invalid fields are refused and reported one by one, and the rest is kept. If the property and
 * the file have the same field, the property counts.
 *
 * @param organisations The property, any value; null and undefined for none.
 * @param dataSrc Address of a JSON file, relative to the page; null or empty for none.
 * @param refuse Receives an error for each refused field, and one if the file cannot be used.
 */
export async function readHostData(
  organisations: unknown,
  dataSrc: string | null,
  refuse: (error: Error) => void,
): Promise<HostData> {
  // The property comes first, so that its errors do not wait for the network.
  const own = check(organisations ?? {}, 'organisations', refuse);
  if (!dataSrc) return own;
  try {
    const fetched = check(await fetchJson(dataSrc), nameOf(dataSrc), refuse);
    return merge(fetched, own);
  } catch (error) {
    refuse(error as Error);
    return own;
  }
}

/** The address for a message; long enough that a real address is not cut. */
const nameOf = (dataSrc: string) => `data-src ${formatValue(dataSrc, 300)}`;

function check(data: unknown, where: string, refuse: (error: Error) => void): HostData {
  const refusals: Refusal[] = [];
  const ids = regions.map(({id}) => id);
  const checked = checkHostData(data, ids, refusals);
  for (const {path, rule, got} of refusals.slice(0, MAX_REFUSALS)) {
    const expected = HOST_RULES[rule].replace('{ids}', ids.join(', '));
    const subject = path.length > 0 ? `${where}: ${formatPath(path)}` : where;
    refuse(new RegionDataError(`${subject} is ${formatValue(got)}, expected ${expected}`));
  }
  const more = refusals.length - MAX_REFUSALS;
  if (more > 0) refuse(new RegionDataError(`${where}: ${more} more fields are refused, expected none`));
  return checked;
}

function merge(below: HostData, above: HostData): HostData {
  const merged: Record<string, HostRegion | undefined> = {...below};
  for (const [id, region] of Object.entries(above)) {
    const {organisation, notices, actions} = merged[id] ?? {};
    merged[id] = {
      organisation: {...organisation, ...region?.organisation},
      notices: region?.notices ?? notices,
      actions: region?.actions ?? actions,
    };
  }
  return merged;
}

/**
 * Fetches a JSON file without cookies, from exactly the address that the host named.
 *
 * @throws {RegionDataError} that names the address and the rule.
 */
async function fetchJson(dataSrc: string): Promise<unknown> {
  const wrong = (got: string, expected: string, cause?: unknown) =>
    new RegionDataError(`${nameOf(dataSrc)}: got ${got}, expected ${expected}`, {cause});
  const url = toUrl(dataSrc);
  // Plain http is no loss of security on a page that was itself loaded by plain http.
  if (url?.protocol !== 'https:' && !(url?.protocol === 'http:' && self.origin.startsWith('http:'))) {
    throw wrong('no such address', 'one that starts with https://, or one relative to the page');
  }
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), TIMEOUT_MS);
  const lost = (cause: unknown) =>
    controller.signal.aborted
      ? wrong('no whole answer in time', `one within ${TIMEOUT_MS / 1000} seconds`, cause)
      : wrong(
          'no answer that this page may read',
          'a file on the origin of the page, or one with Access-Control-Allow-Origin, that its policy allows',
          cause,
        );
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      redirect: 'manual',
      headers: {accept: 'application/json'},
      signal: controller.signal,
    }).catch((cause) => {
      throw lost(cause);
    });
    // Whoever controls a redirect would decide what visitors see, and the host named only this address.
    if (response.type === 'opaqueredirect') throw wrong('a redirect', 'the file itself');
    if (!response.ok) throw wrong(`status ${response.status}`, 'status 200');
    const type = response.headers.get('content-type') ?? '';
    if (!/^(application|text)\/([\w.-]+\+)?json\b/i.test(type)) {
      throw wrong(`content type ${formatValue(type)}`, 'application/json');
    }
    const bytes = await readBytes(response.body).catch((cause) => {
      throw lost(cause);
    });
    if (!bytes) throw wrong(`more than ${MAX_FILE_BYTES / 1024} kB`, 'at most that');
    try {
      return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes));
    } catch (cause) {
      throw wrong(`a file that cannot be read (${(cause as Error).message})`, 'JSON in UTF-8', cause);
    }
  } finally {
    clearTimeout(timer);
    // Ends the download of anything that has not been read.
    controller.abort();
  }
}

function toUrl(address: string): URL | null {
  try {
    return new URL(address, document.baseURI);
  } catch {
    return null;
  }
}

/** All bytes of a response; null as soon as there are too many. */
async function readBytes(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(MAX_FILE_BYTES);
  let length = 0;
  const reader = body?.getReader();
  for (;;) {
    const chunk = await reader?.read();
    if (!chunk || chunk.done) return bytes.subarray(0, length);
    if (length + chunk.value.length > MAX_FILE_BYTES) return null;
    bytes.set(chunk.value, length);
    length += chunk.value.length;
  }
}

/** Allowed values of each setting, and what is used instead of any other value. */
const EXPECTED = {
  'heading-level': 'a whole number from 1 to 6; using 2',
  lang: 'nl or en; using nl',
  region: 'the id of a region; showing none',
  strings: 'a text for a key that there is; using the default',
  tileSource:
    'an https url with {z}, {x} and {y}, an attribution as text, and maxZoom, a whole number from 1 to 24; offering none',
};

/** A setting that a host can get wrong. */
export type Setting = keyof typeof EXPECTED;

const warned = new Set<string>();

/** Longest value that is written out in full. */
const MAX_LENGTH = 200;

/** A value as a programmer would write it, even if it cannot be written as JSON. Never throws. */
function formatValue(value: unknown): string {
  const plain = (_key: string, inner: unknown) =>
    inner === undefined || ['bigint', 'function', 'symbol'].includes(typeof inner) ? String(inner) : inner;
  try {
    return JSON.stringify(value, plain).slice(0, MAX_LENGTH);
  } catch {
    return Object.prototype.toString.call(value);
  }
}

/** Warns the programmer in the console, once for each message. */
export function warnOnce(message: string): void {
  if (!warned.has(message)) console.warn(`regiokaart: ${message}`);
  warned.add(message);
}

/**
 * Warns the programmer once of an invalid setting: its value, what was expected, and what is used instead.
 *
 * @param key Key of the entry, for a setting with several.
 */
export function warnOfSetting(setting: Setting, got: unknown, key?: string): void {
  const name = key === undefined ? setting : `${setting}.${key}`;
  warnOnce(`${name} is ${formatValue(got)}, expected ${EXPECTED[setting]}`);
}

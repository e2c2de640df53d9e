/** What each setting may be, and what is used when it is something else. */
const EXPECTED = {
  'heading-level': 'a whole number from 1 to 6; using 2',
  lang: 'nl or en; using nl',
  region: 'the id of a region; showing none',
  strings: 'a text for a key that there is; using the default',
};

/** A setting that a host can get wrong. */
export type Setting = keyof typeof EXPECTED;

const said = new Set<string>();

/** Longest value that is written out; the rest says nothing more. */
const MAX_LENGTH = 200;

/** A value as a programmer would write it, also where it is no JSON. Never throws. */
function written(value: unknown): string {
  const plain = (_key: string, inner: unknown) =>
    inner === undefined || ['bigint', 'function', 'symbol'].includes(typeof inner) ? String(inner) : inner;
  try {
    return JSON.stringify(value, plain).slice(0, MAX_LENGTH);
  } catch {
    return Object.prototype.toString.call(value);
  }
}

/**
 * Tells a programmer once what was got, what was expected, and what is used instead.
 *
 * @param key Which entry of the setting, where it has several.
 */
export function complain(setting: Setting, got: unknown, key?: string): void {
  const name = key === undefined ? setting : `${setting}.${key}`;
  const message = `regiokaart: ${name} is ${written(got)}, expected ${EXPECTED[setting]}`;
  if (!said.has(message)) console.warn(message);
  said.add(message);
}

/** What each setting may be, and what is used when it is something else. */
const EXPECTED = {
  'heading-level': 'a whole number from 1 to 6; using 2',
  lang: 'nl or en; using nl',
  region: 'the id of a region; showing none',
  strings: 'a text for each key; using the default',
};

/** A setting that a host can get wrong. */
export type Setting = keyof typeof EXPECTED;

const said = new Set<string>();

/** Tells a programmer once what was got, what was expected, and what is used instead. */
export function complain(setting: Setting, got: unknown): void {
  const message = `regiokaart: ${setting} is ${JSON.stringify(got)}, expected ${EXPECTED[setting]}`;
  if (!said.has(message)) console.warn(message);
  said.add(message);
}

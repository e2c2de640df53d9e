/** Throws if `value` is not truthy. */
export function assert(value: unknown, message: string): asserts value {
  if (!value) throw new Error(message);
}

/** Throws when the two are not the same value (`Object.is`). */
export function equal<T>(actual: T, expected: T, what = 'value'): void {
  if (!Object.is(actual, expected)) throw mismatch(actual, expected, what);
}

/** Throws if the two differ in structure: plain objects, arrays and plain values. The order of keys does not count. */
export function deepEqual<T>(actual: T, expected: T, what = 'value'): void {
  if (stable(actual) !== stable(expected)) throw mismatch(stable(actual), stable(expected), what);
}

/** Throws when the text does not match. */
export function matches(text: string | null | undefined, pattern: RegExp, what = 'text'): void {
  if (text == null || !pattern.test(text)) throw mismatch(text, pattern, what);
}

/** Returns the value, or throws when it is null or undefined. */
export function present<T>(value: T | null | undefined, what: string): T {
  if (value == null) throw new Error(`${what}: got ${value}`);
  return value;
}

function mismatch(actual: unknown, expected: unknown, what: string): Error {
  return new Error(`${what}: got ${show(actual)}, expected ${show(expected)}`);
}

function show(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : String(value);
}

function stable(value: unknown): string {
  return JSON.stringify(
    value,
    (_key, inner: unknown) => {
      if (inner === undefined) return '(undefined)';
      if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
      return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
    },
    1,
  );
}

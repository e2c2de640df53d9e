/**
 * How often a part is requested again on a page with an import map, each time from an address of its own. The import map
 * of our snippet lists these addresses, so that the browser checks the integrity of each.
 */
export const CHECKED_RETRIES = 3;

/** Finds the address in the source of a function that does nothing but call `import()`. */
const IMPORT = /\bimport\(\s*["'`]([^"'`]+)["'`]\s*\)(?!\s*\.)/;

/** Number of failed attempts, by address. */
const failures = new Map<string, number>();

/**
 * Loads a part of the widget that is not needed at the start. After a failure, the next call requests it again.
 *
 * A repeated request needs another address, because browsers remember the outcome for each address. Measured in the
 * three engines of the tests, for a module and for what it imports:
 *
 *     a second import() after          Chromium 156   Firefox 153   WebKitGTK 2.50
 *     an answer like 404               fails          fails         retries
 *     a connection that broke          retries        fails         retries
 *     a file cut off, or not a script  fails          fails         fails
 *     an error while it ran            fails          fails         gives a module without its exports
 *     any of these, with a query       retries        retries       retries
 *
 * A query does not help if an import of the part has failed, because that is still requested from its old address. So a
 * part in `dist/cdn` imports nothing but the file that every page has already loaded; see `.build/core-file.ts`.
 *
 * The address is read from the source of the function, after bundlers have rewritten it. If there is none, as with
 * webpack, the bundler's own loader repeats the request.
 *
 * @param importPart Calls `import()` with a fixed address of the form `../<folder>/<file>.js`: repeated requests resolve
 *   it from this folder.
 */
export function load<T>(importPart: () => Promise<T>): Promise<T> {
  const [, address] = IMPORT.exec(String(importPart)) ?? [];
  if (!address) return importPart();
  const failed = failures.get(address) ?? 0;
  const retry = hasImportMap() ? failed % (CHECKED_RETRIES + 1) : failed;
  return (retry === 0 ? importPart() : importAgain<T>(address, retry)).then(whole).catch((error: unknown) => {
    failures.set(address, failed + 1);
    throw error;
  });
}

/** Refuses a module without exports, which some browsers return for a script that failed. */
function whole<T>(part: T): T {
  if (Object.keys(part as object).some((name) => name !== 'default')) return part;
  throw new TypeError('Got a script without the exports of a part of regiokaart');
}

const importAgain = <T>(address: string, retry: number): Promise<T> =>
  import(/* @vite-ignore */ /* webpackIgnore: true */ `${address}${address.includes('?') ? '&' : '?'}retry=${retry}`);

const hasImportMap = () => !!globalThis.document?.querySelector('script[type=importmap]');

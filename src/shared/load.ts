/**
 * How often a part is asked for again under an address of its own on a page with an import map. The map of our snippet
 * names these addresses, so that the browser checks what comes from each.
 */
export const CHECKED_RETRIES = 3;

/** The address in the text of a function that calls `import()` and does nothing more with what it gets. */
const IMPORT = /\bimport\(\s*["'`]([^"'`]+)["'`]\s*\)(?!\s*\.)/;

/** How many tries have failed, by address. */
const failures = new Map<string, number>();

/**
 * Loads a part of the widget that is not needed at the start. After a failure the next call asks for it again.
 *
 * That takes another address, because browsers keep what became of one. Measured in the three engines of the tests, on a
 * module and on what it imports:
 *
 *     a second import() after          Chromium 156   Firefox 153   WebKitGTK 2.50
 *     an answer like 404               fails          fails         asks again
 *     a connection that broke          asks again     fails         asks again
 *     a file cut off, or not a script  fails          fails         fails
 *     an error while it ran            fails          fails         gives a module without its exports
 *     any of these, with a query       asks again     asks again    asks again
 *
 * A query does not help where what the part imports has failed, since that is still asked for by its old address. So a
 * part in `dist/cdn` imports nothing but the file that every page has loaded before; see `.build/core-file.ts`.
 *
 * The address is read from the text of the function, which bundlers write anew. Where it holds none, as with webpack,
 * the bundler's own loader asks again.
 *
 * @param importPart Calls `import()` with a fixed address as it is seen from this folder, `../<folder>/<file>.js`:
 *   further tries start from here.
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

/** Refuses another script that came in the place of a part: each part has exports with names. */
function whole<T>(part: T): T {
  if (Object.keys(part as object).some((name) => name !== 'default')) return part;
  throw new TypeError('Got a script without the exports of a part of regiokaart');
}

const importAgain = <T>(address: string, retry: number): Promise<T> =>
  import(/* @vite-ignore */ /* webpackIgnore: true */ `${address}${address.includes('?') ? '&' : '?'}retry=${retry}`);

const hasImportMap = () => !!globalThis.document?.querySelector('script[type=importmap]');

/** Only for states that are never reached: a busy machine may take long to reach the others. */
const WAIT_LIMIT_MS = 60_000;
const STEP_MS = 10;

/**
 * Waits until `condition` returns something truthy and returns that. A throw counts as "not yet".
 * The limit only ends a test that would never finish; `what` completes "waited for ...".
 */
export async function waitFor<T>(condition: () => T | Promise<T>, what: string): Promise<NonNullable<T>> {
  const end = performance.now() + WAIT_LIMIT_MS;
  let last: unknown;
  for (;;) {
    try {
      last = await condition();
      if (last) return last as NonNullable<T>;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end) throw new Error(`waited for ${what}; last: ${last}`);
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}

/** Resolves when the present rendering has been painted. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

/** Finds an element in light DOM and open shadow roots, in document order. */
export function find<T extends Element = HTMLElement>(root: ParentNode | Element, selector: string): T | null {
  return findAll<T>(root, selector)[0] ?? null;
}

/** Finds all elements in light DOM and open shadow roots, in document order. */
export function findAll<T extends Element = HTMLElement>(root: ParentNode | Element, selector: string): T[] {
  const found: T[] = [];
  const visit = (node: ParentNode) => {
    for (const child of node.children) {
      if (child.matches(selector)) found.push(child as T);
      if (child.shadowRoot) visit(child.shadowRoot);
      visit(child);
    }
  };
  if ('shadowRoot' in root && root.shadowRoot) visit(root.shadowRoot);
  visit(root);
  return found;
}

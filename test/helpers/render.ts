import {afterThisTest} from './cleanup.js';

/**
 * Puts markup into the page, waits for the first render of its elements, and returns its first element.
 * The markup is removed after the test.
 */
export async function render<T extends Element = HTMLElement>(markup: string): Promise<T> {
  const template = document.createElement('template');
  template.innerHTML = markup;
  const container = document.createElement('main');
  container.append(document.importNode(template.content, true));
  document.body.append(container);
  afterThisTest(() => container.remove());
  const first = container.firstElementChild;
  if (!first) throw new Error(`render: got no element in "${markup}"`);
  await rendered(container);
  return first as T;
}

/** Waits until every Lit element in `root`, and in the shadow roots below it, has finished rendering. */
export async function rendered(root: ParentNode): Promise<void> {
  const nodes = root instanceof Element ? [root, ...root.children] : [...root.children];
  for (const node of nodes) {
    if ('updateComplete' in node) await node.updateComplete;
    if (node.shadowRoot) await rendered(node.shadowRoot);
    if (node !== root) await rendered(node);
  }
}

import type {AxeResults} from 'axe-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const AXE = '/node_modules/axe-core/axe.min.js';

interface Auditor {
  run(context: Element, options: object): Promise<AxeResults>;
}

/**
 * Audits an element with axe against WCAG 2.0 to 2.2, levels A and AA, into open shadow roots.
 * Throws an error with a line for each node that violates a rule.
 */
export async function audit(element: Element, {without = [] as readonly string[]} = {}): Promise<void> {
  const axe = await auditorOf(element.ownerDocument);
  const {violations} = await axe.run(element, {
    runOnly: {type: 'tag', values: TAGS},
    rules: Object.fromEntries(without.map((rule) => [rule, {enabled: false}])),
    resultTypes: ['violations'],
  });
  if (violations.length === 0) return;
  const lines = violations.flatMap(({id, help, nodes}) =>
    nodes.map(({target, failureSummary}) => `${id} (${help}): ${target.flat().join(' ')}\n  ${failureSummary}`),
  );
  throw new Error(`axe: ${lines.length} nodes\n${lines.join('\n')}`);
}

/** axe only works on its own window, so a page in a frame gets its own copy. */
async function auditorOf(page: Document): Promise<Auditor> {
  const view = page.defaultView as (Window & {axe?: Auditor}) | null;
  if (!view) throw new Error('audit: got an element without a window');
  if (!view.axe) {
    await new Promise<void>((resolve, reject) => {
      const script = page.createElement('script');
      script.src = AXE;
      script.addEventListener('load', () => resolve());
      script.addEventListener('error', () => reject(new Error(`audit: could not load ${AXE}`)));
      page.head.append(script);
    });
  }
  if (!view.axe) throw new Error('audit: got no axe after loading it');
  return view.axe;
}

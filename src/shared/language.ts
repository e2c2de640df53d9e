/** Languages with a complete set of texts. */
export type Language = 'nl' | 'en';

/** The nearest `lang` at or above an element, through shadow roots, as two lower-case letters; empty if there is none. */
export function nearestLang(element: Element): string {
  const bearer = element.closest('[lang]');
  const root = element.getRootNode();
  if (!bearer && root instanceof ShadowRoot) return nearestLang(root.host);
  return (bearer?.getAttribute('lang') ?? '').slice(0, 2).toLowerCase();
}

import {nothing, type TemplateResult} from 'lit';
import {html, literal} from 'lit/static-html.js';

const TAGS = [literal`h1`, literal`h2`, literal`h3`, literal`h4`, literal`h5`, literal`h6`];

/**
 * A real heading of a level that is only known at run time; below the sixth it stays at the sixth. It can take the focus.
 *
 * @param name Accessible name, where that says more than the content.
 */
export function heading(level: number, part: string, content: unknown, name?: string): TemplateResult {
  const tag = TAGS[Math.min(level, TAGS.length) - 1] ?? literal`h6`;
  return html`<${tag} part=${part} tabindex="-1" aria-label=${name ?? nothing}>${content}</${tag}>`;
}

import {html, nothing, type TemplateResult} from 'lit';

/**
 * A real heading whose level is only known at run time; levels beyond 6 become 6. It can take the focus.
 *
 * @param name Accessible name, if it says more than the content.
 * @param rest The end of the name, after the content. Rendered for screen readers only: Orca reads a heading's content
 *   instead of its name.
 */
export function heading(level: number, part: string, content: unknown, name?: string, rest?: string): TemplateResult {
  const label = name ?? nothing;
  const more = rest || nothing;
  switch (level) {
    case 1:
      return html`<h1 part=${part} tabindex="-1" aria-label=${label} data-rest=${more}>${content}</h1>`;
    case 2:
      return html`<h2 part=${part} tabindex="-1" aria-label=${label} data-rest=${more}>${content}</h2>`;
    case 3:
      return html`<h3 part=${part} tabindex="-1" aria-label=${label} data-rest=${more}>${content}</h3>`;
    case 4:
      return html`<h4 part=${part} tabindex="-1" aria-label=${label} data-rest=${more}>${content}</h4>`;
    case 5:
      return html`<h5 part=${part} tabindex="-1" aria-label=${label} data-rest=${more}>${content}</h5>`;
    default:
      return html`<h6 part=${part} tabindex="-1" aria-label=${label} data-rest=${more}>${content}</h6>`;
  }
}

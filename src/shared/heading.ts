import {html, nothing, type TemplateResult} from 'lit';

/**
 * A real heading of a level that is only known at run time; below the sixth it stays at the sixth. It can take the focus.
 *
 * @param name Accessible name, where that says more than the content.
 */
export function heading(level: number, part: string, content: unknown, name?: string): TemplateResult {
  const label = name ?? nothing;
  switch (level) {
    case 1:
      return html`<h1 part=${part} tabindex="-1" aria-label=${label}>${content}</h1>`;
    case 2:
      return html`<h2 part=${part} tabindex="-1" aria-label=${label}>${content}</h2>`;
    case 3:
      return html`<h3 part=${part} tabindex="-1" aria-label=${label}>${content}</h3>`;
    case 4:
      return html`<h4 part=${part} tabindex="-1" aria-label=${label}>${content}</h4>`;
    case 5:
      return html`<h5 part=${part} tabindex="-1" aria-label=${label}>${content}</h5>`;
    default:
      return html`<h6 part=${part} tabindex="-1" aria-label=${label}>${content}</h6>`;
  }
}

import {html, type TemplateResult} from 'lit';

const templates: TemplateStringsArray[] = [];

/** The fixed parts of a heading's template. Lit tells templates apart by this object, so each level has one. */
function templateOf(level: number): TemplateStringsArray {
  const parts = [`<h${level} part=`, ' tabindex="-1">', `</h${level}>`];
  return Object.assign(parts, {raw: parts});
}

/** A real heading of a level that is only known at run time; below the sixth it stays at the sixth. */
export function heading(level: number, part: string, content: unknown): TemplateResult {
  const real = Math.min(level, 6);
  templates[real] ??= templateOf(real);
  return html(templates[real], part, content);
}

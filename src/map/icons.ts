import {html, type TemplateResult} from 'lit';

const icon = (d: string): TemplateResult =>
  html`<svg aria-hidden="true" viewBox="0 0 20 20"><path d=${d}></path></svg>`;

/** Icons of the buttons. They need no text alternative, because each button has an accessible name. */
export const icons = {
  zoomIn: icon('M10 4v12M4 10h12'),
  zoomOut: icon('M4 10h12'),
  all: icon('M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4'),
  up: icon('M5 12l5-5 5 5'),
  down: icon('M5 8l5 5 5-5'),
  left: icon('M12 5l-5 5 5 5'),
  right: icon('M8 5l5 5-5 5'),
} as const;

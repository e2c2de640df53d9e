import {html, svg, type TemplateResult} from 'lit';

/** Outlines on a 24 by 24 grid. */
const PATHS = {
  phone: 'M6 3h4l1 5-3 2a13 13 0 0 0 6 6l2-3 5 1v4a2 2 0 0 1-2 2A17 17 0 0 1 4 5a2 2 0 0 1 2-2z',
  email: 'M3 5h18v14H3zl9 8 9-8',
  message: 'M4 5h16v12H9l-5 4z',
  website: 'M4 12h15M13 6l6 6-6 6',
  vacancies: 'M3 8h18v12H3zM9 8V4h6v4M3 13h18',
  route: 'M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 5 7 11 7 11zM12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  copy: 'M9 9h11v12H9zM5 15H4V3h11v2',
  share: 'M12 15V3M8 7l4-4 4 4M5 12v9h14v-9',
  save: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4 3-6 8-6s8 2 8 6',
  print: 'M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z',
};

/** Name of an icon. */
export type IconName = keyof typeof PATHS;

/** An icon in the colour of the text around it, hidden from assistive technology: the text says the same. */
export const icon = (name: IconName): TemplateResult => drawIcon(PATHS[name]);

/** An icon from any other outline on the same grid. */
export const drawIcon = (path: string): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true">${svg`<path d=${path} />`}</svg>`;

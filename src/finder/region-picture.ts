import {html, nothing, svg, type TemplateResult} from 'lit';
import {LABEL_ROW, type PictureLabel, wrapName} from '../core/picture.js';
import {regions} from '../data/index.js';
import {picture} from '../data/picture.js';

/**
 * A picture of all regions, in the place of the map: before it is there, where it cannot load, and on paper. Hidden
 * from assistive technology, which has the list.
 *
 * @param selected Ids of the regions to mark.
 */
export const renderPicture = (selected: readonly string[]): TemplateResult =>
  html`<svg class="picture" viewBox=${picture.viewBox} aria-hidden="true" focusable="false">
    ${picture.regions.map(({id, path}) => svg`<path class=${selected.includes(id) ? 'on' : ''} d=${path} />`)}
    <g class="names">${picture.regions.map(({label}, index) => (label ? renderName(label, regions[index]?.name ?? '') : nothing))}</g>
  </svg>`;

/** A name in its rows, around the height that the picture has for it. */
const renderName = ({x, y, anchor, line}: PictureLabel, name: string) => {
  const rows = wrapName(name);
  return svg`${line ? svg`<path class="line" d=${line} />` : nothing}<text text-anchor=${anchor}>${rows.map(
    (row, index) => svg`<tspan x=${x} y=${y + (index - (rows.length - 1) / 2) * LABEL_ROW}>${row}</tspan>`,
  )}</text>`;
};

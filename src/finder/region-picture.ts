import {html, svg, type TemplateResult} from 'lit';
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
    <g class="names">${picture.regions.map(
      ({label}, index) =>
        svg`${label.line ? svg`<path class="line" d=${label.line} />` : ''}<text x=${label.x} y=${label.y} text-anchor=${label.anchor}>${regions[index]?.name}</text>`,
    )}</g>
  </svg>`;

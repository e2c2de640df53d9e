import {html, nothing, type SVGTemplateResult, svg, type TemplateResult} from 'lit';
import {LABEL_ROW, type PictureLabel, wrapName} from '../core/picture.js';
import {regions} from '../data/index.js';
import {picture} from '../data/picture.js';

/**
 * A picture of all regions in place of the map: before it has loaded, if loading fails, and on paper. Hidden from
 * assistive technology, which has the list of regions instead.
 *
 * @param selected Ids of the regions to mark.
 */
export const renderPicture = (selected: readonly string[]): TemplateResult =>
  html`<svg class="picture" viewBox=${picture.viewBox} aria-hidden="true" focusable="false">
    ${picture.regions.map(({id, path}) => svg`<path class=${selected.includes(id) ? 'on' : nothing} d=${path} />`)}
    ${picture.regions.map(({id, label}, index) =>
      label ? renderLabel(label, regions[index]?.name ?? '', selected.includes(id)) : nothing,
    )}
  </svg>`;

/** The name of a region in rows, with a line to the region if the name stands beside it. */
function renderLabel({x, y, anchor, line}: PictureLabel, name: string, isSelected: boolean): SVGTemplateResult {
  const rows = wrapName(name);
  const top = y - ((rows.length - 1) * LABEL_ROW) / 2;
  return svg`<g class=${isSelected ? 'name on' : 'name'}>
    ${line ? svg`<path d=${line} />` : nothing}
    ${rows.map((row, index) => svg`<text x=${x} y=${(top + index * LABEL_ROW).toFixed(1)} text-anchor=${anchor}>${row}</text>`)}
  </g>`;
}

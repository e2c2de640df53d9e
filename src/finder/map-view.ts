import {html, type TemplateResult} from 'lit';
import {type FinderState, selectedRegion} from '../core/finder-state.js';
import type {RegionShape} from '../core/geometry.js';
import type {RegionName} from '../core/region.js';
import {type MapPlace, mapPart} from '../map/define.js';
import type {RegioElement} from '../shared/regio-element.js';

/**
 * Marks where the postcode lies that led to the answer, once that is known. The gemeente is only named when it does not
 * anticipate a choice.
 */
function placeIn(state: FinderState, host: RegioElement): MapPlace | null {
  const pc4 = 'pc4' in state && state.kind !== 'miss' ? state.pc4 : undefined;
  const place = pc4 && host.extras?.placeOf(pc4, host);
  if (!place) return null;
  return {point: place.point, label: state.kind === 'choice' ? `${pc4}` : `${pc4}, ${place.gemeente}`};
}

/** Draws the map of an element, and tells it of a choice. */
export type MapView = (
  state: FinderState,
  host: RegioElement & {readonly tiles: string},
  onSelect: (event: Event & {readonly regionId: string}) => void,
) => TemplateResult;

/** Makes the map's view of regions and their outlines, both in the fixed order. */
export function mapView(regions: readonly RegionName[], shapes: readonly RegionShape[]): MapView {
  const map = mapPart(regions, shapes);
  return (state, host, onSelect) => html`<regio-map
    exportparts="map, map-controls, attribution"
    .regions=${map.regions}
    .selected=${selectedRegion(state)?.id ?? null}
    .candidates=${state.kind === 'choice' ? state.candidates.map(({region}) => region.id) : []}
    .place=${placeIn(state, host)}
    .tiles=${host.tiles}
    .text=${map.textWith(host.translations)}
    @regio-map-select=${onSelect}
  ></regio-map>`;
}

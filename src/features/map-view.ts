import {html, type TemplateResult} from 'lit';
import {type FinderState, selectedRegion} from '../core/finder-state.js';
import type {RegionShape} from '../core/geometry.js';
import type {RegionName} from '../core/region.js';
import type {Strings} from '../i18n/strings.js';
import {mapPart} from '../map/define.js';

/** What the map shows of the element around it, and whom it tells of a choice. */
export interface MapViewState {
  readonly state: FinderState;
  readonly tiles: string;
  readonly translations: Partial<Strings>;
  readonly onSelect: (event: Event & {readonly regionId: string}) => void;
}

/** Draws the map of an element. */
export type MapView = (view: MapViewState) => TemplateResult;

/** Makes the map's view of regions and their outlines, both in the fixed order. */
export function mapView(regions: readonly RegionName[], shapes: readonly RegionShape[]): MapView {
  const map = mapPart(regions, shapes);
  return ({state, tiles, translations, onSelect}) => html`<regio-map
    exportparts="map, map-controls, attribution"
    .regions=${map.regions}
    .selected=${selectedRegion(state)?.id ?? null}
    .candidates=${state.kind === 'choice' ? state.candidates.map(({region}) => region.id) : []}
    .tiles=${tiles}
    .text=${map.textWith(translations)}
    @regio-map-select=${onSelect}
  ></regio-map>`;
}

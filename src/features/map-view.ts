import {html, type TemplateResult} from 'lit';
import {type FinderState, selectedRegion} from '../core/finder-state.js';
import type {RegionShape} from '../core/geometry.js';
import type {RegionName} from '../core/region.js';
import type {RegioElement} from '../elements/regio-element.js';
import type {Strings} from '../i18n/strings.js';
import {type MapPlace, mapPart} from '../map/define.js';

/** What the map shows of the element around it, and whom it tells of a choice. */
export interface MapViewState {
  readonly state: FinderState;
  readonly tiles: string;
  readonly translations: Partial<Strings>;
  /** The element itself, for what it has fetched by now. Without it no place is marked. */
  readonly host?: RegioElement;
  readonly onSelect: (event: Event & {readonly regionId: string}) => void;
}

/**
 * Marks where the postcode lies that led to the answer, once that is known. The gemeente is only named when it does not
 * anticipate a choice.
 */
function placeIn(state: FinderState, host: RegioElement | undefined): MapPlace | null {
  const pc4 = 'pc4' in state && state.kind !== 'miss' ? state.pc4 : undefined;
  const place = pc4 && host?.extras?.placeOf(pc4, host);
  if (!place) return null;
  return {point: place.point, label: state.kind === 'choice' ? `${pc4}` : `${pc4}, ${place.gemeente}`};
}

/** Draws the map of an element. */
export type MapView = (view: MapViewState) => TemplateResult;

/** Makes the map's view of regions and their outlines, both in the fixed order. */
export function mapView(regions: readonly RegionName[], shapes: readonly RegionShape[]): MapView {
  const map = mapPart(regions, shapes);
  return ({state, tiles, translations, host, onSelect}) => html`<regio-map
    exportparts="map, map-controls, attribution"
    .regions=${map.regions}
    .selected=${selectedRegion(state)?.id ?? null}
    .candidates=${state.kind === 'choice' ? state.candidates.map(({region}) => region.id) : []}
    .place=${placeIn(state, host)}
    .tiles=${tiles}
    .text=${map.textWith(translations)}
    @regio-map-select=${onSelect}
  ></regio-map>`;
}

import {render as draw} from 'lit';
import type {FinderState} from '../../../src/core/finder-state.js';
import type {PostcodePoint} from '../../../src/data/points.js';
import {mapView} from '../../../src/finder/map-view.js';
import type {RegioElement} from '../../../src/shared/regio-element.js';
import {squares} from '../../fixtures/squares.js';
import {deepEqual, equal, find, present, render, rendered, waitFor} from '../../helpers/index.js';

const [northWest, northEast] = squares;

/** An element that knows where 1316 lies. */
type Host = RegioElement & {readonly tiles: string};

const bareHost = {tiles: '', translations: {}} as unknown as Host;

const hostWith = (place: PostcodePoint | null | undefined) =>
  ({...bareHost, extras: {placeOf: (pc4: number) => (pc4 === 1316 ? place : null)}}) as unknown as Host;

const ALMERE: PostcodePoint = {point: [4.2, 52.3], gemeente: 'Almere'};

async function show(state: FinderState, host = bareHost) {
  const frame = await render('<div></div>');
  const view = await mapView(
    squares,
    squares.map(({shape}) => shape),
  );
  draw(
    view(state, host, () => {}),
    frame,
  );
  const map = present(frame.querySelector('regio-map'), 'the map');
  await rendered(frame);
  return map;
}

describe('mapView', () => {
  it('marks where the postcode lies that led to a region', async () => {
    const map = await show({kind: 'region', region: northWest, pc4: 1316}, hostWith(ALMERE));
    deepEqual(map.place, {point: [4.2, 52.3], label: '1316, Almere'});
    equal(map.selected, northWest.id);
    await waitFor(() => find(map, '.tag')?.textContent === '1316, Almere', 'the marker');
  });

  it('marks it too when the visitor has to choose, without naming one of the gemeenten', async () => {
    const candidates = [northWest, northEast].map((region) => ({region, gemeenten: []}));
    const map = await show({kind: 'choice', candidates, pc4: 1316}, hostWith(ALMERE));
    equal(map.place?.label, '1316');
    deepEqual([...map.candidates], [northWest.id, northEast.id]);
  });

  it('marks nothing while nobody knows, or when no postcode led there', async () => {
    const found: FinderState = {kind: 'region', region: northWest, pc4: 1316};
    equal((await show(found, hostWith(undefined))).place, null);
    equal((await show(found, hostWith(null))).place, null);
    equal((await show(found)).place, null);
    equal((await show({kind: 'region', region: northWest}, hostWith(ALMERE))).place, null);
    equal((await show({kind: 'miss', status: 'unknown', pc4: 1316}, hostWith(ALMERE))).place, null);
  });
});

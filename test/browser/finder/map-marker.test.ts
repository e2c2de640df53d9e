import '../../../src/define.js';
import type {RegioKaart} from '../../../src/index.js';
import {deepEqual, equal, find, present, render, waitFor} from '../../helpers/index.js';
import {BORDER, FLEVOLAND, UNUSED} from './kaart.js';

/** The properties that the finder sets on its map. */
interface GivenMap extends HTMLElement {
  readonly marker: {readonly point: readonly number[]; readonly label: string} | null;
  readonly selected: string | null;
  readonly candidates: readonly string[];
}

/** A finder with its map. */
async function show(attributes = '') {
  const kaart = await render<RegioKaart>(`<regio-kaart ${attributes}></regio-kaart>`);
  await waitFor(() => find(kaart, 'regio-map')?.shadowRoot, 'the map');
  return {kaart, map: present(find<GivenMap>(kaart, 'regio-map'), 'the map')};
}

describe('<regio-kaart>, what its map shows', () => {
  it('is the chosen region, and the point of the postcode that led to it', async () => {
    const {map} = await show(`postcode="${FLEVOLAND}"`);
    const marker = await waitFor(() => map.marker, 'the marker');
    equal(marker.label, `${FLEVOLAND}, Almere`);
    const [longitude = 0, latitude = 0] = marker.point;
    deepEqual([Math.round(longitude), Math.round(latitude)], [5, 52]);
    equal(String(map.selected), 'flevoland');
    await waitFor(() => find(map, '.tag')?.textContent === `${FLEVOLAND}, Almere`, 'the label on the map');
  });

  it('is the point of a border code, without the name of a gemeente', async () => {
    const {map} = await show(`postcode="${BORDER}"`);
    const marker = await waitFor(() => map.marker, 'the marker');
    equal(marker.label, BORDER);
    equal(map.selected, null);
    equal(map.candidates.length, 2);
  });

  it('has no marker without a postcode', async () => {
    const {kaart, map} = await show(`postcode="${FLEVOLAND}"`);
    await waitFor(() => map.marker, 'the marker');
    for (const act of [() => kaart.select('flevoland'), () => kaart.lookup(UNUSED), () => kaart.reset()]) {
      kaart.lookup(FLEVOLAND);
      await waitFor(() => map.marker, 'the marker');
      act();
      await kaart.updateComplete;
      equal(map.marker, null);
    }
  });
});

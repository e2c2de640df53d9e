import type {LonLat} from '../../../src/core/geometry.js';
import {toLatLng, toLatLngBounds, toPixel} from '../../../src/map/lat-lng.js';
import {LeafletMap} from '../../../src/map/leaflet.js';
import {assert, equal, render} from '../../helpers/index.js';

describe('toLatLng', () => {
  it('reverses the order of longitude and latitude', () => {
    const {lat, lng} = toLatLng([5.1, 52.2]);
    equal(lat, 52.2);
    equal(lng, 5.1);
  });
});

describe('toLatLngBounds', () => {
  it('contains all boxes', () => {
    const bounds = toLatLngBounds([
      [4, 52, 5, 53],
      [5, 51, 6, 52],
    ]);
    equal(bounds.toBBoxString(), '4,51,6,53');
  });

  it('is invalid without a box', () => {
    equal(toLatLngBounds([]).isValid(), false);
  });
});

describe('toPixel', () => {
  it('gives the same as Leaflet', async () => {
    const map = new LeafletMap(await render('<div></div>'));
    const places: readonly LonLat[] = [
      [5.387, 52.155],
      [3.36, 51.37],
      [7.23, 53.55],
      [0, 0],
      [-70, -33.4],
    ];
    for (const place of places) {
      for (const zoom of [0, 7.3, 12]) {
        const distance = toPixel(place, zoom).distanceTo(map.project(toLatLng(place), zoom));
        assert(distance < 1e-6, `${place} at ${zoom}: ${distance} px away`);
      }
    }
    map.remove();
  });
});

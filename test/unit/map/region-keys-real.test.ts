import {describe, expect, it} from 'vitest';
import {regions} from '../../../src/data/index.js';
import {outlines} from '../../../src/data/outlines.js';
import {type Direction, findBorders, neighbour} from '../../../src/map/region-keys.js';

const borders = findBorders(
  regions.flatMap(({id}, index) => {
    const shape = outlines[index];
    return shape ? [{id, shape}] : [];
  }),
);
const places = outlines.map((shape, index) => ({...shape, borders: borders[index] ?? []}));
const indexes = places.map((_, index) => index);
const DIRECTIONS: readonly Direction[] = ['up', 'down', 'left', 'right'];

/** Every region that arrow keys lead to from one. */
function reachable(from: number): Set<number> {
  const found = new Set([from]);
  for (const index of found) for (const direction of DIRECTIONS) found.add(neighbour(places, index, direction));
  return found;
}

describe('neighbour on the regions of the country', () => {
  it('leads from every region to every other', () => {
    for (const index of indexes) expect(reachable(index).size, `from ${regions[index]?.id}`).toBe(places.length);
  });

  it('never leads against its direction', () => {
    for (const index of indexes) {
      const [lon = 0, lat = 0] = places[index]?.labelPoint ?? [];
      const at = (direction: Direction) =>
        places[neighbour(places, index, direction)]?.labelPoint ?? [Number.NaN, Number.NaN];
      expect(at('up')[1]).toBeGreaterThanOrEqual(lat);
      expect(at('down')[1]).toBeLessThanOrEqual(lat);
      expect(at('left')[0]).toBeLessThanOrEqual(lon);
      expect(at('right')[0]).toBeGreaterThanOrEqual(lon);
    }
  });

  // Places that anyone can check on a map.
  const rows: [from: string, direction: Direction, to: string][] = [
    ['groningen-friesland-drenthe', 'down', 'oost-nederland'],
    ['oost-nederland', 'down', 'gelderland'],
    ['gelderland', 'down', 'noord-brabant'],
    ['utrecht', 'left', 'rijnstreek'],
    ['rotterdam', 'up', 'haaglanden-nieuwe-waterweg-noord'],
    ['zeeland', 'right', 'noord-brabant'],
    ['limburg', 'left', 'noord-brabant'],
    ['flevoland', 'right', 'oost-nederland'],
  ];
  for (const [from, direction, to] of rows) {
    it(`goes ${direction} from ${from} to ${to}`, () => {
      const index = regions.findIndex(({id}) => id === from);
      expect(regions[neighbour(places, index, direction)]?.id).toBe(to);
    });
  }
});

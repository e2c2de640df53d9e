import type {GeometryCollection, MultiPolygon, Topology} from 'topojson-specification';
import {KM_PER_DEGREE} from './rings.js';

/**
 * The neighbours of each region, longest shared border first. Regions that meet only in a point, or lie on two sides of a
 * water, are not neighbours.
 *
 * @returns per region, in order, the indexes of its neighbours.
 */
export function findNeighbours(topology: Topology<{regions: GeometryCollection}>): number[][] {
  const {regions} = topology.objects;
  const owners = new Map<number, Set<number>>();
  regions.geometries.forEach((region, index) => {
    for (const arc of (region as MultiPolygon).arcs.flat().flat()) {
      const own = owners.get(Math.max(arc, ~arc)) ?? new Set();
      owners.set(Math.max(arc, ~arc), own.add(index));
    }
  });
  const shared = regions.geometries.map(() => new Map<number, number>());
  for (const [arc, own] of owners) {
    const km = lengthKm(topology, arc);
    for (const from of own) {
      for (const to of own) if (to !== from) shared[from]?.set(to, (shared[from]?.get(to) ?? 0) + km);
    }
  }
  return shared.map((lengths) => [...lengths].sort(([a, x], [b, y]) => y - x || a - b).map(([index]) => index));
}

/** Length in km of all borders between regions, each counted once. */
export function measureBorders(topology: Topology<{regions: GeometryCollection}>): number {
  const uses = new Array<number>(topology.arcs.length).fill(0);
  for (const region of topology.objects.regions.geometries) {
    for (const arc of (region as MultiPolygon).arcs.flat(2) as unknown as number[]) {
      uses[Math.max(arc, ~arc)] = (uses[Math.max(arc, ~arc)] ?? 0) + 1;
    }
  }
  return uses.reduce((sum, count, arc) => sum + (count > 1 ? lengthKm(topology, arc) : 0), 0);
}

function lengthKm({arcs, transform}: Topology, arc: number): number {
  const [lonScale, latScale] = transform?.scale ?? [1, 1];
  const [, south] = transform?.translate ?? [0, 0];
  let [km, row] = [0, 0];
  arcs[arc]?.forEach(([dx = 0, dy = 0], index) => {
    row += dy;
    const narrowing = Math.cos(((row * latScale + south) * Math.PI) / 180);
    if (index > 0) km += Math.hypot(dx * lonScale * narrowing, dy * latScale) * KM_PER_DEGREE;
  });
  return km;
}

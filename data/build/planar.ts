/** A corner on a grid: whole steps, so that every test below is exact. */
export type GridPoint = readonly [x: number, y: number];

/** A straight piece of a line, from corner `index - 1` to corner `index` of that line. */
export interface Segment {
  readonly line: number;
  readonly index: number;
  readonly a: GridPoint;
  readonly b: GridPoint;
}

/** Two segments that meet other than at an end of both. */
export type Crossing = readonly [Segment, Segment];

/** Segments in a cell of the search grid, on average. */
const SEGMENTS_PER_CELL = 2;

/**
 * Finds where lines cross, touch in the middle of a segment, or overlap. Lines may share ends of segments. Coordinates are
 * whole numbers below 2^25.
 */
export function findCrossings(lines: readonly (readonly GridPoint[])[]): Crossing[] {
  const segments = toSegments(lines);
  const cellSize = cellSizeFor(segments);
  const cells = new Map<string, Segment[]>();
  const found: Crossing[] = [];
  const seen = new Set<string>();
  for (const segment of segments) {
    for (const key of cellsOf(segment, cellSize)) {
      const others = cells.get(key);
      if (others === undefined) {
        cells.set(key, [segment]);
        continue;
      }
      for (const other of others) {
        const pair = `${other.line} ${other.index} ${segment.line} ${segment.index}`;
        if (seen.has(pair) || !meetsBadly(segment, other)) continue;
        seen.add(pair);
        found.push([other, segment]);
      }
      others.push(segment);
    }
  }
  return found;
}

function toSegments(lines: readonly (readonly GridPoint[])[]): Segment[] {
  return lines.flatMap((points, line) => segmentsOf(points, line));
}

/** The segments of part of a line. Its first point is corner `first` of that line. */
export function segmentsOf(points: readonly GridPoint[], line: number, first = 0): Segment[] {
  return points.flatMap((b, index): Segment[] => {
    const a = points[index - 1];
    return a === undefined || same(a, b) ? [] : [{line, index: first + index, a, b}];
  });
}

/** Number of crossings that segments would have, with each other and the rest, if they replaced those of the same index. */
export function countBadMeetings(fresh: readonly Segment[], lines: readonly (readonly GridPoint[])[]): number {
  const replaced = new Set(fresh.map(({line, index}) => `${line} ${index}`));
  const xs = fresh.flatMap(({a, b}) => [a[0], b[0]]);
  const ys = fresh.flatMap(({a, b}) => [a[1], b[1]]);
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  let count = 0;
  lines.forEach((points, line) => {
    for (let index = 1; index < points.length; index++) {
      const [a, b] = [points[index - 1], points[index]];
      if (a === undefined || b === undefined || same(a, b)) continue;
      if (Math.max(a[0], b[0]) < west || Math.min(a[0], b[0]) > east) continue;
      if (Math.max(a[1], b[1]) < south || Math.min(a[1], b[1]) > north) continue;
      if (replaced.has(`${line} ${index}`)) continue;
      for (const segment of fresh) count += +meetsBadly(segment, {line, index, a, b});
    }
  });
  const [s, t] = fresh;
  return count + +(s !== undefined && t !== undefined && meetsBadly(s, t));
}

function cellSizeFor(segments: readonly Segment[]): number {
  const xs = segments.flatMap(({a, b}) => [a[0], b[0]]);
  const ys = segments.flatMap(({a, b}) => [a[1], b[1]]);
  const extent = (values: readonly number[]): number =>
    values.reduce((high, v) => Math.max(high, v), -Infinity) - values.reduce((low, v) => Math.min(low, v), Infinity);
  const cellCount = Math.max(1, segments.length / SEGMENTS_PER_CELL);
  return Math.max(1, Math.sqrt((Math.max(1, extent(xs)) * Math.max(1, extent(ys))) / cellCount));
}

function* cellsOf({a, b}: Segment, size: number): Generator<string> {
  const [west, east] = [Math.floor(Math.min(a[0], b[0]) / size), Math.floor(Math.max(a[0], b[0]) / size)];
  const [south, north] = [Math.floor(Math.min(a[1], b[1]) / size), Math.floor(Math.max(a[1], b[1]) / size)];
  for (let x = west; x <= east; x++) for (let y = south; y <= north; y++) yield `${x},${y}`;
}

function meetsBadly(s: Segment, t: Segment): boolean {
  const shared = [s.a, s.b].filter((p) => same(p, t.a) || same(p, t.b)).length;
  if (shared === 2) return true;
  const [sa, sb] = [side(t.a, t.b, s.a), side(t.a, t.b, s.b)];
  const [ta, tb] = [side(s.a, s.b, t.a), side(s.a, s.b, t.b)];
  if (shared === 1) {
    // Allowed, unless the two are in line and overlap.
    if (sa !== 0 || sb !== 0) return false;
    const freeS = same(s.a, t.a) || same(s.a, t.b) ? s.b : s.a;
    const freeT = same(t.a, s.a) || same(t.a, s.b) ? t.b : t.a;
    return isBetween(freeS, t) || isBetween(freeT, s);
  }
  return (
    (sa * sb < 0 && ta * tb < 0) ||
    (sa === 0 && isBetween(s.a, t)) ||
    (sb === 0 && isBetween(s.b, t)) ||
    (ta === 0 && isBetween(t.a, s)) ||
    (tb === 0 && isBetween(t.b, s))
  );
}

function same(p: GridPoint, q: GridPoint): boolean {
  return p[0] === q[0] && p[1] === q[1];
}

/** The side of the line through a and b on which the point lies: -1, 0 or 1. */
function side(a: GridPoint, b: GridPoint, p: GridPoint): number {
  return Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]));
}

/** Whether a point in line with a segment lies on it. */
function isBetween(p: GridPoint, {a, b}: Segment): boolean {
  const lies = (v: number, from: number, to: number): boolean => v >= Math.min(from, to) && v <= Math.max(from, to);
  return lies(p[0], a[0], b[0]) && lies(p[1], a[1], b[1]);
}

import {booleanPointInPolygon} from '@turf/turf';
import type {MultiPolygon, Position} from 'geojson';
import polylabel from 'polylabel';
import type {PictureFile} from '../../src/core/picture.js';
import {LABEL_ROW, LABEL_SIZE, wrapName} from '../../src/core/picture.js';
import type {Grid} from './grid.js';
import {BuildError} from './problems.js';
import {ringAreaKm2} from './rings.js';
import {simplifyRegions} from './simplify-regions.js';

/** Units per degree. A unit is about a kilometre, in both directions at 52.2°. */
const UNITS: Grid = {lon: 68, lat: 111};

/** Corners with a smaller triangle are removed. Coasts stay recognisable, and the file stays small. */
const MIN_TRIANGLE_KM2 = 4;

/** Smaller islands are not drawn. The five large Wadden islands are larger. */
const MIN_PART_KM2 = 18;

/** Factor of a finer grid, for when borders cross on the coarse one, as with hundreds of regions. */
const FINER = 4;

/** Mean width of a letter relative to the font size; enough for a bold, wide font. */
const LETTER_WIDTH = 0.62;

/** Distance from the coast to a name outside, and between such names, in units. */
const GAP = 5;

/** Step between the positions that are tried within a region, in units. */
const STEP = 3;

/** Share of a name that has to lie on its own region. The rest may lie on water, never on another region. */
const MIN_INSIDE = 0.6;

/** Most regions with a name outside: more lines would clutter the picture. */
const MAX_OUTSIDE = 12;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

type Shape = readonly Position[][][];

/** A label of the picture, with the ends of its line as numbers. */
interface PlacedLabel {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'middle' | 'end';
  readonly line?: readonly [fromX: number, fromY: number, toX: number, toY: number];
}

/**
 * Draws the regions as SVG paths, far simpler than the outlines of the map, with a position for each name: inside if it
 * fits, else off the west coast with a line to its region.
 *
 * @param regions original outlines, in order.
 */
export function drawPicture(
  regions: readonly MultiPolygon[],
  names: readonly {readonly id: string; readonly label: string}[],
): Omit<PictureFile, 'format'> {
  const simple = simplify(regions);
  const corners = simple.flatMap(({coordinates}) => coordinates.flat().flat());
  const west = Math.min(...corners.map(([lon = 0]) => Math.round(lon * UNITS.lon)));
  const north = Math.max(...corners.map(([, lat = 0]) => Math.round(lat * UNITS.lat)));
  const shapes = simple.map(
    ({coordinates}): Shape =>
      // Largest part first.
      [...coordinates]
        .sort((a, b) => Math.abs(ringAreaKm2(b[0] ?? [])) - Math.abs(ringAreaKm2(a[0] ?? [])))
        .map((rings) =>
          rings.map((ring) =>
            ring.map(([lon = 0, lat = 0]) => [round(lon * UNITS.lon - west), round(north - lat * UNITS.lat)]),
          ),
        ),
  );
  const labels = placeLabels(
    shapes,
    names.map(({label}) => label),
  );
  const land = shapes.flat().flat().flat();
  const boxes = labels.flatMap((label, index) =>
    label === null ? [] : [boxOf(label.x, label.y, label.anchor, names[index]?.label ?? '')],
  );
  const left = Math.floor(Math.min(0, ...boxes.map((box) => box.left)));
  const top = Math.floor(Math.min(0, ...boxes.map((box) => box.top)));
  const right = Math.ceil(Math.max(...land.map(([x = 0]) => x), ...boxes.map((box) => box.right)));
  const bottom = Math.ceil(Math.max(...land.map(([, y = 0]) => y), ...boxes.map((box) => box.bottom)));
  // One unit of room for the stroke.
  return {
    viewBox: [left - 1, top - 1, right - left + 2, bottom - top + 2],
    regions: shapes.map((shape, index) => ({
      id: names[index]?.id ?? '',
      path: shape.flat().map(pathOf).join(''),
      label: finishLabel(labels[index] ?? null),
    })),
  };
}

function finishLabel(label: PlacedLabel | null): PictureFile['regions'][number]['label'] {
  if (label?.line === undefined) return label === null ? null : {x: label.x, y: label.y, anchor: label.anchor};
  const {line, ...place} = label;
  const [fromX, fromY, toX, toY] = line;
  return {...place, line: `M${fromX} ${fromY}L${toX} ${toY}`};
}

function simplify(regions: readonly MultiPolygon[]): readonly MultiPolygon[] {
  for (let finer = 1; ; finer *= 2) {
    try {
      return simplifyRegions(regions, {
        minBorderTriangleKm2: MIN_TRIANGLE_KM2 / finer ** 2,
        minCoastTriangleKm2: MIN_TRIANGLE_KM2 / finer ** 2,
        grid: {lon: UNITS.lon * finer, lat: UNITS.lat * finer},
        minPartKm2: MIN_PART_KM2,
      }).regions;
    } catch (error) {
      if (!(error instanceof BuildError) || finer >= 2 ** FINER) throw error;
    }
  }
}

/** A closed ring as a subpath with steps from corner to corner. */
function pathOf(ring: readonly Position[]): string {
  let [x, y] = ring[0] ?? [0, 0];
  const steps = ring.slice(1, -1).map(([toX = 0, toY = 0]) => {
    const step = `${round(toX - (x ?? 0))}${separated(round(toY - (y ?? 0)))}`;
    [x, y] = [toX, toY];
    return step;
  });
  const [first = '', ...rest] = steps;
  return `M${x === undefined ? '' : (ring[0]?.[0] ?? 0)}${separated(ring[0]?.[1] ?? 0)}l${first}${rest.map((step) => (step.startsWith('-') ? step : ` ${step}`)).join('')}z`;
}

/** A number after another one: a minus sign separates them, so a space is not needed. */
function separated(value: number): string {
  return value < 0 ? `${value}` : ` ${value}`;
}

function placeLabels(shapes: readonly Shape[], names: readonly string[]): (PlacedLabel | null)[] {
  const regionAt = (x: number, y: number): number =>
    shapes.findIndex((shape) =>
      booleanPointInPolygon([x, y], {type: 'MultiPolygon', coordinates: shape as Position[][][]}),
    );
  const centres = shapes.map((shape): readonly [number, number] => {
    const [x = 0, y = 0] = shape[0] ? polylabel(shape[0] as [number, number][][], 1) : [];
    return [x, y];
  });
  const inside = shapes.map((shape, region) =>
    placeInside(shape, centres[region] ?? [0, 0], names[region] ?? '', (x, y) => {
      const at = regionAt(x, y);
      return at === region ? 'own' : at === -1 ? 'water' : 'other';
    }),
  );
  for (;;) {
    const labels = placeOutside(shapes, centres, names, inside);
    // A name inside that a line would cross moves outside too.
    const struck = labels.findIndex(
      (label, region) =>
        label?.anchor === 'middle' && labels.some((other) => strikes(other, label, names[region] ?? '')),
    );
    if (struck === -1) return labels;
    inside[struck] = null;
  }
}

/** Whether the line of one name crosses another name. */
function strikes(other: PlacedLabel | null, {x, y, anchor}: PlacedLabel, name: string): boolean {
  const [x1, y1, x2, y2] = other?.line ?? [];
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return false;
  const {left, top, right, bottom} = boxOf(x, y, anchor, name);
  return Array.from({length: 101}, (_, at) => at / 100).some((along) => {
    const [atX, atY] = [x1 + (x2 - x1) * along, y1 + (y2 - y1) * along];
    return atX >= left && atX <= right && atY >= top && atY <= bottom;
  });
}

/** Places names outside from north to south, right-aligned along the coast, each as close as possible to its region's height. */
function placeOutside(
  shapes: readonly Shape[],
  centres: readonly (readonly [number, number])[],
  names: readonly string[],
  inside: readonly (PlacedLabel | null)[],
): (PlacedLabel | null)[] {
  const labels = [...inside];
  const outside = inside.flatMap((label, region) => (label === null && shapes[region]?.length ? [region] : []));
  if (outside.length > MAX_OUTSIDE) return labels;
  const land = shapes.flat().flat();
  const sorted = outside.sort((a, b) => (centres[a]?.[1] ?? 0) - (centres[b]?.[1] ?? 0));
  // Names whose lines cross are swapped, at most once for each pair.
  for (let swaps = 0; swaps <= sorted.length ** 2; swaps++) {
    const heights = sorted.map((region) => wrapName(names[region] ?? '').length * LABEL_ROW + GAP);
    const tops = spread(
      sorted.map((region, index) => (centres[region]?.[1] ?? 0) - (heights[index] ?? 0) / 2),
      heights,
    );
    sorted.forEach((region, index) => {
      const top = tops[index] ?? 0;
      const bottom = top + (heights[index] ?? 0);
      const x = round(westOf(land, top - GAP, bottom) - GAP);
      const y = round((top + bottom - GAP) / 2);
      const [toX, toY] = centres[region] ?? [0, 0];
      labels[region] = {x, y, anchor: 'end', line: [x + 2, y, round(toX), round(toY)]};
    });
    const crossed = sorted.findIndex((region, index) => cross(labels[region], labels[sorted[index + 1] ?? -1]));
    if (crossed === -1) break;
    sorted.splice(crossed, 2, ...sorted.slice(crossed, crossed + 2).reverse());
  }
  return labels;
}

/** Whether the lines of two names cross. */
function cross(a: PlacedLabel | null | undefined, b: PlacedLabel | null | undefined): boolean {
  const [ax = 0, ay = 0, bx = 0, by = 0] = a?.line ?? [];
  const [cx = 0, cy = 0, dx = 0, dy = 0] = b?.line ?? [];
  const side = (x1: number, y1: number, x2: number, y2: number, x: number, y: number): number =>
    Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1));
  return (
    side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) < 0 &&
    side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0
  );
}

/** The position nearest to the middle at which the name covers no other region; null if there is none. */
function placeInside(
  shape: Shape,
  [middleX, middleY]: readonly [number, number],
  name: string,
  groundAt: (x: number, y: number) => 'own' | 'water' | 'other',
): PlacedLabel | null {
  const corners = shape[0]?.[0] ?? [];
  const xs = corners.map(([x = 0]) => x);
  const ys = corners.map(([, y = 0]) => y);
  const places: [number, number][] = [];
  for (let x = Math.min(...xs); x <= Math.max(...xs); x += STEP) {
    for (let y = Math.min(...ys); y <= Math.max(...ys); y += STEP) places.push([x, y]);
  }
  const distance = ([x, y]: readonly [number, number]): number => Math.hypot(x - middleX, y - middleY);
  for (const [x, y] of [[round(middleX), round(middleY)] as [number, number], ...places].sort(
    (a, b) => distance(a) - distance(b),
  )) {
    if (!booleanPointInPolygon([x, y], {type: 'Polygon', coordinates: shape[0] as Position[][]})) continue;
    const {left, top, right, bottom} = boxOf(x, y, 'middle', name);
    const ground = [0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1].flatMap((along) =>
      [top, y, bottom].map((height) => groundAt(left + (right - left) * along, height)),
    );
    const own = ground.filter((kind) => kind === 'own').length;
    if (!ground.includes('other') && own >= MIN_INSIDE * ground.length) return {x, y, anchor: 'middle'};
  }
  return null;
}

/** The box of a name whose rows are centred on `y`. */
function boxOf(x: number, y: number, anchor: PlacedLabel['anchor'], name: string): Box {
  const rows = wrapName(name);
  const width = Math.max(...rows.map(({length}) => length)) * LETTER_WIDTH * LABEL_SIZE;
  const height = rows.length * LABEL_ROW;
  const left = anchor === 'end' ? x - width : x - width / 2;
  return {left, top: y - height / 2, right: left + width, bottom: y + height / 2};
}

/** Moves the boxes of a column, in their order, so that none overlap and each is near its wanted position. */
function spread(wanted: readonly number[], heights: readonly number[]): number[] {
  // Blocks of boxes that touch. The position of a block is the average of the positions that its boxes want.
  const blocks: {first: number; count: number; top: number; height: number; sum: number}[] = [];
  wanted.forEach((top, index) => {
    const height = heights[index] ?? 0;
    let block = {first: index, count: 1, top, height, sum: top};
    for (let above = blocks.at(-1); above && above.top + above.height > block.top; above = blocks.at(-1)) {
      blocks.pop();
      const sum = above.sum + block.sum - block.count * above.height;
      const count = above.count + block.count;
      block = {first: above.first, count, top: sum / count, height: above.height + block.height, sum};
    }
    blocks.push(block);
  });
  return blocks.flatMap(({first, count, top}) => {
    let at = top;
    return Array.from({length: count}, (_, index) => {
      const own = at;
      at += heights[first + index] ?? 0;
      return own;
    });
  });
}

/** The westernmost land between two heights. */
function westOf(rings: readonly Position[][], top: number, bottom: number): number {
  let west = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = [ring[i - 1] ?? [], ring[i] ?? []];
      if (Math.max(y1, y2) < top || Math.min(y1, y2) > bottom) continue;
      for (const y of [top, bottom, y1, y2]) {
        if (y < Math.min(y1, y2) || y > Math.max(y1, y2) || y < top || y > bottom) continue;
        west = Math.min(west, y1 === y2 ? Math.min(x1, x2) : x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
      }
    }
  }
  return Number.isFinite(west) ? west : Math.min(...rings.flat().map(([x = 0]) => x));
}

/** Rounds to the grid, without -0. A picture on a finer grid has fractions. */
function round(value: number): number {
  return Number(value.toFixed(1)) + 0;
}

/** A point in the pixels of the map. */
export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** Width and height in pixels. */
export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** A rectangle in the pixels of the map. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How a label is shown. Later ones in this list get room first. */
export type LabelRank = 'quiet' | 'candidate' | 'selected';

/** A label that needs room. */
export interface LabelRequest {
  readonly rank: LabelRank;
  /** The label point of its region. */
  readonly anchor: Pixel;
  /** Size of the text. */
  readonly text: Extent;
  /** Size of the region. */
  readonly region: Extent;
}

/** Where a label stands. */
export interface LabelPosition {
  /** Its middle, relative to the label point. */
  readonly shift: Pixel;
  /** End of the line from the label point to the label, relative to the label point; absent if no line is needed. */
  readonly leader?: Pixel;
}

/** The map below the labels. */
export interface LabelGround {
  /** Size of the map. A quiet label is shown whole or not at all. */
  readonly size: Extent;
  /** Boxes that no quiet label may cover. */
  readonly taken: readonly Box[];
  /** Index of the region at a pixel; -1 on water and abroad. */
  readonly regionAt: (x: number, y: number) => number;
}

const RANKS: readonly LabelRank[] = ['quiet', 'candidate', 'selected'];

/** Free pixels between two labels. */
const GAP_PX = 3;

/** Positions of a label on its region, in halves of its width and in its height. The first that fits is used. */
const SHIFTS: readonly (readonly [across: number, down: number])[] = [
  [0, 0],
  [-0.4, 0],
  [0.4, 0],
  [0, -1],
  [0, 1],
  [-0.8, 0],
  [0.8, 0],
  [-0.6, -1],
  [0.6, -1],
  [-0.6, 1],
  [0.6, 1],
  [-1.2, 0],
  [1.2, 0],
];

/** Points of a label that must lie in its own region or on water, in halves of its width and height. */
const EDGES: readonly (readonly [left: number, top: number])[] = [
  [-0.95, 0],
  [-0.5, 0],
  [0.5, 0],
  [0.95, 0],
  [-0.7, -0.8],
  [0.7, -0.8],
  [-0.7, 0.8],
  [0.7, 0.8],
];

/** Largest share of the region's width and height that its label may take. */
const MOST: Extent = {width: 1.15, height: 0.5};

/** Pixels between the positions that are tried beside the land, and the longest line to a label. */
const STEP_PX = 6;
const LONGEST_PX = 240;

/** Free pixels on both sides of a line. */
const CLEAR_PX = 4;

/** Extra length for each pixel of a line over another region: a line that soon reaches the sea is easier to follow. */
const OVER_LAND = 1.5;

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right + GAP_PX && b.left < a.right + GAP_PX && a.top < b.bottom + GAP_PX && b.top < a.bottom + GAP_PX;

const boxAround = ({x, y}: Pixel, {width, height}: Extent): Box => ({
  left: x - width / 2,
  top: y - height / 2,
  right: x + width / 2,
  bottom: y + height / 2,
});

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** Points on the line from one pixel to another, one step apart, without the first. */
function* pointsBetween(from: Pixel, to: Pixel): Generator<Pixel> {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STEP_PX));
  for (let step = 1; step <= steps; step++) {
    yield {x: from.x + ((to.x - from.x) * step) / steps, y: from.y + ((to.y - from.y) * step) / steps};
  }
}

const isIn = ({x, y}: Pixel, {left, top, right, bottom}: Box): boolean =>
  x > left && x < right && y > top && y < bottom;

/**
 * Finds room for the labels without overlaps: first for those that are always shown, then for those that fit on their own
 * region, then beside the land, with a line from the region, for the others.
 *
 * @returns The position of each label; undefined if there is no room.
 */
export function findRoom(labels: readonly LabelRequest[], ground: LabelGround): (LabelPosition | undefined)[] {
  const {size, taken} = ground;
  const boxes: Box[] = [...taken];
  const positions: (LabelPosition | undefined)[] = labels.map(() => undefined);
  const inTheWay = (box: Box) => boxes.find((other) => overlaps(box, other));
  const isWhole = ({left, top, right, bottom}: Box) =>
    left >= 0 && top >= 0 && right <= size.width && bottom <= size.height;

  const put = (index: number, shift: Pixel) => {
    const label = labels[index];
    if (!label) return;
    positions[index] = {shift};
    boxes.push(...boxesOf(label, {shift}));
  };

  /** Whether a label fits on its region; with `inside`, no part of it may lie on water. */
  const fits = (index: number, {anchor, text}: LabelRequest, shift: Pixel, inside: boolean): boolean => {
    const [x, y] = [anchor.x + shift.x, anchor.y + shift.y];
    const box = boxAround({x, y}, text);
    return (
      isWhole(box) &&
      !inTheWay(box) &&
      ground.regionAt(x, y) === index &&
      EDGES.every(([left, top]) => {
        const there = ground.regionAt(x + (left * text.width) / 2, y + (top * text.height) / 2);
        return there === index || (!inside && there < 0);
      })
    );
  };

  const order = labels
    .map((_, index) => index)
    .sort((a, b) => RANKS.indexOf(labels[b]?.rank ?? 'quiet') - RANKS.indexOf(labels[a]?.rank ?? 'quiet') || a - b);
  const unplaced: number[] = [];
  for (const index of order) {
    const label = labels[index];
    if (!label) continue;
    const {anchor, text, region} = label;
    if (label.rank !== 'quiet') {
      // A label that is always shown moves down a step when its position is taken.
      const box = boxAround(anchor, text);
      const other = inTheWay(box);
      put(index, {x: 0, y: other ? other.bottom - box.top + GAP_PX : 0});
      continue;
    }
    const shifts = SHIFTS.map(([across, down]) => ({x: (across * text.width) / 2, y: down * text.height}));
    const small = text.width > region.width * MOST.width || text.height > region.height * MOST.height;
    const shift = small
      ? undefined
      : (shifts.find((each) => fits(index, label, each, true)) ??
        shifts.find((each) => fits(index, label, each, false)));
    if (shift) put(index, shift);
    else unplaced.push(index);
  }
  for (const [index, position] of settleBeside(unplaced, labels, ground, boxes)) positions[index] = position;
  return positions;
}

/** The area of a label and its line. No other label or line may overlap it. */
function boxesOf({anchor, text}: LabelRequest, {shift, leader}: LabelPosition): Box[] {
  const name = boxAround({x: anchor.x + shift.x, y: anchor.y + shift.y}, text);
  if (!leader) return [name];
  const width = 2 * CLEAR_PX;
  const end = {x: anchor.x + leader.x, y: anchor.y + leader.y};
  return [name, ...[anchor, ...pointsBetween(anchor, end)].map((point) => boxAround(point, {width, height: width}))];
}

/**
 * Finds room beside the land. Earlier labels take room from later ones, so several orders are tried. Of those that place
 * the most labels, the one with the shortest lines is used.
 */
function settleBeside(
  unplaced: readonly number[],
  labels: readonly LabelRequest[],
  ground: LabelGround,
  taken: readonly Box[],
): Map<number, LabelPosition> {
  const inOrder = (order: readonly number[]) => {
    const boxes = [...taken];
    const positions = new Map<number, LabelPosition>();
    let cost = 0;
    for (const index of order) {
      const label = labels[index];
      const found = label && findRoomBeside(index, label, ground, boxes);
      if (!found) continue;
      positions.set(index, found.position);
      cost += found.cost;
      boxes.push(...boxesOf(label, found.position));
    }
    return {positions, cost};
  };
  const alone = new Map(
    unplaced.map((index) => {
      const label = labels[index];
      return [index, (label && findRoomBeside(index, label, ground, taken)?.cost) ?? Infinity];
    }),
  );
  const northFirst = unplaced.toSorted((a, b) => (labels[a]?.anchor.y ?? 0) - (labels[b]?.anchor.y ?? 0));
  const nearFirst = unplaced.toSorted((a, b) => (alone.get(a) ?? 0) - (alone.get(b) ?? 0));
  const [best] = [northFirst, northFirst.toReversed(), nearFirst]
    .map(inOrder)
    .sort((a, b) => b.positions.size - a.positions.size || a.cost - b.cost);
  return best?.positions ?? new Map();
}

/** The position beside the land with the shortest line to it; undefined if there is none. */
function findRoomBeside(
  index: number,
  {anchor, text}: LabelRequest,
  {size, regionAt}: LabelGround,
  boxes: readonly Box[],
): {readonly position: LabelPosition; readonly cost: number} | undefined {
  if (!isIn(anchor, {left: 0, top: 0, right: size.width, bottom: size.height})) return undefined;
  const [halfWidth, halfHeight] = [text.width / 2, text.height / 2];
  const trials: {readonly middle: Pixel; readonly end: Pixel; readonly length: number}[] = [];
  // All labels share one grid, so that each point is looked up only once.
  const toGrid = (value: number) => Math.ceil(value / STEP_PX) * STEP_PX;
  for (let y = toGrid(halfHeight); y <= size.height - halfHeight; y += STEP_PX) {
    for (let x = toGrid(halfWidth); x <= size.width - halfWidth; x += STEP_PX) {
      const end = {
        x: clamp(anchor.x, x - halfWidth - GAP_PX, x + halfWidth + GAP_PX),
        y: clamp(anchor.y, y - halfHeight - GAP_PX, y + halfHeight + GAP_PX),
      };
      const length = Math.hypot(end.x - anchor.x, end.y - anchor.y);
      if (length > 0 && length <= LONGEST_PX) trials.push({middle: {x, y}, end, length});
    }
  }
  trials.sort((a, b) => a.length - b.length);
  let best: ReturnType<typeof findRoomBeside>;
  let lowest = Infinity;
  for (const {middle, end, length} of trials) {
    // The cost is at least the length of the line, so no later position can be better.
    if (length >= lowest) break;
    const box = boxAround(middle, text);
    if (boxes.some((other) => overlaps(box, other)) || !isClear(box, regionAt)) continue;
    let cost = length;
    for (const point of pointsBetween(anchor, end)) {
      if (boxes.some((other) => isIn(point, other))) cost = Infinity;
      const there = regionAt(point.x, point.y);
      if (there >= 0 && there !== index) cost += STEP_PX * OVER_LAND;
      if (cost >= lowest) break;
    }
    if (cost >= lowest) continue;
    lowest = cost;
    const position = {
      shift: {x: middle.x - anchor.x, y: middle.y - anchor.y},
      leader: {x: end.x - anchor.x, y: end.y - anchor.y},
    };
    best = {position, cost};
  }
  return best;
}

/** Whether a box lies outside all regions. */
function isClear({left, top, right, bottom}: Box, regionAt: LabelGround['regionAt']): boolean {
  const [across, down] = [Math.ceil((right - left) / (2 * STEP_PX)), Math.ceil((bottom - top) / (2 * STEP_PX))];
  for (let row = 0; row <= down; row++) {
    for (let column = 0; column <= across; column++) {
      if (regionAt(left + ((right - left) * column) / across, top + ((bottom - top) * row) / down) >= 0) return false;
    }
  }
  return true;
}

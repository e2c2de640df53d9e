import {describe, expect, it} from 'vitest';
import {
  type Box,
  findRoom,
  type LabelGround,
  type LabelPosition,
  type LabelRequest,
} from '../../../src/map/label-room.js';

/** A map of 400 x 300 with regions as boxes. */
const groundOf = (regions: readonly Box[], taken: readonly Box[] = []): LabelGround => ({
  size: {width: 400, height: 300},
  taken,
  regionAt: (x, y) =>
    regions.findIndex(({left, top, right, bottom}) => x >= left && x <= right && y >= top && y <= bottom),
});

const request = (region: Box, width: number, height = 16, rank: LabelRequest['rank'] = 'quiet'): LabelRequest => ({
  rank,
  anchor: {x: (region.left + region.right) / 2, y: (region.top + region.bottom) / 2},
  text: {width, height},
  region: {width: region.right - region.left, height: region.bottom - region.top},
});

/** The box of a label at its position. */
function boxOf({anchor, text}: LabelRequest, position: LabelPosition | undefined): Box {
  if (!position) throw new Error('got no position for the label');
  const [x, y] = [anchor.x + position.shift.x, anchor.y + position.shift.y];
  return {left: x - text.width / 2, top: y - text.height / 2, right: x + text.width / 2, bottom: y + text.height / 2};
}

const apart = (a: Box, b: Box) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

//        sea        |  coast  |       inland       | sea
//   0 ........... 150 ..... 200 ................ 380 . 400
const coast = {left: 150, top: 100, right: 200, bottom: 200};
const inland = {left: 200, top: 100, right: 380, bottom: 200};
const regions = [coast, inland];

describe('findRoom', () => {
  it('puts a name on its region where it fits, without a line', () => {
    const [, position] = findRoom([request(coast, 40), request(inland, 100)], groundOf(regions));
    expect(position).toEqual({shift: {x: 0, y: 0}});
  });

  it('puts a name that is too long beside the land, with a line that ends at it', () => {
    const labels = [request(coast, 100), request(inland, 100)];
    const [position] = findRoom(labels, groundOf(regions));
    const box = boxOf(labels[0] as LabelRequest, position);
    expect(regions.every((region) => apart(box, region))).toBe(true);
    const end = {x: 175 + (position?.leader?.x ?? 0), y: 150 + (position?.leader?.y ?? 0)};
    expect(Math.abs(Math.max(box.left - end.x, end.x - box.right, box.top - end.y, end.y - box.bottom))).toBe(3);
  });

  it('keeps names apart from each other and from taken boxes, and inside the map', () => {
    const small = [100, 120, 140, 160, 180].map((top) => ({left: 150, top, right: 200, bottom: top + 20}));
    const buttons = {left: 8, top: 8, right: 54, bottom: 142};
    const labels = small.map((region) => request(region, 90, 30));
    const positions = findRoom(labels, groundOf([...small, inland], [buttons]));
    const boxes = labels.map((label, index) => boxOf(label, positions[index]));
    const all = [...boxes, buttons];
    all.forEach((box, index) => {
      for (const other of all.slice(index + 1)) expect(apart(box, other)).toBe(true);
      expect(box.left >= 0 && box.top >= 0 && box.right <= 400 && box.bottom <= 300).toBe(true);
    });
  });

  it('has no line through another name or across another line', () => {
    const small = [100, 120, 140, 160, 180].map((top) => ({left: 150, top, right: 200, bottom: top + 20}));
    const labels = small.map((region) => request(region, 90, 30));
    const positions = findRoom(labels, groundOf([...small, inland]));
    const boxes = labels.map((label, index) => boxOf(label, positions[index]));
    labels.forEach(({anchor}, index) => {
      const {x = 0, y = 0} = positions[index]?.leader ?? {};
      for (let part = 0; part <= 1; part += 0.02) {
        const at = {x: anchor.x + x * part, y: anchor.y + y * part};
        const dot = {left: at.x, top: at.y, right: at.x, bottom: at.y};
        boxes.forEach((box, other) => {
          if (other !== index) expect(apart(dot, box)).toBe(true);
        });
      }
    });
  });

  it('leaves out a name without room', () => {
    const full = {left: 0, top: 0, right: 400, bottom: 300};
    expect(findRoom([request(full, 500)], groundOf([full]))).toEqual([undefined]);
  });

  it('leaves out the name of a region that is out of view', () => {
    const away = {left: 500, top: 100, right: 520, bottom: 120};
    expect(findRoom([request(away, 100)], groundOf([away]))).toEqual([undefined]);
  });

  it('always shows the selected region and the candidates, and gives them room first', () => {
    const labels = [request(inland, 100), request(inland, 500, 40, 'candidate'), request(inland, 500, 40, 'selected')];
    const positions = findRoom(labels, groundOf(regions));
    expect(positions[2]).toEqual({shift: {x: 0, y: 0}});
    expect(positions[1]?.shift.y).toBeGreaterThan(40);
    expect(apart(boxOf(labels[1] as LabelRequest, positions[1]), boxOf(labels[2] as LabelRequest, positions[2]))).toBe(
      true,
    );
  });

  it('handles an empty map', () => {
    expect(findRoom([], groundOf([]))).toEqual([]);
  });
});

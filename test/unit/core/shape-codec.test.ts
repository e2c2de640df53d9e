import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {RegionDataError} from '../../../src/core/errors.js';
import type {LonLat, RegionShape, Ring} from '../../../src/core/geometry.js';
import {decodeShapes, encodeShapes} from '../../../src/core/shape-codec.js';
import {finish} from '../../../src/core/steps.js';

const unpack = (text: string) => finish(decodeShapes(text));

/** A shape of rings in hundredths of a degree from [5, 52]. */
function shape(...polygons: number[][][][]): RegionShape {
  const place = (pair: number[]): LonLat => [(500 + pair[0]!) / 100, (5200 + pair[1]!) / 100];
  const placed = polygons.map((rings) => rings.map((ring) => ring.map(place)));
  const all = placed.flat(2);
  const xs = all.map(([x]) => x);
  const ys = all.map(([, y]) => y);
  const bbox = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const;
  return {polygons: placed, bbox, labelPoint: [(bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2]};
}

/** A ring from its smallest vertex on, so that rings with another start compare as equal. */
function turned(ring: Ring): Ring {
  const open = ring.slice(1);
  const keys = open.map(([x, y]) => x * 1e6 + y);
  const start = keys.indexOf(Math.min(...keys));
  return [...open.slice(start), ...open.slice(0, start)];
}

const rings = (shapes: readonly RegionShape[]) =>
  shapes.map(({polygons}) => polygons.map((polygon) => polygon.map(turned)));

// . . . . .   Two squares side by side; the right one has a hole,
// a a b b b   filled by a third shape that has an island as well.
// a a b c b
// a a b b b   c
const LEFT = shape(
  [
    [
      [0, 0],
      [2, 0],
      [2, 3],
      [0, 3],
      [0, 0],
    ],
  ].map((ring) => ring),
);
const RIGHT = shape([
  [
    [2, 0],
    [5, 0],
    [5, 3],
    [2, 3],
    [2, 0],
  ],
  [
    [3, 1],
    [3, 2],
    [4, 2],
    [4, 1],
    [3, 1],
  ],
]);
const INNER = shape(
  [
    [
      [3, 1],
      [4, 1],
      [4, 2],
      [3, 2],
      [3, 1],
    ],
  ],
  [
    [
      [8, 0],
      [9, 0],
      [9, 1],
      [8, 0],
    ],
  ],
);

describe('encodeShapes', () => {
  it('gives text that decodes to the same rings, holes, islands and boxes', () => {
    const shapes = [LEFT, RIGHT, INNER];
    const decoded = unpack(encodeShapes(shapes));
    expect(rings(decoded)).toEqual(rings(shapes));
    expect(decoded.map(({bbox}) => bbox)).toEqual(shapes.map(({bbox}) => bbox));
  });

  it('closes rings and gives both sides of a border the very same numbers', () => {
    const decoded = unpack(encodeShapes([LEFT, RIGHT, INNER]));
    for (const ring of decoded.flatMap(({polygons}) => polygons.flat())) expect(ring.at(-1)).toEqual(ring[0]);
    const [left, right] = decoded;
    const shared = left!.polygons.flat(2).filter(([lon]) => lon === 5.02);
    expect(shared.length).toBeGreaterThan(1);
    const other = right!.polygons.flat(2);
    for (const place of shared) expect(other).toContainEqual(place);
  });

  it('puts the label within a 64th of the box of where it was', () => {
    const [decoded] = unpack(encodeShapes([{...LEFT, labelPoint: [5.013, 52.021]}]));
    expect(Math.abs(decoded!.labelPoint[0] - 5.013)).toBeLessThan(0.02 / 64);
    expect(Math.abs(decoded!.labelPoint[1] - 52.021)).toBeLessThan(0.03 / 64);
  });

  it('keeps any rings, also such as cross or touch themselves', () => {
    const vertex = fc.tuple(fc.integer({min: -300, max: 300}), fc.integer({min: -300, max: 300}));
    const ring = fc
      .uniqueArray(vertex, {minLength: 3, maxLength: 12, selector: (pair) => pair.join()})
      .map((open) => [...open, open[0]!] as number[][]);
    const polygon = fc.array(ring, {minLength: 1, maxLength: 3});
    fc.assert(
      fc.property(fc.array(fc.array(polygon, {minLength: 1, maxLength: 3}), {maxLength: 4}), (regions) => {
        const shapes = regions.map((polygons) => shape(...polygons));
        expect(rings(unpack(encodeShapes(shapes)))).toEqual(rings(shapes));
      }),
    );
  });

  it('keeps the borders of any division of a grid of squares', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), {minLength: 36, maxLength: 36}), (owners) => {
        // Each square is a polygon of its owner: every inner border is shared, junctions are everywhere.
        const shapes = [0, 1, 2, 3].flatMap((owner) => {
          const squares = owners.flatMap((of, index) => {
            const [x, y] = [index % 6, Math.floor(index / 6)];
            return of === owner
              ? [
                  [
                    [
                      [x, y],
                      [x + 1, y],
                      [x + 1, y + 1],
                      [x, y + 1],
                      [x, y],
                    ],
                  ],
                ]
              : [];
          });
          return squares.length ? [shape(...squares)] : [];
        });
        expect(rings(unpack(encodeShapes(shapes)))).toEqual(rings(shapes));
      }),
    );
  });

  it('keeps a ring that touches itself, also where the input starts it', () => {
    // a a . . .   One ring through [2, 2] twice: two squares that meet in a corner.
    // a a . . .
    // . . a a .
    // . . a a .
    const ring = [
      [2, 2],
      [4, 2],
      [4, 0],
      [2, 0],
      [2, 2],
      [2, 4],
      [0, 4],
      [0, 2],
      [2, 2],
    ].reverse();
    const [decoded] = unpack(encodeShapes([shape([ring])]));
    const places = decoded!.polygons[0]![0]!.map((place) => place.join());
    expect(places.length).toBe(9);
    expect(new Set(places).size).toBe(7);
    expect(new Set(places)).toEqual(new Set(ring.map(([x, y]) => `${(500 + x!) / 100},${(5200 + y!) / 100}`)));
  });

  it('rounds to the grid that is asked for', () => {
    const [decoded] = unpack(encodeShapes([LEFT], {lon: 1500, lat: 2000}));
    for (const [lon, lat] of decoded!.polygons.flat(2)) {
      expect(lon).toBe(Math.round(lon * 1500) / 1500);
      expect(lat).toBe(Math.round(lat * 2000) / 2000);
    }
  });

  it.each([0, -1, 1.5, 1e6, Number.NaN])('refuses a grid of %d steps a degree', (lon) => {
    expect(() => encodeShapes([LEFT], {lon, lat: 1000})).toThrow(RangeError);
  });

  it('refuses a shape without polygons and a place that is not on earth', () => {
    expect(() => encodeShapes([{...LEFT, polygons: []}])).toThrow('Got no polygons for shape 0');
    const ring: Ring = [
      [5, 52],
      [Number.NaN, 52],
      [5, 53],
      [5, 52],
    ];
    expect(() => encodeShapes([{...LEFT, polygons: [[ring]]}])).toThrow(RangeError);
  });

  it('stores a shared border once', () => {
    // The same 400 wiggles as a border of two shapes cost little more than as a coast of one.
    const wiggles = Array.from({length: 400}, (_, index) => [Math.imul(index, 40503) % 7, index]);
    const one = shape([[[-50, 0], ...wiggles, [-50, 399], [-50, 0]]]);
    const two = shape([[[50, 0], [50, 399], ...wiggles.toReversed(), [50, 0]]]);
    const alone = encodeShapes([one]).length;
    expect(encodeShapes([one, two]).length - alone).toBeLessThan(alone * 0.15);
  });

  it.each([
    [
      'is not closed',
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ],
    ],
    [
      'is smaller than the grid',
      [
        [0, 0],
        [0.001, 0],
        [0.001, 0.001],
        [0, 0],
      ],
    ],
    ['has no points', []],
  ])('refuses a ring that %s', (_name, ring) => {
    expect(() => encodeShapes([{...LEFT, polygons: shape([ring]).polygons}])).toThrow(RangeError);
  });
});

describe('decodeShapes', () => {
  it('refuses altered, cut or foreign text', () => {
    const text = encodeShapes([LEFT, RIGHT, INNER]);
    for (let at = 0; at < text.length; at++) {
      const other = text[at] === 'A' ? 'B' : 'A';
      expect(() => unpack(text.slice(0, at) + other + text.slice(at + 1))).toThrow(RegionDataError);
      expect(() => unpack(text.slice(0, at))).toThrow(RegionDataError);
    }
    expect(() => unpack(`P${text.slice(1)}`)).toThrow(RegionDataError);
  });
});

import {describe, expect, it} from 'vitest';
import type {RegionShape} from '../../../src/core/geometry.js';
import {type Fix, matchPosition, type PositionMatch} from '../../../src/core/position-match.js';
import {squares} from '../../fixtures/squares.js';

const shapes = squares.map(({shape}) => shape);
const fix = (longitude: number, latitude: number, accuracy = 20): Fix => ({longitude, latitude, accuracy});
const region = (index: number): PositionMatch => ({kind: 'region', region: index});

/** Degrees of latitude in so many metres. */
const north = (metres: number) => metres / 111_195;
/** The same for longitude, at 51.5 degrees north. */
const east = (metres: number) => north(metres) / Math.cos((51.5 * Math.PI) / 180);

//     53 +-----+-----+
//        |  0  |  1  |
//     52 +-----+-----+
//        |  2  |  3  |
//     51 +-----+-----+
//        4     5     6
describe('matchPosition', () => {
  it.each<[string, Fix, PositionMatch]>([
    ['well inside', fix(4.5, 52.5), region(0)],
    ['well inside, to the kilometre', fix(5.5, 51.5, 1000), region(3)],
    ['as coarse as fits in the region', fix(4.5, 51.5, 30_000), region(2)],
    ['near a border by its own account', fix(5 - east(800), 51.5, 1000), {kind: 'border', regions: [2, 3]}],
    ['as near a border, but more precise', fix(5 - east(800), 51.5, 700), region(2)],
    ['beyond the border by a little', fix(5 + east(800), 51.5, 1000), {kind: 'border', regions: [3, 2]}],
    ['exact, on a border that is itself not exact', fix(5 + east(50), 51.5, 0), {kind: 'border', regions: [3, 2]}],
    ['exact, past the error of the border', fix(5 + east(150), 51.5, 0), region(3)],
    ['near four regions', fix(4.999, 51.999, 5000), {kind: 'coarse'}],
    ['from an address of a provider in another place', fix(4.5, 52.2, 200_000), {kind: 'coarse'}],
    ['without any limit', fix(4.5, 52.2, Number.POSITIVE_INFINITY), {kind: 'coarse'}],
    ['on a pier', fix(4 - east(400), 51.5, 5), region(2)],
    ['at sea', fix(4 - east(600), 51.5, 5), {kind: 'outside'}],
    ['at sea, but the circle touches land', fix(4 - east(3000), 51.5, 4000), region(2)],
    ['at sea, nearest to one of two', fix(4 - north(3000), 51.99, 6000), {kind: 'border', regions: [2, 0]}],
    ['abroad, however coarse', fix(4.5, 51 - north(11_000), 100_000), {kind: 'outside'}],
    ['in another part of the world', fix(-74, 40.7), {kind: 'outside'}],
    ['on the null island', fix(0, 0), {kind: 'outside'}],
  ])('tells of a place %s', (_name, from, expected) => {
    expect(matchPosition(from, shapes)).toEqual(expected);
  });

  it.each([
    ['NaN', fix(Number.NaN, 52)],
    ['no latitude', fix(5, Number.NaN)],
    ['no accuracy', fix(5, 52.5, Number.NaN)],
    ['a negative accuracy', fix(5, 52.5, -1)],
    ['what is not on earth', fix(5, 95)],
    ['infinity', fix(Number.NEGATIVE_INFINITY, 52)],
    ['nothing', {} as Fix],
    ['texts', {longitude: 'east', latitude: '52', accuracy: '5'} as unknown as Fix],
  ])('finds %s unusable', (_name, from) => {
    expect(matchPosition(from, shapes)).toEqual({kind: 'unusable'});
  });

  it('measures to islands and holes as well', () => {
    //  +--------------+      +---+
    //  |  0  +--+     |      | 0 |    region 1 fills the hole
    //  |     | 1|     |      +---+
    //  |     +--+     |
    //  +--------------+
    const box = (west: number, south: number, size: number): [number, number][] => [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ];
    const whole: RegionShape = {
      polygons: [[box(4, 51, 1), box(4.4, 51.4, 0.1).reverse()], [box(6, 51, 0.1)]],
      bbox: [4, 51, 6.1, 52],
      labelPoint: [4.2, 51.2],
    };
    const exclave: RegionShape = {
      polygons: [[box(4.4, 51.4, 0.1)]],
      bbox: [4.4, 51.4, 4.5, 51.5],
      labelPoint: [4.45, 51.45],
    };
    expect(matchPosition(fix(4.45, 51.45), [whole, exclave])).toEqual(region(1));
    expect(matchPosition(fix(4.45, 51.45, 6000), [whole, exclave])).toEqual({kind: 'border', regions: [1, 0]});
    expect(matchPosition(fix(6.05, 51.05), [whole, exclave])).toEqual(region(0));
    expect(matchPosition(fix(6.1 + east(300), 51.05), [whole, exclave])).toEqual(region(0));
  });

  it('gives three regions, nearest first', () => {
    expect(matchPosition(fix(4.995, 51.998, 480), shapes.slice(0, 3))).toEqual({kind: 'border', regions: [2, 0, 1]});
  });

  it('finds none without outlines', () => {
    expect(matchPosition(fix(5, 52), [])).toEqual({kind: 'outside'});
  });
});

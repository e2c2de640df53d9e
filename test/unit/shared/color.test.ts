import {describe, expect, it} from 'vitest';
import {blend, contrast, luminance, parseColor, parseHex} from '../../../src/shared/color.js';

describe('parseColor', () => {
  it('reads the computed colours of browsers', () => {
    expect(parseColor('rgb(39, 39, 39)')).toEqual({rgb: [39, 39, 39], alpha: 1});
    expect(parseColor('rgba(0, 0, 0, 0)')).toEqual({rgb: [0, 0, 0], alpha: 0});
    expect(parseColor('rgb(1 2 3 / 50%)')).toEqual({rgb: [1, 2, 3], alpha: 0.5});
  });
});

describe('parseHex', () => {
  it('reads short and long forms', () => {
    expect(parseHex('#fff')).toEqual([255, 255, 255]);
    expect(parseHex('#0b5a68')).toEqual([11, 90, 104]);
  });
});

describe('blend', () => {
  it('combines a colour with the one below it', () => {
    expect(blend({rgb: [0, 0, 0], alpha: 0.5}, [255, 255, 255])).toEqual([127.5, 127.5, 127.5]);
  });
});

describe('contrast', () => {
  it('is that of WCAG', () => {
    expect(luminance([255, 255, 255])).toBeCloseTo(1, 10);
    expect(contrast([255, 255, 255], [0, 0, 0])).toBeCloseTo(21, 10);
    // The grey that WCAG's own techniques name as just sufficient on white.
    expect(contrast([118, 118, 118], [255, 255, 255])).toBeCloseTo(4.54, 2);
  });
});

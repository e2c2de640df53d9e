import {describe, expect, it} from 'vitest';
import {mapNl} from '../../../src/map/texts.js';
import {mapEn} from '../../../src/map/texts-en.js';

describe('mapEn', () => {
  it('has the keys of mapNl, and the same placeholders', () => {
    expect(Object.keys(mapEn)).toEqual(Object.keys(mapNl));
    const holes = (texts: typeof mapNl) => Object.values(texts).map((text: string) => text.match(/\{\w+\}/g));
    expect(holes(mapEn)).toEqual(holes(mapNl));
  });

  it('has no empty text', () => {
    for (const text of [...Object.values(mapNl), ...Object.values(mapEn)]) expect(text.trim()).not.toBe('');
  });

  it('has only keys that begin with "map", by which the finder recognises texts of the map', () => {
    for (const key of Object.keys(mapNl)) expect(key).toMatch(/^map[A-Z]/);
  });
});

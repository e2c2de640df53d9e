import {describe, expect, it} from 'vitest';
import {mapPart} from '../../../src/map/map-part.js';
import {mapNl} from '../../../src/map/texts.js';
import {mapEn} from '../../../src/map/texts-en.js';
import {squares} from '../../fixtures/squares.js';

const shapes = squares.map(({shape}) => shape);

describe('mapPart', () => {
  it('brings regions and shapes together in their order', () => {
    expect(mapPart(squares, shapes).regions).toEqual(squares);
  });

  it('leaves out a region without a shape', () => {
    expect(mapPart(squares, shapes.slice(0, 3)).regions.map(({id}) => id)).toEqual([
      'noordwest',
      'noordoost',
      'zuidwest',
    ]);
  });

  it('puts translations over the Dutch texts', () => {
    const {textWith} = mapPart(squares, shapes);
    expect(textWith({})).toEqual(mapNl);
    expect(textWith({mapName: 'Andere naam'})).toEqual({...mapNl, mapName: 'Andere naam'});
  });

  it('gives the same object for the same translations, so that nothing renders again', () => {
    const {textWith} = mapPart(squares, shapes);
    const translations = {mapName: 'Andere naam'};
    const text = textWith(translations);
    expect(textWith(translations)).toBe(text);
    expect(textWith({...translations})).not.toBe(text);
  });
});

describe('mapEn', () => {
  it('has the keys of mapNl, and the same holes for values', () => {
    expect(Object.keys(mapEn)).toEqual(Object.keys(mapNl));
    const holes = (texts: typeof mapNl) => Object.values(texts).map((text: string) => text.match(/\{\w+\}/g));
    expect(holes(mapEn)).toEqual(holes(mapNl));
  });

  it('has no empty text', () => {
    for (const text of [...Object.values(mapNl), ...Object.values(mapEn)]) expect(text.trim()).not.toBe('');
  });
});

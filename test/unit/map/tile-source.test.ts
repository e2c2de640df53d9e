import {describe, expect, it} from 'vitest';
import {hostOf, isTileSource, PDOK, tileUrl} from '../../../src/map/tile-source.js';

const good = {url: 'https://tiles.example.nl/{z}/{x}/{y}.png', attribution: '© Voorbeeld', maxZoom: 18};

describe('isTileSource', () => {
  it('accepts PDOK, and any similar source', () => {
    expect(isTileSource(PDOK)).toBe(true);
    expect(isTileSource(good)).toBe(true);
    expect(isTileSource({...good, url: 'https://tiles.example.nl/?x={x}&y={y}&z={z}#a'})).toBe(true);
  });

  const wrong: readonly (readonly [what: string, value: unknown])[] = [
    ['nothing', undefined],
    ['a text', good.url],
    ['a list', [good]],
    ['http', {...good, url: 'http://tiles.example.nl/{z}/{x}/{y}.png'}],
    ['a script', {...good, url: 'javascript:alert(1)//{z}/{x}/{y}'}],
    ['a relative address', {...good, url: '/tiles/{z}/{x}/{y}.png'}],
    ['an address without a host', {...good, url: 'https:///{z}/{x}/{y}.png'}],
    ['a hole in the host', {...good, url: 'https://{x}.example.nl/{z}/{y}.png'}],
    ['a password', {...good, url: 'https://me:secret@example.nl/{z}/{x}/{y}.png'}],
    ['no zoom in the address', {...good, url: 'https://tiles.example.nl/{x}/{y}.png'}],
    ['a hole twice', {...good, url: 'https://tiles.example.nl/{z}/{x}/{y}/{y}.png'}],
    ['another hole', {...good, url: 'https://tiles.example.nl/{s}/{z}/{x}/{y}.png'}],
    ['an address that is none', {...good, url: 'https://[/{z}/{x}/{y}.png'}],
    ['no credit', {...good, attribution: ' '}],
    ['a credit that is no text', {...good, attribution: {html: '<b>'}}],
    ['a credit of 2 kB', {...good, attribution: 'x'.repeat(2000)}],
    ['no zoom', {url: good.url, attribution: good.attribution}],
    ['a zoom as text', {...good, maxZoom: '18'}],
    ['a zoom with a fraction', {...good, maxZoom: 17.5}],
    ['a zoom of none', {...good, maxZoom: 0}],
    ['a zoom without end', {...good, maxZoom: Infinity}],
  ];
  for (const [what, value] of wrong) {
    it(`refuses ${what}`, () => {
      expect(isTileSource(value)).toBe(false);
    });
  }
});

describe('tileUrl', () => {
  it('fills in the position of a tile', () => {
    expect(tileUrl(good.url, {x: 1, y: 2, z: 3})).toBe('https://tiles.example.nl/3/1/2.png');
  });
});

describe('hostOf', () => {
  it('names the host', () => {
    expect(hostOf(good)).toBe('tiles.example.nl');
    expect(hostOf(PDOK)).toBe('service.pdok.nl');
  });
});

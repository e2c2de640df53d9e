import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {describe, expect, it} from 'vitest';
import {transformLeaflet} from '../../../.build/leaflet-plugin.js';

const source = readFileSync(createRequire(import.meta.url).resolve('leaflet/dist/leaflet-src.esm.js'), 'utf8');

describe('transformLeaflet', () => {
  const result = transformLeaflet(source);

  it('takes out the probe that assigns markup', () => {
    expect(source).toContain("div.innerHTML = '<svg/>'");
    expect(result).not.toContain("div.innerHTML = '<svg/>'");
  });

  it('takes out the handlers that the map has of its own', () => {
    expect(source).toContain("'addHandler', 'dragging'");
    expect(result).not.toMatch(/addInitHook\('addHandler'/);
  });

  it('keeps the layers of a map', () => {
    expect(result).toContain('addLayer: function');
  });

  it('reads Windows line ends, which the package has, like others', () => {
    const plain = source.replaceAll('\r\n', '\n');
    expect(transformLeaflet(plain)).toBe(result);
    expect(transformLeaflet(plain.replaceAll('\n', '\r\n'))).toBe(result);
  });

  it('fails when a text that it counts on has changed', () => {
    expect(() => transformLeaflet(source.replace('var inlineSvg =', 'var inlineSVG ='))).toThrow(/expected 1 times/);
    expect(() => transformLeaflet(source.replace('\tzoomControl: true', '\tzoomControls: true'))).toThrow(
      /expected exactly one statement that begins with "Map.mergeOptions\(\{\\n\\tzoomControl: true"/,
    );
    expect(() => transformLeaflet('')).toThrow(/Leaflet: expected/);
  });
});

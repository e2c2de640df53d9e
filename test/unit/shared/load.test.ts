import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {sourcesBelow} from '../../../.build/layers.js';
import {ROOT} from '../../../.build/root.js';

describe('load', () => {
  it('gets addresses that are relative to its own folder, from which repeated requests start', () => {
    const calls = sourcesBelow('src').flatMap((file) => {
      const text = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
      return [...text.matchAll(/\bload\(\s*\(\) =>\s*(import\([^)]*\))/g)].map(([, call = '']) => ({file, call}));
    });
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.filter(({call}) => !/^import\('\.\.\/[\w-]+\/[\w-]+\.js'\)$/.test(call))).toEqual([]);
  });
});

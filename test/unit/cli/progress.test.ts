import {describe, expect, it} from 'vitest';
import {progressLine} from '../../../src/cli/progress.js';

describe('progressLine', () => {
  it.each([
    [0, '[··········] 0 %'],
    [0.5, '[#####·····] 0 %'],
    [1, '[##########] 0 %'],
    [1.5, '[##########] 0 %'],
  ])('draws a share of %d as %s', (share, line) => {
    expect(progressLine(share, '0 %', 17)).toBe(line);
  });

  it('leaves out the bar if there is no room', () => {
    expect(progressLine(0.5, '50 %', 3)).toBe('[] 50 %');
  });
});

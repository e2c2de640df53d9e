import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {formatJson} from '../../../data/build/format-json.js';

describe('formatJson', () => {
  it('writes JSON that any parser reads back', () => {
    fc.assert(
      fc.property(fc.jsonValue({maxDepth: 5}), (value) => {
        expect(JSON.stringify(JSON.parse(formatJson(value)))).toBe(JSON.stringify(value));
      }),
    );
  });

  it('puts each item of a long list on a line, and a list of numbers on one line', () => {
    const names = Array.from({length: 12}, (_, index) => `a name of some length ${index}`);
    const numbers = Array.from({length: 100}, (_, index) => index);
    const text = formatJson({format: 1, names, numbers, short: ['a', 'b']});
    expect(text.split('\n')).toEqual([
      '{',
      '  "format": 1,',
      '  "names": [',
      ...names.map((name, index) => `    "${name}"${index < 11 ? ',' : ''}`),
      '  ],',
      `  "numbers": [${numbers}],`,
      '  "short": ["a","b"]',
      '}',
      '',
    ]);
  });

  it('breaks a column of numbers as specified', () => {
    const column = [1, 2, 3, 4, 5];
    expect(formatJson({column}, new Map([[column, [2, 3]]]))).toBe('{\n  "column": [\n    1,2,\n    3,4,5\n  ]\n}\n');
  });
});

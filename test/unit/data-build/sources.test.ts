import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, it} from 'vitest';
import {formatProblem, ProblemList} from '../../../data/build/problems.js';
import {readInputFiles, readSourceList, type SourceList} from '../../../data/build/sources.js';

const folder = mkdtempSync(join(tmpdir(), 'regiokaart-sources-'));
afterAll(() => rmSync(folder, {recursive: true}));

const text = readFileSync(new URL('../../../data/sources.json', import.meta.url), 'utf8');

function read(list: SourceList, anyEdition = false): readonly string[] {
  const problems = new ProblemList();
  readInputFiles(folder, list, anyEdition, problems);
  return problems.items.map(formatProblem);
}

describe('readInputFiles', () => {
  const list = readSourceList(text, new ProblemList());

  it('names publisher and path of every missing input', () => {
    const messages = read(list);
    expect(messages).toHaveLength(list.inputs.length);
    list.inputs.forEach(({path, name, publisher, from}, index) => {
      expect(messages[index]).toContain(join(folder, path));
      expect(messages[index]).toContain(`${name} of ${publisher}`);
      expect(messages[index]).toContain(from);
    });
  });

  it('refuses a file of another edition, unless any edition is allowed', () => {
    const [first] = list.inputs;
    if (first === undefined) throw new Error('no inputs');
    const one = {...list, inputs: [{...first, path: 'other.json'}]};
    writeFileSync(join(folder, 'other.json'), '{}');
    expect(read(one)).toEqual([expect.stringMatching(/SHA-256: got 44136fa3.*--new-edition.*data\/sources\.json/)]);
    expect(read(one, true)).toEqual([]);
  });
});

describe('readSourceList', () => {
  it.each([
    ['{', 'well-formed JSON'],
    ['{}', 'inputs: got "null"'],
    [text.replace('"2025"', '"next"'), 'edition: got "next"'],
    [text.replace('"date": "2026-11-26"', '"date": "2026-11"'), 'date: got "2026-11"'],
    [text.replace('"key": "places"', '"key": "place"'), '0 entries with key "places"'],
    [text.replace('"publisher": "GeoNames"', '"publisher": ""'), 'places.publisher'],
  ])('refuses %#', (changed, message) => {
    const problems = new ProblemList();
    readSourceList(changed, problems);
    expect(problems.items.map(formatProblem).join('\n')).toContain(message);
  });
});

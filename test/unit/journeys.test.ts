import type {Rolldown} from 'vite';
import {describe, expect, it} from 'vitest';
import {coreFile} from '../../.build/core-file.js';
import {excessOf, JOURNEYS, weigh} from '../../.build/journeys.js';

/** The part of a built file that journeys use. */
const chunk = (fileName: string, moduleIds: readonly string[], imports: readonly string[] = [], code = fileName) =>
  ({
    type: 'chunk',
    fileName,
    moduleIds,
    imports,
    code,
    isEntry: fileName === 'entry.js',
  }) as unknown as Rolldown.OutputChunk;

const idsOf = (journey: keyof typeof JOURNEYS) => JOURNEYS[journey].modules.map((module) => `/repository/${module}`);

/** The entry imports the core; names import a file that no other part uses. */
const FILES = [
  chunk('entry.js', ['/repository/src/cdn/regiokaart.ts'], ['core.js']),
  chunk('core.js', idsOf('answer')),
  chunk('map.js', idsOf('map'), ['core.js']),
  chunk('points.js', idsOf('points'), ['core.js']),
  chunk('names.js', idsOf('names'), ['core.js', 'shared.js']),
  chunk('shared.js', []),
  chunk('rest.js', ['/repository/src/card/rest.ts'], ['core.js']),
];
const filesOf = (weights: ReturnType<typeof weigh>) =>
  Object.fromEntries(Object.entries(weights).map(([key, {files}]) => [key, files.map(({file}) => file).sort()]));

describe('weigh', () => {
  it('follows each journey through the files and their imports, without those that have been loaded already', () => {
    expect(filesOf(weigh(FILES))).toEqual({
      answer: ['core.js', 'entry.js'],
      map: ['map.js'],
      points: ['points.js'],
      names: ['names.js', 'shared.js'],
      rest: ['rest.js'],
    });
  });

  it('names a source that is in no file', () => {
    const [module] = JOURNEYS.points.modules;
    expect(() => weigh(FILES.filter(({fileName}) => fileName !== 'points.js'))).toThrow(module);
  });
});

describe('excessOf', () => {
  it('is empty for small files', () => {
    expect(excessOf(weigh(FILES))).toEqual([]);
  });

  it('names a journey that is too heavy, with its bytes', () => {
    const heavy = Array.from({length: 30_000}, (_, i) => Math.imul(i, 2_654_435_761) >>> 0).join('');
    const files = FILES.map((file) => (file.fileName === 'points.js' ? {...file, code: heavy} : file));
    const [problem, ...others] = excessOf(weigh(files));
    expect(problem).toMatch(
      /^further for the point and gemeente of a postcode: got \d+ bytes, expected at most 13000$/,
    );
    expect(others).toEqual([]);
  });

  it('names a journey with too many files', () => {
    const more = [...FILES, chunk('a.js', []), chunk('b.js', [])].map((file) =>
      file.fileName === 'core.js' ? {...file, imports: ['a.js', 'b.js']} : file,
    );
    expect(excessOf(weigh(more))).toEqual([`${JOURNEYS.answer.name}: got 4 files, expected at most 3`]);
  });
});

describe('coreFile', () => {
  /**
   *     src/cdn/regiokaart.ts -> kept      map.ts, names.ts: by import()
   *     map.ts -> only-map, both           names.ts -> both
   */
  const IMPORTERS: Readonly<
    Record<string, {readonly static?: readonly string[]; readonly dynamic?: readonly string[]}>
  > = {
    '/r/src/cdn/regiokaart.ts': {},
    '/r/kept.ts': {static: ['/r/src/cdn/regiokaart.ts', '/r/circle.ts']},
    '/r/circle.ts': {static: ['/r/kept.ts']},
    '/r/map.ts': {dynamic: ['/r/kept.ts']},
    '/r/names.ts': {dynamic: ['/r/kept.ts']},
    '/r/only-map.ts': {static: ['/r/map.ts']},
    '/r/both.ts': {static: ['/r/only-map.ts', '/r/names.ts']},
  };
  const modules = {
    getModuleInfo: (id: string) => {
      const {static: importers = [], dynamic: dynamicImporters = []} = IMPORTERS[id] ?? {};
      return {isEntry: id.endsWith('regiokaart.ts'), importers, dynamicImporters} as unknown as Rolldown.ModuleInfo;
    },
  };

  it.each([
    ['/r/src/cdn/regiokaart.ts', null, 'the entry itself'],
    ['/r/kept.ts', 'core', 'what the entry imports'],
    ['/r/circle.ts', 'core', 'what the entry imports by way of another'],
    ['/r/map.ts', null, 'a part'],
    ['/r/only-map.ts', null, 'what one part imports'],
    ['/r/both.ts', 'core', 'what two parts import'],
  ])('puts %s into %s: %s', (id, expected, _what) => {
    expect(coreFile(id, modules)).toBe(expected);
  });
});

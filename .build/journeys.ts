import {join} from 'node:path';
import {gzip} from 'pako';
import {build, type Rolldown} from 'vite';
import {buildCdn} from './cdn.js';
import {ROOT} from './root.js';

/** What a visitor does, and how much may be loaded for it. */
export interface Journey {
  readonly name: string;
  /** Most bytes of all files that it loads, after gzip -9. */
  readonly budget: number;
  /** Most files that it may load. */
  readonly maxFiles?: number;
  /** The sources that it needs: loaded by `import()`, or part of a file that is loaded anyway. */
  readonly modules: readonly string[];
}

/** The first journey starts with nothing. Each of the others counts what it loads after the first. */
export const JOURNEYS = {
  answer: {
    name: 'the form, and a whole card after a postcode',
    // The target is 24,000. The combobox, dark pages, prerendered markup and the full card exceed it; this limit keeps the
    // size from growing further.
    budget: 31_000,
    maxFiles: 3,
    modules: ['src/define.ts', 'src/card/contact-card.ts'],
  },
  map: {
    name: 'further for the map',
    budget: 48_000,
    modules: ['src/map/define.ts', 'src/data/outlines.ts', 'src/data/info.ts'],
  },
  points: {name: 'further for the point and gemeente of a postcode', budget: 13_000, modules: ['src/data/points.ts']},
  names: {
    name: 'further for names, from the first letter',
    budget: 45_000,
    modules: ['src/names/suggestions.ts'],
  },
} as const satisfies Record<string, Journey>;

export type JourneyName = keyof typeof JOURNEYS;

export interface Weighed {
  readonly file: string;
  /** Size without compression. */
  readonly raw: number;
  /** Size after gzip -9. */
  readonly bytes: number;
}

/** What a journey loads. */
export interface Fetched {
  readonly bytes: number;
  readonly files: readonly Weighed[];
}

/** What each journey loads; `rest` is what no journey loads. */
export type Weights = Readonly<Record<JourneyName | 'rest', Fetched>>;

/** Output of a build, with the sources in each file. */
type Chunk = Rolldown.OutputChunk;

/**
 * Length after gzip -9, without a file name in the header. Computed by pako, which gives the same bytes as the original
 * zlib on every machine; the zlib in Node differs slightly between versions.
 */
export const gzipLength = (data: Uint8Array): number => gzip(data, {level: 9}).length;

/** Weighs what a page with the script tag loads. Builds in memory, so the result is always that of the present sources. */
export async function weighCdn(): Promise<Weights> {
  const chunks = chunksOf(await buildCdn({write: false}));
  return weigh(chunks);
}

/** Weighs the same for a page whose own Vite build has `import 'regiokaart/define'`. */
export async function weighVite(): Promise<Weights> {
  const entry = join(ROOT, 'src/define.ts');
  const {output} = (await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {write: false, rolldownOptions: {input: entry}},
  })) as Rolldown.RolldownOutput;
  const chunks = chunksOf(output);
  return weigh(chunks);
}

const chunksOf = (output: Rolldown.RolldownOutput['output']) =>
  output.filter((each): each is Chunk => each.type === 'chunk');

/**
 * Follows each journey through the files of a build: those with its sources, and their imports.
 *
 * @throws Error if a source is in none of the files.
 */
export function weigh(chunks: readonly Chunk[]): Weights {
  const fileOf = (module: string): Chunk => {
    const found = chunks.find(({moduleIds}) => moduleIds.some((id) => id.replaceAll('\\', '/').endsWith(`/${module}`)));
    if (!found) throw new Error(`journeys: got no file with ${module}, expected one`);
    return found;
  };
  /** Files with all their imports, except those that have been loaded already. */
  const fetch = (files: readonly Chunk[], there: ReadonlySet<Chunk>): Set<Chunk> => {
    const fetched = new Set<Chunk>();
    const visit = (file: Chunk): void => {
      if (there.has(file) || fetched.has(file)) return;
      fetched.add(file);
      for (const name of file.imports) {
        const imported = chunks.find(({fileName}) => fileName === name);
        if (imported) visit(imported);
      }
    };
    files.forEach(visit);
    return fetched;
  };
  const first = fetch([...chunks.filter(({isEntry}) => isEntry), ...JOURNEYS.answer.modules.map(fileOf)], new Set());
  const further = (journey: Journey) => fetch(journey.modules.map(fileOf), first);
  const fetched = {
    answer: first,
    map: further(JOURNEYS.map),
    points: further(JOURNEYS.points),
    names: further(JOURNEYS.names),
  };
  const used = new Set(Object.values(fetched).flatMap((files) => [...files]));
  return {
    answer: weighed(fetched.answer),
    map: weighed(fetched.map),
    points: weighed(fetched.points),
    names: weighed(fetched.names),
    rest: weighed(chunks.filter((chunk) => !used.has(chunk))),
  };
}

function weighed(chunks: Iterable<Chunk>): Fetched {
  const files = [...chunks].map(({fileName, code}): Weighed => {
    const data = Buffer.from(code);
    return {file: fileName, raw: data.length, bytes: gzipLength(data)};
  });
  return {bytes: files.reduce((total, {bytes}) => total + bytes, 0), files};
}

/** Messages about everything above its budget. */
export function excessOf(weights: Weights): string[] {
  return (Object.entries(JOURNEYS) as [JourneyName, Journey][]).flatMap(
    ([key, {name, budget, maxFiles = Infinity}]) => {
      const {bytes, files} = weights[key];
      return [
        ...(bytes > budget ? [`${name}: got ${bytes} bytes, expected at most ${budget}`] : []),
        ...(files.length > maxFiles ? [`${name}: got ${files.length} files, expected at most ${maxFiles}`] : []),
      ];
    },
  );
}

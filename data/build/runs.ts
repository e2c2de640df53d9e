/** Consecutive numbers, both ends included. */
export type Run = readonly [first: number, last: number];

/**
 * Joins numbers in ascending order into runs.
 *
 * @param isGap - whether an absent number may lie inside a run. By default none may.
 */
export function toRuns(numbers: Iterable<number>, isGap: (value: number) => boolean = () => false): Run[] {
  const runs: [number, number][] = [];
  for (const value of numbers) {
    const run = runs.at(-1);
    let next = (run?.[1] ?? Number.NaN) + 1;
    while (next < value && isGap(next)) next++;
    if (run !== undefined && next === value) run[1] = value;
    else runs.push([value, value]);
  }
  return runs;
}

/** `1000-1109 1112` */
export function formatRuns(runs: readonly Run[]): string {
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(' ');
}

/** Every number in runs as `formatRuns` writes them. */
export function parseRuns(text: string): number[] {
  return text
    .split(' ')
    .filter((run) => run !== '')
    .flatMap((run) => {
      const [first = 0, last = first] = run.split('-').map(Number);
      return Array.from({length: last - first + 1}, (_, index) => first + index);
    });
}

/** One problem with an input, a curated file or a result, described precisely enough to fix it. */
export interface Problem {
  /** File as the maintainer knows it, or the step that found the problem. */
  readonly file: string;
  /** Line in the file, counted from 1 with the header as line 1. */
  readonly row?: number;
  /** Column, JSON path or identifier within the file. */
  readonly field?: string;
  readonly got: string;
  readonly expected: string;
}

/** Collects problems, so that one run reports as many as possible. */
export class ProblemList {
  readonly #problems: Problem[] = [];

  get items(): readonly Problem[] {
    return this.#problems;
  }

  add(problem: Problem): void {
    this.#problems.push(problem);
  }

  /** @throws {BuildError} if there are problems so far. Call it before a step that needs valid data. */
  throwIfAny(): void {
    if (this.#problems.length > 0) throw new BuildError(this.#problems);
  }
}

/** A build that found problems. Nothing has been written. */
export class BuildError extends Error {
  override name = 'BuildError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.problems = problems;
  }
}

/** `regions.csv, row 4, members: got "RA99", expected a RegioPlus code that occurs in …` */
export function formatProblem(problem: Problem): string {
  const where = [problem.file];
  if (problem.row !== undefined) where.push(`row ${problem.row}`);
  if (problem.field !== undefined) where.push(problem.field);
  return `${where.join(', ')}: got ${problem.got}, expected ${problem.expected}`;
}

/** Text between quotes for a message, cut when it is long. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return `"${text.length > 80 ? `${text.slice(0, 80)}…` : text}"`;
}

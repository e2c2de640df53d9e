declare global {
  interface Window {
    /** Warnings, errors and policy violations of this page and of the pages in its frames, since the test began. */
    regioProblems?: string[];
  }
}

window.regioProblems ??= [];
const problems = window.regioProblems;
let allowed: RegExp[] = [];

/** Lets these console warnings, errors and policy violations pass in the current test; others still fail it. */
export function allowConsole(...patterns: readonly RegExp[]): void {
  allowed.push(...patterns);
}

/** Warnings, errors and policy violations since the test began, of the test page and of its frames. */
export function consoleProblems(): readonly string[] {
  return [...problems];
}

/** For setup.ts alone: takes the problems that the test did not allow, and forgets them all. */
export function takeProblems(): string[] {
  const patterns = allowed;
  allowed = [];
  return problems.splice(0).filter((problem) => !patterns.some((pattern) => pattern.test(problem)));
}

declare global {
  interface Window {
    /** Warnings, errors and policy violations of this page and its frames since the test began. */
    regioProblems?: string[];
  }
}

window.regioProblems ??= [];
const problems = window.regioProblems;
let allowed: RegExp[] = [];

/** Allows these console warnings, errors and policy violations in the current test; others still fail it. */
export function allowConsole(...patterns: readonly RegExp[]): void {
  allowed.push(...patterns);
}

/** Warnings, errors and policy violations of the test page and its frames since the test began. */
export function consoleProblems(): readonly string[] {
  return [...problems];
}

/** Only for setup.ts: returns the problems that the test did not allow, and clears the list. */
export function takeProblems(): string[] {
  const patterns = allowed;
  allowed = [];
  return problems.splice(0).filter((problem) => !patterns.some((pattern) => pattern.test(problem)));
}

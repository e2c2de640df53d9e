type Cleanup = () => unknown;

const cleanups: Cleanup[] = [];

/** Runs after the current test, the last one first, however the test ends. */
export function afterThisTest(cleanup: Cleanup): void {
  cleanups.push(cleanup);
}

/** For setup.ts alone: runs what the test left to be done and returns what went wrong. */
export async function tidyUp(): Promise<string[]> {
  const problems: string[] = [];
  for (let cleanup = cleanups.pop(); cleanup; cleanup = cleanups.pop()) {
    try {
      await cleanup();
    } catch (error) {
      problems.push(`while tidying up: ${error instanceof Error ? error.message : error}`);
    }
  }
  return problems;
}

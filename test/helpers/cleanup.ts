type Cleanup = () => unknown;

const cleanups: Cleanup[] = [];

/** Runs after the current test, however it ends; the last one added runs first. */
export function afterThisTest(cleanup: Cleanup): void {
  cleanups.push(cleanup);
}

/** Only for setup.ts: runs the clean-up of the test and returns what went wrong. */
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

/** Counts of one runner. `problems` explain why a run without failed tests is still a failure. */
export interface RunResult {
  /** Name of the runner: "unit and data", "Chromium", ... */
  name: string;
  passed: number;
  failed: number;
  skipped: number;
  problems: string[];
}

/** Sends the results of a runner to the process that started it. */
export function sendResults(results: readonly RunResult[]): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!process.send) {
      console.log(results);
      resolve();
      return;
    }
    process.send(results, (error: Error | null) => (error ? reject(error) : resolve()));
  });
}

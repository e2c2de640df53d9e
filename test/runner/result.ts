/** What one runner counted. `problems` are lines for the reader: why a run without failed tests still is a failure. */
export interface RunResult {
  /** Who counted: "unit and data", "Chromium", ... */
  name: string;
  passed: number;
  failed: number;
  skipped: number;
  problems: string[];
}

/** Hands the results of a runner to the process that started it. */
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

/** Stream for the progress bar: the standard error, if it is a terminal. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Time before the bar appears, so that a short task shows none. */
const DELAY_MS = 400;
const INTERVAL_MS = 100;

/** A progress bar as wide as the terminal, at most 80 characters: `[######······] 52 %, 520,000 rows`. */
export function progressLine(share: number, label: string, columns = 80): string {
  const width = Math.max(0, Math.min(80, columns) - label.length - 4);
  const full = Math.round(Math.min(1, share) * width);
  return `[${'#'.repeat(full)}${'·'.repeat(width - full)}] ${label}`;
}

/**
 * Shows the progress of a long task.
 *
 * @param label Gives the text for a share from 0 to 1.
 * @returns `update` is cheap and may be called often; `end` removes the bar.
 */
export function createProgress(stream: ProgressStream, label: (share: number) => string) {
  let next = performance.now() + DELAY_MS;
  let shown = false;
  return {
    update(share: number): void {
      const now = performance.now();
      if (!stream.isTTY || now < next) return;
      next = now + INTERVAL_MS;
      shown = true;
      stream.write(`\r${progressLine(share, label(share), stream.columns)}\x1b[K`);
    },
    end(): void {
      if (shown) stream.write('\r\x1b[K');
    },
  };
}

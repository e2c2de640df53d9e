/** What a browser test asks of the command line: its arguments, and a file beside it. */
export interface CliAction {
  readonly args: readonly string[];
  readonly file?: {readonly name: string; readonly content: string};
}

/** How the command ended. */
export interface CliResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run of the command line for a browser test: its arguments, and an input file. */
export interface CliAction {
  readonly args: readonly string[];
  readonly file?: {readonly name: string; readonly content: string};
}

/** Result of the command. */
export interface CliResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Messages from test/helpers/network.ts and page.ts to test/runner/network.ts, which runs outside the browser. */

/** What happens to the requests whose path (with query) matches `path`, a regular expression. The first rule that matches counts. */
export interface Rule {
  path: string;
  /** Answers with this status instead of the file. */
  status?: number;
  /** Sends only the first bytes of the file. */
  truncate?: number;
  /** Sends the file with this MIME type. */
  type?: string;
  /** Sends this text instead of the file. */
  body?: string;
  /** Sends these headers too. */
  headers?: Readonly<Record<string, string>>;
  /** Breaks the connection without an answer. */
  abort?: boolean;
  /** Keeps the request waiting until the rules change. */
  hold?: boolean;
}

/** A recorded request. `status` is 0 until it has been answered. */
export interface Seen {
  path: string;
  status: number;
  /** The cookies of the request, if any. */
  cookie?: string;
}

export type NetworkAction =
  | {do: 'rules'; line: string; rules: readonly Rule[]}
  | {do: 'seen'; line: string}
  | {do: 'end'; line: string};

export interface PageAction {
  id: string;
  html: string;
  headers: Readonly<Record<string, string>>;
}

/** Messages from test/helpers/probe.ts to test/runner/probe-commands.ts, which runs outside the browser. */
export type ProbeAction = {do: 'memory'} | {do: 'back'; url: string; away: string};

/** Memory use of a page: listeners, nodes of any kind, bytes of the script heap. */
export interface Memory {
  listeners: number;
  nodes: number;
  bytes: number;
}

/** Result of leaving a page and going back. */
export interface BackAndForth {
  /** Whether the browser had kept the page in its back/forward cache. */
  persisted: boolean;
  /** Region of the finder after going back. */
  kept: string | null;
  /** Region after the next look-up. */
  next: string | null;
}

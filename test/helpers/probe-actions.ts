/** What test/helpers/probe.ts in the page asks of test/runner/probe-commands.ts beside the browser. */
export type ProbeAction = {do: 'memory'} | {do: 'back'; url: string; away: string};

/** What a page holds: listeners, nodes of any kind, bytes of its scripts. */
export interface Memory {
  listeners: number;
  nodes: number;
  bytes: number;
}

/** A page that was left and came back. */
export interface BackAndForth {
  /** Whether the browser had kept it whole. */
  persisted: boolean;
  /** Region of its finder after that. */
  kept: string | null;
  /** Region after the next look-up. */
  next: string | null;
}

import {executeServerCommand} from '@web/test-runner-commands';
import {afterThisTest} from './cleanup.js';
import type {NetworkAction, Rule, Seen} from './network-actions.js';

export type {Rule, Seen} from './network-actions.js';

/**
 * A separate line to the server. Files that are loaded through `url(path)`, and everything that they import by relative address, are
 * requested again and recorded, and can be made to fail. Each line loads its own copy of a module.
 */
export interface Line {
  /** The address of a file of the repository on this line, as in `url('/dist/cdn/regiokaart.js')`. */
  url(path: string): string;
  /** Replaces the rules; requests that were held continue under the new ones. */
  rules(...rules: readonly Rule[]): Promise<void>;
  /** The requests so far, in order. */
  requests(): Promise<readonly Seen[]>;
}

async function ask<T>(action: NetworkAction): Promise<T> {
  const {result} = await executeServerCommand<{result: T}, NetworkAction>('network', action);
  return result;
}

/** Opens a line until the end of the test. */
export async function openLine(...rules: readonly Rule[]): Promise<Line> {
  const line = crypto.randomUUID();
  await ask({do: 'rules', line, rules});
  afterThisTest(() => ask({do: 'end', line}));
  return {
    url: (path) => `/__line__/${line}${path}`,
    rules: (...next) => ask({do: 'rules', line, rules: next}),
    requests: () => ask({do: 'seen', line}),
  };
}

/** Addresses on other origins that a window requested, according to its performance timeline. */
export function otherOrigins(view: Window = window): string[] {
  return view.performance
    .getEntriesByType('resource')
    .map(({name}) => name)
    .filter((name) => /^https?:/.test(name) && new URL(name).origin !== location.origin);
}

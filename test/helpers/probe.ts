import {executeServerCommand} from '@web/test-runner-commands';
import type {BackAndForth, Memory, ProbeAction} from './probe-actions.js';

async function ask<T>(action: ProbeAction): Promise<T | null> {
  const {result} = await executeServerCommand<{result: T | null}, ProbeAction>('probe', action);
  return result;
}

/** Memory use of the test page and its frames, after garbage collection; null if the engine does not report it. */
export const memory = (): Promise<Memory | null> => ask<Memory>({do: 'memory'});

/** Looks up 1316 in the finder of a page, goes to another page and back; null if the driver cannot use a second tab. */
export const backAndForth = (url: string, away: string): Promise<BackAndForth | null> => ask({do: 'back', url, away});

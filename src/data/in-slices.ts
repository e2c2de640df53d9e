import type {Steps} from '../core/steps.js';

/** Well below the 50 ms from which on a task is felt, with room for the last step and for what came before. */
const SLICE_MS = 12;

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Takes steps in tasks of their own, between which the browser draws and answers. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    await nextTask();
    const start = performance.now();
    do {
      const {done, value} = steps.next();
      if (done) return value;
    } while (performance.now() - start < SLICE_MS);
  }
}

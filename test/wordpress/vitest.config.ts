import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vitest/config';

/** Run by test/wordpress/run.ts, which starts the site and the browser. The tests of a file build on each other. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    environment: 'node',
    include: ['test/wordpress/*.test.ts'],
    testTimeout: 900_000,
    hookTimeout: 900_000,
    teardownTimeout: 5000,
    fileParallelism: false,
  },
});

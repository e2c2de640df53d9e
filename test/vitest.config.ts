import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vitest/config';

/** Tests that need no browser. They run in the node environment on purpose, so that use of the DOM in the core fails. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    environment: 'node',
    include: [
      'test/unit/**/*.test.ts',
      'test/data/**/*.test.ts',
      'test/cli/**/*.test.ts',
      // Set by test/run.ts after a build.
      ...(process.env['BUILT'] ? ['test/package/**/*.test.ts'] : []),
    ],
    env: {TZ: 'Europe/Amsterdam'},
    // The default leaves one processor free, and a machine with two would test one file at a time.
    maxWorkers: '100%',
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});

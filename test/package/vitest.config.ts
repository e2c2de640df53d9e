import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vitest/config';

/** Tests of the result of `npm run build`. Separate from the unit tests, because they pack and install the package. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    environment: 'node',
    include: ['test/package/**/*.test.ts'],
    // Without an installed Chromium, the one from npm is unpacked by the first file that needs it, and not by two at a time.
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});

import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vitest/config';

/** Tests of the result of `npm run build`. Separate from the unit tests, because they pack and install the package. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    environment: 'node',
    include: ['test/package/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});

import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vitest/config';

/** What is published, as it comes out of `npm run build`. Apart from the unit tests, since it packs and installs. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    environment: 'node',
    include: ['test/package/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});

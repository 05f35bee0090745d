// The wall on the engines of old TVs. A run of its own: it fetches the engines from the npm registry, which `npm test`
// must not depend on.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    allowOnly: false,
    environment: 'node',
    pool: 'forks',
    include: ['test/engines/**/*.test.ts'],
    globalSetup: ['test/kit/build.ts', 'test/engines/fetch.ts'],
    reporters: ['default', fileURLToPath(new URL('../kit/closing-line.ts', import.meta.url))],
    testTimeout: 180_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});

// Three kinds of tests, one run: pure rules, the server over real HTTP and sockets, the screens in real Chromium.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Files share what they import: nothing in the product lives beside the objects that a test makes.
const node = { environment: 'node', pool: 'forks', isolate: false } as const;

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    allowOnly: false,
    maxWorkers: 2,
    reporters: ['default', fileURLToPath(new URL('kit/closing-line.ts', import.meta.url))],
    projects: [
      {
        extends: true,
        test: { ...node, name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], testTimeout: 20_000 },
      },
      {
        extends: true,
        test: {
          ...node,
          name: 'server',
          include: ['test/server/**/*.test.ts'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          ...node,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/kit/build.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

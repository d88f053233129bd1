import { defineConfig } from 'vitest/config';

const core = 'test/core/**/*.test.ts';

export default defineConfig({
  test: {
    // Two files at a time: browser, database and sockets are real, and the machine may be small.
    maxWorkers: 2,
    globalSetup: './test/build-command.ts',
    reporters: ['default', './test/what-ran.ts'],
    projects: [
      // Core keeps nothing between calls, so its tests can share it and load it once.
      { test: { name: 'core', include: [core], isolate: false, testTimeout: 30_000, hookTimeout: 120_000 } },
      {
        test: {
          name: 'faces',
          include: ['test/**/*.test.ts'],
          exclude: [core],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Two files at a time: browser, database and sockets are real, and the machine may be small.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    globalSetup: './test/build-command.ts',
    reporters: ['default', './test/what-ran.ts'],
  },
});

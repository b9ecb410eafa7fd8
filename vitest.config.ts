import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    // Many tests wait for child processes and servers: as many files at once as there are cores, even on two.
    maxWorkers: '100%',
    // Nothing outlives its test, so files share their workers, which saves a third of the time.
    isolate: false,
  },
});

import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    // Many tests wait for child processes and for time to pass: one file more at once than there are cores takes an
    // eighth less on two of them (measured).
    maxWorkers: availableParallelism() + 1,
    // Nothing outlives its test, so files share their workers, which saves a third of the time.
    isolate: false,
    setupFiles: ['test/support/draws.ts'],
  },
});

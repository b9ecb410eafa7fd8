import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    // The slow tests wait for child processes: as many at once as there are cores, even where those are two.
    maxWorkers: '100%',
  },
});

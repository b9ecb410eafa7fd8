import { defineConfig } from 'vitest/config';

const all = { testTimeout: 20_000 };

export default defineConfig({
  test: {
    // Many tests wait for child processes and servers: as many files at once as there are cores, even on two.
    maxWorkers: '100%',
    projects: [
      {
        // Nothing in them outlives its test, so they share their workers, which saves a third of the time.
        test: {
          ...all,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          isolate: false,
        },
      },
      { test: { ...all, name: 'e2e', include: ['test/e2e/**/*.test.ts'] } },
    ],
  },
});

import { defineConfig } from 'vitest/config';

/** Tests that kill, stop and starve what they start, or measure the memory of their process: side by side with others, they would measure those. */
const ALONE = ['test/jobs/faults/**/*.test.ts', 'test/**/killed.test.ts', 'test/**/hostile.test.ts', 'test/browser/**/*.test.ts'];

export default defineConfig({
  test: {
    reporters: ['default', './test/closing-line.ts', './test/stuck-file.ts'],
    globalSetup: './test/servers/programs.ts',
    testTimeout: 180_000,
    hookTimeout: 300_000,
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ALONE,
          maxWorkers: 2,
          // Files of one process share the program's modules: loading them anew for each file cost as much as most of the tests.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: 'faults', include: ALONE, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});

import { defineConfig } from 'vitest/config';
import { PATIENCE } from './tests/browsers/poll.ts';
import { RunReporter } from './tests/run-report.ts';

const browserTests = (browserName: 'chromium' | 'firefox') => ({
  test: {
    name: browserName,
    include: ['tests/e2e/*.test.ts', `tests/e2e/${browserName}/*.test.ts`],
    provide: { browserName },
    // Most files use the same browser, one after the other: starting one for each took a quarter of the time.
    isolate: false,
    // Longer than a test takes on a machine several times slower than any that is used.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: PATIENCE } },
    // On a busy machine a browser may lose a command. A test that fails twice is broken.
    retry: 1,
    // One browser at a time: two on a small machine delay each other's clicks.
    fileParallelism: false,
  },
});

export default defineConfig({
  test: {
    reporters: ['default', new RunReporter()],
    projects: [
      // Vitest leaves one core free if it isn't told otherwise.
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          testTimeout: 240_000,
          maxWorkers: '100%',
        },
      },
      { test: { name: 'build', include: ['tests/build/**/*.test.ts'] } },
      browserTests('chromium'),
      browserTests('firefox'),
    ],
  },
});

import { defineConfig } from 'vitest/config';

const browserTests = (name: 'chromium' | 'firefox') => ({
  test: {
    name,
    include: ['tests/e2e/**/*.test.ts'],
    provide: { browserName: name },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One browser at a time: two that share a small machine make each other's clicks late.
    fileParallelism: false,
  },
});

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      { test: { name: 'build', include: ['tests/build/**/*.test.ts'] } },
      browserTests('chromium'),
      browserTests('firefox'),
    ],
  },
});

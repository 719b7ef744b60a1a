import { defineConfig } from 'vitest/config';

const browserTests = (name: string, browserName: 'chromium' | 'firefox', folder: string) => ({
  test: {
    name,
    include: [`tests/e2e/${folder}*.test.ts`],
    provide: { browserName },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // As long as a panel is given to show something.
    expect: { poll: { timeout: 5000 } },
    // A browser on a busy machine may lose an order of the test's own; what fails twice is broken.
    retry: 1,
    // One browser at a time: two that share a small machine make each other's clicks late.
    fileParallelism: false,
  },
});

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'build', include: ['tests/build/**/*.test.ts'] } },
      browserTests('chromium', 'chromium', ''),
      browserTests('chromium-only', 'chromium', 'chromium/'),
      browserTests('firefox', 'firefox', ''),
      browserTests('firefox-only', 'firefox', 'firefox/'),
    ],
  },
});

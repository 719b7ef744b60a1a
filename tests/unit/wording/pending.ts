/** The test files that still repeat texts of the interface. None is to be added. */
export const PENDING: readonly string[] = [
  'tests/e2e/chromium/faults.test.ts',
  'tests/e2e/chromium/following.test.ts',
  'tests/e2e/chromium/hand-in-page.test.ts',
  'tests/e2e/chromium/kill.test.ts',
  'tests/e2e/chromium/layout.test.ts',
  'tests/e2e/chromium/messages.test.ts',
  'tests/e2e/chromium/prerender.test.ts',
  'tests/e2e/chromium/pseudo-language.test.ts',
  'tests/e2e/chromium/sync.test.ts',
  'tests/e2e/firefox/badge-no-history.test.ts',
  'tests/e2e/firefox/no-history.test.ts',
  'tests/e2e/firefox/note-from-page.test.ts',
  'tests/e2e/firefox/note-in-tab.test.ts',
];

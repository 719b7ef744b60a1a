import { expect, test, vi } from 'vitest';
import { localeOf } from '../../../../components/ui/locale.ts';

// Only the build has it; nothing here uses it.
vi.mock('#i18n', () => ({ i18n: {} }));

test.each([
  ['en', ['en-GB', 'en-US', 'en'], 'en-GB'],
  ['en', ['de-DE', 'de', 'en-US', 'en'], 'en-US'],
  ['ja', ['en-US', 'en'], 'ja'],
  ['ja', [], 'ja'],
  ['en', ['eng-XX', 'enx'], 'en'],
])(
  'next to texts in %s, for a reader of %j, dates and numbers are written as in %s',
  (language, preferred, locale) => {
    expect(localeOf(language, preferred)).toBe(locale);
  },
);

import { expect, test } from 'vitest';
import { builtInPages, followedPages } from '../../../fuzz/course-pages.ts';
import { runTarget } from '../../../fuzz/target.ts';

test.each([
  ['a followed course', followedPages],
  ['a built-in course', builtInPages],
])(
  'after any edits of the lists on the page of %s, no tick is at an objective with other words',
  async (_, pages) => {
    // `npm run fuzz` tries 10,000 and more.
    const { failure, tried, accepted, refused } = await runTarget(pages, 11, { runs: 300 });
    expect(failure).toBeUndefined();
    expect(tried).toBe(300);
    expect([accepted, refused].every((count) => count > 50)).toBe(true);
  },
);

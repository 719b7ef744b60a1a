import { describe, expect, test } from 'vitest';
import { runTarget } from '../fuzz/target.ts';
import { targets } from '../fuzz/targets.ts';

describe('the rules for each kind of input', () => {
  // The same cases in every run. `npm run fuzz` tries others, and many more.
  test.each(targets.map((target) => [target.name, target] as const))('%s', async (_, target) => {
    const { failure, tried, accepted, refused } = await runTarget(target, 7, { runs: 60 });
    expect(failure).toBeUndefined();
    expect(tried).toBe(60);
    // If all cases were accepted, or all refused, the test would show nothing.
    expect(accepted).toBeGreaterThan(0);
    if (target.name !== 'Markdown that is handed in') expect(refused).toBeGreaterThan(0);
  });
});

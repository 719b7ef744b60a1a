import { describe, expect, test } from 'vitest';
import { tryDoor } from '../fuzz/door.ts';
import { doors } from '../fuzz/doors.ts';

describe('the rules for each kind of input', () => {
  // The same cases in every run. `npm run fuzz` tries others, and many more.
  test.each(doors.map((door) => [door.name, door] as const))('%s', async (_, door) => {
    const { failure, tried, taken, refused } = await tryDoor(door, 7, { runs: 60 });
    expect(failure).toBeUndefined();
    expect(tried).toBe(60);
    // If all cases were accepted, or all refused, the test would show nothing.
    expect(taken).toBeGreaterThan(0);
    if (door.name !== 'Markdown that is handed in') expect(refused).toBeGreaterThan(0);
  });
});

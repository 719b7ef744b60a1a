import { describe, expect, test } from 'vitest';
import { tryDoor } from '../fuzz/door.ts';
import { doors } from '../fuzz/doors.ts';

describe('what must hold at every door where something enters', () => {
  // The same cases each time: others, and many more, are what `npm run fuzz` is for.
  test.each(doors.map((door) => [door.name, door] as const))('%s', async (_, door) => {
    const { failure, tried, taken, refused } = await tryDoor(door, 7, { runs: 60 });
    expect(failure).toBeUndefined();
    expect(tried).toBe(60);
    // Cases of which all or none are taken would show nothing.
    expect(taken).toBeGreaterThan(0);
    if (door.name !== 'Markdown that is handed in') expect(refused).toBeGreaterThan(0);
  });
});

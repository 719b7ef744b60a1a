import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { compareStamps, MAX_TIME, type Stamp, stampAfter, stampEntries } from '../../../progress/stamp.ts';

const Stamps = v.object(stampEntries);
const device = fc.constantFrom('', 'one', 'two');
const stamp = fc.record({
  time: fc.oneof(
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: 0, max: MAX_TIME }),
    fc.constant(MAX_TIME),
  ),
  count: fc.oneof(fc.integer({ min: 0, max: 1_000_000 }), fc.constantFrom(999_999, 1_000_000)),
  device,
});

describe('a timestamp', () => {
  test('is later than the one it replaces and fits, however wrong any clock is', () => {
    const clocks = fc.array(
      fc.record({ now: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.nat(), fc.constant(MAX_TIME)), device }),
    );
    fc.assert(
      fc.property(stamp, clocks, (first, writings) => {
        let last: Stamp = first;
        for (const { now, device } of writings) {
          const next = stampAfter(last, now, device);
          expect(compareStamps(last, next)).toBeLessThan(0);
          expect(v.is(Stamps, next)).toBe(true);
          last = next;
        }
      }),
    );
  });

  test('of the first write is the clock’s time', () => {
    expect(stampAfter(undefined, 7, 'one')).toEqual({ time: 7, count: 0, device: 'one' });
  });
});

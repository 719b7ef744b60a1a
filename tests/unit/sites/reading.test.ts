import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headingBeingRead } from '../../../sites/reading.ts';

const HEIGHT = 900;

/** A page with headings at these heights, scrolled to `y`, in a window of 900 px. */
function reading(headings: number[], length: number, y: number, anchor = -1): number {
  const rest = Math.max(0, length - HEIGHT - y);
  return headingBeingRead(
    headings.length,
    (n) => (headings[n] ?? Number.NaN) - y,
    { height: HEIGHT, scrolled: y, rest },
    anchor,
  );
}

describe('the heading being read', () => {
  const headings = [200, 1000, 1100, 4000, 4600, 4900];
  const LENGTH = 5000;

  test('is -1 above the first, then the last one that reached the eye level', () => {
    expect(reading([400, 3000], LENGTH, 0)).toBe(-1);
    expect(reading(headings, LENGTH, 0)).toBe(0);
    expect(reading(headings, LENGTH, 1200)).toBe(2);
    expect(reading(headings, LENGTH, 2500)).toBe(2);
  });

  test('is the last one at the end of the page, though it can’t reach the eye level', () => {
    expect(reading(headings, LENGTH, LENGTH - HEIGHT)).toBe(5);
    expect(reading([100, 500, 800], 1000, 100)).toBe(2);
  });

  test('on a page that fits into the window, is the one at the eye level, or the one in the address', () => {
    expect(reading([100, 200, 300], 600, 0)).toBe(1);
    expect(reading([100, 200, 300], 600, 0, 0)).toBe(0);
    expect(reading([400, 500], 600, 0)).toBe(-1);
  });

  test('is the one in the address while it is visible above the eye level, even if others follow closely', () => {
    expect(reading(headings, LENGTH, 1000, 1)).toBe(1);
    expect(reading(headings, LENGTH, 950, 1)).toBe(1);
    expect(reading(headings, LENGTH, 1300, 1)).toBe(2);
    expect(reading(headings, LENGTH, 0, 1)).toBe(0);
  });

  test('is the one in the address if the page ends before it could reach the eye level', () => {
    expect(reading(headings, LENGTH, LENGTH - HEIGHT, 4)).toBe(4);
  });

  test('never moves up while the reader scrolls down', () => {
    const page = fc.tuple(
      fc.array(fc.nat(20_000), { minLength: 1, maxLength: 50 }),
      fc.integer({ min: 0, max: 5000 }),
    );
    fc.assert(
      fc.property(page, ([places, more]) => {
        const sorted = places.toSorted((a, b) => a - b);
        const length = (sorted.at(-1) ?? 0) + more + HEIGHT;
        let last = -1;
        for (let y = 0; y <= length - HEIGHT; y += 37) {
          const now = reading(sorted, length, y);
          expect(now).toBeGreaterThanOrEqual(last);
          last = now;
        }
        if (length > HEIGHT) expect(reading(sorted, length, length - HEIGHT)).toBe(sorted.length - 1);
      }),
    );
  });
});

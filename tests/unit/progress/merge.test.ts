import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idOf, merge, type Records } from '../../../progress/merge.ts';
import { isRecord, type ProgressRecord } from '../../../progress/records.ts';
import { compareStamps, stampAfter } from '../../../progress/stamp.ts';
import { anyRecord, fewIds } from './any-record.ts';

const recordsOf = (list: readonly ProgressRecord[]): Records =>
  list.reduce<Records>((all, record) => merge(all, new Map([[idOf(record), record]])), new Map());
const anyRecords = fc.array(anyRecord(3, fewIds), { maxLength: 40 }).map(recordsOf);
const sorted = (records: Records) => [...records].sort(([a], [b]) => (a < b ? -1 : 1));

describe('merging', () => {
  test('gives the same in whichever order', () => {
    fc.assert(
      fc.property(anyRecords, anyRecords, (a, b) => {
        expect(sorted(merge(a, b))).toEqual(sorted(merge(b, a)));
      }),
    );
  });

  test('gives the same however it is grouped', () => {
    fc.assert(
      fc.property(anyRecords, anyRecords, anyRecords, (a, b, c) => {
        expect(sorted(merge(merge(a, b), c))).toEqual(sorted(merge(a, merge(b, c))));
      }),
    );
  });

  test('again changes nothing, and what is known only grows', () => {
    fc.assert(
      fc.property(anyRecords, anyRecords, (a, b) => {
        const both = merge(a, b);
        expect(sorted(merge(both, b))).toEqual(sorted(both));
        for (const [id, record] of a)
          expect(compareStamps(both.get(id) ?? record, record)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

/** One device writes something, or merges everything that another had `age` steps ago. */
type Step =
  | { device: number; writes: string; value: boolean; clock: number }
  | { device: number; from: number; age: number };

const DEVICES = 5;
const device = fc.nat(DEVICES - 1);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ device, writes: fc.constantFrom('a', 'b', 'c'), value: fc.boolean(), clock: fc.nat(1000) }),
  fc.record({ device, from: device, age: fc.nat(5) }),
);

/** The state of a device after it wrote something. However wrong the clocks are, the last write on a device wins there. */
function written(own: Records, step: Extract<Step, { writes: string }>): Records {
  const key = ['course', 'completion', step.writes] as [string, 'completion', string];
  const known = own.get(idOf({ key }));
  const stamp = stampAfter(known, step.clock, `device-${step.device}`);
  if (known) expect(compareStamps(stamp, known)).toBeGreaterThan(0);
  return merge(own, new Map([[idOf({ key }), { key, value: step.value, ...stamp }]]));
}

/** The state of another device `age` steps ago. */
function earlier(past: Records[][], { from, age }: Extract<Step, { from: number }>): Records {
  const history = past[from] ?? [];
  return history[Math.max(0, history.length - 1 - age)] ?? new Map();
}

/** All devices exchange what they know with all others, twice, one after the other. */
function exchangeAll(states: Records[], order: readonly number[]): void {
  for (const to of [...order, ...order])
    for (const from of order) states[to] = merge(states[to] ?? new Map(), states[from] ?? new Map());
}

describe('up to five devices', () => {
  test('end in the same state, in whatever order, however often and late they exchange what they know', () => {
    fc.assert(
      fc.property(
        fc.array(anyStep, { maxLength: 120 }),
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
        (steps, last) => {
          const states: Records[] = Array.from({ length: DEVICES }, () => new Map());
          const past: Records[][] = states.map((state) => [state]);
          for (const step of steps) {
            const own = states[step.device] ?? new Map();
            const next = 'writes' in step ? written(own, step) : merge(own, earlier(past, step));
            states[step.device] = next;
            past[step.device]?.push(next);
          }
          exchangeAll(states, last);
          const [first, ...others] = states.map(sorted);
          for (const other of others) expect(other).toEqual(first);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a wrong clock', () => {
  test('does not block later writes, not even with the highest count', () => {
    let stamp = { time: 253_402_300_799_999, count: Number.MAX_SAFE_INTEGER - 1, device: 'liar' };
    for (let nth = 0; nth < 3; nth++) {
      const next = stampAfter(stamp, Date.now(), 'honest');
      expect(compareStamps(next, stamp)).toBeGreaterThan(0);
      expect(isRecord({ key: ['c', 'completion', 'o'], value: true, ...next })).toBe(true);
      stamp = next;
    }
  });
});

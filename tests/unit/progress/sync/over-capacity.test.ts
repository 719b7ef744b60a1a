import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { ProgressRecord } from '../../../../progress/records.ts';
import { readArea } from '../../../../progress/sync/area.ts';
import { exchange, type WhileOn } from '../../../../progress/sync/exchange.ts';
import { MemoryReplica } from '../memory-replica.ts';
import { FakeArea } from './fake-area.ts';

const whileOn: WhileOn = (work) => work();

const AREA_BYTES = 3500;

// So small that a few records fill it.
vi.mock('../../../../progress/sync/area.ts', async (original) => ({
  ...(await original<object>()),
  AREA_BYTES: 3500,
  ITEM_BYTES: 260,
}));

const stamp = {
  time: fc.integer({ min: 0, max: 400 }),
  count: fc.nat(1),
  device: fc.constantFrom('one', 'two'),
};
const id = fc.integer({ min: 1, max: 40 }).map((length) => `${length}`.padEnd(length, 'x'));
const short = fc.integer({ min: 1, max: 12 }).map(String);
const day = fc.constantFrom('2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23');
const visit = fc.record({
  key: fc.tuple(fc.constant('c'), fc.constant('visit'), id, day),
  value: fc.boolean(),
  ...stamp,
});
const completion = fc.record({
  key: fc.tuple(fc.constant('c'), fc.constant('completion'), short),
  value: fc.boolean(),
  ...stamp,
});
const move = fc.record({
  key: fc.tuple(
    fc.constant('c'),
    fc.constant('move'),
    id,
    fc.integer({ min: 0, max: 300 }).map((length) => `https://${'x'.repeat(length)}`),
  ),
  value: fc.record({
    from: fc.constant('https://x'),
    times: fc.nat(9),
    refused: fc.boolean(),
  }),
  ...stamp,
});
const records = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: visit },
    { weight: 2, arbitrary: completion },
    { weight: 1, arbitrary: move },
  ),
  { minLength: 10, maxLength: 120, size: 'max' },
) as fc.Arbitrary<ProgressRecord[]>;

/** Exchanges once, checks what must be true each time, and returns how many records were left out. @param atRest whether nothing may be written any more */
async function exchangeOnce(area: FakeArea, replica: MemoryReplica, atRest: boolean): Promise<number> {
  const before = area.writes.length;
  const exchanged = await exchange(area, replica, () => 32, whileOn);
  expect(area.bytes).toBeLessThanOrEqual(AREA_BYTES);
  expect(exchanged?.completionsLeftOut).toBe(0);
  if (atRest) expect(area.writes.length).toBe(before);
  return exchanged?.leftOut ?? 0;
}

describe('devices that have more than fits into the area', () => {
  test('stop writing, and none misses a completion', async () => {
    let full = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(records, { minLength: 2, maxLength: 4 }), async (known) => {
        const area = new FakeArea();
        const all = new MemoryReplica();
        const replicas = await Promise.all(
          known.map(async (records) => {
            const replica = new MemoryReplica();
            await replica.merge(records);
            await all.merge(records);
            return replica;
          }),
        );
        let leftOut = 0;
        for (let round = 0; round < 10; round++)
          for (const replica of replicas) leftOut += await exchangeOnce(area, replica, round > 7);
        if (leftOut > 0) full++;
        const isCompletion = ({ key }: { key: readonly string[] }) => key[1] === 'completion';
        for (const replica of replicas)
          expect(replica.sorted.filter(isCompletion)).toEqual(all.sorted.filter(isCompletion));
        const there = [...readArea(await area.get()).shards.values()].flatMap((shard) => [...shard.values()]);
        expect(there.filter(isCompletion)).toHaveLength(all.sorted.filter(isCompletion).length);
      }),
      { numRuns: 25 },
    );
    expect(full).toBeGreaterThan(5);
  }, 60_000);
});

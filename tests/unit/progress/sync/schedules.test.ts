import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idOf } from '../../../../progress/merge.ts';
import type { ProgressRecord, Writing } from '../../../../progress/records.ts';
import { stampAfter } from '../../../../progress/stamp.ts';
import { shardNames } from '../../../../progress/sync/area.ts';
import { exchange, type WhileOn } from '../../../../progress/sync/exchange.ts';
import { MemoryReplica } from '../memory-replica.ts';
import { FakeArea } from './fake-area.ts';

const whileOn: WhileOn = (work) => work();

/** A computer: its progress, and its copy of the synced area. */
interface Device {
  name: string;
  replica: MemoryReplica;
  area: FakeArea;
}

type Step =
  | { do: 'write'; device: number; writing: Writing; clock: number }
  | { do: 'exchange'; device: number; grant: number }
  /** The browser copies an item to the server or from it, whatever is newer: late, twice, or over what was not sent yet. */
  | { do: 'up' | 'down'; device: number; item: string };

const DEVICES = 5;
const device = fc.nat(DEVICES - 1);
const key = fc.constantFrom('a', 'b', 'c');
const item = fc.constantFrom(...shardNames);
const writing = fc.oneof(
  fc.record({ key: fc.tuple(key, fc.constant('completion'), key), value: fc.boolean() }),
  fc.record({
    key: fc.tuple(key, fc.constant('visit'), key, fc.constant('2026-11-23')),
    value: fc.boolean(),
  }),
  fc.record({ key: fc.tuple(key, fc.constant('audience')), value: key }),
) as fc.Arbitrary<Writing>;
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('write'), device, writing, clock: fc.nat(9) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('exchange'), device, grant: fc.constantFrom(0, 1, 32) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('up', 'down'), device, item }) },
);

/** Writes on one device, later than what it has, and returns the record. */
async function write({ name, replica }: Device, writing: Writing, clock: number): Promise<ProgressRecord> {
  const known = (await replica.readAll()).find((record) => idOf(record) === idOf(writing));
  const record = { ...writing, ...stampAfter(known, clock, name) } as ProgressRecord;
  await replica.merge([record]);
  return record;
}

describe('up to five devices', () => {
  test('end alike with the latest of everything, whatever was late, repeated or lost on its way; then all is quiet', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 80 }), async (steps) => {
        const server = new Map<string, string>();
        const devices: Device[] = Array.from({ length: DEVICES }, (_, at) => ({
          name: `d${at}`,
          replica: new MemoryReplica(),
          area: new FakeArea(),
        }));
        const written = new MemoryReplica();
        const up = ({ area }: Device, name: string) => {
          const json = area.items.get(name);
          if (json) server.set(name, json);
        };
        const down = ({ area }: Device, name: string) => {
          const json = server.get(name);
          if (json) area.arrive(name, json);
        };
        for (const step of steps) {
          const device = devices[step.device] as Device;
          if (step.do === 'write') await written.merge([await write(device, step.writing, step.clock)]);
          else if (step.do === 'exchange')
            await exchange(device.area, device.replica, () => step.grant, whileOn);
          else (step.do === 'up' ? up : down)(device, step.item);
        }
        for (let round = 0; round < 2; round++) {
          for (const device of devices) {
            for (const name of shardNames) down(device, name);
            await exchange(device.area, device.replica, () => 32, whileOn);
            for (const name of shardNames) up(device, name);
          }
        }
        for (const device of devices) {
          for (const name of shardNames) down(device, name);
          const before = device.area.writes.length;
          await exchange(device.area, device.replica, () => 32, whileOn);
          expect(device.area.writes.length).toBe(before);
          expect(device.replica.sorted).toEqual(written.sorted);
        }
      }),
      { numRuns: 200 },
    );
  });
});
